import type { GraphEdge } from '../../deck/graphs/model.ts';
import { discAt, discWidth, plainLook, titleLook } from './nodeFace.ts';
import type { PlacedEdge } from './model.ts';
import { placedText } from './placedText.ts';
import type { TextLook, TextSetter } from './setText.ts';
import { diagramSizes } from './sizes.ts';

const { disc, gap } = diagramSizes;
/** Ground around a label, which keeps lines off it. */
const AROUND = 3;

/** What stands on an arrow: a number, a text, or both. */
export interface EdgeLabel {
  readonly width: number;
  readonly height: number;
  place(x: number, y: number): Pick<PlacedEdge, 'label' | 'number'>;
}

export function* textsOfEdge({ label, number }: GraphEdge): Generator<readonly [string, TextLook]> {
  if (label !== undefined) yield [label, plainLook];
  if (number !== undefined) yield [String(number), titleLook];
}

/** Undefined for arrows that say nothing. */
function edgeLabel({ label, number }: GraphEdge, setter: TextSetter): EdgeLabel | undefined {
  if (label === undefined && number === undefined) return undefined;
  const set = setter.set(label ?? '', plainLook, diagramSizes.label);
  const lead = number === undefined ? 0 : discWidth(String(number), setter) + (label === undefined ? 0 : gap);
  const height = Math.max(number === undefined ? 0 : disc, set.height);
  return {
    width: lead + set.width + 2 * AROUND,
    height: height + AROUND,
    place: (x, y) => ({
      ...(label === undefined
        ? {}
        : { label: placedText(set, x + AROUND + lead, y + (height + AROUND - set.height) / 2, set.width) }),
      ...(number === undefined
        ? {}
        : { number: discAt(String(number), x + AROUND, y + (height + AROUND - disc) / 2, setter) }),
    }),
  };
}

/** Labels of those arrows that have one, by the arrows' ids. */
export function labelsOf(edges: readonly GraphEdge[], setter: TextSetter): Map<string, EdgeLabel> {
  return new Map(
    edges.flatMap((edge): [string, EdgeLabel][] => {
      const label = edgeLabel(edge, setter);
      return label === undefined ? [] : [[edge.id, label]];
    }),
  );
}
