import { itemsOf } from '../../deck/items.ts';
import type { Card, FieldKey } from '../../deck/model.ts';
import { fill } from '../../design/locale.ts';
import { frameOf } from './frame.ts';
import { fieldViews, sprite, teamAnchor } from './items.ts';
import { places } from './places.ts';
import { portraitOf } from './portrait.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

const shown: readonly FieldKey[] = ['components', 'processes', 'skills'];

/** All cards by team, with what a reader searches and filters by. */
export function indexPage(context: SiteContext) {
  const path = places.index;
  const { deck, design } = context.input;
  const { labels } = design;
  const teams = context.teams.map(({ team, cards }) => ({
    id: team === undefined ? 'team' : teamAnchor(team.id),
    name: team?.name ?? labels.siteNoTeam,
    team: teamClass(team),
    count: columnsOf(cards),
    cards: cards.map((card) => cardView(context, card)),
  }));
  const all = teams.flatMap(({ cards }) => cards);
  return {
    ...frameOf(context, path, deck.title),
    summary: deck.summary ?? '',
    count: fill(labels.siteShown, { shown: String(all.length), all: String(all.length) }),
    filters: [
      { key: 'process', label: labels.process, values: distinct(deck.cards, 'processes') },
      { key: 'component', label: labels.component, values: distinct(deck.cards, 'components') },
      { key: 'skill', label: labels.skill, values: distinct(deck.cards, 'skills') },
    ].filter(({ values }) => values.length > 0),
    teams,
    sprite: sprite(
      all.flatMap(({ kind, fields }) => [kind.id, ...fields.flatMap(({ items }) => items.map(({ icon }) => icon))]),
    ),
  };
}

/** Most columns that a team takes. */
const columnsOf = (cards: readonly Card[]): number => Math.min(cards.length, 4);

function cardView(context: SiteContext, card: Card) {
  const { id, name, kind, summary = '' } = card;
  return {
    id,
    name,
    kind,
    summary,
    href: context.link(places.index, places.persona(card)),
    portrait: portraitOf(context, places.index, card),
    fields: fieldViews(context, places.index, card, shown).filter(({ empty }) => !empty),
  };
}

/** Values of a field on any card, each once, in the order of a dictionary. */
function distinct(cards: readonly Card[], key: FieldKey): string[] {
  const texts = new Set(cards.flatMap((card) => itemsOf(card, key).map(({ text }) => text)));
  return [...texts].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b));
}

/** By code points: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
