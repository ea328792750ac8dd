import { readFile } from 'node:fs/promises';
import { impose } from '../layout/imposition/impose.ts';
import { type CardInput } from '../outputs/cardInput.ts';
import { markdownCard, sitePage } from '../deck/cardPage.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pictureTasks } from '../outputs/diagrams/pictureTasks.ts';
import { planDiagrams } from '../outputs/diagrams/plan.ts';
import { type DiagramPicture, diagramPictures } from '../outputs/diagramPicture.ts';
import { matrixPictures } from '../outputs/matrixPicture.ts';
import { planLeads } from '../outputs/lead/plan.ts';
import { planMarkdown } from '../outputs/markdown/plan.ts';
import { type CardPicture, cardPictures, type PictureInput, widePictures } from '../outputs/cardPicture.ts';
import { planContactSheets } from '../outputs/png/contactSheet.ts';
import { planPng } from '../outputs/png/plan.ts';
import { planCardSlides } from '../outputs/pptx/cards/plan.ts';
import { planPptx } from '../outputs/pptx/plan.ts';
import { planPrint } from '../outputs/print/plan.ts';
import { planShop } from '../outputs/print/shops/plan.ts';
import { impositionOptions } from '../outputs/print/setup.ts';
import { planRbacFiles } from '../outputs/rbacFiles.ts';
import { planWikis } from './wikis.ts';
import { planSite } from '../outputs/site/plan.ts';
import { planTables } from '../outputs/tables/plan.ts';
import { type Sources, sourcesOf } from '../outputs/sources.ts';
import { sharePictures, type Task } from '../outputs/task.ts';
import type { OutputName } from '../schema/settings.ts';
import type { Workload } from '../workload/model.ts';
import type { FittedDeck } from './fit.ts';
import type { Pictures } from './pictures.ts';
import type { Prepared } from './prepare.ts';
import type { Reprint } from './reprint.ts';

export interface PlanInput extends Prepared {
  readonly fitted: FittedDeck;
  readonly outputs: readonly OutputName[];
  /** Folder that is built into, as it was left by the last build. */
  readonly out: string;
  readonly workload: Workload;
  readonly pictures: Pictures;
  /** Which cards are printed; all when absent. */
  readonly reprint?: Reprint;
  /** What the checks found; waived findings are marked. */
  readonly findings: readonly Diagnostic[];
  /** Files that every artifact depends on. */
  readonly shared: readonly string[];
}

/**
 * Every artifact of the chosen outputs, PDFs first: what slides leave in memory is not held while pages are. The RBAC
 * files come with any output, since all of them lead there.
 */
export async function planAll(input: PlanInput): Promise<Task[]> {
  const { deck, design, fonts, templates, workshop, policy, print, fitted, outputs, workload, pictures } = input;
  const sources = sourcesOf(workload, input.shared);
  const cards: CardInput = {
    deck,
    cards: fitted.cards?.cards ?? [],
    design,
    fonts,
    templates,
    policy,
    sources,
    picture: async (image) => (await pictures.load(image)).dataUri,
  };
  const { slides, cardSlides, places } = fitted;
  const drawn = places && { ...cards, places, look: input.pictureLook };
  const imposition = impose(impositionOptions(design, print));
  return sharePictures([
    ...(outputs.includes('print') ? planPrinted(cards, input) : []),
    ...(slides === undefined ? [] : planPptx({ ...workshop, deck, slides, policy, sources, pictures })),
    ...(cardSlides === undefined
      ? []
      : planCardSlides({
          deck,
          cards: cardSlides,
          imposition,
          backOffset: print.backOffset,
          design,
          policy,
          sources,
          pictures,
        })),
    ...(drawn === undefined || !outputs.includes('png') ? [] : planPictures(drawn, input, sources)),
    ...(await planDescriptions(input, sources)),
    ...(outputs.includes('tables')
      ? planTables({ workload, deck, design, policy, sources, withCards: outputs.includes('markdown') })
      : []),
    ...(outputs.includes('diagrams')
      ? [
          ...planDiagrams({ deck, design, policy, sources, withCards: hasMarkdown(input) }),
          ...pictureTasks(drawnDiagrams(input, sources)),
          ...planMatrixPictures(input, sources),
        ]
      : []),
    ...(drawn === undefined || !outputs.includes('wiki')
      ? []
      : await planWikis({ ...input, cards: drawn, graphs: drawnDiagrams(input, sources) }, sources)),
    ...(await planRbacFiles({
      workload,
      readBytes: (path) => readFile(path),
      folder: 'rbac',
      placeOfPersonas: ([stem, ...more]) => (more.length === 0 ? `markdown/${stem}.md` : 'markdown/index.md'),
    })),
  ]);
}

