/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, in formats without types such as CSV.
 * What already begins with apostrophes and such a sign gets one more, so that reading takes off just what was put on.
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guardFormula` off again. */
export function unguardFormula(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r])/, '');
}
