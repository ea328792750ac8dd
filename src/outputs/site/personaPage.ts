import type { Card, FieldKey } from '../../deck/model.ts';
import type { Persona } from '../../workload/model.ts';
import { cellViews } from './cells.ts';
import { findingViews } from './findingView.ts';
import { frameOf } from './frame.ts';
import { fieldViews, itemView, sprite, teamAnchor } from './items.ts';
import { linkBetween, places } from './places.ts';
import { portraitOf } from './portrait.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

const shown: readonly FieldKey[] = ['primaryInteraction', 'processes', 'skills'];

/** Everything about one persona. */
export function personaPage(context: SiteContext, card: Card) {
  const path = places.persona(card);
  const { deck, design } = context.input;
  const { labels } = design;
  const access = card.access.map(({ component, cells }) => ({
    ...itemView(context, path, component, 'components'),
    cells: cellViews(cells, deck.environments, labels),
  }));
  const fields = fieldViews(context, path, card, shown).map((field) => ({
    ...field,
    items: field.items.map((item) => ({
      ...item,
      href: item.href === '' ? filterLink(path, field.key, item.text) : item.href,
    })),
  }));
  return {
    ...frameOf(context, path, `${card.id} ${card.name}`),
    id: card.id,
    name: card.name,
    kind: card.kind,
    team: teamClass(card.team),
    teamName: card.team?.name ?? labels.siteNoTeam,
    teamHref: linkBetween(path, places.index, card.team === undefined ? 'team' : teamAnchor(card.team.id)),
    portrait: portraitOf(context, path, card),
    summary: card.summary ?? '',
    goal: card.goal ?? '',
    notes: card.notes ?? '',
    fields,
    environments: deck.environments,
    access,
    details: detailsOf(context, card),
    findings: findingViews(context, path, context.findingsAbout('persona', card.id)),
    members: membersOf(context, path, card),
    sprite: sprite([card.kind.id, ...access.map(({ icon }) => icon)]),
  };
}

/** Whoever follows a process or a skill sees who else has it. */
function filterLink(path: string, key: FieldKey, text: string): string {
  const filters: Partial<Record<FieldKey, string>> = { processes: 'process', skills: 'skill' };
  const filter = filters[key];
  return filter === undefined ? '' : `${linkBetween(path, places.index)}#${new URLSearchParams({ [filter]: text })}`;
}

function membersOf(context: SiteContext, path: string, card: Card) {
  const team = context.teams.find((one) => one.team?.id === card.team?.id);
  if (card.team === undefined || team === undefined) return [];
  return team.cards
    .filter((other) => other !== card)
    .map((other) => ({ id: other.id, name: other.name, href: linkBetween(path, places.persona(other)) }));
}

/** What stands on no card: who answers for the persona, and as whom it signs in. */
function detailsOf(context: SiteContext, card: Card) {
  const persona = context.personas.get(card.id);
  if (persona === undefined) return [];
  const { labels } = context.input.design;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [labels.group, [persona.group ?? '']],
    [labels.identity, identitiesOf(context, persona)],
    [labels.sponsor, [persona.sponsor ?? '']],
    [labels.duties, persona.duties],
    [labels.tools, persona.tools ?? []],
  ];
  return rows
    .map(([label, values]) => ({ label, values: values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 0);
}

/** The name of the identity in each environment, or the one for all. */
function identitiesOf({ input }: SiteContext, { identities }: Persona): string[] {
  const names = new Set(Object.values(identities));
  if (names.size <= 1) return [...names];
  return input.workload.environments.flatMap(({ id, name }) =>
    identities[id] === undefined ? [] : [`${name}: ${identities[id]}`],
  );
}
