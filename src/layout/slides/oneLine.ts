/** Text for places that hold one paragraph: line breaks, of any script, become spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').trim();
}
