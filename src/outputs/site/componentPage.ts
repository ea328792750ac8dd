import { resolve } from '../../deck/links.ts';
import type { AccessTable, AccessTableRow } from '../../deck/model.ts';
import type { Component } from '../../workload/model.ts';
import { fill } from '../../design/locale.ts';
import { iconNameFor } from '../../design/icons.ts';
import { cellViews } from './cells.ts';
import { findingViews } from './findingView.ts';
import { frameOf, graphsLabels } from './frame.ts';
import { sprite } from './items.ts';
import { graphLink } from './pictures.ts';
import { places } from './places.ts';
import { proseHtml } from './prose.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

/** Everything about one component: who may do what on it, who has it on the card, and its RBAC file. */
export function componentPage(context: SiteContext, table: AccessTable) {
  const { componentId, component, source } = table;
  const path = context.componentPlace(componentId);
  const { deck, design, policy } = context.input;
  const { labels } = design;
  const known = context.components.get(componentId);
  const holders = holdersOf(context, path, componentId);
  const onCard = new Set(holders.map(({ id }) => id));
  const rowView = (row: AccessTableRow) => {
    const card = row.id === undefined ? undefined : context.cards.get(row.id);
    return {
      anchor: row.id ?? '',
      id: row.id ?? '',
      name: row.name,
      href: card === undefined ? '' : context.link(path, places.persona(card)),
      team: teamClass(card?.team),
      offCard: row.id !== undefined && !onCard.has(row.id),
      cells: cellViews(row.cells, deck.environments, labels),
    };
  };
  const icon = iconNameFor(known?.category);
  return {
    ...frameOf(context, path, component.text),
    heading: component.text,
    accessTitle: fill(labels.accessOf, { name: component.text }),
    icon,
    url: known?.url ?? '',
    facts: [
      { label: labels.system, value: known?.system ?? '' },
      { label: labels.aliases, value: known?.aliases.join(', ') ?? '' },
    ].filter(({ value }) => value !== ''),
    graphs: (['flow', 'architecture'] as const)
      .map((kind) => ({
        label: labels[graphsLabels[kind]],
        links: context
          .diagramsOf('component', componentId)
          .filter((diagram) => diagram.kind === kind)
          .map((diagram) => graphLink(context, path, diagram)),
      }))
      .filter(({ links }) => links.length > 0),
    environments: deck.environments,
    rows: table.rows.map(rowView),
    identities: table.identities.map(rowView),
    holders,
    file: known?.rbac?.path ?? '',
    fileHref: source === undefined ? '' : resolve(source, path, policy),
    missing: source === undefined,
    prose: proseOf(context, path, known),
    findings: findingViews(context, path, context.findingsAbout('component', componentId)),
    sprite: sprite([icon]),
  };
}

/** The text of the component's RBAC file. A file of many components is only linked: its pages would all hold all of it. */
function proseOf(context: SiteContext, path: string, component: Component | undefined): object | '' {
  const file = component?.rbac;
  if (file === undefined || context.componentsIn(file).length > 1) return '';
  const targets = new Map(file.references.map((reference) => [reference.target, context.placeOf(file, reference)]));
  return proseHtml(file.text, {
    below: 2,
    tableLabel: file.path,
    href: (destination) => {
      const place = targets.get(destination);
      return place === undefined ? undefined : context.link(path, place);
    },
  });
}

function holdersOf(context: SiteContext, path: string, componentId: string) {
  return (context.holders.get(componentId) ?? []).map((card) => ({
    id: card.id,
    name: card.name,
    team: teamClass(card.team),
    href: context.link(path, places.persona(card)),
  }));
}
