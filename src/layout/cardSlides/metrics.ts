import type { Card, Deck } from '../../deck/model.ts';
import type { CardSize, Design } from '../../design/design.ts';
import { pt } from '../../design/units.ts';
import type { TextBlock, TextExtent } from '../measure.ts';
import { type Fitting, together } from '../slides/batch.ts';
import { blockOf, heightOf, isTooWide, type FontMeasures } from '../slides/fitText.ts';
import { signs } from '../slides/accessCells.ts';
import { oneLine } from '../slides/oneLine.ts';
import type { CardMetrics, IdentityMetrics } from './model.ts';
import { idRoom, labelSize, rounded, stripIdSize, largestName, stripWidths, textWidth } from './places.ts';

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
  { environments, direction }: Deck,
  design: Design,
  lineHeights: LineHeights,
): Fitting<number | undefined> {
  // Readers disagree on where a tab leads in text from right to left.
  if (environments.length === 0 || direction === 'rtl') return undefined;
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

/** What the version and the note about continuation take at most. */
const pageNote = (continued: string): string => ` · WWWWWW · ${continued} 88/88`;

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

/** Below this nothing is set. */
const FLOOR = 7;
/** Shares of its size that a name in the strip may be set in, so that no word of it is broken. */
const NAME_SHARES = [1, 0.9, 0.8];

/** The id keeps to one line as long as that can be read; the strip of the back grows with the name. */
function* measureIdentity({ id, name }: Card, size: CardSize, fonts: FontMeasures): Fitting<IdentityMetrics> {
  const [extent] = yield [widthBlock(id, 'heading', UNIT, fonts)];
  const width = ((extent?.width ?? 0) * SPARE) / UNIT;
  const { design, room } = idRoom(size);
  const strip = stripWidths(size, width * stripIdSize(size) + 1);
  const nameSizes = NAME_SHARES.map((share) => Math.max(FLOOR, rounded(largestName(size) * share)));
  const blocks = [
    blockOf([oneLine(id)], { font: 'heading', bold: true }, stripIdSize(size), strip.id, fonts),
    ...nameSizes.map((at) => blockOf([oneLine(name)], { font: 'body', bold: true }, pt(at), strip.name, fonts)),
  ];
  const [idExtent, ...nameExtents] = yield blocks;
  const whole = nameExtents.findIndex((each, index) => !isTooWide(blocks[index + 1] as TextBlock, each));
  const chosen = whole < 0 ? nameSizes.length - 1 : whole;
  const heightAt = (index: number, measured: TextExtent | undefined): number =>
    measured === undefined ? 0 : heightOf(blocks[index] as TextBlock, measured);
  return {
    idSize: Math.max(FLOOR, Math.floor(Math.min(design, room / width))),
    stripIdWidth: strip.id,
    stripNameSize: nameSizes[chosen] ?? FLOOR,
    stripHeight: Math.max(heightAt(0, idExtent), heightAt(chosen + 1, nameExtents[chosen])),
  };
}
