import type { Card, Deck } from '../../deck/model.ts';
import type { CardSize, Design } from '../../design/design.ts';
import { isLandscape } from '../../design/sizes.ts';
import { pt } from '../../design/units.ts';
import type { TextBlock } from '../measure.ts';
import { idSize, railIdSize } from '../cards/band.ts';
import { type Fitting, together } from '../slides/batch.ts';
import { blockOf, heightOf, isTooWide, type FontMeasures } from '../slides/fitText.ts';
import { signs } from '../slides/accessCells.ts';
import { oneLine } from '../slides/oneLine.ts';
import type { CardMetrics, IdentityMetrics } from './model.ts';
import { idRoom, labelSize, stripIdSize, stripNameSize, stripWidths, textWidth } from './places.ts';

type LineHeights = FontMeasures;

/** Measures what all sides share, and what depends on a persona's id and name. */
export function* measureMetrics(deck: Deck, design: Design, lineHeights: LineHeights): Fitting<CardMetrics> {
  const environmentWidth = yield* measureEnvironments(deck, design, lineHeights);
  const { footTitle, footHeight } = yield* measureFeet(deck, design, lineHeights);
  const fittings = deck.cards.map((card) => measureIdentity(card, design.card, lineHeights));
  const measured = yield* together(fittings);
  const identities = Object.fromEntries(deck.cards.map(({ id }, index) => [id, measured[index] as IdentityMetrics]));
  return { ...(environmentWidth === undefined ? {} : { environmentWidth }), footTitle, footHeight, identities };
}

/** Size at which widths are measured that hold at any. */
const UNIT = pt(10);
/** Between a name and what stands beside it, in ems. */
const GAP = 0.7;
/** Names of environments take no more than this share of the line. */
const MOST_NAMES = 0.4;
/** What the browser rounds, and Office may need more. */
const SPARE = 1.04;

function* measureEnvironments(
  { environments }: Deck,
  design: Design,
  lineHeights: LineHeights,
): Fitting<number | undefined> {
  if (environments.length === 0) return undefined;
  const extents = yield environments.map(({ name }) => widthBlock(name, 'body', UNIT, lineHeights));
  const width = (Math.max(...extents.map((extent) => extent.width)) * SPARE) / UNIT + GAP;
  // Roles are set in 8 pt or less on small cards; there the share is what counts.
  return width * 8 > textWidth(design.card) * MOST_NAMES ? undefined : width;
}

/** A block as wide as its text, which stands in one line from left to right. */
function widthBlock(text: string, font: 'body' | 'heading', size: number, lineHeights: LineHeights): TextBlock {
  const unbroken = `\u200e${oneLine(text).replace(/[\s-]/g, '\u00a0').replace(ideographs, '$&\u2060')}`;
  return blockOf([unbroken], { font, bold: true }, pt(size), 1, lineHeights);
}

/** Lines may break between any two of them. */
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** What the note about continuation takes at most. */
const pageNote = (continued: string): string => ` · ${continued} 88/88`;

/** The deck's title at the foot of fronts, shortened where it would take more than a line; the legend at that of backs. */
function* measureFeet(
  { title }: Deck,
  { card, labels }: Design,
  lineHeights: LineHeights,
): Fitting<Pick<CardMetrics, 'footTitle' | 'footHeight'>> {
  const size = labelSize(card);
  const words = oneLine(title).split(' ').slice(0, MOST_WORDS);
  const titles = words.map((_word, index) => {
    const whole = index === 0 && oneLine(title).split(' ').length <= MOST_WORDS;
    return whole ? oneLine(title) : `${words.slice(0, words.length - index).join(' ')} …`;
  });
  const block = (text: string): TextBlock =>
    blockOf([text], { font: 'body', bold: false }, size, textWidth(card), lineHeights);
  const note = pageNote(labels.continued);
  const blocks = [...titles, ''].map((text) => block(`${text}${note}`));
  const legend = block(`${signs.standing} ${labels.standing}   ${signs.eligible} ${labels.eligible}${note}`);
  const extents = yield [...blocks, legend];
  const line = size * lineHeights.lineHeight.body * SPARE;
  const fitting = blocks.findIndex((each, index) => {
    const extent = extents[index];
    return extent !== undefined && !isTooWide(each, extent) && heightOf(each, extent) <= line * 1.5;
  });
  const last = extents.at(-1);
  return {
    footTitle: titles[fitting] ?? '',
    footHeight: { front: line, back: Math.max(line, last === undefined ? 0 : heightOf(legend, last)) },
  };
}

/** More words of a title never stand in one line. */
const MOST_WORDS = 30;

/** Shares of its size that an id may have to be set in. */
const ID_SHARES = [1, 0.85, 0.7, 0.55, 0.4];
/** Below this nothing is set. */
const FLOOR = 7;

function* measureIdentity({ id, name }: Card, size: CardSize, lineHeights: LineHeights): Fitting<IdentityMetrics> {
  const largest = isLandscape(size) ? railIdSize(size, id) : idSize(size, id);
  const idSizes = ID_SHARES.map((share) => Math.max(FLOOR, Math.floor(largest * share)));
  const extents = yield [...idSizes, stripIdSize(size)].map((at) => widthBlock(id, 'heading', at, lineHeights));
  const widths = extents.map((extent) => extent.width * SPARE + 1);
  const room = stripWidths(size, widths.at(-1) ?? 0);
  const blocks = [
    blockOf([oneLine(id)], { font: 'heading', bold: true }, stripIdSize(size), room.id, lineHeights),
    blockOf([oneLine(name)], { font: 'body', bold: true }, stripNameSize(size), room.name, lineHeights),
  ];
  const strip = yield blocks;
  return {
    idSize: idSizes.find((_size, index) => (widths[index] ?? 0) <= idRoom(size).width) ?? idSizes.at(-1) ?? FLOOR,
    stripIdWidth: room.id,
    stripHeight: Math.max(
      ...blocks.map((block, index) => heightOf(block, strip[index] ?? { width: pt(0), height: pt(0) })),
    ),
  };
}
