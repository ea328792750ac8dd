import type { TeamMark } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { colorOnPaper, grey, inGrey, savingInk } from '../../design/printTheme.ts';
import type { PrintedCard, PrintedSide } from '../../layout/cards/model.ts';
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
  const { card, front, back } = fitted;
  return {
    ...fitted,
    card: ofColor(card, colorOf),
    front: listInColors(front, colorOf),
    back: listInColors(back, colorOf),
  };
}

/** The list of the deck has the colours of all teams. */
function listInColors(side: PrintedSide, colorOf: (color: string) => string): PrintedSide {
  if (side.kind !== 'index') return side;
  return { ...side, columns: side.columns.map((entries) => entries.map((entry) => ofColor(entry, colorOf))) };
}

function ofColor<T extends { readonly team?: TeamMark }>(one: T, colorOf: (color: string) => string): T {
  return one.team?.color === undefined ? one : { ...one, team: { ...one.team, color: colorOf(one.team.color) } };
}
