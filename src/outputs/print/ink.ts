import type { Design } from '../../design/design.ts';
import { colorOnPaper, grey, inGrey, savingInk } from '../../design/printTheme.ts';
import type { FittedCard } from '../../layout/cards/model.ts';
import type { CardInput } from '../cardInput.ts';
import { digestOf } from '../digest.ts';
import type { PrintSetup } from './setup.ts';

/** What is printed, in the colours that the printer is to use: theme, authors' own colours of teams, and pictures. */
export function inkedInput(input: CardInput, { ink, colors }: PrintSetup): CardInput {
  const saved = ink === 'low' ? recolored(input, savingInk(input.design.theme), colorOnPaper) : input;
  if (colors === 'full') return saved;
  return {
    ...recolored(saved, inGrey(saved.design.theme), grey),
    picture: async (image) => {
      const { greyPicture } = await import('../../images/greyPicture.ts');
      return greyPicture(await input.picture(image));
    },
  };
}

function recolored(input: CardInput, theme: Design['theme'], colorOf: (color: string) => string): CardInput {
  return {
    ...input,
    design: { ...input.design, theme, digest: digestOf(input.design.digest, theme) },
    cards: input.cards.map((fitted) => withTeamColor(fitted, colorOf)),
  };
}

function withTeamColor(fitted: FittedCard, colorOf: (color: string) => string): FittedCard {
  const { team } = fitted.card;
  if (team?.color === undefined) return fitted;
  return { ...fitted, card: { ...fitted.card, team: { ...team, color: colorOf(team.color) } } };
}
