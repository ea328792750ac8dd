import { type LinkPolicy, resolve } from '../../deck/links.ts';
import type { Card } from '../../deck/model.ts';
import type { Place, Rect } from '../../layout/cards/places.ts';

/** What the addresses in the file depend on. */
export interface Addresses {
  readonly policy: LinkPolicy;
  /** Whether the build makes pages of personas, so that a link can lead there. */
  readonly withPages: boolean;
}

/** A picture of a card's side. */
export interface SidePicture {
  /** Its name, in the folder that the file with the links is in. */
  readonly file: string;
  readonly side: 'front' | 'back';
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly scale: number;
  readonly places: readonly Place[];
}

/**
 * `<stem>.links.json`: where the pictures of a persona show what, and where that leads, for those who put the pictures
 * on pages of their own. docs/png.md describes the format.
 */
export function linksFile(
  { id, name }: Pick<Card, 'id' | 'name'>,
  pictures: readonly SidePicture[],
  path: string,
  addresses: Addresses,
): string {
  const images = pictures.map((picture) => {
    const { file, side, width, height, places } = picture;
    return { file, side, width, height, places: places.map((place) => entryOf(place, picture, path, addresses)) };
  });
  return `${JSON.stringify({ persona: id, name, images }, undefined, 2).replace(RECT, oneLine)}\n`;
}

function entryOf({ kind, text, link, rect }: Place, picture: SidePicture, path: string, addresses: Addresses): object {
  const leads = link?.kind === 'card' && !addresses.withPages ? undefined : link;
  const address = leads && resolve(leads, path, addresses.policy);
  return { kind, text, ...(address === undefined ? {} : { address }), rect: dotsOf(rect, picture) };
}

/** A rectangle in JSON, a line each number. No text looks like it, since texts in JSON have no line breaks. */
const RECT = /\[\n\s+(\d+),\n\s+(\d+),\n\s+(\d+),\n\s+(\d+)\n\s+\]/g;
const oneLine = (_: string, ...numbers: string[]): string => `[${numbers.slice(0, 4).join(', ')}]`;

/** Edges on whole pixels, so that neighbours do not overlap; none outside the picture. */
function dotsOf({ x, y, width, height }: Rect, picture: SidePicture): [number, number, number, number] {
  const dots = (length: number): number => Math.round(length * picture.scale);
  const [left, top] = [dots(x), dots(y)];
  const [right, bottom] = [Math.min(picture.width, dots(x + width)), Math.min(picture.height, dots(y + height))];
  return [left, top, right - left, bottom - top];
}
