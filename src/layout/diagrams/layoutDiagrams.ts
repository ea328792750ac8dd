import type { Graph } from '../../deck/graphs/model.ts';
import { pt } from '../../design/units.ts';
import type { MeasureWords } from '../measure.ts';
import { textsOfEdge } from './edgeLabel.ts';
import type { Arrange } from './elk.ts';
import { textsOfGroup } from './groupHead.ts';
import { layoutArchitecture } from './layoutArchitecture.ts';
import { layoutFlow } from './layoutFlow.ts';
import { placedLegend, textsOfLegend } from './legend.ts';
import { mirroredDiagram, movedDiagram } from './moved.ts';
import type { Diagram } from './model.ts';
import { textsOfNode } from './nodeFace.ts';
import { type TextLook, type TextSetter, textSetter } from './setText.ts';
import { diagramSizes } from './sizes.ts';

export interface DiagramLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Gives everything in the graphs its place: words are measured in one go, elk is asked graph by graph. */
export async function layoutDiagrams(
  graphs: readonly Graph[],
  { language, direction }: DiagramLanguage,
  measure: MeasureWords,
  arrange: Arrange,
): Promise<Diagram[]> {
  if (graphs.length === 0) return [];
  const setter = await textSetter(textsOf(graphs), measure, language);
  const diagrams: Diagram[] = [];
  for (const graph of graphs) {
    const diagram = await layoutDiagram(graph, setter, arrange);
    diagrams.push(direction === 'rtl' ? mirroredDiagram(diagram) : diagram);
  }
  return diagrams;
}

function* textsOf(graphs: readonly Graph[]): Generator<readonly [string, TextLook]> {
  for (const graph of graphs) {
    for (const node of graph.nodes) yield* textsOfNode(node);
    for (const group of graph.groups) yield* textsOfGroup(group);
    for (const edge of graph.edges) yield* textsOfEdge(edge);
    yield* textsOfLegend(graph);
  }
}

async function layoutDiagram(graph: Graph, setter: TextSetter, arrange: Arrange): Promise<Diagram> {
  const { kind, id, title, summary, alt } = graph;
  const { groups, nodes, edges, width, height } = await (kind === 'flow' ? layoutFlow : layoutArchitecture)(
    graph,
    setter,
    arrange,
  );
  const legend = placedLegend(graph, width, height + 12, setter);
  const { margin } = diagramSizes;
  const whole = {
    kind,
    id,
    title,
    ...(summary === undefined ? {} : { summary }),
    alt,
    direction: 'ltr',
    width: pt(Math.max(width, legend.box.width) + 2 * margin),
    height: pt(height + (legend.box.height === 0 ? 0 : 12 + legend.box.height) + 2 * margin),
    groups,
    nodes,
    edges,
    legend,
  } as const;
  return movedDiagram(whole, margin, margin);
}
