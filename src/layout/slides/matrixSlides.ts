import { itemsOf } from '../../deck/items.ts';
import type { Card, FieldKey } from '../../deck/model.ts';
import { headerCell, paragraph, signs } from './accessCells.ts';
import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { type Grid, fitGrid } from './gridSlides.ts';
import type { Cell, GridSlide, Run } from './model.ts';
import { CELL_MARGINS } from './tables.ts';
import { oneLine } from './oneLine.ts';

/** More columns than this are too narrow for names: personas are then listed. */
const MOST_COLUMNS = 8;
/** Ids in a line of a list. */
const IDS_A_LINE = 10;

/** Which persona has which process or skill: a column each while there is room for names, else lists of ids. */
export function* fitMatrix(
  field: Extract<FieldKey, 'processes' | 'skills'>,
  title: string,
  context: DeckContext,
): Fitting<GridSlide[]> {
  const { cards } = context.deck;
  const holders = new Map<string, Card[]>();
  for (const card of cards) {
    for (const { text } of itemsOf(card, field)) {
      const known = holders.get(text);
      if (known === undefined) holders.set(text, [card]);
      else known.push(card);
    }
  }
  const grid = cards.length <= MOST_COLUMNS ? matrixOf(holders, context) : listOf(holders, context);
  const label = context.labels[field];
  return yield* fitGrid(
    { section: field, key: field, title, ...grid, header: [headerCell(label), ...grid.header] },
    context,
  );
}

type Part = Pick<Grid, 'columns' | 'header' | 'rows'>;

function matrixOf(holders: ReadonlyMap<string, readonly Card[]>, context: DeckContext): Part {
  const { cards } = context.deck;
  const named = hasRoomForNames(cards, context);
  return {
    columns: [NAME_SHARE, ...cards.map(() => 1)],
    header: cards.map((card) => ({
      paragraphs: [
        paragraph({ text: oneLine(card.id), bold: true, slide: `persona:${card.id}`, tip: oneLine(card.name) }),
        ...(named ? [paragraph({ text: oneLine(card.name) })] : []),
      ],
    })),
    rows: [...holders].map(([name, having]) => [
      nameCell(name),
      ...cards.map(
        (card): Cell => (having.includes(card) ? { paragraphs: [paragraph({ text: signs.standing })] } : noParagraphs),
      ),
    ]),
  };
}

/** Width of the first column, in columns of personas. */
const NAME_SHARE = 1.6;
/** Of a letter, on average, as a share of its size. */
const LETTER_WIDTH = 0.47;

/** Whether no name has a word that would be broken; ids alone are left otherwise, which lead to the cards. */
function hasRoomForNames(cards: readonly Card[], { format }: DeckContext): boolean {
  const column = format.plain.table.width / (NAME_SHARE + cards.length) - CELL_MARGINS;
  const longest = Math.max(0, ...cards.flatMap(({ name }) => name.split(/\s+/).map((word) => word.length)));
  return longest * LETTER_WIDTH * format.sizes.accessTable <= column;
}

const noParagraphs: Cell = { paragraphs: [] };

function listOf(holders: ReadonlyMap<string, readonly Card[]>, { labels }: DeckContext): Part {
  return {
    columns: [1, 2.4],
    header: [headerCell(labels.personas)],
    rows: [...holders].map(([name, having]) => [nameCell(name), { paragraphs: linesOf(having).map(idLine) }]),
  };
}

function linesOf(cards: readonly Card[]): Card[][] {
  return Array.from({ length: Math.ceil(cards.length / IDS_A_LINE) }, (_, line) =>
    cards.slice(line * IDS_A_LINE, (line + 1) * IDS_A_LINE),
  );
}

function idLine(cards: readonly Card[]): ReturnType<typeof paragraph> {
  return paragraph(
    ...cards.flatMap((card, index): Run[] => [
      ...(index === 0 ? [] : [{ text: '  ' }]),
      { text: oneLine(card.id), slide: `persona:${card.id}`, tip: oneLine(card.name) },
    ]),
  );
}

function nameCell(name: string): Cell {
  return { paragraphs: [paragraph({ text: oneLine(name) })] };
}
