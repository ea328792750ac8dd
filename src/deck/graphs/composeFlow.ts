import type { Labels } from '../../design/design.ts';
import { fill } from '../../design/locale.ts';
import type { Flow } from '../../workload/model.ts';
import { arrowSentence, nodeComponent, whoOf } from './graphParts.ts';
import type { Graph, GraphEdge, GraphNode } from './model.ts';
import type { PersonaBadges } from './personaBadges.ts';

/** What the picture of a flow shows: lanes, numbered steps, arrows. */
export function composeFlow(flow: Flow, labels: Labels, badges: PersonaBadges): Graph {
  const { id, name, summary, lanes, steps, arrows } = flow;
  const nodes = steps.map((step, index): GraphNode => {
    const { components, skills } = step;
    return {
      id: `step:${step.id}`,
      title: step.name,
      number: index + 1,
      group: laneId(step.lane.id),
      badges: step.personas.flatMap((persona) => badges.ofStep(persona)),
      components: components.map(nodeComponent),
      skills,
    };
  });
  const edges = arrows.map(
    ({ kind, from, to, label }, index): GraphEdge => ({
      id: `arrow:${index + 1}`,
      kind,
      from: `step:${from}`,
      to: `step:${to}`,
      ...(label === undefined ? {} : { label }),
    }),
  );
  return {
    kind: 'flow',
    id,
    title: name,
    ...(summary === undefined ? {} : { summary }),
    groups: lanes.map(({ id: lane, name: title, environment, loop }) => ({
      id: laneId(lane),
      title,
      ...(loop === undefined ? {} : { note: loop }),
      emphasized: environment?.production === true,
    })),
    nodes,
    edges,
    legend: badges.deedLegend(nodes.flatMap((node) => node.badges)),
    alt: altOf(flow, nodes, edges, labels),
  };
}

const laneId = (id: string): string => `lane:${id}`;

/** Arrows are said where they do not lead to the step below. */
function altOf({ name, lanes, steps }: Flow, nodes: readonly GraphNode[], edges: readonly GraphEdge[], labels: Labels) {
  const numberOf = new Map(nodes.map((node) => [node.id, node.number ?? 0]));
  const step = (id: string): string => String(numberOf.get(id) ?? '');
  const said = edges.filter(
    ({ kind, from, to, label }) =>
      kind === 'feedback' || label !== undefined || (numberOf.get(to) ?? 0) !== (numberOf.get(from) ?? 0) + 1,
  );
  return [
    fill(labels.altFlow, { name, count: String(steps.length), lanes: lanes.map((lane) => lane.name).join(', ') }),
    ...nodes.map((node, index) =>
      fill(labels.altStep, {
        number: String(index + 1),
        name: node.title,
        lane: steps[index]?.lane.name ?? '',
        who: whoOf(node.badges, labels),
      }),
    ),
    ...said.map((edge) => arrowSentence(edge, step(edge.from), step(edge.to), labels)),
  ].join(' ');
}
