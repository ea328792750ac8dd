import { type LinkPolicy, resolve } from '../../src/deck/links.ts';
import type { Deck } from '../../src/deck/model.ts';
import type { Design } from '../../src/design/design.ts';
import { bleed, printerMargin } from '../../src/design/sizes.ts';
import { mm } from '../../src/design/units.ts';
import { bringsGround } from '../../src/html/codeView.ts';
import { qrCodeSize } from '../../src/html/qrCode.ts';
import { fitCardSlides } from '../../src/layout/cardSlides/fitCardSlides.ts';
import { impose } from '../../src/layout/imposition/impose.ts';
import type { Imposition, ImpositionOptions } from '../../src/layout/imposition/model.ts';
import type { BackOffset } from '../../src/outputs/pptx/cards/backOffset.ts';
import { planCardSlides } from '../../src/outputs/pptx/cards/plan.ts';
import type { PictureLoader } from '../../src/outputs/pptx/pictures.ts';
import type { RenderContext, Task } from '../../src/outputs/task.ts';
import { fixtureDesign } from '../support/deckFixture.ts';
import { fakeMeasure } from '../support/fakeMeasure.ts';

interface Options {
  readonly design?: Design;
  readonly policy?: LinkPolicy;
  readonly pictures?: PictureLoader;
  readonly sheets?: Partial<ImpositionOptions>;
  readonly backOffset?: BackOffset;
  /** Whether cards have the QR code of their persona. */
  readonly coded?: boolean;
}

const noPictures: PictureLoader = {
  load: () => {
    throw new Error('this deck has no pictures');
  },
};

const still: BackOffset = { x: mm(0), y: mm(0), turn: 0 };

export function imposed({ card, paper }: Design, sheets: Partial<ImpositionOptions> = {}): Imposition | undefined {
  return impose({ card, paper, bleed, margin: printerMargin, ...sheets });
}

/** The task that makes the cards, measured without a browser; none when there is nothing to make. */
export async function cardsTask(
  deck: Deck,
  {
    design = fixtureDesign(),
    policy = {},
    pictures = noPictures,
    sheets = {},
    backOffset = still,
    coded = false,
  }: Options = {},
): Promise<Task | undefined> {
  const sizeOf = (id: string): number => qrCodeSize(resolve({ kind: 'persona', id }, '', policy));
  const codes = {
    ground: bringsGround(design),
    modules: Object.fromEntries(deck.cards.map(({ id }) => [id, sizeOf(id)])),
  };
  const cards = await fitCardSlides(deck, design, fakeMeasure(), coded ? codes : undefined);
  const imposition = imposed(design, sheets);
  return planCardSlides({ deck, cards, imposition, backOffset, design, policy, sources: { all: [] }, pictures })[0];
}

/** The whole way from a deck to the bytes of its cards. */
export async function buildCards(deck: Deck, options: Options = {}): Promise<Uint8Array> {
  const task = await cardsTask(deck, options);
  if (task === undefined) throw new Error('no task');
  // Cards need neither pages nor a signal.
  return task.render({} as RenderContext);
}
