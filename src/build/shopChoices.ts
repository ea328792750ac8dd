import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { CardSize, Design } from '../design/design.ts';
import { type Shop, shopPage, shops } from '../design/shops.ts';
import { cardSizes, isLandscape, safeOf } from '../design/sizes.ts';
import { asList } from '../schema/fields.ts';
import type { Settings } from '../schema/settings.ts';
import { Confinement } from '../source/confine.ts';
import type { PdfxWish, ShopOrder } from '../outputs/print/shops/order.ts';
import { type BuildChoices, known } from './choices.ts';
import { UsageError } from './usageError.ts';

type Print = NonNullable<Settings['print']>;

/** The print services that were asked for. Throws `UsageError` for one that is not known. */
export function chosenShops(named: readonly string[] | undefined, settings: Settings): Shop[] {
  const wanted = (named ?? asList(settings.print?.shop)).map((name) => name.toLowerCase());
  const names = shops.map(({ name }) => name);
  for (const name of wanted) known('print service', name, names);
  return shops.filter(({ name }) => wanted.includes(name));
}

/**
 * What is made for print services. `designFor` gives the design of cards of another size. Throws `UsageError` for a
 * card that a service does not sell.
 */
export async function shopOrders(
  root: string,
  choices: BuildChoices,
  settings: Settings,
  design: Design,
  designFor: (card: CardSize) => Design,
): Promise<ShopOrder[]> {
  const chosen = chosenShops(choices.shops, settings);
  const wish = pdfxWish(choices, settings.print, chosen);
  const pdfx = wish === 'never' ? undefined : await profileOf(root, settings.print);
  const wider = new Map<number, Design>();
  return chosen.map((shop): ShopOrder => {
    const page = sold(shop, design.card);
    // Cards keep to the usual area where a service asks for less.
    const own =
      shop.safe <= safeOf(design.card)
        ? design
        : (wider.get(shop.safe) ?? designFor({ ...design.card, safe: shop.safe }));
    if (own !== design) wider.set(shop.safe, own);
    const converts = shop.form === 'pdf' && (wish === 'always' || (wish === 'asked' && shop.pdfx));
    return { shop, page, design: own, ...(converts && pdfx !== undefined ? { pdfx } : {}) };
  });
}

/** Whether PDFs become PDF/X: always, never, or for the services that ask for it. */
function pdfxWish(
  choices: BuildChoices,
  print: Print | undefined,
  chosen: readonly Shop[],
): 'always' | 'never' | 'asked' {
  const wanted = choices.pdfx ?? print?.pdfx;
  if (wanted === true && !chosen.some(({ form }) => form === 'pdf')) {
    const pdfShops = shops.filter(({ form }) => form === 'pdf').map(({ name }) => name);
    throw new UsageError('PDF/X is made for print services that take PDF', `name one: --shop ${pdfShops.join(' or ')}`);
  }
  return wanted === undefined ? 'asked' : wanted ? 'always' : 'never';
}

function sold(shop: Shop, card: CardSize): ReturnType<typeof shopPage> & object {
  const page = shopPage(shop, card);
  if (page === undefined) {
    const names = shop.cards?.map((one) => one.card).join(', ');
    const called = cardSizes.some(({ name }) => name === card.name) ? `${card.name}, ` : '';
    throw new UsageError(
      `${shop.title} is not known to sell cards of ${called}${card.width} x ${card.height} mm`,
      `choose another card with --card or in the settings: ${names}`,
    );
  }
  if (shop.landscape === 'refused' && isLandscape(card)) {
    throw new UsageError(`${shop.title} takes upright cards only`, 'leave out orientation, or choose portrait');
  }
  return page;
}

/** The profile that the settings name, which lies in the project; Ghostscript's own where they name none. */
async function profileOf(root: string, print: Print | undefined): Promise<PdfxWish> {
  if (print?.iccProfile === undefined) return {};
  const found = await (await Confinement.of(root)).resolve(resolve(root), print.iccProfile);
  if (found.status !== 'found') {
    throw new UsageError(`There is no ICC profile ${print.iccProfile} in the project`, 'mend print.iccProfile');
  }
  const bytes = await readFile(found.absolutePath);
  // Bytes 16 to 20 of a profile name its colours, 36 to 40 what it is (ICC.1).
  if (bytes.toString('latin1', 36, 40) !== 'acsp' || bytes.toString('latin1', 16, 20) !== 'CMYK') {
    throw new UsageError(`The file ${print.iccProfile} is no ICC profile of CMYK inks`, 'mend print.iccProfile');
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { profile: { absolutePath: found.absolutePath, sha256, name: basename(print.iccProfile) } };
}
