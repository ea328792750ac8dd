import { type Mm, mm } from './units.ts';

/** A service that prints cards from files, and what it asks of them. */
export interface Shop {
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  /** `png`: a picture for each side. `pdf`: one file, a page for each side. */
  readonly form: 'png' | 'pdf';
  /** Width that colour runs over the cut. */
  readonly bleed: Mm;
  /** Nothing that must be read stands closer to the cut. */
  readonly safe: Mm;
  /** Trim sizes that it is known to sell, by the names of our card sizes; absent where it cuts any size. */
  readonly cards?: readonly ShopCard[];
  /** Whether it takes landscape cards as they are, or turned upright, or not at all. */
  readonly landscape: 'kept' | 'turned' | 'refused';
  /** Which side of a card comes first in a PDF. */
  readonly first: 'front' | 'back';
  /** Whether it takes nothing but PDF/X-1a. */
  readonly pdfx: boolean;
  /** Where the figures are from. */
  readonly source: string;
}

/** A card size that a shop sells, with the picture or page it asks for in dots of 1/300 inch. */
export interface ShopCard {
  readonly card: string;
  readonly width: number;
  readonly height: number;
}

/** Dots an inch of pictures for shops. */
export const SHOP_DPI = 300;

const EIGHTH_INCH = mm(3.175);
/** 36 dots: a hair less than the 1/8 in that the service speaks of, and what its pixel sizes say. */
const DOTS_36 = mm((36 / SHOP_DPI) * 25.4);

const sizes = (list: Readonly<Record<string, readonly [number, number]>>): ShopCard[] =>
  Object.entries(list).map(([card, [width, height]]) => ({ card, width, height }));

const pixelShop = (name: string, title: string): Shop => ({
  name,
  title,
  form: 'png',
  bleed: DOTS_36,
  safe: DOTS_36,
  cards: sizes({
    poker: [822, 1122],
    bridge: [747, 1122],
    tarot: [897, 1497],
    'business-us': [672, 1122],
    mini: [597, 822],
  }),
  landscape: 'turned',
  first: 'front',
  pdfx: false,
  source: 'pixel sizes of makeplayingcards.com; bleed and safe area as in mpc-autofill',
});

/** The services that files can be made for. */
export const shops: readonly Shop[] = [
  pixelShop('makeplayingcards', 'MakePlayingCards'),
  pixelShop('printerstudio', 'PrinterStudio'),
  {
    name: 'thegamecrafter',
    title: 'The Game Crafter',
    form: 'png',
    bleed: EIGHTH_INCH,
    safe: EIGHTH_INCH,
    cards: sizes({
      poker: [825, 1125],
      bridge: [750, 1125],
      tarot: [900, 1500],
      jumbo: [1125, 1725],
      'business-us': [675, 1125],
    }),
    landscape: 'turned',
    first: 'front',
    pdfx: false,
    source: 'products of thegamecrafter.com; cut and safe area as in the layouts of Squib',
  },
  {
    name: 'drivethrucards',
    title: 'DriveThruCards',
    form: 'pdf',
    bleed: EIGHTH_INCH,
    safe: EIGHTH_INCH,
    cards: sizes({ poker: [825, 1125] }),
    landscape: 'refused',
    first: 'back',
    pdfx: true,
    source: 'help for publishers of DriveThruCards',
  },
  {
    name: 'offset',
    title: 'European offset printers',
    form: 'pdf',
    bleed: mm(3),
    safe: mm(4),
    landscape: 'kept',
    first: 'front',
    pdfx: false,
    source: 'data sheets of MB Print',
  },
];

/** A side of a card as a shop wants it. */
export interface ShopPage {
  /** The trim, without the bleed. */
  readonly width: Mm;
  readonly height: Mm;
  /** With the bleed, in dots of 1/300 inch. */
  readonly dots: { readonly width: number; readonly height: number };
}

/**
 * What a shop wants for a card size, upright or landscape; undefined where it is not known to sell it. A card of the
 * same measures is the same, whatever its name.
 */
export function shopPage(
  { cards, bleed }: Shop,
  card: { readonly width: Mm; readonly height: Mm },
): ShopPage | undefined {
  const { width, height } = card;
  const dotsOf = (length: number): number => Math.round(((length + 2 * bleed) / 25.4) * SHOP_DPI);
  const dots = { width: dotsOf(width), height: dotsOf(height) };
  if (cards === undefined) return { width, height, dots };
  const known = cards.some(
    (one) =>
      (one.width === dots.width && one.height === dots.height) ||
      (one.width === dots.height && one.height === dots.width),
  );
  return known ? { width, height, dots } : undefined;
}
