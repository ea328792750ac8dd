import { type LinkPolicy, resolve } from '../../deck/links.ts';
import type { Card } from '../../deck/model.ts';
import type { Place } from '../../layout/cards/places.ts';
import { type CardPicture, dotsOf } from '../cardPicture.ts';

/** What the addresses in the file depend on. */
export interface Addresses {
  readonly policy: LinkPolicy;
  /** Whether the build makes pages of personas, so that a link can lead there. */
  readonly withPages: boolean;
}

/**
 * `<stem>.links.json`: where the pictures of a persona show what, and where that leads, for those who put the pictures
 * on pages of their own. docs/png.md describes the format.
 */
export function linksFile(
  { id, name }: Pick<Card, 'id' | 'name'>,
  pictures: readonly CardPicture[],
  path: string,
  addresses: Addresses,
): string {
  const images = pictures.map((picture) => {
    const { name: file, side, width, height, alt, places } = picture;
    return {
      file: `${file}.png`,
      side,
      width,
      height,
      alt,
      places: places.map((place) => entryOf(place, picture, path, addresses)),
    };
  });
  return `${JSON.stringify({ persona: id, name, images }, undefined, 2).replace(RECT, oneLine)}\n`;
}

function entryOf(
  { kind, text, component, link, rect }: Place,
  picture: CardPicture,
  path: string,
  addresses: Addresses,
): object {
  const leads = link?.kind === 'card' && !addresses.withPages ? undefined : link;
  const { x, y, width, height } = dotsOf(rect, picture);
  const address = leads && resolve(leads, path, addresses.policy);
  return { kind, text, ...component, ...(address === undefined ? {} : { address }), rect: [x, y, width, height] };
}

/** A rectangle in JSON, a line each number. No text looks like it, since texts in JSON have no line breaks. */
const RECT = /\[\n\s+(\d+),\n\s+(\d+),\n\s+(\d+),\n\s+(\d+)\n\s+\]/g;
const oneLine = (_: string, ...numbers: string[]): string => `[${numbers.slice(0, 4).join(', ')}]`;
