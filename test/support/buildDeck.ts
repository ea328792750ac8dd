import type { LinkPolicy } from '../../src/deck/links.ts';
import type { Deck } from '../../src/deck/model.ts';
import { brandTheme } from '../../src/design/brand/brandTheme.ts';
import type { BrandTemplate } from '../../src/design/brand/model.ts';
import type { Design } from '../../src/design/design.ts';
import type { Diagram } from '../../src/layout/diagrams/model.ts';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
import { brandFormat } from '../../src/layout/slides/format/brand/brandFormat.ts';
import type { SlideFormat } from '../../src/layout/slides/format/model.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import type { SlidePlan } from '../../src/layout/slides/model.ts';
import type { PictureLoader } from '../../src/outputs/pptx/pictures.ts';
import { planPptx } from '../../src/outputs/pptx/plan.ts';
import type { RenderContext } from '../../src/outputs/task.ts';
import { corePlan, fixtureDesign } from './deckFixture.ts';
import { fakeMeasure } from './fakeMeasure.ts';

const noPictures: PictureLoader = {
  load: () => {
    throw new Error('this deck has no pictures');
  },
};

interface DeckOptions {
  readonly design?: Design;
  readonly policy?: LinkPolicy;
  readonly pictures?: PictureLoader;
  readonly plan?: SlidePlan;
  readonly format?: SlideFormat;
  readonly template?: BrandTemplate;
  readonly diagrams?: readonly Diagram[];
}

/** Options for a deck on a company's template. */
export function onTemplate(template: BrandTemplate): Required<Pick<DeckOptions, 'design' | 'format' | 'template'>> {
  const placed = brandFormat(template);
  if (placed === undefined) throw new Error('The template has no title');
  const { theme } = brandTheme(template, process.cwd());
  return { design: fixtureDesign(theme), format: placed.format, template };
}

/** The whole way from a deck to the bytes of its PowerPoint file, measured without a browser. */
export async function buildDeck(
  deck: Deck,
  {
    design = fixtureDesign(),
    policy = {},
    pictures = noPictures,
    plan = corePlan,
    format = ownFormat,
    template,
    diagrams = [],
  }: DeckOptions = {},
): Promise<Uint8Array> {
  const slides = await fitSlides(deck, design, fakeMeasure(), plan, format, diagrams);
  const [task] = planPptx({
    deck,
    slides,
    design,
    policy,
    sources: { all: [] },
    pictures,
    ...(template && { template }),
  });
  if (task === undefined) throw new Error('no task');
  // The deck needs neither pages nor a signal.
  return task.render({} as RenderContext);
}
