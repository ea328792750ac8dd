import type { Card, FieldKey } from '../../deck/model.ts';
import { fill } from '../../design/locale.ts';
import type { Persona } from '../../workload/model.ts';
import { cellViews } from './cells.ts';
import { findingViews } from './findingView.ts';
import { frameOf, graphsLabels } from './frame.ts';
import { fieldViews, itemView, sprite, teamAnchor } from './items.ts';
import { graphLink, pictureView } from './pictures.ts';
import { places } from './places.ts';
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
  const members = membersOf(context, path, card);
  const hidden = card.team === undefined ? 0 : context.teamOf(card).length - 1 - members.length;
  const fields = fieldViews(context, path, card, shown).map((field) => ({
    ...field,
    items: field.items.map((item) => ({
      ...item,
      href: item.href === '' ? filterLink(context, path, field.key, item.text) : item.href,
    })),
  }));
  return {
    ...frameOf(context, path, `${card.id} ${card.name}`),
    id: card.id,
    name: card.name,
    kind: card.kind,
    team: teamClass(card.team),
    teamName: card.team?.name ?? labels.siteNoTeam,
    teamHref: context.link(path, places.index, card.team === undefined ? 'team' : teamAnchor(card.team.id)),
    portrait: portraitOf(context, path, card),
    summary: card.summary ?? '',
    goal: card.goal ?? '',
    notes: card.notes ?? '',
    fields,
    environments: deck.environments,
    access,
    ...picturesOf(context, path, card),
    details: detailsOf(context, card),
    findings: findingViews(context, path, context.findingsAbout('persona', card.id)),
    members,
    more: hidden > 0 ? fill(labels.andMore, { count: String(hidden) }) : '',
    sprite: sprite([card.kind.id, ...access.map(({ icon }) => icon)]),
  };
}

/** Most pictures that a page shows; of more it names the rest. */
const MOST_PICTURES = 6;

/** The pictures of the work, each with this persona's part lit. */
function picturesOf(context: SiteContext, path: string, card: Card) {
  const { labels } = context.input.design;
  const diagrams = context.diagramsOf('persona', card.id);
  return {
    graphs: (['flow', 'architecture'] as const)
      .map((kind) => ({
        label: labels[graphsLabels[kind]],
        anchor: graphsLabels[kind],
        shown: diagrams
          .slice(0, MOST_PICTURES)
          .filter((diagram) => diagram.kind === kind)
          .map((diagram) => ({
            ...graphLink(context, path, diagram),
            picture: pictureView(context, path, diagram, card.id),
          })),
        more: diagrams
          .slice(MOST_PICTURES)
          .filter((diagram) => diagram.kind === kind)
          .map((diagram) => graphLink(context, path, diagram)),
      }))
      .filter(({ shown, more }) => shown.length + more.length > 0),
  };
}

/** Whoever follows a process or a skill sees who else has it. */
function filterLink(context: SiteContext, path: string, key: FieldKey, text: string): string {
  const filters: Partial<Record<FieldKey, string>> = { processes: 'process', skills: 'skill' };
  const filter = filters[key];
  return filter === undefined ? '' : `${context.link(path, places.index)}#${new URLSearchParams({ [filter]: text })}`;
}

/** Most that a page lists of a team: those who come next. */
const MOST_MEMBERS = 24;

function membersOf(context: SiteContext, path: string, card: Card) {
  const cards = card.team === undefined ? [] : context.teamOf(card);
  const at = cards.indexOf(card);
  const others = [...cards.slice(at + 1, at + 1 + MOST_MEMBERS), ...cards.slice(0, Math.min(at, MOST_MEMBERS))];
  return others
    .slice(0, MOST_MEMBERS)
    .map(({ id, name, stem }) => ({ id, name, href: context.link(path, places.persona({ stem })) }));
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
