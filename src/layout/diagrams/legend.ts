import type { Graph, PersonaBadge } from '../../deck/graphs/model.ts';
import { box } from '../box.ts';
import type { PlacedLegend } from './model.ts';
import { idLook, plainLook, titleLook } from './nodeFace.ts';
import { placedText } from './placedText.ts';
import type { TextLook, TextSetter } from './setText.ts';
import { diagramSizes, lineOf } from './sizes.ts';

const { badge: pill, gap, text } = diagramSizes;
const ROW = Math.max(pill.height, lineOf(text)) + 4;
const BETWEEN = 14;
/** Narrower pictures have a legend of this width all the same. */
const LEAST = 260;

/** Everyone in a picture, once, in the order of the first mention; without letters. */
function personasOf({ nodes }: Graph): PersonaBadge[] {
  const seen = new Map<string, PersonaBadge>();
  for (const badge of nodes.flatMap(({ badges }) => badges)) {
    if (!seen.has(badge.id)) seen.set(badge.id, { ...badge, letters: '', words: '', deeds: [] });
  }
  return [...seen.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function* textsOfLegend(graph: Graph): Generator<readonly [string, TextLook]> {
  if (graph.legendTitle !== undefined) yield [graph.legendTitle, titleLook];
  for (const { letters, words } of graph.legend) {
    yield [letters, titleLook];
    yield [words, plainLook];
  }
  for (const { id, name } of personasOf(graph)) {
    yield [id, idLook];
    yield [name, plainLook];
  }
}

/** Runs of signs with what they mean, in as many rows as the width of the picture asks for. */
export function placedLegend(graph: Graph, width: number, top: number, setter: TextSetter): PlacedLegend {
  const most = Math.max(LEAST, width);
  let [x, y] = [0, top];
  let right = 0;
  const take = (wanted: number): readonly [number, number] => {
    if (x > 0 && x + wanted > most) [x, y] = [0, y + ROW];
    const at = [x, y] as const;
    x += wanted + BETWEEN;
    right = Math.max(right, at[0] + wanted);
    return at;
  };
  const personas = personasOf(graph).map((badge) => {
    const pillWidth = setter.set(badge.id, idLook).width + 2 * pill.padding;
    const name = setter.set(badge.name, plainLook, most - pillWidth - gap);
    const [left, line] = take(pillWidth + gap + name.width);
    const extra = Math.max(0, name.height - lineOf(text));
    const placed = {
      badge,
      box: box(left, line, pillWidth, pill.height),
      text: placedText(name, left + pillWidth + gap, line + (pill.height - lineOf(text)) / 2, name.width),
    };
    y += extra;
    return placed;
  });
  if (personas.length > 0 && graph.legend.length > 0) [x, y] = [0, y + ROW];
  const title = graph.legendTitle === undefined ? undefined : setter.set(graph.legendTitle, titleLook, most);
  const placedTitle = title && placedText(title, ...centred(take(title.width), title.height), title.width);
  const letters = graph.legend.map((entry) => {
    const sign = setter.set(entry.letters, titleLook);
    const words = setter.set(entry.words, plainLook);
    const [left, line] = take(sign.width + gap + words.width);
    return {
      entry,
      sign: placedText(sign, ...centred([left, line], sign.height), sign.width),
      text: placedText(words, ...centred([left + sign.width + gap, line], words.height), words.width),
    };
  });
  const isEmpty = personas.length === 0 && letters.length === 0;
  return {
    box: box(0, top, right, isEmpty ? 0 : y - top + ROW),
    ...(placedTitle === undefined ? {} : { title: placedTitle }),
    letters,
    personas,
  };
}

/** A line of text stands in the middle of its row. */
const centred = ([x, y]: readonly [number, number], height: number): [number, number] => [
  x,
  y + (pill.height - height) / 2,
];