/** Codes on cards lead to a description of the persona: so the markdown cards come with codes, unless the site does. */
function hasMarkdown({ outputs, codes, site }: PlanInput): boolean {
  return outputs.includes('markdown') || (codes !== undefined && site === undefined);
}

/**
 * The markdown cards and the site. Where it is known at what address they are published, the pages that codes lead to
 * come too: whether this build draws codes or not, since cards printed earlier may have some.
 */
async function planDescriptions(input: PlanInput, sources: Sources): Promise<Task[]> {
  const { deck, design, policy, workload, pictures, findings, fitted, site } = input;
  const describedAt = site === undefined ? markdownCard : sitePage;
  const isDescribed = hasMarkdown(input) || site !== undefined;
  return [
    ...(hasMarkdown(input)
      ? planMarkdown({ deck, design, policy, sources, withDiagrams: input.outputs.includes('diagrams') })
      : []),
    ...(site === undefined
      ? []
      : await planSite({
          workload,
          deck,
          diagrams: fitted.diagrams,
          design,
          look: site,
          policy,
          sources,
          findings,
          pictures,
          readBytes: (path) => readFile(path),
        })),
    ...(isDescribed && policy.base !== undefined ? planLeads({ deck, design, sources, describedAt }) : []),
  ];
}

/** SVG and PNG files of the matrices. Personas lead to what this build says of them. */
function planMatrixPictures(input: PlanInput, sources: Sources): Task[] {
  const { deck, design, fonts, policy, pictureLook, fitted, site } = input;
  const describedAt = site !== undefined ? sitePage : hasMarkdown(input) ? markdownCard : undefined;
  return pictureTasks(
    matrixPictures({
      deck,
      matrices: fitted.matrices,
      design,
      fonts,
      policy,
      sources,
      look: pictureLook,
      ...(describedAt === undefined ? {} : { describedAt }),
      readBytes: (path) => readFile(path),
    }),
  );
}

/** PNG cards and what is made besides them. */
function planPictures(drawn: PictureInput, input: PlanInput, sources: Sources): Task[] {
  const { policy, pngExtras } = input;
  const pictures = picturesOf(drawn, input);
  const withThumbnails = pngExtras.includes('thumbnails');
  return [
    ...planPng({ pictures, policy, sources, withPages: hasMarkdown(input), withThumbnails }),
    ...(pngExtras.includes('contact-sheet') ? planContactSheets(drawn, pictures) : []),
  ];
}

/** Flows and architectures as pictures; personas in them lead to the pages of the site, or else to their markdown cards. */
function drawnDiagrams(input: PlanInput, sources: Sources): DiagramPicture[] {
  const { site, fitted, pictureLook } = input;
  const describedAt = site === undefined ? markdownCard : sitePage;
  return diagramPictures({
    ...input,
    diagrams: fitted.diagrams,
    sources,
    look: pictureLook,
    ...(site !== undefined || hasMarkdown(input) ? { describedAt } : {}),
    readBytes: (path) => readFile(path),
  });
}

/** Each persona's pictures together: fronts and backs, then the wide one. */
function picturesOf(drawn: PictureInput, { fitted, wide }: PlanInput): CardPicture[] {
  const options = { numbered: false };
  const upright = cardPictures(drawn, options);
  if (fitted.wide === undefined || wide === undefined) return upright;
  const ofWide = { ...drawn, design: wide, places: fitted.wide.places };
  const wides = new Map(widePictures(ofWide, fitted.wide.cards, options).map((one) => [one.card, one]));
  return upright.flatMap((picture, index) => {
    const last = upright[index + 1]?.card !== picture.card;
    const own = last ? wides.get(picture.card) : undefined;
    return own === undefined ? [picture] : [picture, own];
  });
}

/** All cards; or those of a reprint alone, without the list of the deck and blank cards. */
function planPrinted(cards: CardInput, { print, reprint, shops, fitted }: PlanInput): Task[] {
  const chosen = reprint && new Set([...reprint.changed, ...reprint.added]);
  const printed = (all: CardInput['cards']): CardInput['cards'] =>
    chosen === undefined ? all : all.filter(({ card }) => chosen.has(card.id));
  const setup = chosen === undefined ? print : { ...print, extra: { index: false, blanks: 0 } };
  // A PDF has a page at least.
  if (chosen !== undefined && printed(cards.cards).length === 0) return [];
  return [
    ...planPrint({ ...cards, cards: printed(cards.cards), list: fitted.lists.get(cards.design) ?? [] }, setup),
    ...shops.flatMap((order) => {
      const { design } = order;
      const sized = fitted.others.get(design)?.cards ?? cards.cards;
      const list = fitted.lists.get(design) ?? [];
      return planShop({ ...cards, design, cards: printed(sized), list }, setup, order);
    }),
  ];
}
