import type { LinkPolicy } from '../../src/deck/links.ts';
import type { Deck } from '../../src/deck/model.ts';
import type { Design } from '../../src/design/design.ts';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
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

/** The whole way from a deck to the bytes of its PowerPoint file, measured without a browser. */
export async function buildDeck(
  deck: Deck,
  {
    design = fixtureDesign(),
    policy = {},
    pictures = noPictures,
    plan = corePlan,
  }: { design?: Design; policy?: LinkPolicy; pictures?: PictureLoader; plan?: SlidePlan } = {},
): Promise<Uint8Array> {
  const slides = await fitSlides(deck, design, fakeMeasure(), plan, ownFormat);
  const [task] = planPptx({ deck, slides, design, policy, sources: { all: [] }, pictures });
  if (task === undefined) throw new Error('no task');
  // The deck needs neither pages nor a signal.
  return task.render({} as RenderContext);
}
