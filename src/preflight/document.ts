import { findGhostscript } from '../ghostscript/find.ts';
import { GhostscriptFailed } from '../ghostscript/unavailable.ts';
import { SHOP_DPI, type Shop, shopPage } from '../design/shops.ts';
import { cardSizes } from '../design/sizes.ts';
import { hasIntent, isRgb } from '../outputs/print/shops/checkConversion.ts';
import { PdfDocument } from '../pdf/document.ts';
import { type Painted, type PaintedText, readPainted } from '../pdf/painted.ts';
import { boxAt, listAt, PdfSyntaxError, textAt } from '../pdf/values.ts';
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

const MM_PER_PT = 25.4 / 72;
/** pt. Boxes are written with four to six digits. */
const BOX_TOLERANCE = 0.01;
/** Enough to see whether an edge is painted. */
const LOOK_DPI = 144;

type Box = readonly [number, number, number, number];

interface Page {
  readonly number: number;
  readonly media?: Box;
  readonly bleed?: Box;
  readonly trim?: Box;
  readonly painted: Painted;
  readonly annotations: number;
}

/** Measures a PDF for a service that prints from one, page by page. */
export async function checkDocument(order: PreflightOrder, file: PreflightFile): Promise<Requirement[]> {
  const bytes = await file.read();
  try {
    return await measured(order, bytes);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return [requirement('file form', FORM, error.message, false, file.name)];
  }
}

const FORM = 'PDF that is not encrypted';

async function measured(order: PreflightOrder, bytes: Uint8Array): Promise<Requirement[]> {
  const document = await PdfDocument.read(bytes);
  const pages = pagesOf(document);
  const { shop } = order;
  return [
    requirement('file form', FORM, document.encrypted ? 'encrypted' : 'PDF', !document.encrypted),
    ...count(shop, pages),
    trimSize(order, pages),
    bleedBoxes(shop, pages),
    await bleedPainted(shop, bytes),
    ...text(shop, pages),
    fonts(pages),
    pictures(pages),
    links(pages),
    ...(shop.pdfx || order.pdfx === true ? pdfx(document, pages) : []),
  ];
}

function pagesOf(document: PdfDocument): Page[] {
  return document.pages().map((page, index) => {
    const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => boxAt(page, name));
    return {
      number: index + 1,
      ...(media && { media }),
      ...(bleed && { bleed }),
      ...(trim && { trim }),
      painted: readPainted(document, page),
      annotations: listAt(page, 'Annots').length,
    };
  });
}

function count(shop: Shop, pages: readonly Page[]): Requirement[] {
  const wanted = shop.first === 'back' ? 'back and front by turns' : 'front and back by turns';
  const told = pairsOf(pages);
  const odd = told.find(({ order }) => order !== shop.first && order !== 'either');
  const right = told.filter(({ order }) => order === shop.first || order === 'either').length;
  return [
    requirement('pages', 'two for each card', String(pages.length), pages.length > 0 && pages.length % 2 === 0),
    requirement(
      'order',
      wanted,
      told.length === 0 ? 'the pages do not tell' : `${right} of ${told.length} pairs`,
      told.length === 0 ? undefined : odd === undefined,
      odd && `page ${odd.page}`,
    ),
  ];
}

/** What pairs of pages tell: which side comes first, or that they are no pair. */
interface Pair {
  readonly page: number;
  readonly order: 'front' | 'back' | 'either' | 'stranger';
}

/**
 * Both sides of a card show its id, the front larger. Where a persona goes on over several cards, later ones have
 * roles on both sides, which tell no order.
 */
function pairsOf(pages: readonly Page[]): Pair[] {
  const pairs: Pair[] = [];
  let before = '';
  for (let at = 0; at + 1 < pages.length; at += 2) {
    const [one, other] = [pages[at], pages[at + 1]].map((page) => page && largest(page));
    if (one === undefined || other === undefined) continue;
    const isFirst = one.size >= other.size;
    const id = (isFirst ? one : other).text.trim();
    const behind = pages[isFirst ? at + 1 : at]?.painted.texts ?? [];
    const isPair = behind.some(({ text: words }) => words.includes(id));
    const tells = Math.abs(one.size - other.size) > 0.1 && id !== before;
    pairs.push({ page: at + 1, order: isPair ? (tells ? (isFirst ? 'front' : 'back') : 'either') : 'stranger' });
    before = id;
  }
  return pairs;
}

