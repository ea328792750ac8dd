import type { CardSize, PaperSize } from './design.ts';
import { type Mm, mm } from './units.ts';

const card = (name: string, width: number, height: number): CardSize => ({
  name,
  width: mm(width),
  height: mm(height),
});

/**
 * Trim sizes by their trade names, upright. Playing-card sizes are those that card printers publish; `index-*` are ruled
 * cards sold in inches, `business-us` is 2 x 3.5 in; A sizes are ISO 216.
 */
export const cardSizes: readonly CardSize[] = [
  card('tarot', 69.85, 120.65),
  card('poker', 63.5, 88.9),
  card('euro-poker', 63, 88),
  card('bridge', 57.15, 88.9),
  card('jumbo', 88.9, 139.7),
  card('a7', 74, 105),
  card('a6', 105, 148),
  card('a5', 148, 210),
  card('index-3x5', 76.2, 127),
  card('index-4x6', 101.6, 152.4),
  card('business-us', 50.8, 88.9),
  card('business-eu', 55, 85),
  card('mini', 44.45, 63.5),
];

/** The least lengths of the shorter and the longer edge: below, a line of 7 pt holds no long word. */
export const smallestCard = { shorter: mm(44), longer: mm(63) };

const paper = (name: string, width: number, height: number): PaperSize => ({
  name,
  width: mm(width),
  height: mm(height),
});

/** ISO 216 and ANSI sheets, upright. */
export const paperSizes: readonly PaperSize[] = [
  paper('a4', 210, 297),
  paper('letter', 215.9, 279.4),
  paper('a3', 297, 420),
  paper('tabloid', 279.4, 431.8),
];

/** What printers in Europe ask for around the trim; 1/8 in elsewhere is 0.175 mm more. */
export const bleed: Mm = mm(3);
/** Nothing that must be read stands closer to the trim than 1/8 in, the margin that card printers ask for. */
export const safeMargin: Mm = mm(3.175);

/** How far from the trim everything on a card stands that must be read. */
export function safeOf({ safe }: Pick<CardSize, 'safe'>): Mm {
  return safe ?? safeMargin;
}

/** The strip along the paper's edge that office printers leave white. */
export const printerMargin: Mm = mm(5);

/** Both edges exchanged where they are not as asked: a landscape card is wider than high. */
export function oriented<T extends { readonly width: Mm; readonly height: Mm }>(
  size: T,
  orientation: Orientation | undefined,
): T {
  if (orientation === undefined || isLandscape(size) === (orientation === 'landscape')) return size;
  return { ...size, width: size.height, height: size.width };
}

/** Whether a card has the design with the band at its side. */
export function isLandscape({ width, height }: { readonly width: Mm; readonly height: Mm }): boolean {
  return width > height;
}

export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];
