import type { Diagnostic, Location, Range } from '../diagnostics/diagnostic.ts';
import { type PersonaInput, personaSchema } from '../schema/persona.ts';
import { validate } from '../schema/validate.ts';
import { type Outcome, problem } from '../source/problem.ts';
import type { YamlNode, YamlPath } from '../source/yamlDocument.ts';
import { type ColumnChoices, type ColumnMatch, matchColumns, type ReadColumn } from './matchColumns.ts';
import { type PersonaKey, personaColumns } from './personaColumns.ts';
import { type Grid, type GridCell, isBlank, maxRows, rowsAboveHeader } from './tableGrid.ts';

/** A row that was read as a persona. */
export interface PersonaRow {
  readonly persona: PersonaInput;
  /** The cell that names it. */
  readonly location: Location;
}

export interface PersonaRows {
  readonly match: ColumnMatch;
  readonly rows: readonly PersonaRow[];
  readonly problems: readonly Diagnostic[];
}

export interface RowOptions {
  readonly choices: ColumnChoices;
  /** One more character between the items of a list. */
  readonly separator?: string;
  /** Ids that personas elsewhere have. */
  readonly takenIds: readonly string[];
}

/**
 * Reads the rows of a table as personas; a row without an id gets the next free one. Problems: `TAB002` too many rows,
 * `TAB003` no column for names, `TAB004` a cell below no header, `TAB005` a cell that cannot be read, and those of
 * `validate`, each at its cell.
 */
export function readPersonaRows(grid: Grid, options: RowOptions): PersonaRows {
  const { match, at } = findHeader(grid, options.choices);
  if (!match.columns.some(({ key }) => key === 'name')) return { match, rows: [], problems: [noNames(grid, at)] };
  const body = grid.rows.slice(at + 1);
  const filled = body.filter((row) => !row.every(isBlank));
  if (body.length > maxRows && body.findLastIndex((row) => !row.every(isBlank)) >= maxRows) {
    const message = `more than ${maxRows.toLocaleString('en')} rows`;
    return { match, rows: [], problems: [problem('TAB002', message, grid.location, 'split the table')] };
  }
  const header = grid.rows[at] ?? [];
  const read = filled.map((row) => readRow(row, header, match.columns, options.separator));
  const problems = read.flatMap((row) => row.problems);
  const rows: PersonaRow[] = [];
  const ids = freeIds([
    ...options.takenIds,
    ...read.flatMap(({ value }) => (typeof value['id'] === 'string' ? [value['id']] : [])),
  ]);
  for (const row of read) {
    if (row.problems.length > 0) continue;
    const valid = validateRow({ ...row, value: inOrder({ id: row.value['id'] ?? ids(), ...row.value }) });
    if (valid.ok) rows.push({ persona: valid.value, location: row.location });
    else problems.push(...valid.problems);
  }
  return { match, rows, problems };
}

/** The row that names most columns, a name among them; else the first one that holds anything. */
function findHeader(grid: Grid, choices: ColumnChoices): { match: ColumnMatch; at: number } {
  let best: { match: ColumnMatch; at: number } | undefined;
  for (const [at, row] of grid.rows.slice(0, rowsAboveHeader).entries()) {
    const match = matchColumns(row, choices);
    const names = match.columns.some(({ key }) => key === 'name');
    if (names && match.columns.length > (best?.match.columns.length ?? 0)) best = { match, at };
  }
  if (best !== undefined) return best;
  const at = Math.max(
    0,
    grid.rows.findIndex((row) => !row.every(isBlank)),
  );
  return { match: matchColumns(grid.rows[at] ?? [], choices), at };
}

function noNames(grid: Grid, at: number): Diagnostic {
  const location = grid.rows[at]?.find((cell) => !isBlank(cell))?.location ?? grid.location;
  if (grid.rows.every((row) => row.every(isBlank))) return problem('TAB003', 'the table is empty', grid.location);
  const hint = 'say which one holds them: --map "Column=name"';
  return problem('TAB003', 'no column is known to hold the names of the personas', location, hint);
}

interface ReadRow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly cells: ReadonlyMap<string, GridCell>;
  readonly location: Location;
  readonly problems: readonly Diagnostic[];
}

