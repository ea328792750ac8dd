import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { cli, exampleProject, persona, projectWith, snapshot } from '../support/project.ts';

const matrices = [
  'components-dev',
  'components-prod',
  'components-stage',
  'processes',
  'responsibilities-dataops',
  'responsibilities-genaiops',
  'responsibilities-mlops',
  'skills',
  'teams',
];
const files = [
  'access.csv',
  'matrices.md',
  ...matrices.map((id) => `matrix-${id}.csv`),
  'personas.csv',
  'personas.md',
  'workload.xlsx',
];

function linksIn(path: string): { text: string; url: string }[] {
  const inline = markdownIt()
    .parse(readFileSync(path, 'utf8'), {})
    .flatMap((token) => token.children ?? []);
  return inline.flatMap((token, index) =>
    token.type === 'link_open' ? [{ url: String(token.attrGet('href')), text: inline[index + 1]?.content ?? '' }] : [],
  );
}

async function written(root: string, ...options: string[]): Promise<{ written: string[]; fresh: string[] }> {
  const { out, code } = await cli(root, 'build', '--json', ...options);
  expect(code).toBe(0);
  return JSON.parse(out) as { written: string[]; fresh: string[] };
}

describe('build --only tables', () => {
  it('writes the tables with the files that they lead to', async () => {
    const root = exampleProject();
    const { written: paths } = await written(root, '--only', 'tables');
    expect(paths.filter((path) => !path.startsWith('rbac/'))).toEqual(files.map((name) => `tables/${name}`));
    const moved = join(root, 'elsewhere');
    renameSync(join(root, 'out'), moved);
    const links = linksIn(join(moved, 'tables/personas.md'));
    expect(links.length).toBeGreaterThan(20);
    for (const { url } of links) expect(existsSync(join(moved, 'tables', decodeURIComponent(url))), url).toBe(true);
  });

  it('leaves what is fresh, and renews what a changed file is shown in', async () => {
    const root = exampleProject();
    await written(root, '--only', 'tables');
    const before = snapshot(join(root, 'out'));
    expect((await written(root, '--only', 'tables')).written).toEqual([]);
    const file = join(root, 'personas/rbac/azure-storage.md');
    const text = readFileSync(file, 'utf8');
    await import('node:fs').then(({ writeFileSync }) =>
      writeFileSync(file, text.replace('Fills both zones', 'Fills the zones')),
    );
    expect((await written(root, '--only', 'tables')).written).toEqual([
      'rbac/azure-storage.md',
      'tables/access.csv',
      'tables/workload.xlsx',
    ]);
    expect(snapshot(join(root, 'out')).get('tables/personas.csv')).toEqual(before.get('tables/personas.csv'));
  });

  it('leaves the tables as they are when personas are chosen', async () => {
    const root = exampleProject();
    await written(root, '--only', 'tables,markdown');
    const before = snapshot(join(root, 'out/tables'));
    const { written: paths } = await written(root, '--only', 'tables,markdown', '--persona', 'P001', '--force');
    expect(paths).toEqual(['markdown/P001-ai-data-engineer.md']);
    expect(snapshot(join(root, 'out/tables'))).toEqual(before);
  });
});

describe('tables/personas.md', () => {
  it('leads to the cards where they are built, and escapes what would be markup', async () => {
    const root = projectWith({
      'personas/P1.yaml': persona('P1', '"a|b [x](y) <i>"', 'skills: ["c|d"]\ncomponents: [Store]\n'),
      'personas/rbac/store.md': '# Store\n',
    });
    await written(root, '--only', 'tables,markdown');
    const path = join(root, 'out/tables/personas.md');
    const [card, component] = linksIn(path);
    expect(existsSync(join(root, 'out/tables', decodeURIComponent(card?.url ?? '-')))).toBe(true);
    expect(component).toEqual({ text: 'Store', url: '../rbac/store.md' });
    const html = markdownIt().render(readFileSync(path, 'utf8'));
    expect(html).toContain('<td>c|d</td>');
    expect(html).toContain('>a|b [x](y) &lt;i&gt;</a>');
  });
});
