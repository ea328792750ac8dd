import { type Shop, SHOP_DPI, type ShopPage, shopPage } from '../design/shops.ts';
import { cardSizes } from '../design/sizes.ts';
import { type PngReading, readPng } from '../images/pixels.ts';
import { readTextInsets, TEXT_INSETS, type TextInsets } from '../outputs/print/shops/textInsets.ts';
import { bleedRequirement, type EdgeCover, edgeCovers } from './edges.ts';
import {
  least,
  type PreflightFile,
  type PreflightOrder,
  type Requirement,
  requirement,
  rounded,
  SAFE_TOLERANCE,
  safeWanted,
  SMALLEST_TYPE,
} from './model.ts';

const MM_PER_DOT = 25.4 / SHOP_DPI;

/** What was seen of one picture. */
interface Seen {
  readonly name: string;
  readonly picture?: Omit<PngReading, 'pixels'>;
  readonly insets?: TextInsets;
  readonly edges: readonly EdgeCover[];
}

/** Measures pictures for a service that prints from pictures: fronts and backs in the order of their names. */
export async function checkPictures(order: PreflightOrder, files: readonly PreflightFile[]): Promise<Requirement[]> {
  const seen: Seen[] = [];
  for (const file of files) seen.push(await look(order.shop, file));
  const page = pageFor(order, seen);
  return [
    ...pairs(seen),
    readable(seen),
    size(order, seen, page),
    density(seen, page),
    written(seen),
    bleed(seen),
    ...text(order.shop, seen),
  ];
}

async function look(shop: Shop, file: PreflightFile): Promise<Seen> {
  const reading = await readPng(await file.read());
  if (reading === undefined) return { name: file.name, edges: [] };
  const { pixels, ...picture } = reading;
  const insets = readTextInsets(reading.texts.get(TEXT_INSETS));
  return {
    name: file.name,
    picture,
    ...(insets === undefined ? {} : { insets }),
    edges: edgeCovers(pixels, shop.bleed / MM_PER_DOT),
  };
}

/** The size that pictures have to have: that of the card that was named, or the nearest that the service sells. */
function pageFor({ shop, card }: PreflightOrder, seen: readonly Seen[]): ShopPage | undefined {
  if (card !== undefined) return upright(shop, card);
  const first = seen.find(({ picture }) => picture !== undefined)?.picture;
  const known = cardSizes.flatMap((one) => upright(shop, one) ?? []);
  // By area in relation: a picture of half the resolution is of the same shape.
  return first === undefined
    ? undefined
    : least(
        known,
        ({ dots }) => Math.abs(Math.log(dots.width / first.width)) + Math.abs(Math.log(dots.height / first.height)),
      );
}

function upright(shop: Shop, { width, height }: NonNullable<PreflightOrder['card']>): ShopPage | undefined {
  const turned = width > height ? { width: height, height: width } : { width, height };
  return shopPage(shop, turned);
}

const isBack = (name: string): boolean => /back/i.test(name);

function pairs(seen: readonly Seen[]): Requirement[] {
  if (seen.length === 1) return [];
  const [fronts, backs] = [seen.filter(({ name }) => !isBack(name)), seen.filter(({ name }) => isBack(name))];
  const bare = ({ name }: Seen): string => (name.split('/').at(-1) ?? '').replace(/front|back/i, '');
  const stray = fronts.find((front, index) => backs[index] === undefined || bare(front) !== bare(backs[index]));
  const lone = stray ?? backs[fronts.length];
  return [
    requirement(
      'order',
      'a back for each front, in the order of names',
      `fronts: ${fronts.length}, backs: ${backs.length}`,
      lone === undefined && fronts.length > 0,
      lone?.name,
    ),
  ];
}

function readable(seen: readonly Seen[]): Requirement {
  const odd = seen.find(({ picture }) => picture?.plainRgb !== true);
  const measured =
    odd === undefined ? 'RGB' : odd.picture === undefined ? 'no PNG file' : 'other colours, or transparent';
  return requirement('file form', 'PNG, RGB of 8 bits, not transparent', measured, odd === undefined, odd?.name);
}

