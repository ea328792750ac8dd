import { cardVersion } from '../deck/cardVersion.ts';
import type { Card } from '../deck/model.ts';
import { mm, mmToDots } from '../design/units.ts';
import { sideHtml } from '../html/cards.ts';
import { cardShell } from '../html/shell.ts';
import type { PngFinish } from '../images/png.ts';
import type { WideCard } from '../layout/cards/fitWide.ts';
import type { Place, PlacesOfSides, PlacesRequest, Rect } from '../layout/cards/places.ts';
import { type CardInput, paintingOf } from './cardInput.ts';
import { pictureText } from './pictureText.ts';
import { digestOf } from './digest.ts';
import type { RenderContext, Task } from './task.ts';

/** Device pixels an inch: what printers of cards ask for, and sharp on any screen. */
export const DPI = 300;
/** Of wide pictures: 1600 px wide. */
const WIDE_DPI = 192;
const PX_PER_INCH = 96;

export interface PictureInput extends CardInput {
  /** Where the sides of the cards show what. */
  readonly places: PlacesOfSides;
  readonly look: PictureLook;
}

/** What all pictures of a build are like. */
export interface PictureLook {
  /** 1 is 300 dpi. */
  readonly scale: number;
  /** At most 256 colours. */
  readonly palette: boolean;
}

export interface PictureOptions {
  /** Whether components carry their numbers in place of icons, for pages that cannot link parts of a picture. */
  readonly numbered: boolean;
}

/** A picture of one side of a card, wherever it is to lie. */
export interface CardPicture {
  readonly card: Card;
  readonly side: 'front' | 'back' | 'wide';
  /** File name without extension: the card's stem, on continued cards with `-2`, `-3`, ..., on backs with `-back`, on wide pictures with `-wide`. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly scale: number;
  readonly places: readonly Place[];
  /** What the file says of itself, as `finishPng` takes it. */
  readonly finish: Required<Pick<PngFinish, 'dpi' | 'palette' | 'text'>>;
  /** Makes the file at a path below `out/`. The same picture at several paths is drawn once: see `sharePictures`. */
  task(path: string): Task;
}

/** Both sides of every card as pictures, in the order of the deck: the one place that draws them, for any output. */
export function cardPictures(input: PictureInput, options: PictureOptions): CardPicture[] {
  const studio = studioOf(input, DPI * input.look.scale, options);
  return input.cards.flatMap(({ card, number, count, ...sides }) =>
    (['front', 'back'] as const).map((face) => {
      const name = `${card.stem}${number === 1 ? '' : `-${number}`}${face === 'back' ? '-back' : ''}`;
      return pictureOf(studio, { card, side: sides[face], number, count }, face, name);
    }),
  );
}

/** `<stem>-wide`: a picture a persona that is wider than high; `input` has the design of such cards. */
export function widePictures(
  input: Omit<PictureInput, 'cards'>,
  cards: readonly WideCard[],
  options: PictureOptions,
): CardPicture[] {
  const studio = studioOf(input, WIDE_DPI * input.look.scale, options);
  return cards.map(({ card, side }) =>
    pictureOf(studio, { card, side, number: 1, count: 1 }, 'wide', `${card.stem}-wide`),
  );
}

/** A place in device pixels of its picture. Edges are on whole ones, so that neighbours do not overlap; none is outside. */
export function dotsOf({ x, y, width, height }: Rect, picture: Pick<CardPicture, 'width' | 'height' | 'scale'>): Rect {
  const dots = (length: number): number => Math.round(length * picture.scale);
  const [right, bottom] = [Math.min(picture.width, dots(x + width)), Math.min(picture.height, dots(y + height))];
  return { x: dots(x), y: dots(y), width: right - dots(x), height: bottom - dots(y) };
}

/** What all pictures of a deck are drawn with. */
interface Studio {
  readonly input: Omit<PictureInput, 'cards'>;
  readonly options: PictureOptions;
  readonly dpi: number;
  readonly shell: ReturnType<typeof cardShell>;
  /** Digest of what all pictures depend on. */
  readonly common: string;
}

function studioOf(input: Studio['input'], dpi: number, options: PictureOptions): Studio {
  const { design, fonts, templates, deck, look } = input;
  return {
    input,
    options,
    dpi,
    shell: cardShell(design, fonts, templates, { title: deck.title, bleed: mm(0) }),
    common: digestOf(
      'png',
      design.digest,
      fonts.digest,
      templates.digest,
      deck.title,
      deck.environments,
      look,
      options,
    ),
  };
}

function pictureOf(studio: Studio, subject: PlacesRequest, face: CardPicture['side'], name: string): CardPicture {
  const { input, dpi } = studio;
  const { card, side } = subject;
  const alt = pictureText(card, side, input.design.labels);
  const finish = finishOf(studio, card, alt);
  return {
    card,
    side: face,
    name,
    alt,
    ...sizeOf(studio),
    scale: dpi / PX_PER_INCH,
    places: input.places.get(side) ?? [],
    finish,
    task: (path) => ({
      path,
      mediaType: 'image/png',
      key: keyOf(studio, subject),
      sources: input.sources.ofCard(card),
      persona: card.id,
      render: async (context) => finished(await capture(studio, subject, context), { ...sizeOf(studio), ...finish }),
    }),
  };
}

function keyOf({ input, common }: Studio, { card, side, number, count }: PlacesRequest): string {
  return digestOf(common, identityOf(card), cardVersion(card, input.deck), codedWith(input, side), side, number, count);
}

async function capture(studio: Studio, subject: PlacesRequest, { pages }: RenderContext): Promise<Uint8Array> {
  const { input, options, dpi, shell } = studio;
  const { card, side, number, count } = subject;
  const painting = await paintingOf(input, [subject], mm(0), () => undefined);
  const html = sideHtml({ ...painting, ...options }, card, side, number, count);
  const { width, height } = sizeOf(studio);
  const scale = dpi / PX_PER_INCH;
  return pages.withPage(shell, async (page) => {
    await page.setContent(html);
    return page.capture({ width: width / scale, height: height / scale, scale });
  });
}

/** What a side shows of the card besides its own content. */
function identityOf({ id, name, kind, team, image }: Card): unknown[] {
  return [id, name, kind, team, image];
}

/** What the addresses in a side's QR codes depend on. */
function codedWith({ policy }: Studio['input'], side: PlacesRequest['side']): unknown {
  const coded = ('code' in side && side.code) || (side.kind === 'back' && side.componentCodes);
  return coded ? policy : undefined;
}

/** Device pixels of a card. */
function sizeOf({ input, dpi }: Studio): { width: number; height: number } {
  const { width, height } = input.design.card;
  return { width: mmToDots(width, dpi), height: mmToDots(height, dpi) };
}

function finishOf({ input, dpi }: Studio, { id, name }: Card, alt: string): CardPicture['finish'] {
  return {
    dpi,
    palette: input.look.palette,
    text: pictureTexts(`${id} ${name}`.trim(), alt, input.deck.title),
  };
}

/** What a file says of itself, for those who do not see it and for programs that search. */
export const pictureTexts = (title: string, description: string, source: string): Record<string, string> => ({
  Title: title,
  Description: description,
  Source: source,
  Software: 'persona-deck',
});

/** Recompressing happens after the page was given back, so that the next card is drawn meanwhile. */
export async function finished(png: Uint8Array, finish: PngFinish): Promise<Uint8Array> {
  const { finishPng } = await import('../images/png.ts');
  return finishPng(png, finish);
}
