import { type Pt, pt } from '../../design/units.ts';
import type { TextBlock, TextExtent } from '../measure.ts';
import type { Fitting } from './batch.ts';
import { blockOf, heightOf, sizesBelow, type Typography, textOf } from './fitText.ts';
import type { Box } from '../box.ts';
import type { AccessDetail, Cell, FittedRow, FittedTable } from './model.ts';
import { sum } from './sum.ts';

/** A table before it has sizes. */
export interface TableContent {
  readonly detail: AccessDetail;
  readonly columns: readonly number[];
  readonly emphasized: readonly number[];
  /** Whether the heads of all columns are Production's. */
  readonly emphasizedHeader?: boolean;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Space inside a cell, left and right, above and below. */
const MARGIN = { x: pt(8), y: pt(4) } as const;
/** Of a cell's width. */
export const CELL_MARGINS = 2 * MARGIN.x;

/** A table at one size, all rows measured, whether or not they fit on a slide. */
interface MeasuredTable {
  readonly content: TableContent;
  readonly size: Pt;
  readonly header: FittedRow;
  readonly rows: readonly FittedRow[];
}

/**
 * Tries contents from the one that says most, each from the design size down; takes the first that fits the box.
 * When none does, the last content at the floor goes to as many boxes as it needs: `place`, then `next` each.
 */
export function* fitTable(
  contents: readonly TableContent[],
  place: Box,
  next: Box,
  designSize: Pt,
  typography: Typography,
): Fitting<FittedTable[]> {
  const candidates = contents.flatMap((content) =>
    [designSize, ...sizesBelow(designSize, typography)].map((size) => ({ content, size })),
  );
  const [first, ...others] = candidates;
  if (first === undefined) return [];
  const asDesigned = yield* measureTables([first], typography);
  const fitting = asDesigned.find((table) => heightOfTable(table) <= place.height);
  if (fitting !== undefined) return [tableAt(fitting, fitting.rows, place, designSize)];
  const measured = yield* measureTables(others, typography);
  const smaller = measured.find((table) => heightOfTable(table) <= place.height);
  if (smaller !== undefined) return [tableAt(smaller, smaller.rows, place, designSize)];
  const paged = fewestPages(
    [...asDesigned, ...measured].filter(({ content }) => content === contents.at(-1)),
    place,
    next,
  );
  return paged === undefined ? [] : yield* pageTable(paged, place, next, designSize, typography);
}

/** The largest size that takes no more pages than the smallest one does; tables come from the largest on. */
function fewestPages(tables: readonly MeasuredTable[], place: Box, next: Box): MeasuredTable | undefined {
  const smallest = tables.at(-1);
  if (smallest === undefined) return undefined;
  const fewest = pagesOf(smallest, place, next);
  return tables.find((table) => pagesOf(table, place, next) <= fewest);
}

function pagesOf({ header, rows }: MeasuredTable, place: Box, next: Box): number {
  let pages = 0;
  for (let from = 0; from < rows.length; pages += 1) {
    const room = (pages === 0 ? place : next).height - header.height;
    from += Math.max(1, rowsThatFit(rows.slice(from), room));
  }
  return pages;
}

/** Cuts a table between rows, with its header on every page; a row taller than a page is cut between its paragraphs. */
function* pageTable(
  table: MeasuredTable,
  place: Box,
  next: Box,
  designSize: Pt,
  typography: Typography,
): Fitting<FittedTable[]> {
  const pages: FittedTable[] = [];
  let rest = table.rows;
  while (rest.length > 0) {
    const box = pages.length === 0 ? place : next;
    const room = box.height - table.header.height;
    const count = rowsThatFit(rest, room);
    const tall = rest[0];
    if (count === 0 && tall !== undefined && isDivisible(tall)) {
      const halves = yield* measureTables(
        [{ content: { ...table.content, rows: halvesOf(tall) }, size: table.size }],
        typography,
      );
      rest = [...(halves[0]?.rows ?? []), ...rest.slice(1)];
      continue;
    }
    const taken = Math.max(1, count);
    pages.push(tableAt(table, rest.slice(0, taken), box, designSize));
    rest = rest.slice(taken);
  }
  return pages;
}

function rowsThatFit(rows: readonly FittedRow[], room: number): number {
  let used = 0;
  for (const [index, { height }] of rows.entries()) {
    used += height;
    if (used > room) return index;
  }
  return rows.length;
}

function isDivisible(row: FittedRow): boolean {
  return row.cells.some(({ paragraphs }) => paragraphs.length > 1);
}

/** Two rows for one: the first cell says again whose they are, the others share their paragraphs. */
function halvesOf(row: FittedRow): Cell[][] {
  const half = (from: (count: number) => number, to: (count: number) => number): Cell[] =>
    row.cells.map((cell, index) => {
      const count = cell.paragraphs.length;
      return index === 0 ? cell : { paragraphs: cell.paragraphs.slice(from(count), to(count)) };
    });
  const middle = (count: number): number => Math.ceil(count / 2);
  return [half(() => 0, middle), half(middle, (count) => count)];
}

function* measureTables(
  candidates: readonly { readonly content: TableContent; readonly size: Pt }[],
  typography: Typography,
): Fitting<MeasuredTable[]> {
  const cells = new DistinctCells(typography);
  const placed = candidates.map(({ content, size }) =>
    [content.header, ...content.rows].map((row) => row.map((cell, column) => cells.add(cell, column, content, size))),
  );
  const heights = cells.heights(yield cells.blocks);
  return candidates.map(({ content, size }, index): MeasuredTable => {
    const [header, ...rows] = [content.header, ...content.rows].map((row, at): FittedRow => {
      const own = (placed[index]?.[at] ?? []).map((cell) => heights[cell] ?? 0);
      return { height: pt(Math.ceil(Math.max(...own) + 2 * MARGIN.y)), cells: row };
    });
    return { content, size, header: header ?? { height: pt(0), cells: [] }, rows };
  });
}

/** Cells of the same text in columns of the same width, as role names are, are one block: tables of a deck have 100,000s. */
class DistinctCells {
  readonly blocks: TextBlock[] = [];
  readonly #known = new Map<string, number>();
  readonly #typography: Typography;

