/** A page: a title, then blocks with an empty line between them. */
export function page(title: string, ...blocks: readonly string[]): string {
  const note = '<!-- Made from the code by `npm run docs`: edit the code, not this page. -->';
  return `${[note, `# ${title}`, ...blocks].join('\n\n')}\n`;
}

/** A GitHub table. Cells are markdown of one line; a bar in them is escaped, in code too. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** Plain text as markdown: only what GitHub could take for markup in a sentence is escaped. */
export const plain = (text: string): string => text.replace(/[<*_`[\]]/g, '\\$&');

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** `report problems` as a sentence: `Report problems.` */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