const largest = ({ painted }: Page): PaintedText | undefined => least(painted.texts, ({ size }) => -size);

function trimSize({ shop, card }: PreflightOrder, pages: readonly Page[]): Requirement {
  const sold = (card === undefined ? cardSizes : [card]).flatMap((one) => shopPage(shop, one) ?? []);
  const isAny = card === undefined && shop.cards === undefined;
  const first = pages[0]?.trim;
  const wanted = isAny
    ? 'a TrimBox, the same on every page'
    : sold.map(({ width, height }) => `${rounded(width)} x ${rounded(height)}`).join(' or ') + ' mm';
  const fits = ({ trim }: Page): boolean => {
    if (trim === undefined || first === undefined) return false;
    const [width, height] = sizeOf(trim);
    const among = isAny ? [{ width: sizeOf(first)[0] * MM_PER_PT, height: sizeOf(first)[1] * MM_PER_PT }] : sold;
    return among.some(
      (one) =>
        Math.abs(one.width / MM_PER_PT - width) <= BOX_TOLERANCE &&
        Math.abs(one.height / MM_PER_PT - height) <= BOX_TOLERANCE,
    );
  };
  const odd = pages.find((page) => !fits(page));
  const shown = (odd ?? pages[0])?.trim;
  const measured =
    shown === undefined
      ? 'no TrimBox'
      : sizeOf(shown)
          .map((length) => rounded(length * MM_PER_PT, 3))
          .join(' x ');
  return requirement(
    'trim size',
    wanted,
    shown === undefined ? measured : `${measured} mm`,
    odd === undefined,
    odd && `page ${odd.number}`,
  );
}

const sizeOf = ([left, bottom, right, top]: Box): [number, number] => [right - left, top - bottom];

/** The page ends where the bleed ends, the same width on each edge. */
function bleedBoxes(shop: Shop, pages: readonly Page[]): Requirement {
  const widths = pages.map((page) => ({ page, edges: bleedOf(page) }));
  const off = ({ edges }: (typeof widths)[number]): number =>
    Math.max(...edges.map((edge) => Math.abs(edge - shop.bleed / MM_PER_PT)));
  const worst = least(widths, (one) => -off(one));
  const met = worst !== undefined && off(worst) <= BOX_TOLERANCE;
  const edges = worst?.edges ?? [];
  const measured = edges.some(Number.isNaN)
    ? 'a box is missing'
    : `${[...new Set(edges.map((edge) => rounded(edge * MM_PER_PT, 3)))].join(', ')} mm`;
  return requirement(
    'bleed in boxes',
    `MediaBox and BleedBox ${rounded(shop.bleed, 3)} mm outside the TrimBox`,
    measured,
    met,
    met ? undefined : worst && `page ${worst.page.number}`,
  );
}

function bleedOf({ media, bleed, trim }: Page): number[] {
  if (trim === undefined) return [Number.NaN];
  return [media, bleed].flatMap((box) =>
    box === undefined ? [Number.NaN] : [trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3]],
  );
}

/** Seen in pictures of the pages, which Ghostscript draws. */
async function bleedPainted(shop: Shop, bytes: Uint8Array): Promise<Requirement> {
  const wanted = 'colour at the cut goes on to the edge of the page';
  if (findGhostscript() === undefined) {
    return requirement('bleed', wanted, 'seen with Ghostscript only, which is not installed', undefined);
  }
  const { drawPages } = await import('../ghostscript/drawPages.ts');
  const { readPixels } = await import('../images/pixels.ts');
  const seen: { page: number; edge: EdgeCover }[] = [];
  try {
    await drawPages(bytes, LOOK_DPI, async (picture, index) => {
      const covers = edgeCovers(await readPixels(picture), (shop.bleed / 25.4) * LOOK_DPI);
      seen.push(...covers.map((edge) => ({ page: index + 1, edge })));
    });
  } catch (error) {
    if (!(error instanceof GhostscriptFailed)) throw error;
    return requirement('bleed', wanted, 'Ghostscript cannot draw the pages', undefined);
  }
  return bleedRequirement('page', seen, ({ page }) => `page ${page}`);
}

