/** Widths of bold type in type sizes, on the wide side: a title is broken too early rather than cut. */
const WIDE = 1.05;
const CAPITAL = 0.78;
const OTHER = 0.6;

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => {
    if (/[^\u0000-\u2fff]/u.test(sign)) return sum + WIDE;
    return sum + (/[\p{Lu}mw@%&—…]/u.test(sign) ? CAPITAL : OTHER);
  }, 0);

/** A title in lines that fit `width`: not measured, since it stands in files only, and there is room to the right of it. */
export function headingLines(title: string, width: number, size: number): string[] {
  const most = width / size;
  const lines: string[] = [];
  for (const word of title.split(/\s+/).flatMap((one) => pieces(one, most))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word in as many pieces as it takes. */
function pieces(word: string, most: number): string[] {
  const parts: string[] = [];
  for (const sign of word) {
    const last = parts.at(-1);
    if (last !== undefined && widthOf(last + sign) <= most) parts[parts.length - 1] = last + sign;
    else parts.push(sign);
  }
  return parts;
}
