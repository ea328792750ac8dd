import type { Deck } from '../../src/deck/model.ts';
import type { PageRef } from '../../src/deck/pages/model.ts';
import type { LinkPolicy } from '../../src/deck/links.ts';
import type { CardPicture as DrawnPicture } from '../../src/outputs/cardPicture.ts';
import type { RenderContext, Task } from '../../src/outputs/task.ts';
import { PicturesOfCards } from '../../src/outputs/wiki/cardPictures.ts';
import type { DiagramPicture } from '../../src/outputs/diagramPicture.ts';
import { PicturesOfGraphs } from '../../src/outputs/wiki/graphPictures.ts';
import { Wiki } from '../../src/outputs/wiki/plan.ts';
import type { WikiFlavour } from '../../src/schema/settings.ts';
import { slug } from '../../src/workload/slug.ts';
import { fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';

export interface WikiOptions {
  readonly deck?: Deck;
  readonly policy?: LinkPolicy;
  readonly pictures?: (deck: Deck) => readonly DrawnPicture[];
  /** Pictures of the graphs of the deck. */
  readonly graphs?: readonly DiagramPicture[];
  /** Pictures are cut into strips. */
  readonly sliced?: true;
  readonly earlier?: (path: string) => string | undefined;
  readonly sourceOf?: (ref: PageRef) => string;
}

/** Text files of a wiki and names of its pictures by their path below its folder, in the order in which they are made. */
export async function wikiOf(flavour: WikiFlavour, options: WikiOptions = {}): Promise<Map<string, string>> {
  const deck = withIds(options.deck ?? fixtureDeck());
  const draw = (): readonly DrawnPicture[] => options.pictures?.(deck) ?? [];
  const wiki = new Wiki({
    deck,
    design: fixtureDesign(),
    policy: options.policy ?? {},
    sources: { all: [], ofCard: () => [] },
    flavour,
    pictures: {
      numbered: new PicturesOfCards(draw, { sliced: options.sliced === true }),
      plain: new PicturesOfCards(draw),
    },
    graphs: new PicturesOfGraphs(options.graphs ?? []),
    earlier: options.earlier ?? (() => undefined),
    sourceOf:
      options.sourceOf ?? ((ref) => ('id' in ref && ref.kind !== 'graph' ? `personas/${ref.id}.yaml` : 'AI workload')),
  });
  const files = new Map<string, string>();
  for (const task of wiki.tasks()) {
    const bytes = task.mediaType === 'image/png' ? [] : await task.render({} as RenderContext);
    files.set(task.path.slice(`wiki/${flavour}/`.length), Buffer.from(bytes).toString('utf8'));
  }
  return files;
}

/** A front and a back for each card, with places below each other for its components. */
export const pictures = (deck: Deck): DrawnPicture[] =>
  deck.cards.flatMap((card) => {
    const components = card.fields.find(({ key }) => key === 'components')?.items ?? [];
    const front = {
      card,
      side: 'front' as const,
      name: card.stem,
      alt: `Card of ${card.id} ${card.name}`,
      width: 825,
      height: 1425,
      scale: 3,
      finish: { dpi: 300, palette: false, text: {} },
      places: components.map(({ text }, index) => ({
        kind: 'component' as const,
        text,
        component: { id: slug(text), number: index + 1 },
        rect: { x: 20, y: 130 + 30 * index, width: 160, height: 26 },
      })),
      task: (path: string): Task => ({
        path,
        mediaType: 'image/png',
        key: path,
        sources: [],
        render: async () => Buffer.of(),
      }),
    };
    return [front, { ...front, side: 'back', name: `${card.stem}-back`, alt: `Back of ${card.id}`, places: [] }];
  });

/** Ids of components as a workload makes them. */
const withIds = (deck: Deck): Deck => ({
  ...deck,
  access: deck.access.map((table) => ({ ...table, componentId: slug(table.component.text) })),
});
