import { graphName } from '../../deck/graphs/graphParts.ts';
import type { Graph } from '../../deck/graphs/model.ts';
import { type LinkPolicy, type LinkTarget, resolve } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { likec4Of } from './likec4.ts';
import { mermaidOf } from './mermaid.ts';

export interface DiagramsInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  /** Whether the build has the markdown cards that personas lead to. */
  readonly withCards: boolean;
}

/** `diagrams/`: each flow and architecture in the forms that others draw, read or go on from. */
export function planDiagrams(input: DiagramsInput): Task[] {
  return [...input.deck.graphs.map((graph) => mermaidTask(input, graph)), ...likec4Tasks(input)];
}

function mermaidTask(input: DiagramsInput, graph: Graph): Task {
  const path = `diagrams/${graphName(graph)}.mmd`;
  const text = mermaidOf(graph, { labels: input.design.labels, address: addressFrom(path, input) });
  return textTask(input, path, 'text/vnd.mermaid; charset=utf-8', text);
}

/** One model of all architectures. */
function likec4Tasks(input: DiagramsInput): Task[] {
  const architectures = input.deck.graphs.filter(({ kind }) => kind === 'architecture');
  if (architectures.length === 0) return [];
  const path = 'diagrams/architecture.likec4';
  const text = likec4Of(architectures, { address: addressFrom(path, input) });
  return [textTask(input, path, 'text/plain; charset=utf-8', text)];
}

function addressFrom(path: string, { policy, withCards }: DiagramsInput): (target: LinkTarget) => string | undefined {
  return (target) => (target.kind === 'card' && !withCards ? undefined : resolve(target, path, policy));
}

/** The text is its own key: writing it takes no longer than a digest of all that goes into it. */
function textTask({ sources }: DiagramsInput, path: string, mediaType: string, text: string): Task {
  return {
    path,
    mediaType,
    key: digestOf('diagram', text),
    sources: sources.all,
    render: async () => Buffer.from(text),
  };
}
