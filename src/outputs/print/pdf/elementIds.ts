/**
 * Numbers the ids of tagged elements anew, in place. Chromium names table headers after its own node numbers
 * (`node00000022`), which count on with everything that the page showed before: the same content printed twice would
 * differ. Their order is kept, because the tree of names in the PDF is sorted.
 */
export function renumberElementIds(bytes: Buffer, text: string): void {
  const found = [...text.matchAll(/\(node(\d{8,})\)/g)];
  const sorted = [...new Set(found.map(([, digits]) => Number(digits)))].sort((one, other) => one - other);
  const numbers = new Map(sorted.map((original, index) => [original, index + 1]));
  for (const { index, 1: digits = '' } of found) {
    const number = String(numbers.get(Number(digits))).padStart(digits.length, '0');
    bytes.write(number, index + '(node'.length, 'latin1');
  }
}
