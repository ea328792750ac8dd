import type { LinkTarget } from '../deck/links.ts';
import type { Item } from '../deck/model.ts';
import { escapeCell, escapeText, linkTo } from './markdownSyntax.ts';

/** An item of a field: its text, linked when it leads somewhere, and its remark. */
export function itemMarkdown(item: Item, address: (target: LinkTarget) => string): string {
  const text = item.link === undefined ? escapeText(item.text) : linkTo(item.text, address(item.link));
  return item.note === undefined ? text : `${text} (${escapeText(item.note)})`;
}

/** The lines of a table. `head` is text; cells of `rows` are markdown already. */
export const tableLines = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  markdownTable(head.map(escapeText), rows);

/** The lines of a table, all of it markdown already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(tableRow);

const tableRow = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
