import { type Figure, figureOf } from '../../deck/figure.ts';
import type { Card } from '../../deck/model.ts';
import { pathData } from '../../design/paths.ts';
import { ownMarkup } from '../../html/templates.ts';
import type { Looks } from './looks.ts';

/** Figures whose colours follow the mode of the page: each shape has a class that stands for a pair of colours. */
export class Figures {
  readonly #looks: Looks;
  readonly #drawn = new Map<string, string>();
  readonly #pairs = new Map<string, readonly [string, string]>();

  constructor(looks: Looks) {
    this.#looks = looks;
  }

  /** The figure of a card as SVG. */
  of(card: Card): object {
    const known = this.#drawn.get(card.id);
    const svg = known ?? this.#draw(card);
    if (known === undefined) this.#drawn.set(card.id, svg);
    return ownMarkup(svg);
  }

  /** Fill of each class in light and in dark pages, for the figures of all these cards. */
  colors(cards: readonly Card[]): readonly (readonly [string, string, string])[] {
    for (const card of cards) this.of(card);
    return [...this.#pairs].map(([name, [light, dark]]) => [name, light, dark] as const).sort(byName);
  }

  #draw(card: Card): string {
    const [light, dark] = [figureOf(card, this.#looks.light), figureOf(card, this.#looks.dark)];
    const [width, height] = light.viewBox;
    const paths = light.shapes.map(({ commands, fill }, index) => {
      return `<path class="${this.#classOf(fill, colorAt(dark, index))}" d="${pathData(commands)}"/>`;
    });
    return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${paths.join('')}</svg>`;
  }

  #classOf(light: string, dark: string): string {
    const name = `c${light.slice(1)}-${dark.slice(1)}`;
    this.#pairs.set(name, [light, dark]);
    return name;
  }
}

/** Both figures have the same shapes: only colours depend on the theme. */
const colorAt = ({ shapes }: Figure, index: number): string => shapes[index]?.fill ?? '#000000';

const byName = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;
