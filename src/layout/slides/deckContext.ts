import type { Deck, Item } from '../../deck/model.ts';
import type { Design, Labels } from '../../design/design.ts';
import type { SlideSection } from '../../schema/settings.ts';
import type { SlideFormat } from './format/model.ts';
import { type Typography, typographyOf } from './fitText.ts';
import type { SlideKey } from './model.ts';
import { oneLine } from './oneLine.ts';

/** What every slide of a deck is fitted with: looked up once. */
export interface DeckContext {
  readonly deck: Deck;
  readonly labels: Labels;
  readonly format: SlideFormat;
  readonly typography: Typography;
  /** Sections of the deck: links lead only into these. */
  readonly sections: readonly SlideSection[];
  /** The slide of a persona that a link to its card leads to, or of a component by its name. */
  readonly slideOfCard: (item: { readonly link?: Item['link'] }) => SlideKey | undefined;
  readonly slideOfComponent: (item: Item) => SlideKey | undefined;
  /** A title that no other slide has. `id` tells two of the same name apart. */
  readonly uniqueTitle: (name: string, id: string, page: number) => string;
}

export function deckContext(
  deck: Deck,
  design: Design,
  format: SlideFormat,
  sections: readonly SlideSection[],
): DeckContext {
  const cards = new Map(deck.cards.map(({ stem, id }) => [stem, id]));
  const components = new Map(deck.access.map(({ component, componentId }) => [component.text, componentId]));
  const titles = new Set<string>();
  const { labels } = design;
  return {
    deck,
    labels,
    format,
    typography: typographyOf(design, format.sizes),
    sections,
    slideOfCard: ({ link }) => {
      const id = link?.kind === 'card' ? cards.get(link.id) : undefined;
      return id === undefined ? undefined : `persona:${id}`;
    },
    slideOfComponent: ({ text }) => {
      const id = components.get(text);
      return id === undefined ? undefined : `access:${id}`;
    },
    uniqueTitle: (name, id, page) => {
      const suffix = page === 1 ? '' : page === 2 ? ` (${labels.continued})` : ` (${labels.continued} ${page - 1})`;
      const plain = oneLine(name);
      const wanted = [
        `${plain}${suffix}`,
        `${plain} (${id})${suffix}`,
        ...[2, 3, 4].map((n) => `${plain} (${id}, ${n})${suffix}`),
      ];
      const free = wanted.find((title) => !titles.has(title)) ?? `${plain} (${id}, ${titles.size})${suffix}`;
      titles.add(free);
      return free;
    },
  };
}
