import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { composeDeck } from '../deck/compose.ts';
import type { LinkPolicy } from '../deck/links.ts';
import type { Deck } from '../deck/model.ts';
import type { BrandTemplate } from '../design/brand/model.ts';
import type { CardSize, Design, Theme } from '../design/design.ts';
import { type FontSet, fontsFor } from '../design/fonts.ts';
import { loadLabels } from '../design/locale.ts';
import { loadTemplates, type Templates } from '../html/templates.ts';
import type { SlideFormat } from '../layout/slides/format/model.ts';
import { ownFormat } from '../layout/slides/format/ownFormat.ts';
import type { Codes } from '../layout/cards/codes.ts';
import type { PictureLook } from '../outputs/cardPicture.ts';
import type { PrintSetup } from '../outputs/print/setup.ts';
import type { ShopOrder } from '../outputs/print/shops/order.ts';
import type { SiteLook } from '../outputs/site/input.ts';
import { wideCard } from '../layout/cards/fitWide.ts';
import type { PngExtra } from '../schema/png.ts';
import type { Settings, WikiFlavour } from '../schema/settings.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Workload } from '../workload/model.ts';
import {
  type BuildChoices,
  chosenCard,
  chosenLinkBase,
  chosenOutputs,
  chosenPaper,
  chosenWikis,
  showsCards,
} from './choices.ts';
import { chosenCodes, codesWithoutBase } from './codeFindings.ts';
import { chosenPictures } from './pngChoices.ts';
import { checkSheets, chosenPrint } from './printChoices.ts';
import { chosenLook, type Look } from './chosenLook.ts';
import { shopOrders } from './shopChoices.ts';
import { siteLook } from './siteLook.ts';
import { UsageError } from './usageError.ts';

/** Everything that decides what is built, before anything is measured. */
export interface Prepared extends Pick<Look, 'remarks' | 'sources'> {
  readonly deck: Deck;
  readonly design: Design;
  readonly fonts: FontSet;
  readonly templates: Templates;
  readonly workshop: WorkshopLook;
  /** What the site looks like, where there is to be one. */
  readonly site?: SiteLook;
  readonly policy: LinkPolicy;
  /** QR codes on cards; none when absent. */
  readonly codes?: Codes;
  readonly print: PrintSetup;
  /** What PNG cards are like. */
  readonly pictureLook: PictureLook;
  /** What is made besides PNG cards. */
  readonly pngExtras: readonly PngExtra[];
  /** What wide pictures look like, when some are made. */
  readonly wide?: Design;
  /** Wikis that pages are made for. */
  readonly wikis: readonly WikiFlavour[];
  /** Whether pictures in wikis without image maps are cut into strips that lead to components. */
  readonly slicedPictures: boolean;
  /** Files for print services. */
  readonly shops: readonly ShopOrder[];
}

/** What the workshop deck looks like: as everything else does, or as a company's template says. */
export interface WorkshopLook {
  readonly design: Design;
  readonly fonts: FontSet;
  readonly format: SlideFormat;
  readonly template?: BrandTemplate;
}

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] };

/**
 * Chooses the design and composes the deck. `findings` are what pages may show besides it. Throws `UsageError` for
 * names that do not exist.
 */
export async function prepare(
  root: string,
  workload: Workload,
  choices: BuildChoices,
  settings: Settings,
  findings: readonly Diagnostic[] = [],
): Promise<Preparation> {
  const choice = await chosenLook(root, choices, settings);
  if (!choice.ok) return choice;
  const { theme, brand, remarks, sources } = choice.look;
  const { language } = workload;
  const labels = loadLabels(language);
  const print = chosenPrint(choices, settings);
  const parts = {
    labels,
    language,
    card: chosenCard(choices, settings, print.stock),
    paper: chosenPaper(choices, settings, print.stock),
  };
  const outputs = chosenOutputs(choices, settings);
  if (outputs.includes('print')) checkSheets(parts, print);
  const deck = composeDeck(workload, labels);
  const lookOf = (shown: Theme): { design: Design; fonts: FontSet } => ({
    design: designOf({ theme: shown, ...parts }),
    fonts: fontsFor(shown, textsOf(deck, labels), root),
  });
  const look = lookOf(theme);
  const withPrint = outputs.includes('print');
  if (!withPrint && (choices.shops !== undefined || choices.pdfx !== undefined)) {
    throw new UsageError('Files for print services are part of the output print', 'name it: --only print');
  }
  const designFor = (card: CardSize): Design => designOf({ theme, ...parts, card });
  const orders = withPrint ? await shopOrders(root, choices, settings, look.design, designFor) : [];
  const shownBesides = [workload.rbacFiles.map(({ text }) => text), findings];
  const site = outputs.includes('site') ? await siteLook(root, theme, textsOf(deck, labels, shownBesides)) : undefined;
  if (site?.ok === false) return site;
  const base = chosenLinkBase(choices, settings);
  const codes = chosenCodes(settings, base);
  const pngExtras = outputs.includes('png') ? (settings.png?.also ?? []) : [];
  const hasCards = showsCards(outputs);
  return {
    ok: true,
    prepared: {
      remarks: [...remarks, ...(hasCards ? codesWithoutBase(settings, base) : [])],
      sources,
      deck,
      ...look,
      workshop:
        brand === undefined
          ? { ...look, format: ownFormat }
          : { ...lookOf(brand.theme), format: brand.format, template: brand.template },
      ...(site === undefined ? {} : { site: site.look }),
      templates: loadTemplates(join(root, 'templates')),
      print,
      pictureLook: chosenPictures(choices, settings),
      pngExtras,
      ...(pngExtras.includes('wide') ? { wide: designFor(wideCard) } : {}),
      shops: orders,
      wikis: chosenWikis(choices, settings),
      slicedPictures: settings.wiki?.slices ?? false,
      ...(codes !== undefined && hasCards ? { codes } : {}),
      policy: {
        ...(base === undefined ? {} : { base }),
        ...(settings.links?.rbac === undefined ? {} : { rbac: settings.links.rbac }),
      },
    },
  };
}

function designOf(parts: Omit<Design, 'digest'>): Design {
  return { ...parts, digest: createHash('sha256').update(JSON.stringify(parts)).digest('hex') };
}

/** Every text that may be painted, in reading order: their characters choose the fonts. What is shared is gone through once. */
function* textsOf(...values: unknown[]): Generator<string> {
  const left = values.reverse();
  const seen = new Set<object>();
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string') yield one;
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const part of Object.values(one).reverse()) left.push(part);
  }
}
