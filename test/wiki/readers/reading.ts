/** What a reader of a wiki's markup finds on a page. */
export interface Reading {
  /** Blocks and inline markup in their order, texts as `t`: the same for two pages that differ in texts alone. */
  readonly shape: readonly string[];
  /** What is shown, without markup; spaces in a row are one. */
  readonly text: string;
  /** Where links lead, as they are written. */
  readonly links: readonly string[];
  /** Files that are shown. */
  readonly pictures: readonly string[];
}

/** Collects a reading. */
export class Collector {
  readonly #shape: string[] = [];
  readonly #text: string[] = [];
  readonly links: string[] = [];
  readonly pictures: string[] = [];

  mark(name: string): void {
    this.#shape.push(name);
  }

  text(text: string): void {
    this.#text.push(text);
    if (text.trim() !== '' && this.#shape.at(-1) !== 't') this.#shape.push('t');
  }

  link(target: string): void {
    this.mark('link');
    this.links.push(target);
  }

  picture(file: string): void {
    this.mark('picture');
    this.pictures.push(file);
  }

  get reading(): Reading {
    return {
      shape: this.#shape,
      text: oneSpaced(this.#text.join('')),
      links: this.links,
      pictures: this.pictures,
    };
  }
}

export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
