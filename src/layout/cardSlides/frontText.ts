import type { Card, Field, Item } from '../../deck/model.ts';
import type { CardSize, Design } from '../../design/design.ts';
import { mmToPt, pt } from '../../design/units.ts';
import type { FrontSide } from '../cards/model.ts';
import { scaleOf } from '../cards/sizes.ts';
import { oneLine } from '../slides/oneLine.ts';
import type { CardParagraph, CardRun } from './model.ts';
import { labelSize } from './places.ts';

/** On low cards labels stand before their values, and lists in one paragraph. */
export const isLow = ({ height }: CardSize): boolean => mmToPt(height) < LOW_CARD;
const LOW_CARD = 300;

/** More partners than this stand in one paragraph. */
const MOST_LINES = 3;

type Look = Pick<CardParagraph, 'size' | 'font' | 'bold' | 'leading' | 'spaceBefore'>;

/** The name of a persona. */
export function nameParagraph(card: Card, side: FrontSide): CardParagraph {
  return {
    parts: [[{ text: oneLine(card.name) }]],
    size: side.nameSize,
    font: 'heading',
    bold: true,
    leading: 0.9,
    spaceBefore: 0,
    units: 'none',
  };
}

/** Below the name: the summary, then a label and values a field. */
export function frontParagraphs(side: FrontSide, direction: 'ltr' | 'rtl', design: Design): CardParagraph[] {
  const scale = scaleOf(design.card);
  const value: Look = { size: side.size, font: 'body', bold: false, leading: 1, spaceBefore: 0 };
  const low = isLow(design.card);
  const summary: CardParagraph[] =
    side.summary === undefined || side.summary === ''
      ? []
      : [
          {
            ...value,
            parts: [[{ text: oneLine(side.summary), tone: 'quiet' }]],
            spaceBefore: 2 * scale,
            units: 'one',
          },
        ];
  const fields = side.fields.flatMap((field) => {
    const look = { ...value, bold: field.key === 'team' && field.items.length > 0 };
    const lines = linesOf(field, direction, design, low);
    return low
      ? labelledLine(field, lines, { ...look, spaceBefore: 3 * scale })
      : labelledLines(field, lines, look, design);
  });
  return [...summary, ...fields];
}

/** What stands in a line: the items of each, and what divides them. */
function linesOf(field: Field, direction: 'ltr' | 'rtl', design: Design, low: boolean): CardRun[][][] {
  if (field.items.length === 0) return [[[{ text: design.labels.none, tone: 'quiet' }]]];
  const arrow: CardRun = { text: direction === 'rtl' ? '←\u00a0' : '→\u00a0', tone: 'quiet' };
  const partners = field.key === 'primaryInteraction';
  const isList = field.key === 'components' || (partners && field.items.length <= MOST_LINES);
  const items = field.items.map(itemRuns);
  const led = (item: CardRun[]): CardRun[] => (partners ? [arrow, ...item] : item);
  if (isList && !low) return items.map((item) => [led(item)]);
  return [items.map((item, index) => (index === 0 ? led(item) : item))];
}

export function itemRuns({ text, link, note, icon }: Item): CardRun[] {
  return [
    { text: oneLine(text), ...(link === undefined ? {} : { link }) },
    ...(note === undefined
      ? []
      : [{ text: `\u2002${oneLine(note)}`, tone: icon === undefined ? ('quiet' as const) : ('attention' as const) }]),
  ];
}

function labelledLines(field: Field, lines: CardRun[][][], value: Look, design: Design): CardParagraph[] {
  const label: CardParagraph = {
    ...value,
    bold: false,
    parts: [[{ text: field.label, tone: 'quiet' }]],
    size: labelSize(design.card),
    spaceBefore: 5 * scaleOf(design.card),
    units: 'none',
  };
  return [label, ...lines.map((parts): CardParagraph => ({ ...value, parts, units: 'parts' }))];
}

function labelledLine(field: Field, lines: CardRun[][][], value: Look): CardParagraph[] {
  const lead: CardRun[] = [{ text: `${field.label}\u2002`, tone: 'quiet' }];
  return lines.map((parts): CardParagraph => ({ ...value, lead, parts, size: pt(value.size), units: 'parts' }));
}
