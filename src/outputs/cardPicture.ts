import { cardVersion } from '../deck/cardVersion.ts';
import type { Card } from '../deck/model.ts';
import { mm, mmToDots } from '../design/units.ts';
import { sideHtml } from '../html/cards.ts';
import { cardShell } from '../html/shell.ts';
import type { FittedCard, Side } from '../layout/cards/model.ts';
import type { Place, PlacesOfSides, Rect } from '../layout/cards/places.ts';
import { type CardInput, paintingOf } from './cardInput.ts';
import { pictureText } from './pictureText.ts';
import { digestOf } from './digest.ts';
import type { RenderContext, Task } from './task.ts';

/** Device pixels an inch: what printers of cards ask for, and sharp on any screen. */
export const DPI = 300;
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
  readonly side: 'front' | 'back';
  /** File name without extension: the card's stem, on continued cards with `-2`, `-3`, ..., on backs with `-back`. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly scale: number;
  readonly places: readonly Place[];
  /** Makes the file at a path below `out/`. The same picture at several paths is drawn once: see `sharePictures`. */
  task(path: string): Task;
}

/** Both sides of every card as pictures, in the order of the deck: the one place that draws them, for any output. */
export function cardPictures(input: PictureInput, options: PictureOptions): CardPicture[] {
  const studio = { input, options, shell: shellOf(input), common: commonKey(input, options) };
  return input.cards.flatMap((fitted) =>
    (['front', 'back'] as const).map(
      (side): CardPicture => ({
        card: fitted.card,
        side,
        name: `${fitted.card.stem}${fitted.number === 1 ? '' : `-${fitted.number}`}${side === 'back' ? '-back' : ''}`,
        alt: pictureText(fitted, side, input.design.labels),
        ...sizeOf(input),
        scale: dpiOf(input) / PX_PER_INCH,
        places: input.places.get(fitted[side]) ?? [],
        task: (path) => taskOf(studio, fitted, side, path),
      }),
    ),
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
  readonly input: PictureInput;
  readonly options: PictureOptions;
  readonly shell: ReturnType<typeof cardShell>;
  readonly common: string;
}

function shellOf({ design, fonts, templates, deck }: CardInput): Studio['shell'] {
  return cardShell(design, fonts, templates, { title: deck.title, bleed: mm(0) });
}

function commonKey({ design, fonts, templates, deck, look }: PictureInput, options: PictureOptions): string {
  return digestOf('png', design.digest, fonts.digest, templates.digest, deck.title, deck.environments, look, options);
}

function taskOf(studio: Studio, fitted: FittedCard, face: 'front' | 'back', path: string): Task {
  const { input, common } = studio;
  const { card, number, count } = fitted;
  const side = fitted[face];
  return {
    path,
    mediaType: 'image/png',
    key: digestOf(common, identityOf(card), cardVersion(card, input.deck), codedWith(input, side), side, number, count),
    sources: input.sources.ofCard(card),
    persona: card.id,
    render: async (context) => finish(await capture(studio, fitted, side, context), input, fitted, face),
  };
}

async function capture(
  { input, options, shell }: Studio,
  fitted: FittedCard,
  side: Side,
  { pages }: RenderContext,
): Promise<Uint8Array> {
  const painting = await paintingOf(input, [fitted], mm(0), () => undefined);
  const html = sideHtml({ ...painting, ...options }, fitted.card, side, fitted.number, fitted.count);
  const { width, height } = sizeOf(input);
  const scale = dpiOf(input) / PX_PER_INCH;
  return pages.withPage(shell, async (page) => {
    await page.setContent(html);
    return page.capture({ width: width / scale, height: height / scale, scale });
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

const dpiOf = ({ look }: PictureInput): number => DPI * look.scale;

/** Device pixels of a card. */
function sizeOf(input: PictureInput): { width: number; height: number } {
  const { card } = input.design;
  const dpi = dpiOf(input);
  return { width: mmToDots(card.width, dpi), height: mmToDots(card.height, dpi) };
}

/** Recompressing happens after the page was given back, so that the next card is drawn meanwhile. */
async function finish(
  png: Uint8Array,
  input: PictureInput,
  fitted: FittedCard,
  face: 'front' | 'back',
): Promise<Uint8Array> {
  const { finishPng } = await import('../images/png.ts');
  const { id, name } = fitted.card;
  return finishPng(png, {
    ...sizeOf(input),
    dpi: dpiOf(input),
    palette: input.look.palette,
    text: {
      Title: `${id} ${name}`.trim(),
      Description: pictureText(fitted, face, input.design.labels),
      Source: input.deck.title,
      Software: 'persona-deck',
    },
  });
}