function size({ shop, card }: PreflightOrder, seen: readonly Seen[], page: ShopPage | undefined): Requirement {
  const names = shop.cards?.map((one) => `${one.width} x ${one.height}`).join(', ') ?? '';
  const wanted = page === undefined ? names : `${page.dots.width} x ${page.dots.height}`;
  const odd = seen.find(
    ({ picture }) => picture?.width !== page?.dots.width || picture?.height !== page?.dots.height || page === undefined,
  );
  const shown = (odd ?? seen[0])?.picture;
  const inMm = page && `, cut ${rounded(page.width)} x ${rounded(page.height)} mm`;
  const measured = shown === undefined ? '-' : `${shown.width} x ${shown.height} px`;
  return requirement(
    'size',
    `exactly ${wanted} px${card === undefined ? '' : ` (${card.name})`}`,
    `${measured}${inMm ?? ''}`,
    odd === undefined,
    odd?.name,
  );
}

function density(seen: readonly Seen[], page: ShopPage | undefined): Requirement {
  const dpiOf = ({ picture }: Seen): number =>
    picture === undefined || page === undefined
      ? 0
      : SHOP_DPI * Math.min(picture.width / page.dots.width, picture.height / page.dots.height);
  const worst = least(seen, dpiOf);
  const dpi = worst === undefined ? 0 : dpiOf(worst);
  const met = dpi >= SHOP_DPI - 1;
  return requirement(
    'resolution in print',
    `at least ${SHOP_DPI} dpi`,
    `${rounded(dpi, 0)} dpi`,
    met,
    met ? undefined : worst?.name,
  );
}

function written(seen: readonly Seen[]): Requirement {
  const odd = seen.find(({ picture }) => Math.abs((picture?.dpi ?? 0) - SHOP_DPI) > 1);
  const dpi = (odd ?? seen[0])?.picture?.dpi;
  const measured = dpi === undefined ? 'none' : `${rounded(dpi, 0)} dpi`;
  return requirement('resolution in the file', `${SHOP_DPI} dpi`, measured, odd === undefined, odd?.name);
}

function bleed(seen: readonly Seen[]): Requirement {
  const edges = seen.flatMap(({ name, edges }) => edges.map((edge) => ({ name, edge })));
  return bleedRequirement('picture', edges, ({ name }) => name);
}

/** Of pictures that say how far they are written on. Those of other programs do not. */
function text(shop: Shop, seen: readonly Seen[]): Requirement[] {
  const cut = shop.bleed / MM_PER_DOT;
  const distance = ({ left, top, right, bottom }: TextInsets): number =>
    (Math.min(left, top, right, bottom) - cut) * MM_PER_DOT;
  const told = seen.flatMap(({ name, insets }) => (insets === undefined ? [] : [{ name, insets }]));
  const nearest = least(told, ({ insets }) => distance(insets));
  const smallest = least(told, ({ insets }) => insets.smallest);
  const safe = safeWanted(shop);
  const least7 = `at least ${SMALLEST_TYPE} pt`;
  if (nearest === undefined || smallest === undefined) {
    return [
      requirement('text in the safe area', safe, 'the pictures do not tell', undefined),
      requirement('smallest text', least7, 'the pictures do not tell', undefined),
    ];
  }
  const near = distance(nearest.insets);
  const [isSafe, isLarge] = [near >= shop.safe - SAFE_TOLERANCE, smallest.insets.smallest >= SMALLEST_TYPE - 0.05];
  return [
    requirement('text in the safe area', safe, `${rounded(near)} mm`, isSafe, isSafe ? undefined : nearest.name),
    requirement(
      'smallest text',
      least7,
      `${smallest.insets.smallest} pt`,
      isLarge,
      isLarge ? undefined : smallest.name,
    ),
  ];
}
