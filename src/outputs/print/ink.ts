import type { Design } from '../../design/design.ts';
import { colorOnPaper, grey, inGrey, savingInk } from '../../design/printTheme.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import { digestOf } from '../digest.ts';
import type { PrintInput, PrintSetup } from './setup.ts';

/** What is printed, in the colours that the printer is to use: theme, authors' own colours of teams, and pictures. */
export function inkedInput(input: PrintInput, { ink, colors }: PrintSetup): PrintInput {
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

function recolored(input: PrintInput, theme: Design['theme'], colorOf: (color: string) => string): PrintInput {
  return {
    ...input,
    design: { ...input.design, theme, digest: digestOf(input.design.digest, theme) },
    cards: input.cards.map((fitted) => withTeamColor(fitted, colorOf)),
  };
}

function withTeamColor(fitted: PrintedCard, colorOf: (color: string) => string): PrintedCard {
  const { team } = fitted.card;
  if (team?.color === undefined) return fitted;
  return { ...fitted, card: { ...fitted.card, team: { ...team, color: colorOf(team.color) } } };
}