function text(shop: Shop, pages: readonly Page[]): Requirement[] {
  const texts = pages.flatMap(({ number, trim, painted }) =>
    trim === undefined ? [] : painted.texts.map((one) => ({ number, one, near: nearness(one, trim) * MM_PER_PT })),
  );
  const nearest = least(texts, ({ near }) => near);
  const smallest = least(texts, ({ one }) => one.size);
  const safe = safeWanted(shop);
  const readable = `at least ${SMALLEST_TYPE} pt`;
  if (nearest === undefined || smallest === undefined) {
    const isFlat = pages.some(({ painted }) => painted.pictures.length > 0);
    const none = isFlat ? 'the pages are pictures, which do not tell' : 'no text is found';
    return [
      requirement('text in the safe area', safe, none, undefined),
      requirement('smallest text', readable, none, undefined),
    ];
  }
  const isSafe = nearest.near >= shop.safe - SAFE_TOLERANCE;
  const isLarge = smallest.one.size >= SMALLEST_TYPE - 0.05;
  return [
    requirement(
      'text in the safe area',
      safe,
      `${rounded(nearest.near)} mm`,
      isSafe,
      isSafe ? undefined : placeOf(nearest),
    ),
    requirement(
      'smallest text',
      readable,
      `${rounded(smallest.one.size)} pt`,
      isLarge,
      isLarge ? undefined : placeOf(smallest),
    ),
  ];
}

const nearness = ({ box }: PaintedText, trim: Box): number =>
  Math.min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3]);

const placeOf = ({ number, one }: { number: number; one: PaintedText }): string =>
  `page ${number}: ${one.text.trim().slice(0, 40)}`;

function fonts(pages: readonly Page[]): Requirement {
  const all = pages.flatMap(({ number, painted }) => painted.fonts.map((font) => ({ number, font })));
  const drawn = all.find(({ font }) => font.type === 'Type3');
  const missing = all.find(({ font }) => font.type !== 'Type3' && !font.embedded);
  const names = [...new Set(all.map(({ font }) => font.name))].sort().join(', ');
  const odd = drawn ?? missing;
  const measured =
    drawn !== undefined
      ? 'a Type 3 font'
      : missing !== undefined
        ? `${missing.font.name} is not embedded`
        : names || 'no fonts';
  return requirement('fonts', 'embedded, none of Type 3', measured, odd === undefined, odd && `page ${odd.number}`);
}

function pictures(pages: readonly Page[]): Requirement {
  const all = pages.flatMap(({ number, painted }) => painted.pictures.map(({ dpi }) => ({ number, dpi })));
  const worst = least(all, ({ dpi }) => dpi);
  const met = worst === undefined || worst.dpi >= SHOP_DPI - 1;
  const measured = worst === undefined ? 'no pictures' : `${rounded(worst.dpi, 0)} dpi`;
  return requirement(
    'resolution of pictures',
    `at least ${SHOP_DPI} dpi`,
    measured,
    met,
    met ? undefined : `page ${worst?.number}`,
  );
}

function links(pages: readonly Page[]): Requirement {
  const odd = pages.find(({ annotations }) => annotations > 0);
  const sum = pages.reduce((total, { annotations }) => total + annotations, 0);
  return requirement('links and notes', 'none', String(sum), odd === undefined, odd && `page ${odd.number}`);
}

function pdfx(document: PdfDocument, pages: readonly Page[]): Requirement[] {
  const version = textAt(document.information, 'GTS_PDFXVersion') ?? 'no PDF/X';
  const rgb = pages.find(({ painted }) => [...painted.colors].some(isRgb));
  const clear = pages.find(({ painted }) => painted.transparent);
  const colors = [...new Set(pages.flatMap(({ painted }) => [...painted.colors]))].sort().join(', ');
  return [
    requirement('PDF/X', 'PDF/X-1a:2003', version, version.startsWith('PDF/X-1a')),
    requirement('inks', 'an output intent for print', hasIntent(document) ? 'there' : 'missing', hasIntent(document)),
    requirement('colours', 'no RGB', colors, rgb === undefined, rgb && `page ${rgb.number}`),
    requirement(
      'transparency',
      'none',
      clear === undefined ? 'none' : 'there',
      clear === undefined,
      clear && `page ${clear.number}`,
    ),
  ];
}
