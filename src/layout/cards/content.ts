import type { AccessCell, Card, CardAccessRow, Field, Item } from '../../deck/model.ts';

/**
 * A place in a card's content: before sub-unit `part` of unit `unit`. Units are what is kept together when there is
 * room (an item of a field, a row of the access table); sub-units are what a unit alone on a side may be cut into
 * (words of a text, grants of a cell).
 */
export interface Cut {
  readonly unit: number;
  readonly part: number;
}

/** Content that can be cut between sides. `end` is the cut behind everything. */
export interface Content<T> {
  readonly end: Cut;
  /** How many sub-units unit `unit` has. */
  partsOf(unit: number): number;
  slice(from: Cut, to: Cut): T;
}

export interface FrontContent {
  readonly summary?: string;
  readonly fields: readonly Field[];
}

/** The summary is unit 0 when there is one; then every item of every field. A field without items is one unit. */
export function frontContent(card: Card): Content<FrontContent> {
  const units: FrontUnit[] = [
    ...(card.summary === undefined ? [] : [{ words: words(card.summary) }]),
    ...card.fields.flatMap(unitsOf),
  ];
  return {
    end: { unit: units.length, part: 0 },
    partsOf: (unit) => units[unit]?.words.length ?? 0,
    slice: (from, to) => sliceFront(units, from, to),
  };
}

interface FrontUnit {
  readonly field?: Field;
  readonly item?: Item;
  readonly words: readonly string[];
}

function unitsOf(field: Field): FrontUnit[] {
  if (field.items.length === 0) return [{ field, words: [] }];
  return field.items.map((item) => ({ field, item, words: words(item.text) }));
}

function sliceFront(units: readonly FrontUnit[], from: Cut, to: Cut): FrontContent {
  let summary: string | undefined;
  const items = new Map<Field, Item[]>();
  eachUnit(from, to, (index, start, stop) => {
    const unit = units[index];
    if (unit === undefined) return;
    const text = unit.words.slice(start, stop).join('');
    if (unit.field === undefined) {
      summary = text.trim();
      return;
    }
    const list = items.get(unit.field) ?? [];
    items.set(unit.field, list);
    if (unit.item !== undefined) list.push({ ...unit.item, text: text.trim() });
  });
  return {
    ...(summary === undefined ? {} : { summary }),
    fields: [...items].map(([field, list]) => ({ ...field, items: list })),
  };
}

/** One unit a component; its sub-units are its grants, the first ones of all cells before the second ones. */
export function backContent(card: Card): Content<readonly CardAccessRow[]> {
  const rows = card.access;
  return {
    end: { unit: rows.length, part: 0 },
    partsOf: (unit) => grantCount(rows[unit]),
    slice: (from, to) => {
      const sliced: CardAccessRow[] = [];
      eachUnit(from, to, (index, start, stop) => {
        const row = rows[index];
        if (row !== undefined) sliced.push({ ...row, cells: sliceCells(row.cells, start, stop) });
      });
      return sliced;
    },
  };
}

function grantCount(row: CardAccessRow | undefined): number {
  return (row?.cells ?? []).reduce((sum, cell) => sum + cell.grants.length, 0);
}

function sliceCells(cells: readonly AccessCell[], start: number, stop = Infinity): AccessCell[] {
  // How many sub-units come before the grant at `at` in the cell at `column`.
  const before = (at: number, column: number): number =>
    cells.reduce((sum, { grants }, other) => sum + Math.min(grants.length, other < column ? at + 1 : at), 0);
  return cells.map((cell, column) => ({
    ...cell,
    grants: cell.grants.filter((_, at) => before(at, column) >= start && before(at, column) < stop),
  }));
}

/** Calls `visit(unit, firstPart, partAfterLast or undefined for all)` for every unit between two cuts. */
function eachUnit(from: Cut, to: Cut, visit: (unit: number, start: number, stop: number | undefined) => void): void {
  for (let unit = from.unit; unit <= to.unit; unit += 1) {
    const start = unit === from.unit ? from.part : 0;
    if (unit < to.unit) visit(unit, start, undefined);
    else if (to.part > start) visit(unit, start, to.part);
  }
}

/** Pieces that a text may be cut into, each with the space behind it; a long piece without spaces is cut every 24 characters. */
function words(text: string): string[] {
  return (text.match(/\S+\s*/g) ?? []).flatMap((word) => {
    const characters = [...word];
    if (characters.length <= 40) return [word];
    const pieces: string[] = [];
    for (let start = 0; start < characters.length; start += 24)
      pieces.push(characters.slice(start, start + 24).join(''));
    return pieces;
  });
}
