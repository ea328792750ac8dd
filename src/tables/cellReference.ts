/** `A`, `B`, ... `Z`, `AA`; columns count from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** `A1:C4` of two corners, counted from 0. */
export function rangeRef(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string {
  return `${columnLetters(firstColumn)}${firstRow + 1}:${columnLetters(lastColumn)}${lastRow + 1}`;
}
