import type { Card } from '../../deck/model.ts';
import type { CardPicture, PictureArea } from '../../deck/pages/model.ts';
import { type CardPicture as DrawnPicture, dotsOf } from '../cardPicture.ts';
import type { Task } from '../task.ts';
import { stripsOf, stripTask } from './strips.ts';

/** Pictures of the cards of a deck, for any number of wikis. */
export class PicturesOfCards {
  readonly #draw: () => readonly DrawnPicture[];
  readonly #sliced: boolean;
  #drawn?: ReadonlyMap<string, readonly DrawnPicture[]>;

  /** `draw` is asked once, when the first wiki wants pictures of this kind; `sliced` ones are cut into strips. */
  constructor(draw: () => readonly DrawnPicture[], { sliced = false } = {}) {
    this.#draw = draw;
    this.#sliced = sliced;
  }

  /** What pages say of the pictures of a card: fronts first. */
  of({ id }: Pick<Card, 'id'>): CardPicture[] {
    const pictures = this.#byCard().get(id) ?? [];
    return [...pictures]
      .sort((a, b) => Number(a.side === 'back') - Number(b.side === 'back'))
      .map((picture) => this.#shown(picture));
  }

  /** The files of all pictures, each at the path of its name; strips behind their picture. */
  tasks(pathOf: (name: string) => string): Task[] {
    return [...this.#byCard().values()].flat().flatMap((picture) => {
      const whole = picture.task(pathOf(picture.name));
      const { strips } = this.#shown(picture);
      return [whole, ...strips.map((strip) => stripTask(picture, whole, strip, pathOf(strip.name)))];
    });
  }

  #shown(picture: DrawnPicture): CardPicture {
    const { name, alt, width, height } = picture;
    const shown = { name, alt, width, height, areas: areasOf(picture) };
    return { ...shown, strips: this.#sliced ? stripsOf(shown) : [] };
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
