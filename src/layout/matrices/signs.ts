/** Signs that are drawn, since few fonts have them all, and each font in another size. Each is one character. */
export const drawnSigns = ['●', '○', '◐', '—', '→', '←', '↔'] as const;
export type DrawnSign = (typeof drawnSigns)[number];

/** A sign, or letters between signs. */
export type SignPiece =
  | { readonly kind: 'drawn'; readonly sign: DrawnSign }
  | { readonly kind: 'letters'; readonly text: string };

const isDrawn = (character: string): character is DrawnSign => (drawnSigns as readonly string[]).includes(character);

/** A cell's signs as pieces: `● R ◐ W` has four. A space between pieces counts for nothing. */
export function signPieces(signs: string): SignPiece[] {
  const pieces: SignPiece[] = [];
  let letters = '';
  const flush = (): void => {
    const text = letters.replaceAll('\u00a0', ' ').trim();
    if (text !== '') pieces.push({ kind: 'letters', text });
    letters = '';
  };
  for (const character of signs) {
    if (!isDrawn(character)) letters += character;
    else {
      flush();
      pieces.push({ kind: 'drawn', sign: character });
    }
  }
  flush();
  return pieces;
}