const readers = new Map(personaColumns.map((column) => [column.key, column.read]));

/** What spreadsheet programs show where a formula has no result. */
const errorValue = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

function readRow(
  row: readonly GridCell[],
  header: readonly GridCell[],
  columns: readonly ReadColumn[],
  separator: string | undefined,
): ReadRow {
  const value: Record<string, unknown> = {};
  const cells = new Map<string, GridCell>();
  const problems: Diagnostic[] = strayCells(row, header);
  for (const { index, key } of columns) {
    const cell = row[index];
    // Two rows of one merged name would be two personas.
    if (cell === undefined || (cell.covered && (key === 'id' || key === 'name'))) continue;
    cells.set(key, cell);
    const reading = errorValue.test(cell.text.trim())
      ? { wrong: `the cell holds the error ${cell.text.trim()}`, hint: 'mend its formula, or write the text' }
      : readers.get(key)?.(cell.text, separator);
    if (reading === undefined) continue;
    if ('wrong' in reading) problems.push(problem('TAB005', reading.wrong, cell.location, reading.hint));
    else value[key] = reading.value;
  }
  splitPersona(value, columns);
  const first = row.find((cell) => !isBlank(cell));
  const location = cells.get('name')?.location ?? first?.location;
  if (value['name'] === undefined && problems.length === 0) {
    problems.push(problem('TAB005', 'the row has no name', location, 'give the persona a name, or empty the row'));
  }
  return { value, cells, location: location ?? { file: '' }, problems };
}

/** A cell that its row has more of than the header: most likely a separator in a text without quotes. */
function strayCells(row: readonly GridCell[], header: readonly GridCell[]): Diagnostic[] {
  const stray = row.find((cell, index) => !isBlank(cell) && (header[index] === undefined || isBlank(header[index])));
  if (stray === undefined) return [];
  const hint = 'give its column a header, or put texts that hold separators in quotes';
  return [problem('TAB004', 'a cell below no header', stray.location, hint)];
}

/** `P001 AI Data Engineer` in a table without a column for ids is both. */
function splitPersona(value: Record<string, unknown>, columns: readonly ReadColumn[]): void {
  if (columns.some(({ key }) => key === 'id') || typeof value['name'] !== 'string') return;
  const both = /^(\p{L}{1,3}-?\d{1,6})[\s:,–—-]+(\S.*)$/su.exec(value['name']);
  if (both === null) return;
  value['id'] = both[1];
  value['name'] = both[2];
}

/** Hands out ids after the highest number in use, so that an id that was given up is not used again. */
function freeIds(taken: readonly string[]): () => string {
  const numbers = taken.map((id) => Number(/^P(\d{1,9})$/i.exec(id.trim())?.[1] ?? 0));
  let last = numbers.reduce((highest, number) => Math.max(highest, number), 0);
  return () => {
    last += 1;
    return `P${String(last).padStart(3, '0')}`;
  };
}

/** Keys in the order of the schema, in which people are used to read them. */
function inOrder(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = (Object.keys(personaSchema.shape) as PersonaKey[]).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

function validateRow(row: Pick<ReadRow, 'value' | 'cells' | 'location'>): Outcome<PersonaInput> {
  return validate(personaSchema, new RowNode(row), 'a persona');
}

/** A row in the place of a YAML node, so that what is wrong in it is said in the same words, at its cells. */
class RowNode implements YamlNode {
  readonly value: unknown;
  readonly file: string;
  readonly #row: Pick<ReadRow, 'cells' | 'location'>;

  constructor(row: Pick<ReadRow, 'value' | 'cells' | 'location'>) {
    this.value = row.value;
    this.file = row.location.file;
    this.#row = row;
  }

  locationOf(path: YamlPath): Location {
    return this.#row.cells.get(String(path[0]))?.location ?? this.#row.location;
  }

  rangeOf(path: YamlPath): Range {
    const nowhere = { line: 1, column: 1 };
    return this.locationOf(path).range ?? { start: nowhere, end: nowhere };
  }

  at(path: YamlPath): YamlNode {
    const value = path.reduce<unknown>((holder, step) => (holder as Record<PropertyKey, unknown>)[step], this.value);
    return new RowNode({ value: value as ReadRow['value'], ...this.#row });
  }
}
