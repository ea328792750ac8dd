import { arrowSentence, graphName, whoOf } from '../graphs/graphParts.ts';
import type { Graph, GraphNode, PersonaBadge } from '../graphs/model.ts';
import type { Labels } from '../../design/design.ts';
import { type Block, type Cell, type Content, type Inline, plain } from './model.ts';
import { type PageLinks, type PageSource, personaTitle } from './pageSource.ts';

/** A link to the page of a graph. */
export const graphLink = (graph: Graph): Inline => ({
  kind: 'page',
  text: graph.title,
  page: { kind: 'graph', id: graphName(graph) },
});

/** Links to several, in a line. */
export const graphLinks = (graphs: readonly Graph[]): Content =>
  graphs.flatMap((graph, index) => [...(index === 0 ? [] : plain(', ')), graphLink(graph)]);

/** What graphs of a kind are called together. */
const kinds = [
  ['flow', 'flows'],
  ['architecture', 'architectures'],
] as const;

/** Graphs by what those of their kind are called: kinds that none is of are left out. */
export function graphsByLabel(graphs: readonly Graph[], labels: Labels): (readonly [string, readonly Graph[]])[] {
  return kinds
    .map(([kind, label]) => [labels[label], graphs.filter((graph) => graph.kind === kind)] as const)
    .filter(([, some]) => some.length > 0);
}

/** The picture, then what it says: steps or parts with who takes part, and arrows. */
export function graphBlocks(graph: Graph, { labels, graphPicture }: PageSource, links: PageLinks): Block[] {
  const { summary, kind } = graph;
  const picture = graphPicture(graph);
  return [
    ...(summary === undefined ? [] : [{ kind: 'paragraph', content: plain(summary) } satisfies Block]),
    ...(picture === undefined ? [] : [{ kind: 'pictures', pictures: [picture] } satisfies Block]),
    { kind: 'heading', text: kind === 'flow' ? labels.steps : labels.componentList },
    kind === 'flow' ? stepTable(graph, labels, links) : partTable(graph, labels, links),
    ...arrowBlocks(graph, labels),
    { kind: 'paragraph', content: [{ kind: 'page', text: labels.personas, page: { kind: 'index' } }] },
  ];
}

function stepTable(graph: Graph, labels: Labels, links: PageLinks): Block {
  return {
    kind: 'table',
    head: [labels.step, labels.lane, labels.personas, labels.componentList, labels.skills],
    rows: graph.nodes.map((node) => [
      [plain(`${node.number ?? ''}. ${node.title}`)],
      [plain(groupOf(graph, node))],
      peopleLines(node, labels, links),
      node.components.map(({ name }) => links.component(name)),
      [plain(node.skills.join(', '))],
    ]),
  };
}

function partTable(graph: Graph, labels: Labels, links: PageLinks): Block {
  return {
    kind: 'table',
    head: [labels.component, labels.zone, labels.personas],
    rows: graph.nodes.map((node) => [
      [node.componentId === undefined ? plain(node.title) : links.component(node.title)],
      [plain(groupOf(graph, node))],
      peopleLines(node, labels, links),
    ]),
  };
}

const groupOf = ({ groups }: Graph, { group }: GraphNode): string => groups.find(({ id }) => id === group)?.title ?? '';

function peopleLines({ badges }: GraphNode, labels: Labels, links: PageLinks): Cell {
  if (badges.length === 0) return [plain(whoOf([], labels))];
  return badges.map((badge) => personLine(badge, links));
}

function personLine(badge: PersonaBadge, links: PageLinks): Content {
  const [text, page] = [personaTitle(badge), links.persona(badge.link.id)];
  const said = badge.words === '' ? [] : plain(` ${badge.words}`);
  return [page === undefined ? { kind: 'text', text } : { kind: 'page', text, page }, ...said];
}

/** Of a flow only those that do not lead to the step below. */
function arrowBlocks({ kind, nodes, edges }: Graph, labels: Labels): Block[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nameOf = (id: string): string => {
    const node = byId.get(id);
    return kind === 'flow' ? String(node?.number ?? '') : (node?.title ?? '');
  };
  const isBelow = (from: string, to: string): boolean =>
    (byId.get(to)?.number ?? 0) === (byId.get(from)?.number ?? 0) + 1;
  const told = edges.filter(
    (edge) =>
      kind === 'architecture' || edge.kind === 'feedback' || edge.label !== undefined || !isBelow(edge.from, edge.to),
  );
  if (told.length === 0) return [];
  const items = told.map((edge) => {
    const sentence = arrowSentence(edge, nameOf(edge.from), nameOf(edge.to), labels);
    return plain(edge.number === undefined ? sentence : `${edge.number}. ${sentence}`);
  });
  return [
    { kind: 'heading', text: labels.connections },
    { kind: 'list', numbered: false, items },
  ];
}
