/** Three parts of a colour, whatever the colour space. */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** A way to see colours. */
export interface Vision {
  /** As messages name it; absent for the sight of most people. */
  readonly deficiency?: string;
  /** Linear sRGB as it is seen. */
  readonly seen: Matrix;
}

/** Full dichromacy after Machado, Oliveira and Fernandes (2009). */
export const visions: readonly Vision[] = [
  {
    seen: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  },
  {
    deficiency: 'red-blind people',
    seen: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  },
  {
    deficiency: 'green-blind people',
    seen: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  },
  {
    deficiency: 'blue-blind people',
    seen: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  },
];

const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];

const toOklab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** Oklab of a colour `#rrggbb`: there, colours that look alike lie close, whatever their hue. */
export function oklabOf(hex: string, { seen }: Vision): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  const rgb: Triple = [linear(value >> 16), linear((value >> 8) & 255), linear(value & 255)];
  const visible = map(multiply(seen, rgb), (part) => Math.min(1, Math.max(0, part)));
  return multiply(toOklab, map(multiply(toCones, visible), Math.cbrt));
}

/** How different two colours look: 0 the same, 1 black and white. */
export function colorDistance([a, b, c]: Triple, [x, y, z]: Triple): number {
  return Math.hypot(a - x, b - y, c - z);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function map([a, b, c]: Triple, change: (part: number) => number): Triple {
  return [change(a), change(b), change(c)];
}

function multiply(matrix: Matrix, [x, y, z]: Triple): Triple {
  return map([0, 1, 2], (row) => {
    const [a, b, c] = matrix[row] ?? [0, 0, 0];
    return a * x + b * y + c * z;
  });
}
