import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { FittedSlides } from '../../layout/slides/model.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { DECK_PATH } from './composeContext.ts';
import { composeDeckSpec } from './composeDeck.ts';
import { emit } from './emit.ts';
import { finish } from './finish/finish.ts';
import { type PictureLoader, picturesOf } from './pictures.ts';

export interface PptxInput {
  readonly deck: Deck;
  readonly slides: FittedSlides;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Pick<Sources, 'all'>;
  readonly pictures: PictureLoader;
}

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** `workshop.pptx`: the whole deck, one editable slide a persona and a component. */
export function planPptx(input: PptxInput): Task[] {
  const { deck, slides, design, policy } = input;
  return [
    {
      path: DECK_PATH,
      mediaType,
      key: digestOf('pptx', deck, slides, design.digest, policy),
      sources: input.sources.all,
      render: () => renderPptx(input),
    },
  ];
}

async function renderPptx({ deck, slides, design, policy, pictures }: PptxInput): Promise<Uint8Array> {
  const spec = composeDeckSpec(deck, slides, design, policy, await picturesOf(deck, pictures));
  return finish(emit(spec), spec, design.theme);
}
