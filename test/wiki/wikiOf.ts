import type { Card, Deck } from '../../src/deck/model.ts';
import type { CardPicture, PageRef } from '../../src/deck/pages/model.ts';
import type { LinkPolicy } from '../../src/deck/links.ts';
import type { RenderContext } from '../../src/outputs/task.ts';
import { Wiki } from '../../src/outputs/wiki/plan.ts';
import type { WikiFlavour } from '../../src/schema/settings.ts';
import { slug } from '../../src/workload/slug.ts';
import { fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';

export interface WikiOptions {
  readonly deck?: Deck;
  readonly policy?: LinkPolicy;
  readonly pictures?: (card: Card) => readonly CardPicture[];
  readonly earlier?: (path: string) => string | undefined;
  readonly sourceOf?: (ref: PageRef) => string;
}

/** Files of a wiki by their path below its folder, in the order in which they are made. */
export async function wikiOf(flavour: WikiFlavour, options: WikiOptions = {}): Promise<Map<string, string>> {
  const wiki = new Wiki({
    deck: withIds(options.deck ?? fixtureDeck()),
    design: fixtureDesign(),
    policy: options.policy ?? {},
    sources: { all: [], ofCard: () => [] },
    flavour,
    pictures: options.pictures ?? (() => []),
    earlier: options.earlier ?? (() => undefined),
    sourceOf: options.sourceOf ?? ((ref) => (ref.kind === 'index' ? 'AI workload' : `personas/${ref.id}.yaml`)),
  });
  const files = new Map<string, string>();
  for (const task of wiki.tasks()) {
    const bytes = await task.render({} as RenderContext);
    files.set(task.path.slice(`wiki/${flavour}/`.length), Buffer.from(bytes).toString('utf8'));
  }
  return files;
}

/** A front and a back for each card, with areas below each other for its components. */
export const pictures = (card: Card): CardPicture[] => {
  const components = card.fields.find(({ key }) => key === 'components')?.items ?? [];
  const front: CardPicture = {
    name: card.stem,
    alt: `Card of ${card.id} ${card.name}`,
    width: 825,
    height: 1425,
    areas: components.map(({ text }, index) => ({
      text,
      page: { kind: 'component', id: slug(text) },
      x: 60,
      y: 400 + 90 * index,
      width: 500,
      height: 80,
    })),
  };
  return [front, { ...front, name: `${card.stem}-back`, alt: `Back of ${card.id}`, areas: [] }];
};

/** Ids of components as a workload makes them. */
const withIds = (deck: Deck): Deck => ({
  ...deck,
  access: deck.access.map((table) => ({ ...table, componentId: slug(table.component.text) })),
});
