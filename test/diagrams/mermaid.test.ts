import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/deck/graphs/model.ts';
import { mermaidOf } from '../../src/outputs/diagrams/mermaid.ts';
import { mermaidText } from '../../src/outputs/diagrams/mermaidText.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { cli, exampleProject, temporaryFolder } from '../support/project.ts';
import { type Drawn, readMermaid } from './readMermaid.ts';

const context = { labels: loadLabels('en'), address: () => undefined };

/** A flow of one lane with nodes of these titles, each with an arrow to the next that is labelled like it. */
function graphOf(titles: readonly string[], more: Partial<Graph> = {}): Graph {
  const nodes = titles.map((title, index) => ({
    id: `step:${index}`,
    title,
    group: 'lane:a',
    badges: [],
    components: [],
    skills: [],
  }));
  return {
    kind: 'flow',
    id: 'f',
    title: titles[0] ?? '',
    groups: [{ id: 'lane:a', title: titles[0] ?? '', emphasized: true }],
    nodes,
    edges: titles.slice(1).map((label, index) => ({
      id: `arrow:${index}`,
      kind: index % 2 === 0 ? 'next' : 'feedback',
      from: `step:${index}`,
      to: `step:${index + 1}`,
      label,
    })),
    legend: [],
    alt: titles.join(' '),
    ...more,
  };
}

const hostile = [
  'end',
  'subgraph x',
  '"quoted" and \'single\'',
  '[brackets] (round) {curly} |pipe|',
  '<script>alert(1)</script> & <b>bold</b><br/>',
  '#35; &amp; ﬂ°°35¶ß #quot;',
  '%%{init: {"theme": "dark"}}%% %% comment',
  '`code` **bold** _thin_ ~~gone~~',
  '1. a list',
  '- a list',
  '+ a list',
  'https://example.org www.example.org a@example.org',
  'fa:fa-car :smile: $$x$$',
  'A --> B; style a fill:#f00',
  'click a href "javascript:alert(1)"',
  '🧪 👩‍🔬 مهندس البيانات שלום データ',
  'Donaudampfschifffahrt'.repeat(9),
  'back\\slash \\" end',
];

describe('a hostile text', () => {
  it('is shown as it is, in titles, lanes, arrows and the description', async () => {
    const drawn = await readMermaid(mermaidOf(graphOf(hostile), context));
    expect(drawn.nodes.map(({ lines }) => lines)).toEqual(hostile.map((text) => [text]));
    expect(drawn.edges.map(({ text }) => text)).toEqual(hostile.slice(1));
    expect(drawn.description).toBe(hostile.join(' '));
    for (const text of hostile) {
      const one = await readMermaid(mermaidOf(graphOf([text]), context));
      expect([one.title, one.groups[0]?.title]).toEqual([text, text]);
    }
  });

  it('is never anything else, whatever its characters are', async () => {
    // Line breaks become spaces: what a text shows is one line.
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim() || 'x');
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 6 }), async (titles) => {
        const drawn = await readMermaid(mermaidOf(graphOf(titles), context));
        expect(drawn.nodes.map(({ lines }) => lines)).toEqual(titles.map((text) => [text]));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing for the markdown in labels', () => {
    for (const text of hostile) expect(mermaidText(text)).not.toMatch(/[*_`~[\]<>#](?!\d+;)|:\/\/|www\.|^\d+\.|^[-+]/);
    expect(mermaidText('two\n\n lines')).toBe('two lines');
    // Mermaid decodes its placeholders twice: they must not come about.
    expect(mermaidText('ﬂ°°35¶ß')).not.toMatch(/ﬂ°|¶ß/);
  });
});

describe('a large flow', () => {
  it('leaves its description out rather than being longer than Mermaid draws', () => {
    const titles = Array.from({ length: 400 }, (_, index) => `Step ${index} with a name of usual length`);
    const text = mermaidOf(graphOf(titles), context);
    expect(text).not.toContain('accDescr');
    expect(text.length).toBeLessThan(50_000);
    expect(mermaidOf(graphOf(titles.slice(0, 40)), context)).toContain('accDescr');
  });
});

describe('the example', () => {
  let out = '';
  const read = (name: string): string => readFileSync(join(out, 'diagrams', name), 'utf8');
  beforeAll(async () => {
    const root = exampleProject(temporaryFolder(true));
    expect(await cli(root, 'build', '--only', 'diagrams,markdown')).toMatchObject({ code: 0 });
    out = join(root, 'out');
  });

  it('has its flows: lanes, numbered steps, who does what with which components, arrows', async () => {
    const drawn: Drawn = await readMermaid(read('flow-mlops.mmd'));
    expect(drawn.groups.map(({ id, title }) => [id, title])).toEqual([
      ['lane_dev', 'Dev – Inner loop'],
      ['lane_stage', 'Stage – Outer loop'],
      ['lane_prod', 'Production – Outer loop'],
      ['legend', 'Legend'],
    ]);
    expect(drawn.groups[1]?.nodes).toEqual([
      'step_get_leading_model_from_dev',
      'step_deploy_endpoint_and_smoke_test',
      'step_monitor_stage',
    ]);
    expect(drawn.nodes.find(({ id }) => id === 'step_deploy_endpoint_and_smoke_test')).toEqual({
      id: 'step_deploy_endpoint_and_smoke_test',
      lines: ['6 · Deploy endpoint and smoke test', 'P009\u00a0W · P007\u00a0R', 'Azure Machine Learning'],
      link: '../markdown/P009-buildagent-mlops.md',
    });
    expect(drawn.nodes.find(({ id }) => id === 'legend_text')?.lines).toEqual(['W writes', 'R reads']);
    expect(drawn.edges.map(({ start, end, text, stroke }) => [start, end, text, stroke])).toContainEqual([
      'step_monitor',
      'step_data_ingested_change_algorithm',
      'drift',
      'dotted',
    ]);
    expect(drawn.edges.filter(({ stroke }) => stroke === 'dotted')).toHaveLength(1);
    expect(drawn.title).toBe('MLOps');
    expect(drawn.description).toContain('Get leading model from Dev (Stage): P009 reads.');
  });

  it('has its architecture: zones, parts with roles and RBAC files, numbered connections', async () => {
    const drawn = await readMermaid(read('architecture-lambda-architecture.mmd'));
    expect(drawn.groups.map(({ title }) => title)).toEqual([
      'Sources',
      'Batch path',
      'Speed path',
      'Serving layer',
      'Roles in Production',
    ]);
    expect(drawn.nodes.find(({ id }) => id === 'part_azure_storage')).toEqual({
      id: 'part_azure_storage',
      lines: ['Azure Storage', 'P001\u00a0◐R · P003\u00a0R · P004\u00a0◐R · P006\u00a0◐R'],
      link: '../rbac/azure-storage.md',
    });
    expect(drawn.edges[0]).toMatchObject({
      start: 'part_source_systems',
      end: 'part_azure_data_factory',
      text: '1 · daily',
    });
    expect(drawn.edges).toHaveLength(9);
  });

  it('leads nowhere that is not built', async () => {
    const root = exampleProject();
    expect(await cli(root, 'build', '--only', 'diagrams')).toMatchObject({ code: 0 });
    const text = readFileSync(join(root, 'out/diagrams/flow-mlops.mmd'), 'utf8');
    expect(text).not.toContain('click');
    expect(readFileSync(join(root, 'out/diagrams/architecture-lambda-architecture.mmd'), 'utf8')).toContain(
      'click part_azure_storage href "../rbac/azure-storage.md"',
    );
  });
});
