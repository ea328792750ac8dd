import type { Card } from '../../deck/model.ts';
import { fill } from '../../design/locale.ts';
import { type Pt, pt } from '../../design/units.ts';
import { type Box, mirrored } from '../box.ts';
import { litPart } from '../diagrams/highlight.ts';
import { legendRows } from '../diagrams/legendRows.ts';
import type { Diagram, PlacedLegend, PlacedText } from '../diagrams/model.ts';
import { type DiagramPart, transformedPart } from '../diagrams/part.ts';
import { scaleIn, splitFor } from '../diagrams/split.ts';
import { transformedLegend } from '../diagrams/transform.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import type { DiagramSlide, FittedText, SlideKey, SlidePicture } from './model.ts';
import { oneLine } from './oneLine.ts';
import { fitPlainTitle } from './plainTitle.ts';

/** A picture of the work, on as many slides as its text needs to be large enough. */
export function* fitDiagram(diagram: Diagram, context: DeckContext): Fitting<DiagramSlide[]> {
  const section = diagram.kind === 'flow' ? 'flows' : 'architectures';
  const title = oneLine(diagram.title);
  return yield* titled({ section, key: `${diagram.kind}:${diagram.id}`, title }, picturesOf(diagram, context), context);
}

/** The pictures that a persona has a part in, with that part lit; only slides that hold some of it. */
export function* fitHighlights(
  card: Card,
  diagrams: readonly Diagram[],
  context: DeckContext,
): Fitting<DiagramSlide[]> {
  const fittings = diagrams.flatMap((diagram) => {
    const part = litPart(diagram, card.id);
    if (part === undefined) return [];
    const pictures = picturesOf(diagram, context)
      .filter((picture) => picture.part.nodes.some(({ node }) => part.nodes.has(node.id)))
      .map((picture) => ({ ...picture, lit: { card, part } }));
    const key = `highlight:${card.id}:${diagram.kind}:${diagram.id}` as const;
    const title = oneLine(fill(context.labels.personaIn, { name: card.name, picture: diagram.title }));
    return [titled({ section: 'highlights', key, title }, pictures, context)];
  });
  return (yield* together(fittings)).flat();
}

interface Heading {
  readonly section: DiagramSlide['section'];
  readonly key: SlideKey;
  readonly title: string;
}

function* titled(
  { section, key, title }: Heading,
  pictures: readonly SlidePicture[],
  context: DeckContext,
): Fitting<DiagramSlide[]> {
  const titles: FittedText[] = yield* together(
    pictures.map((_picture, index) => fitPlainTitle(title, key, index + 1, context)),
  );
  return pictures.map((picture, index) => ({
    kind: 'diagram',
    section,
    key,
    page: index + 1,
    title: titles[index] as FittedText,
    picture,
  }));
}

/** Between the picture and its legend. */
const LEGEND_GAP = 10;
/** Of the room, for the legend at most: with many personas their names are left out. */
const LEGEND_SHARE = 0.25;

function picturesOf(diagram: Diagram, { deck, format }: DeckContext): SlidePicture[] {
  const { picture: place } = format.plain;
  const shown = (where: Box): Box => (deck.direction === 'rtl' ? mirrored(where, format.width) : where);
  const area = shown(place);
  // The way back stands at the end of the last line.
  const legendPlace = shown({ ...place, width: pt(format.home.x - place.x - LEGEND_GAP) });
  const legend = legendRows(diagram, legendPlace.width, area.height * LEGEND_SHARE);
  const below = legend.box.height === 0 ? 0 : legend.box.height + LEGEND_GAP;
  const room = { width: area.width, height: pt(area.height - below) };
  return splitFor(diagram, room).map((part) =>
    placed(diagram, part, { legend, x: legendPlace.x }, { ...area, ...room }, format.sizes.floor),
  );
}

/** A part as large as it was laid out, or as its room allows, at the start of it; the legend below. */
function placed(
  diagram: Diagram,
  part: DiagramPart,
  { legend, x }: { readonly legend: PlacedLegend; readonly x: Pt },
  room: Box,
  floor: Pt,
): SlidePicture {
  const scale = scaleIn(part, room);
  const { kind, id, title, summary, alt, direction } = diagram;
  const start = direction === 'rtl' ? room.x + room.width - part.box.width * scale : room.x;
  const shown = transformedPart(part, { scale, x: start - part.box.x * scale, y: room.y - part.box.y * scale });
  const size = pt(Math.floor(100 * Math.min(...textsOf(shown).map((text) => text.size))) / 100);
  return {
    diagram: { kind, id, title, ...(summary === undefined ? {} : { summary }), alt, direction },
    part: shown,
    legend: transformedLegend(legend, {
      scale: 1,
      x,
      y: shown.box.y + shown.box.height + LEGEND_GAP,
    }),
    size,
    designSize: floor,
    shrunk: size < floor,
  };
}

function textsOf({ groups, nodes, edges }: DiagramPart): PlacedText[] {
  const present = (texts: readonly (PlacedText | undefined)[]): PlacedText[] =>
    texts.filter((text) => text !== undefined);
  return [
    ...groups.flatMap(({ title, note }) => present([title, note])),
    ...nodes.flatMap(({ title, number, skills, components }) =>
      present([title, number, skills, ...components.map(({ text }) => text)]),
    ),
    ...edges.flatMap(({ label, number }) => present([label, number])),
  ];
}
