import { readFile } from 'node:fs/promises';
import { impose } from '../layout/imposition/impose.ts';
import { type CardInput } from '../outputs/cardInput.ts';
import { planMarkdown } from '../outputs/markdown/plan.ts';
import { planPng } from '../outputs/png/plan.ts';
import { planCardSlides } from '../outputs/pptx/cards/plan.ts';
import { planPptx } from '../outputs/pptx/plan.ts';
import { planPrint } from '../outputs/print/plan.ts';
import { impositionOptions } from '../outputs/print/setup.ts';
import { planRbac } from '../outputs/rbac/plan.ts';
import { planTables } from '../outputs/tables/plan.ts';
import { sourcesOf } from '../outputs/sources.ts';
import type { Task } from '../outputs/task.ts';
import type { OutputName } from '../schema/settings.ts';
import type { Workload } from '../workload/model.ts';
import type { FittedDeck } from './fit.ts';
import type { Pictures } from './pictures.ts';
import type { Prepared } from './prepare.ts';

export interface PlanInput extends Prepared {
  readonly fitted: FittedDeck;
  readonly outputs: readonly OutputName[];
  readonly workload: Workload;
  readonly pictures: Pictures;
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
  const { slides, cardSlides } = fitted;
  const imposition = impose(impositionOptions(design, print));
  return [
    ...(outputs.includes('print') ? planPrint(cards, print) : []),
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
    ...(outputs.includes('png') ? planPng(cards) : []),
    ...(outputs.includes('markdown') ? planMarkdown({ deck, design, policy, sources }) : []),
    ...(outputs.includes('tables')
      ? planTables({ workload, deck, design, policy, sources, withCards: outputs.includes('markdown') })
      : []),
    ...(await planRbac({ workload, readBytes: (path) => readFile(path) })),
  ];
}
