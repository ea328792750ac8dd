import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { BrandTemplate } from '../../design/brand/model.ts';
import type { Design } from '../../design/design.ts';
import type { FittedSlides } from '../../layout/slides/model.ts';
import { digestOf, digestOfDeck, digestOfEach } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { DECK_PATH } from './composeContext.ts';
import { composeDeckSpec } from './composeDeck.ts';
import { emit } from './emit.ts';
import { brandBase } from './finish/brandBase.ts';
import { finish } from './finish/finish.ts';
import { ownBase } from './finish/ownBase.ts';
import { ownScheme } from './palette.ts';
import { type PictureLoader, picturesOf } from './pictures.ts';

export interface PptxInput {
  readonly deck: Deck;
  readonly slides: FittedSlides;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Pick<Sources, 'all'>;
  readonly pictures: PictureLoader;
  /** What the slides were fitted to; `design` has its colours and fonts. */
  readonly template?: BrandTemplate;
}

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** `workshop.pptx`: the whole deck, one editable slide a persona and a component. */
export function planPptx(input: PptxInput): Task[] {
  return [
    {
      path: DECK_PATH,
      mediaType,
      key: keyOf(input),
      sources: input.sources.all,
      render: () => renderPptx(input),
    },
  ];
}

function keyOf({ deck, slides, design, policy, template }: PptxInput): string {
  const parts = [digestOfDeck(deck), digestOfEach(slides.slides)];
  return digestOf('pptx', ...parts, slides.format, design.digest, policy, template?.digest);
}

async function renderPptx({ deck, slides, design, policy, pictures, template }: PptxInput): Promise<Uint8Array> {
  const scheme = template?.colors ?? ownScheme(design.theme);
  const spec = composeDeckSpec(deck, slides, design, policy, await picturesOf(deck, pictures), scheme);
  return finish(emit(spec), spec, template === undefined ? ownBase(spec, design.theme) : brandBase(template, spec));
}
