import type { MatrixCell, MatrixHead } from '../../deck/matrices/model.ts';
import { pt } from '../../design/units.ts';
import type { SetText, TextLook, TextSetter } from '../diagrams/setText.ts';
import { lineOf } from '../diagrams/sizes.ts';
import type { PlacedSign, PlacedSigns } from './model.ts';
import { signPieces } from './signs.ts';
import { looks, matrixSizes } from './sizes.ts';

/** Texts of a head one below the other, as they are set in a width. */
export interface HeadFace {
  readonly short?: SetText;
  readonly text?: SetText;
  readonly note?: SetText;
  readonly height: number;
}

/** Of a column: the short name above the name. */
export function columnFace({ short, text, note }: MatrixHead, width: number, setter: TextSetter): HeadFace {
  return faceOf(
    short === undefined ? undefined : setter.set(short, looks.strong, width),
    setter.set(text, short === undefined ? looks.strong : looks.note, width),
    note === undefined ? undefined : setter.set(note, looks.note, width),
  );
}

/** Of a row: the short name before the name. */
export function rowFace({ short, text, note }: MatrixHead, width: number, setter: TextSetter): HeadFace {
  return faceOf(
    undefined,
    setter.set(short === undefined ? text : `${short} ${text}`, looks.text, width),
    note === undefined ? undefined : setter.set(note, looks.note, width),
  );
}

function faceOf(short: SetText | undefined, text: SetText, note: SetText | undefined): HeadFace {
  const parts = [short, text, note];
  return {
    ...(short === undefined ? {} : { short }),
    text,
    ...(note === undefined ? {} : { note }),
    height: parts.reduce((sum, part) => sum + (part?.height ?? 0), 0),
  };
}

/** Every text that heads and cells are set with. */
export function* textsOfHead({ short, text, note }: MatrixHead): Generator<readonly [string, TextLook]> {
  for (const look of [looks.text, looks.strong, looks.note]) {
    yield [short === undefined ? text : `${short} ${text}`, look];
  }
  if (note !== undefined) yield [note, looks.note];
}

export function* textsOfCell({
  sign,
  note,
}: Pick<MatrixCell, 'sign' | 'note'>): Generator<readonly [string, TextLook]> {
  for (const piece of signPieces(sign)) {
    if (piece.kind === 'letters') yield* [looks.text, looks.strong].map((look) => [piece.text, look] as const);
  }
  if (note !== undefined) yield [note, looks.note];
}

/** Signs side by side, not yet at a place. */
export interface SignFace {
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly pieces: readonly { readonly width: number; readonly piece: PlacedSign['piece'] }[];
}

export function signFace(sign: string, bold: boolean, setter: TextSetter): SignFace {
  const look = bold ? looks.strong : looks.text;
  const pieces = signPieces(sign).map((piece) => ({
    piece,
    width: piece.kind === 'drawn' ? look.size * matrixSizes.sign : setter.set(piece.text, look).width,
  }));
  const gaps = Math.max(0, pieces.length - 1) * look.size * matrixSizes.signGap;
  return {
    pieces,
    bold,
    height: pieces.length === 0 ? 0 : lineOf(look.size),
    width: pieces.reduce((sum, { width }) => sum + width, gaps),
  };
}

/** At a place: `x` is the left edge, `y` the top. From right to left the first piece is the last. */
export function placedSigns(face: SignFace, x: number, y: number, direction: 'ltr' | 'rtl'): PlacedSigns {
  const { size } = looks.text;
  let at = x;
  const pieces = (direction === 'rtl' ? face.pieces.toReversed() : face.pieces).map(({ width, piece }) => {
    const placed: PlacedSign = { x: pt(at), width: pt(width), piece };
    at += width + size * matrixSizes.signGap;
    return placed;
  });
  return { y: pt(y + face.height / 2), size: pt(size), bold: face.bold, pieces };
}
