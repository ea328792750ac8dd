import type { Card } from '../../deck/model.ts';
import type { CardPicture, PictureArea } from '../../deck/pages/model.ts';
import { type CardPicture as DrawnPicture, dotsOf } from '../cardPicture.ts';

/** Pictures of the cards of a deck, for any number of wikis. */
export class PicturesOfCards {
  readonly #draw: () => readonly DrawnPicture[];
  #drawn?: ReadonlyMap<string, readonly DrawnPicture[]>;

  /** `draw` is asked once, when the first wiki wants pictures of this kind. */
  constructor(draw: () => readonly DrawnPicture[]) {
    this.#draw = draw;
  }

  /** What pages say of the pictures of a card: fronts first. */
  of({ id }: Pick<Card, 'id'>): CardPicture[] {
    const pictures = this.#byCard().get(id) ?? [];
    return [...pictures]
      .sort((a, b) => Number(a.side === 'back') - Number(b.side === 'back'))
      .map((picture) => ({
        name: picture.name,
        alt: picture.alt,
        width: picture.width,
        height: picture.height,
        areas: areasOf(picture),
      }));
  }

  all(): readonly DrawnPicture[] {
    return [...this.#byCard().values()].flat();
  }

  #byCard(): ReadonlyMap<string, readonly DrawnPicture[]> {
    this.#drawn ??= grouped(this.#draw());
    return this.#drawn;
  }
}

function grouped(pictures: readonly DrawnPicture[]): Map<string, DrawnPicture[]> {
  const groups = new Map<string, DrawnPicture[]>();
  for (const picture of pictures) {
    const known = groups.get(picture.card.id);
    if (known === undefined) groups.set(picture.card.id, [picture]);
    else known.push(picture);
  }
  return groups;
}

/** Components lead to their pages. */
function areasOf(picture: DrawnPicture): PictureArea[] {
  return picture.places.flatMap(({ component, text, rect }) =>
    component === undefined
      ? []
      : [{ text, page: { kind: 'component', id: component.id }, ...dotsOf(rect, picture) } satisfies PictureArea],
  );
}
