import type { Graph, GraphEdge, GraphNode, PersonaBadge } from '../../src/deck/graphs/model.ts';
import { pt } from '../../src/design/units.ts';
import type { MeasureWords } from '../../src/layout/measure.ts';

/** Widths as of a plain sans serif, so that layout needs no browser. */
export const measureLetters: MeasureWords = async (words) =>
  words.map(({ text, size, bold }) => pt(Array.from(text).length * size * (bold ? 0.52 : 0.48)));

/** The same numbers on each machine: Park and Miller's generator. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const words = [
  'model',
  'data',
  'endpoint',
  'monitoring',
  'release',
  'evaluate',
  'of',
  'risk',
  'and',
  'safety',
  'integration',
];

function badgeOf(number: number): PersonaBadge {
  const id = `P${String(number).padStart(3, '0')}`;
  return {
    id,
    name: `Persona ${number}`,
    kind: 'person',
    letters: 'W',
    words: 'writes',
    deeds: ['write'],
    link: { kind: 'card', id },
  };
}

/** A flow or an architecture of that many nodes, with branches, loops and labels. */
export function generated(kind: Graph['kind'], count: number, seed: number): Graph {
  const random = numbersFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const say = (most: number): string =>
    Array.from({ length: 1 + below(most) }, () => words[below(words.length)]).join(' ');
  const groupCount = kind === 'flow' ? 3 : Math.max(1, Math.round(count / 6));
  const groups = Array.from({ length: groupCount }, (_, index) => ({
    id: `group:${index}`,
    title: `Group ${index}`,
    ...(kind === 'flow' ? { note: 'Loop' } : index > 2 && index % 3 === 0 ? { parent: `group:${index - 1}` } : {}),
    emphasized: index === 2,
  }));
  const nodes = Array.from({ length: count }, (_, index): GraphNode => {
    const group = Math.floor((index / count) * groupCount);
    return {
      id: `node:${index}`,
      title: say(5),
      ...(kind === 'flow' ? { number: index + 1 } : { icon: 'storage' as const }),
      ...(kind === 'architecture' && index % 11 === 0 ? {} : { group: `group:${group}` }),
      badges: Array.from({ length: below(4) }, (_one, nth) => badgeOf(index + nth)),
      components: kind === 'flow' && below(2) === 1 ? [{ id: 'c', name: say(3), icon: 'ml' }] : [],
      skills: kind === 'flow' && below(4) === 0 ? [say(2), say(2)] : [],
    };
  });
  const edges: GraphEdge[] = nodes.slice(1).map((node, index) => ({
    id: `edge:${index}`,
    from: `node:${index}`,
    to: node.id,
    kind: kind === 'flow' ? 'next' : 'connection',
    ...(below(3) === 0 ? { label: say(3) } : {}),
    ...(kind === 'architecture' && below(3) === 0 ? { number: index + 1 } : {}),
  }));
  // With an even seed, every fifth node has two behind it, side by side.
  for (const [index, edge] of edges.entries()) {
    if (seed % 2 === 0 && index % 5 === 1) edges[index] = { ...edge, from: `node:${index - 1}` };
  }
  for (let extra = 0; extra < count / 4; extra += 1) {
    const [from, to] = [below(count), below(count)];
    if (from === to) continue;
    const back = to < from;
    edges.push({
      id: `extra:${extra}`,
      from: `node:${from}`,
      to: `node:${to}`,
      kind: kind === 'architecture' ? 'connection' : back ? 'feedback' : 'next',
      ...(below(2) === 0 ? { label: say(2) } : {}),
    });
  }
  return {
    kind,
    id: `${kind}-${count}-${seed}`,
    title: say(2),
    groups,
    nodes,
    edges,
    legend: [{ letters: 'W', words: 'writes' }],
    alt: say(9),
  };
}
