import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LikeC4 } from 'likec4';
import { describe, expect, it } from 'vitest';
import type { Graph, GraphNode, PersonaBadge } from '../../src/deck/graphs/model.ts';
import { likec4Of } from '../../src/outputs/diagrams/likec4.ts';
import { cli, exampleProject } from '../support/project.ts';

interface Read {
  /** Path, kind, title, description, addresses. */
  readonly elements: readonly { id: string; kind: string; title: string; links: readonly string[]; summary: string }[];
  readonly relations: readonly (readonly [from: string, to: string, title: string])[];
  /** Title and ids of elements. */
  readonly views: Readonly<Record<string, { readonly title: string; readonly nodes: readonly string[] }>>;
}

/** What LikeC4 itself makes of a text; what it has to object fails the test. */
async function readLikec4(text: string): Promise<Read> {
  const read = await LikeC4.fromSource(text, { logger: false, printErrors: false });
  expect(read.getErrors().map(({ message, line }) => `${line}: ${message}`)).toEqual([]);
  const model = read.computedModel();
  return {
    elements: [...model.elements()].map(({ id, kind, title, links, description }) => ({
      id,
      kind,
      title,
      links: links.map(({ url }) => url),
      summary: description.text ?? '',
    })),
    relations: [...model.relationships()].map(({ source, target, title }) => [source.id, target.id, title ?? '']),
    views: Object.fromEntries(
      [...model.views()].map((view) => [
        view.id,
        { title: view.title ?? '', nodes: [...view.nodes()].map((node) => node.id).sort() },
      ]),
    ),
  };
}

const badge = (id: string, name: string): PersonaBadge => ({
  id,
  name,
  kind: 'person',
  letters: 'R',
  words: 'may read',
  deeds: [],
  link: { kind: 'card', id },
});

const part = (id: string, title: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id: `part:${id}`,
  title,
  badges: [],
  components: [],
  skills: [],
  ...more,
});

const graph = (id: string, more: Partial<Graph>): Graph => ({
  kind: 'architecture',
  id,
  title: id,
  groups: [],
  nodes: [],
  edges: [],
  legend: [],
  alt: '',
  ...more,
});

describe('the example', () => {
  it('is a model of all its parts, connections and personas, with links, and two views', async () => {
    const root = exampleProject();
    expect(await cli(root, 'build', '--only', 'diagrams,markdown')).toMatchObject({ code: 0 });
    const { elements, relations, views } = await readLikec4(
      readFileSync(join(root, 'out/diagrams/architecture.likec4'), 'utf8'),
    );
    const count = (kind: string): number => elements.filter((one) => one.kind === kind).length;
    expect([count('architecture'), count('zone'), count('component'), count('persona')]).toEqual([2, 7, 22, 6]);
    expect(elements).toContainEqual({
      id: 'architecture_lambda_architecture.zone_batch_path.part_azure_storage',
      kind: 'component',
      title: 'Azure Storage',
      links: ['../rbac/azure-storage.md'],
      summary: '',
    });
    expect(elements.find(({ id }) => id === 'persona_P009')).toMatchObject({
      title: 'P009 BuildAgent MLOps',
      links: ['../markdown/P009-buildagent-mlops.md'],
    });
    const batch = 'architecture_lambda_architecture.zone_batch_path';
    expect(relations).toContainEqual([`${batch}.part_azure_data_factory`, `${batch}.part_azure_storage`, '2 · raw']);
    expect(relations).toContainEqual(['persona_P003', `${batch}.part_azure_storage`, 'may read']);
    const { architecture_lambda_architecture: parts, architecture_lambda_architecture_personas: all } = views;
    expect(parts?.title).toBe('Lambda architecture');
    expect(parts?.nodes).toHaveLength(15);
    expect(all?.nodes).toHaveLength(21);
    // LikeC4 takes its time to start.
  }, 120_000);
});

describe('hostile texts and names', () => {
  const texts = [
    "it's",
    "'''",
    '"quoted"',
    'back\\slash',
    'ends with \\',
    '{ } -> [access] // comment /* x */',
    '<script>alert(1)</script>',
    'データ 🧪 مهندس',
    'model',
    'x'.repeat(200),
  ];

  it('are shown as they are', async () => {
    const nodes = texts.map((title, index) => part(`データ${index}`, title, { group: `zone:${index}` }));
    const { elements, relations } = await readLikec4(
      likec4Of(
        [
          graph('this', {
            title: texts[0] ?? '',
            summary: `${texts.join(' ')}\n\nsecond`,
            groups: texts.map((title, index) => ({ id: `zone:${index}`, title, emphasized: false })),
            nodes,
            edges: texts.map((label, index) => ({
              id: `connection:${index}`,
              kind: 'connection',
              from: `part:データ${index}`,
              to: `part:データ${(index + 1) % texts.length}`,
              label,
            })),
          }),
        ],
        { address: () => undefined },
      ),
    );
    const titles = (kind: string): string[] => elements.filter((one) => one.kind === kind).map(({ title }) => title);
    expect(titles('component')).toEqual(texts);
    expect(titles('zone')).toEqual(texts);
    expect(relations.map(([, , title]) => title)).toEqual(texts);
    expect(elements.find(({ kind }) => kind === 'architecture')?.summary).toBe(`${texts.join(' ')} second`);
  });

  it('do not meet: ids that look the same, parts of two architectures, zones in zones', async () => {
    const nodes = [
      part('a-b', 'One', { badges: [badge('P-1', 'A')] }),
      part('a.b', 'Two', { group: 'zone:in', badges: [badge('P.1', 'B')] }),
    ];
    const groups = [
      { id: 'zone:out', title: 'Out', emphasized: false },
      { id: 'zone:in', title: 'In', parent: 'zone:out', emphasized: false },
    ];
    const text = likec4Of([graph('x-y', { nodes, groups }), graph('x.y', { nodes, groups })], {
      address: ({ id }) => `https://example.org/a%20b/${id}?x=1&y=%28z%29#top`,
    });
    const { elements, relations } = await readLikec4(text);
    expect(elements.map(({ id }) => id).sort()).toEqual([
      'architecture_x_y',
      'architecture_x_y.part_a_b',
      'architecture_x_y.zone_out',
      'architecture_x_y.zone_out.zone_in',
      'architecture_x_y.zone_out.zone_in.part_a_b_2',
      'architecture_x_y_2',
      'architecture_x_y_2.part_a_b',
      'architecture_x_y_2.zone_out',
      'architecture_x_y_2.zone_out.zone_in',
      'architecture_x_y_2.zone_out.zone_in.part_a_b_2',
      'persona_P_1',
      'persona_P_1_2',
    ]);
    expect(elements.find(({ title }) => title === 'P-1 A')?.links).toEqual([
      'https://example.org/a%20b/P-1?x=1&y=%28z%29#top',
    ]);
    expect(relations).toHaveLength(4);
  });

  it('leave nothing where there is nothing', async () => {
    const { elements } = await readLikec4(likec4Of([graph('a', {})], { address: () => undefined }));
    expect(elements.map(({ id }) => id)).toEqual(['architecture_a']);
  });
});
