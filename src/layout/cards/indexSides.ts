import type { CardSize } from '../../design/design.ts';
import { isLandscape, safeOf } from '../../design/sizes.ts';
import { mmToPt } from '../../design/units.ts';
import { besideSpine } from './band.ts';
import type { IndexEntry } from './indexEntry.ts';
import type { IndexSide } from './model.ts';
import { linesOf, widthOf } from './reckon.ts';
import { scaleOf, typeSizesOf } from './sizes.ts';

/** Columns narrower than this, in sizes of the text, break most names. */
const NARROWEST_COLUMN = 13;
const COLUMN_GAP = 8;
/** Around a row, in points. */
const ROW_GAP = 2.5;
const LINE_HEIGHT = 1.24;
/** The team's colour before an id, in sizes of the text. */
const TEAM_MARK = 0.9;
/** Of a column; longer ids take several lines. */
const MOST_FOR_IDS = 0.45;

/** The list in columns of equal width, as many sides as it takes. No text is measured: rows are reckoned rather too high. */
export function indexSides(entries: readonly IndexEntry[], card: CardSize, title: string): IndexSide[] {
  const size = typeSizesOf(card).table.design;
  const room = roomOn(card, title);
  const columnCount = Math.max(1, Math.floor((room.width + COLUMN_GAP) / (NARROWEST_COLUMN * size + COLUMN_GAP)));
  const columnWidth = (room.width - (columnCount - 1) * COLUMN_GAP) / columnCount;
  const longest = (Math.max(0, ...entries.map(({ id }) => widthOf(id))) + TEAM_MARK) * size;
  const idWidth = Math.min(longest, columnWidth * MOST_FOR_IDS);
  const heightOf = ({ id, name }: IndexEntry): number => {
    const lines = Math.max(linesOf(name, columnWidth - idWidth, size), linesOf(id, idWidth - TEAM_MARK * size, size));
    return lines * size * LINE_HEIGHT + ROW_GAP;
  };
  const columns = inColumns(entries, heightOf, room.height);
  const parts = Math.max(1, Math.ceil(columns.length / columnCount));
  return Array.from({ length: parts }, (_, part) => ({
    kind: 'index',
    part: part + 1,
    parts,
    size,
    idWidth,
    columnCount,
    columns: columns.slice(part * columnCount, (part + 1) * columnCount),
  }));
}

function inColumns(
  entries: readonly IndexEntry[],
  heightOf: (entry: IndexEntry) => number,
  room: number,
): IndexEntry[][] {
  const columns: IndexEntry[][] = [];
  let left = 0;
  for (const entry of entries) {
    const height = heightOf(entry);
    if (height > left || columns.length === 0) {
      columns.push([]);
      left = room;
    }
    columns.at(-1)?.push(entry);
    left -= height;
  }
  return columns;
}

/** What the strip and the foot leave, in points. */
function roomOn(card: CardSize, title: string): { width: number; height: number } {
  const [width, height, safe] = [mmToPt(card.width), mmToPt(card.height), mmToPt(safeOf(card))];
  const scale = scaleOf(card);
  const foot = 7 * scale + 3 + safe;
  if (isLandscape(card)) return { width: width - besideSpine(card, '', title) - safe, height: height - safe - foot };
  const titleLines = linesOf(title, width - 2 * safe, 11 * scale);
  const strip = safe + titleLines * 11 * 1.15 * scale + 9.5;
  return { width: width - 2 * safe, height: height - strip - 4 - foot };
}
