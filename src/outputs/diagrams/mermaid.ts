import type { Graph, GraphEdge, GraphGroup, GraphNode, PersonaBadge } from '../../deck/graphs/model.ts';
import type { LinkTarget } from '../../deck/links.ts';
import type { Labels } from '../../design/design.ts';
import { type StepDeed, stepDeeds } from '../../schema/flows.ts';
import { ElementNames } from './elementNames.ts';
import { mermaidText } from './mermaidText.ts';

export interface MermaidContext {
  readonly labels: Labels;
  /** Where a link leads; undefined when what it names is not part of the build. */
  readonly address: (target: LinkTarget) => string | undefined;
}

/** A space that no line breaks at. */
const unbroken = '\u00a0';

/** Longest diagram that Mermaid draws unless it is told otherwise, in characters. */
const longest = 50_000;

/**
 * A flow or an architecture as a flowchart of Mermaid, which several wikis draw by themselves. `graph` and not
 * `flowchart`, which means the same and is unknown to old versions; from top to bottom, since pages of wikis are narrow.
 */
export function mermaidOf(graph: Graph, context: MermaidContext): string {
  const body = bodyOf(graph, context);
  const described = [`    accTitle: ${mermaidText(graph.title)}`, `    accDescr: ${mermaidText(graph.alt)}`, ...body];
  const lines = described.join('\n').length < longest ? described : body;
  return `graph TB\n${lines.join('\n')}\n`;
}

function bodyOf(graph: Graph, { labels, address }: MermaidContext): string[] {
  const names = new ElementNames();
  const emphasized = graph.groups.filter((group) => group.emphasized);
  return [
    ...partsIn(undefined, graph, names, 1),
    ...legendOf(graph, labels),
    ...graph.edges.map((edge) => `    ${arrow(edge, names)}`),
    ...graph.nodes.flatMap((node) => {
      const target = targetOf(node);
      const link = target && address(target);
      return link === undefined ? [] : `    click ${names.of(node.id)} href "${link}"`;
    }),
    ...emphasized.map(({ id }) => `    style ${names.of(id)} stroke-width:3px`),
  ];
}

/** Nodes and groups that lie directly in a group, or in none. */
function partsIn(group: string | undefined, graph: Graph, names: ElementNames, depth: number): string[] {
  const indent = '    '.repeat(depth);
  const nodes = graph.nodes.filter((node) => node.group === group);
  const groups = graph.groups.filter(({ parent }) => parent === group);
  return [
    ...nodes.map((node) => `${indent}${names.of(node.id)}["${nodeText(node)}"]`),
    ...groups.flatMap((inner) => [
      `${indent}subgraph ${names.of(inner.id)}["${groupText(inner)}"]`,
      // Mermaid turns a group without arrows to the outside by a right angle unless it is told.
      `${indent}    direction TB`,
      ...partsIn(inner.id, graph, names, depth + 1),
      `${indent}end`,
    ]),
  ];
}

const groupText = ({ title, note }: GraphGroup): string =>
  [title, ...(note === undefined ? [] : [note])].map(mermaidText).join(' – ');

/** Title, who takes part, components; a line each. */
function nodeText({ number, title, badges, components }: GraphNode): string {
  const line = (texts: readonly string[]): string[] => (texts.length === 0 ? [] : [texts.map(mermaidText).join(' · ')]);
  return [
    ...line(number === undefined ? [title] : [String(number), title]),
    ...line(badges.map(({ id, letters }) => (letters === '' ? id : `${id}${unbroken}${letters}`))),
    ...line(components.map(({ name }) => name)),
  ].join('<br/>');
}

function arrow({ kind, from, to, label, number }: GraphEdge, names: ElementNames): string {
  const texts = [...(number === undefined ? [] : [String(number)]), ...(label === undefined ? [] : [label])];
  const text = texts.length === 0 ? '' : `|"${texts.map(mermaidText).join(' · ')}"|`;
  return `${names.of(from)} ${kind === 'feedback' ? '-.->' : '-->'}${text} ${names.of(to)}`;
}

function legendOf({ legend, legendTitle }: Graph, labels: Labels): string[] {
  if (legend.length === 0) return [];
  const entries = legend.map(({ letters, words }) => mermaidText(`${letters} ${words}`));
  return [
    `    subgraph legend["${mermaidText(legendTitle ?? labels.legend)}"]`,
    `        legend_text["${entries.join('<br/>')}"]`,
    '    end',
  ];
}

/** The RBAC file of a component; else the persona that does the most. Mermaid knows one link a node. */
function targetOf({ link, badges }: GraphNode): LinkTarget | undefined {
  return link ?? badges.reduce<PersonaBadge | undefined>(moreOf, undefined)?.link;
}

function moreOf(best: PersonaBadge | undefined, other: PersonaBadge): PersonaBadge {
  return best === undefined || most(other.deeds) > most(best.deeds) ? other : best;
}

const most = (deeds: readonly StepDeed[]): number => Math.max(-1, ...deeds.map((deed) => stepDeeds.indexOf(deed)));
