import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { isLandscape, safeOf } from '../../design/sizes.ts';
import { mmToPt, type Pt, pt } from '../../design/units.ts';
import { besideSpine } from './band.ts';
import type { IndexEntry } from './indexEntry.ts';
import type { IndexSide, SideExtent } from './model.ts';
import { widthOf } from './reckon.ts';
import { SIZE_STEP, typeSizesOf } from './sizes.ts';

/** A list of the deck to be laid out. */
export interface IndexRequest {
  readonly card: Card;
  readonly side: IndexSide;
}

/** Lays lists out with the real template and fonts; each entry is a unit. */
export type MeasureIndex = (sides: readonly IndexRequest[]) => Promise<readonly SideExtent[]>;

/** Columns narrower than this, in sizes of the text, break most names. */
const NARROWEST_COLUMN = 13;
const COLUMN_GAP = 8;

/** Ids that are so much longer than most need a wider column, which the names beside them then miss. */
const USUAL = 1.3;

/** How much larger than in tables the type of a short list is, from what reads well across a table downwards. */
const SHORT_LIST = [1.5, 1.25];

/**
 * The list of the deck in columns of equal width. All entries are measured one below the other, in columns of each
 * width that may do; the widths that take the fewest sides are chosen, and the widest of those. A list that takes one
 * side is set in the largest type in which it still does.
 */
export async function fitIndex(deck: Deck, design: Design, measure: MeasureIndex): Promise<IndexSide[]> {
  const entries = deck.cards.map(({ id, name, team }): IndexEntry => ({ id, name, ...(team && { team }) }));
  const usual = typeSizesOf(design.card).table.design;
  const list = await listOfSize(usual, { entries, title: deck.title, design, measure });
  if (sidesOf(list) > 1 || list.overflow > 0) return indexSides(list);
  for (const factor of SHORT_LIST) {
    const size = pt(Math.round((usual * factor) / SIZE_STEP) * SIZE_STEP);
    const larger = await listOfSize(size, { entries, title: deck.title, design, measure });
    if (sidesOf(larger) === 1 && larger.overflow <= 0) return indexSides(larger);
  }
  return indexSides(list);
}

interface Listing {
  readonly entries: readonly IndexEntry[];
  readonly title: string;
  readonly design: Design;
  readonly measure: MeasureIndex;
}

/** The list in type of one size, on the fewest sides. */
async function listOfSize(size: Pt, { entries, title, design, measure }: Listing): Promise<SizedList> {
  const usual = withUsualIds(entries);
  const counts = Array.from({ length: mostColumns(design, title, size) }, (_, index) => index + 1);
  const requestOf = (columnCount: number, column: readonly IndexEntry[]): IndexRequest => ({
    card: indexCard(design),
    side: { kind: 'index', part: 1, parts: 2, size, columnCount, columns: [column] },
  });
  const extents = await measure(counts.flatMap((count) => [requestOf(count, entries), requestOf(count, usual)]));
  const lists = counts.map((columnCount, index) => {
    const [all, most] = [extents[2 * index], extents[2 * index + 1]];
    if (all === undefined || most === undefined) throw new Error('Fewer sides were measured than asked for');
    const heights = { all: heightsOf(entries, all), usual: heightsOf(usual, most) };
    return { ...cutList(entries, heights, all.available), columnCount, size };
  });
  const [best] = lists.toSorted((one, other) => one.overflow - other.overflow || sidesOf(one) - sidesOf(other));
  if (best === undefined) throw new Error('A card has room for one column at least');
  return best;
}

function indexSides(list: SizedList): IndexSide[] {
  const { columns, columnCount, size } = list;
  const parts = sidesOf(list);
  return Array.from({ length: parts }, (_, part) => ({
    kind: 'index',
    part: part + 1,
    parts,
    size,
    columnCount,
    columns: columns.slice(part * columnCount, (part + 1) * columnCount),
  }));
}

/** Entries whose ids are not much longer than that in the middle. */
function withUsualIds(entries: readonly IndexEntry[]): IndexEntry[] {
  const widths = entries.map(({ id }) => widthOf(id)).toSorted((one, other) => one - other);
  const most = (widths[Math.floor(widths.length / 2)] ?? 0) * USUAL;
  return entries.filter(({ id }) => widthOf(id) <= most);
}

type Heights = ReadonlyMap<IndexEntry, number>;

function heightsOf(entries: readonly IndexEntry[], { bottoms }: SideExtent): Heights {
  return new Map(entries.map((entry, index) => [entry, (bottoms[index] ?? 0) - (bottoms[index - 1] ?? 0)]));
}

/** What stands on the cards of the list besides it: they belong to no persona. */
export function indexCard({ labels }: Design): Card {
  return { id: '', name: labels.personas, stem: 'index', kind: { id: 'person', label: '' }, fields: [], access: [] };
}

function mostColumns({ card }: Design, title: string, size: number): number {
  const safe = mmToPt(safeOf(card));
  const width = mmToPt(card.width) - safe - (isLandscape(card) ? besideSpine(card, '', title) : safe);
  return Math.max(1, Math.floor((width + COLUMN_GAP) / (NARROWEST_COLUMN * size + COLUMN_GAP)));
}

interface CutList {
  readonly columns: readonly (readonly IndexEntry[])[];
  /** By how much the highest entry passes a column of its own. */
  readonly overflow: number;
}

interface SizedList extends CutList {
  readonly columnCount: number;
  readonly size: Pt;
}

const sidesOf = ({ columns, columnCount }: SizedList): number => Math.max(1, Math.ceil(columns.length / columnCount));

/** Columns as high as the side has room. In those without a long id, names have more room. */
function cutList(
  entries: readonly IndexEntry[],
  heights: { readonly all: Heights; readonly usual: Heights },
  available: number,
): CutList {
  const columns: IndexEntry[][] = [];
  const heightOf = (column: readonly IndexEntry[]): number => {
    const own = column.every((entry) => heights.usual.has(entry)) ? heights.usual : heights.all;
    return column.reduce((sum, entry) => sum + (own.get(entry) ?? 0), 0);
  };
  let overflow = 0;
  for (const entry of entries) {
    const column = columns.at(-1);
    if (column !== undefined && heightOf([...column, entry]) <= available) column.push(entry);
    else columns.push([entry]);
    overflow = Math.max(overflow, heightOf([entry]) - available);
  }
  return { columns, overflow };
}
