import { arrowSentence } from '../../deck/graphs/graphParts.ts';
import type { GraphEdge, GraphNode, PersonaBadge } from '../../deck/graphs/model.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import { frameOf, graphsLabels } from './frame.ts';
import { sprite } from './items.ts';
import { badgeHref, componentHref, graphLink, pictureView } from './pictures.ts';
import { places } from './places.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

/** A flow or an architecture: the picture, and the same in lists for small windows and for those who do not see it. */
export function graphPage(context: SiteContext, diagram: Diagram) {
  const path = places.graph(diagram);
  const { design, diagrams } = context.input;
  const { labels } = design;
  const { kind, title, summary = '', nodes, edges } = diagram;
  const all = diagrams.filter((other) => other.kind === kind);
  const groups = groupsOf(context, path, diagram);
  return {
    ...frameOf(context, path, title),
    heading: title,
    summary,
    tabsLabel: labels[graphsLabels[kind]],
    tabs: all.length < 2 ? [] : all.map((one) => tabOf(context, path, one, diagram)),
    picture: pictureView(context, path, diagram),
    listLabel: kind === 'flow' ? labels.steps : labels.componentList,
    ordered: kind === 'flow',
    groups,
    connections: kind === 'flow' ? [] : connectionsOf(nodes, edges, context),
    connectionsLabel: labels.connections,
    sprite: sprite(
      groups.flatMap(({ items }) =>
        items.flatMap(({ icon, components }) => [icon, ...components.map((one) => one.icon)]),
      ),
    ),
  };
}

function tabOf(context: SiteContext, path: string, one: Diagram, current: Diagram) {
  return { ...graphLink(context, path, one), current: one === current };
}

/** Lanes or zones with what lies in them, then what lies in none. Empty ones are left out. */
function groupsOf(context: SiteContext, path: string, { kind, groups, nodes, edges }: Diagram) {
  const numbers = new Map(nodes.map(({ node }) => [node.id, node.number]));
  const itemsIn = (group: string | undefined) =>
    nodes
      .filter(({ node }) => node.group === group)
      .map(({ node }) =>
        itemView(context, path, node, kind === 'flow' ? arrowsFrom(node, edges, numbers, context) : []),
      );
  return [
    ...groups.map(({ group: { id, title, note = '', emphasized } }) => ({
      title,
      note,
      emphasized,
      items: itemsIn(id),
    })),
    { title: '', note: '', emphasized: false, items: itemsIn(undefined) },
  ]
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ ...group, start: group.items[0]?.number ?? 1 }));
}

function itemView(context: SiteContext, path: string, node: GraphNode, arrows: readonly string[]) {
  return {
    number: node.number ?? 0,
    title: node.title,
    icon: node.icon ?? ('' as const),
    href: (node.componentId !== undefined && componentHref(context, path, node.componentId)) || '',
    people: node.badges.map((badge) => personView(context, path, badge)),
    components: node.components.map(({ id, name, icon }) => ({
      name,
      icon,
      href: componentHref(context, path, id) ?? '',
    })),
    skills: node.skills.join(', '),
    arrows,
  };
}

function personView(context: SiteContext, path: string, badge: PersonaBadge) {
  const { id, name, words, team } = badge;
  return { id, name, words, team: teamClass(team), href: badgeHref(context, path, badge) };
}

/** Where a step leads on to, where that is not the step below. */
function arrowsFrom(
  node: GraphNode,
  edges: Diagram['edges'],
  numbers: ReadonlyMap<string, number | undefined>,
  { input }: SiteContext,
): string[] {
  return edges
    .map(({ edge }) => edge)
    .filter(({ from }) => from === node.id)
    .filter(
      ({ kind, to, label }) => kind === 'feedback' || label !== undefined || numbers.get(to) !== (node.number ?? 0) + 1,
    )
    .map((edge) =>
      arrowSentence(edge, String(node.number ?? ''), String(numbers.get(edge.to) ?? ''), input.design.labels),
    );
}

function connectionsOf(nodes: Diagram['nodes'], edges: Diagram['edges'], { input }: SiteContext) {
  const titles = new Map(nodes.map(({ node }) => [node.id, node.title]));
  const sentence = (edge: GraphEdge): string =>
    arrowSentence(edge, titles.get(edge.from) ?? '', titles.get(edge.to) ?? '', input.design.labels);
  return edges
    .map(({ edge }) => ({ number: edge.number ?? '', text: sentence(edge) }))
    .sort((a, b) => Number(a.number || Infinity) - Number(b.number || Infinity) || 0);
}
