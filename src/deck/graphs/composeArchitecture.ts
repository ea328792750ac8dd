import type { Labels } from '../../design/design.ts';
import { iconNameFor } from '../../design/icons.ts';
import { fill } from '../../design/locale.ts';
import type { Architecture } from '../../workload/model.ts';
import { rbacLink } from '../links.ts';
import { arrowSentence, whoOf } from './graphParts.ts';
import type { Graph, GraphEdge, GraphNode } from './model.ts';
import type { PersonaBadges } from './personaBadges.ts';

/** What the picture of an architecture shows: parts in zones, connections, and who works on what. */
export function composeArchitecture(architecture: Architecture, labels: Labels, badges: PersonaBadges): Graph {
  const { id, name, summary, environment, zones, parts, connections } = architecture;
  const nodes = parts.map((part): GraphNode => {
    const link = part.component && rbacLink(part.component);
    return {
      id: `part:${part.id}`,
      title: part.name,
      icon: iconNameFor(part.category),
      ...(part.zone === undefined ? {} : { group: zoneId(part.zone) }),
      ...(part.component === undefined ? {} : { componentId: part.component.id }),
      ...(link === undefined ? {} : { link }),
      badges: badges.ofComponent(part.personas, part.component, environment),
      components: [],
      skills: [],
    };
  });
  const edges = connections.map(
    ({ from, to, label, number }, index): GraphEdge => ({
      id: `connection:${index + 1}`,
      kind: 'connection',
      from: `part:${from}`,
      to: `part:${to}`,
      ...(label === undefined ? {} : { label }),
      ...(number === undefined ? {} : { number }),
    }),
  );
  const shown = nodes.flatMap((node) => node.badges);
  const legend = badges.powerLegend(shown);
  return {
    kind: 'architecture',
    id,
    title: name,
    ...(summary === undefined ? {} : { summary }),
    groups: zones.map((zone) => ({
      id: zoneId(zone.id),
      title: zone.name,
      ...(zone.parent === undefined ? {} : { parent: zoneId(zone.parent) }),
      emphasized: false,
    })),
    nodes,
    edges,
    ...(environment === undefined || legend.length === 0
      ? {}
      : { legendTitle: fill(labels.rolesIn, { environment: environment.name }) }),
    legend,
    alt: altOf(architecture, nodes, edges, labels),
  };
}

const zoneId = (id: string): string => `zone:${id}`;

function altOf(
  { name, zones, parts, connections }: Architecture,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  labels: Labels,
): string {
  const titleOf = new Map(nodes.map(({ id, title }) => [id, title]));
  return [
    fill(labels.altArchitecture, { name, count: String(parts.length), connections: String(connections.length) }),
    ...zones.flatMap((zone) => {
      const inside = parts.filter((part) => part.zone === zone.id).map((part) => part.name);
      return inside.length === 0 ? [] : fill(labels.altZone, { name: zone.name, parts: inside.join(', ') });
    }),
    ...edges.map((edge) => arrowSentence(edge, titleOf.get(edge.from) ?? '', titleOf.get(edge.to) ?? '', labels)),
    ...nodes
      .filter(({ badges }) => badges.length > 0)
      .map(({ title, badges }) => fill(labels.altWorkers, { name: title, who: whoOf(badges, labels) })),
  ].join(' ');
}