  constructor(typography: Typography) {
    this.#typography = typography;
  }

  /** The number of the cell's block. */
  add({ paragraphs }: Cell, column: number, { columns }: TableContent, size: Pt): number {
    const bold = paragraphs.some(({ runs }) => runs.some((run) => run.bold));
    const width = (columns[column] ?? 0) - 2 * MARGIN.x;
    const texts = paragraphs.map(textOf);
    const key = `${size} ${width} ${bold} ${texts.join('\n')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.blocks.push(blockOf(texts, { font: 'body', bold }, size, width, this.#typography));
    this.#known.set(key, this.blocks.length - 1);
    return this.blocks.length - 1;
  }

  /** By the numbers of the blocks. */
  heights(extents: readonly TextExtent[]): number[] {
    return this.blocks.map((block, index) => {
      const extent = extents[index];
      return extent === undefined ? 0 : heightOf(block, extent);
    });
  }
}

function heightOfTable({ header, rows }: MeasuredTable): number {
  return header.height + sum(rows.map(({ height }) => height));
}

function tableAt(table: MeasuredTable, rows: readonly FittedRow[], place: Box, designSize: Pt): FittedTable {
  const { content, size, header } = table;
  return {
    box: { ...place, height: pt(header.height + sum(rows.map(({ height }) => height))) },
    columns: content.columns.map(pt),
    emphasized: content.emphasized,
    ...(content.emphasizedHeader === true ? { emphasizedHeader: true } : {}),
    header,
    rows,
    size,
    designSize,
    shrunk: size < designSize,
    detail: content.detail,
    margin: MARGIN,
  };
}
