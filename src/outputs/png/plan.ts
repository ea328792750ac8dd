import { basename } from 'node:path';
import { cardVersion } from '../../deck/cardVersion.ts';
import { mm, mmToDots } from '../../design/units.ts';
import { sideHtml } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { FittedCard, Side } from '../../layout/cards/model.ts';
import type { PlacesOfSides } from '../../layout/cards/places.ts';
import { type CardInput, paintingOf } from '../cardInput.ts';
import { digestOf } from '../digest.ts';
import type { RenderContext, Task } from '../task.ts';
import { linksFile } from './linksFile.ts';

/** Device pixels an inch: what printers of cards ask for, and sharp on any screen. */
export const DPI = 300;
const PX_PER_INCH = 96;

export interface PngInput extends CardInput {
  readonly places: PlacesOfSides;
  /** Whether the build makes markdown pages of personas. */
  readonly withPages: boolean;
}

/**
 * `png/<stem>.png` and `-back.png` for every persona; a continued card adds `-2`, `-3`, ... to the stem. With them
 * `png/<stem>.links.json`, which says what is where on all of them.
 */
export function planPng(input: PngInput): Task[] {
  const { design, fonts, templates, deck } = input;
  const shell = cardShell(design, fonts, templates, { title: deck.title, bleed: mm(0) });
  const common = digestOf('png', design.digest, fonts.digest, templates.digest, deck.title, deck.environments);
  return [
    ...input.cards.flatMap((fitted) => [
      sideTask(input, fitted, 'front', shell, common),
      sideTask(input, fitted, 'back', shell, common),
    ]),
    ...cardsOfPersonas(input.cards).map((cards) => linksTask(input, cards)),
  ];
}

/** Continued cards stand behind the first of their persona. */
function cardsOfPersonas(cards: readonly FittedCard[]): [FittedCard, ...FittedCard[]][] {
  const runs: [FittedCard, ...FittedCard[]][] = [];
  for (const fitted of cards) {
    if (fitted.number === 1) runs.push([fitted]);
    else runs.at(-1)?.push(fitted);
  }
  return runs;
}

function linksTask(input: PngInput, cards: readonly [FittedCard, ...FittedCard[]]): Task {
  const { card } = cards[0];
  const path = `png/${card.stem}.links.json`;
  const pictures = cards.flatMap((fitted) =>
    (['front', 'back'] as const).map((side) => ({
      file: basename(pathOf(fitted, side)),
      side,
      ...dotsOf(input),
      scale: DPI / PX_PER_INCH,
      places: input.places.get(fitted[side]) ?? [],
    })),
  );
  const text = linksFile(card, pictures, path, input);
  return {
    path,
    mediaType: 'application/json',
    key: digestOf('png links', text),
    sources: input.sources.ofCard(card),
    persona: card.id,
    render: async () => Buffer.from(text),
  };
}

function pathOf({ card, number }: FittedCard, side: 'front' | 'back'): string {
  return `png/${card.stem}${number === 1 ? '' : `-${number}`}${side === 'back' ? '-back' : ''}.png`;
}

function sideTask(
  input: CardInput,
  fitted: FittedCard,
  face: 'front' | 'back',
  shell: ReturnType<typeof cardShell>,
  common: string,
): Task {
  const { card, number, count } = fitted;
  const side = fitted[face];
  return {
    path: pathOf(fitted, face),
    mediaType: 'image/png',
    key: digestOf(common, identityOf(card), cardVersion(card, input.deck), codedWith(input, side), side, number, count),
    sources: input.sources.ofCard(card),
    persona: card.id,
    render: async (context) => finish(await capture(input, fitted, side, shell, context), input, fitted),
  };
}

async function capture(
  input: CardInput,
  fitted: FittedCard,
  side: Side,
  shell: ReturnType<typeof cardShell>,
  { pages }: RenderContext,
): Promise<Uint8Array> {
  const painting = await paintingOf(input, [fitted], mm(0), () => undefined);
  const html = sideHtml(painting, fitted.card, side, fitted.number, fitted.count);
  const { width, height } = dotsOf(input);
  return pages.withPage(shell, async (page) => {
    await page.setContent(html);
    return page.capture({
      width: (width * PX_PER_INCH) / DPI,
      height: (height * PX_PER_INCH) / DPI,
      scale: DPI / PX_PER_INCH,
    });
  });
}

/** What a side shows of the card besides its own content. */
function identityOf({ id, name, kind, team, image }: FittedCard['card']): unknown[] {
  return [id, name, kind, team, image];
}

/** What the addresses in a side's QR codes depend on. */
function codedWith({ policy }: CardInput, side: Side): unknown {
  const coded = side.code === true || (side.kind === 'back' && side.componentCodes === true);
  return coded ? policy : undefined;
}

/** Device pixels of a card. */
function dotsOf({ design: { card } }: CardInput): { width: number; height: number } {
  return { width: mmToDots(card.width, DPI), height: mmToDots(card.height, DPI) };
}

/** Recompressing happens after the page was given back, so that the next card is drawn meanwhile. */
async function finish(png: Uint8Array, input: CardInput, { card }: FittedCard): Promise<Uint8Array> {
  const { finishPng } = await import('../../images/png.ts');
  return finishPng(png, {
    ...dotsOf(input),
    dpi: DPI,
    text: { Title: `${card.id} ${card.name}`, Source: input.deck.title },
  });
}
