/**
 * Text as markdown that shows it and nothing else: no markup, no HTML, no line that starts a block. Line breaks become
 * spaces.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=]+|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}${escapeMark(mark)}`)
    .replace(/:\/\//g, ':\\//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@');
}

/** `1.` and `-` at the start of a line would begin a list, `---` be a rule. */
function escapeMark(mark: string): string {
  return `${mark.slice(0, -1)}\\${mark.slice(-1)}`;
}

/** An inline link; `address` is percent-encoded already. */
export const linkTo = (text: string, address: string): string => linkOf(escapeText(text), address);

/** A link on markdown. */
export function linkOf(markdown: string, address: string): string {
  return `[${markdown}](${/[\s<>]/.test(address) || address === '' ? `<${address.replace(/[<>\s]/g, encodeURIComponent)}>` : address.replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`;
}

/** A cell's markdown on one line. Pipes in texts are escaped already. */
export function escapeCell(markdown: string): string {
  return markdown.replace(/[\r\n]+/g, ' ');
}
