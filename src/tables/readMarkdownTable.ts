import { type MarkdownTable, parseMarkdown } from '../source/markdown.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { matchColumns } from './matchColumns.ts';
import type { Grid } from './tableGrid.ts';

/**
 * The table of personas in a markdown file: the first one with a column for names, else the first one. `<br>` is a line
 * break. Problem `TAB003` when there is no table.
 */
export function readMarkdownTable(source: SourceFile): Outcome<Grid> {
  const { file } = source;
  const grids = parseMarkdown(source).tables.map((table) => gridOf(file, table));
  const named = grids.find(({ rows }) => matchColumns(rows[0] ?? []).columns.some(({ key }) => key === 'name'));
  const grid = named ?? grids[0];
  if (grid === undefined) return failed(problem('TAB003', 'there is no table in it', { file }));
  return { ok: true, value: grid };
}

function gridOf(file: string, { header, rows }: MarkdownTable): Grid {
  return {
    place: file,
    location: { file },
    rows: [header, ...rows].map(({ cells }) => cells.map(({ text, range }) => ({ text, location: { file, range } }))),
  };
}
