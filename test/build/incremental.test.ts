import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, persona, projectWith, snapshot } from '../support/project.ts';

const files = {
  'personas/P001.yaml': persona('P001', 'Data Engineer', 'team: Data\ncomponents: [Storage]\n'),
  'personas/P002.yaml': persona('P002', 'Analyst', 'team: Data\n'),
  'personas/rbac/storage.md':
    '# Storage\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| P001 | Reader | Reader | — |\n',
};

const written = async (root: string, ...args: string[]): Promise<string[]> => {
  const { out, code } = await cli(root, 'build', '--json', ...args);
  expect(code).toBe(0);
  return (JSON.parse(out) as { written: string[] }).written;
};

describe('a second build', () => {
  it('does nothing when nothing changed, and needs no browser for that', async () => {
    const root = projectWith(files);
    expect((await written(root)).length).toBeGreaterThan(8);
    const before = snapshot(join(root, 'out'));
    const past = new Date('2020-01-01');
    utimesSync(join(root, 'out/png/P001-data-engineer.png'), past, past);
    // A browser that cannot start would end the build.
    expect(await written(root, '--browser', '/nonexistent/chrome')).toEqual([]);
    expect(snapshot(join(root, 'out'))).toEqual(before);
    expect(statSync(join(root, 'out/png/P001-data-engineer.png')).mtime).toEqual(past);
  });

  it('renders only what the change reaches', async () => {
    // The site has a page of skills already: a new one would be in the navigation of every page.
    const skilled = persona('P001', 'Data Engineer', 'team: Data\ncomponents: [Storage]\nskills: [Python]\n');
    const root = projectWith({ ...files, 'personas/P001.yaml': skilled });
    await written(root);
    writeFileSync(join(root, 'personas/P002.yaml'), persona('P002', 'Analyst', 'team: Data\nskills: [SQL]\n'));
    expect(await written(root)).toEqual([
      'cards.pdf',
      'cards.pptx',
      'diagrams/matrix-skills.png',
      'diagrams/matrix-skills.svg',
      'markdown/P002-analyst.md',
      // The mark of what the card says stands on its back too.
      'png/P002-analyst-back.png',
      'png/P002-analyst.links.json',
      'png/P002-analyst.png',
      'sheets.pdf',
      'site/findings.html',
      'site/index.html',
      'site/matrices/skills.html',
      'site/personas/P002-analyst.html',
      'tables/matrices.md',
      'tables/matrix-skills.csv',
      'tables/personas.csv',
      'tables/personas.md',
      'tables/workload.xlsx',
      'wiki/github/Matrices.md',
      'wiki/github/P002-Analyst.md',
      'wiki/github/images/P002-analyst-back.png',
      'wiki/github/images/P002-analyst.png',
      'workshop.pptx',
    ]);
  });

  it('renders a file again that is gone, and all with --force', async () => {
    const root = projectWith(files);
    const all = await written(root, '--only', 'markdown');
    rmSync(join(root, 'out/markdown/P002-analyst.md'));
    expect(await written(root, '--only', 'markdown')).toEqual(['markdown/P002-analyst.md']);
    expect(await written(root, '--only', 'markdown', '--force')).toEqual(all);
  });
});

describe('what is no longer made', () => {
  it('is removed by a full build, and nothing of others', async () => {
    const root = projectWith({ ...files, 'persona-deck.yaml': 'outputs: [markdown]\n' });
    await written(root);
    mkdirSync(join(root, 'out/mine'));
    writeFileSync(join(root, 'out/mine/notes.txt'), 'mine');
    writeFileSync(join(root, 'out/markdown/extra.md'), 'mine');
    rmSync(join(root, 'personas/P002.yaml'));
    await written(root);
    expect(readdirSync(join(root, 'out/markdown'))).toEqual(['P001-data-engineer.md', 'extra.md', 'index.md']);
    expect(readFileSync(join(root, 'out/mine/notes.txt'), 'utf8')).toBe('mine');
  });

  it('stays in a build of a part', async () => {
    const root = projectWith(files);
    await written(root, '--only', 'markdown');
    rmSync(join(root, 'personas/P002.yaml'));
    await written(root, '--only', 'markdown');
    await written(root, '--persona', 'P001', '--only', 'markdown');
    expect(existsSync(join(root, 'out/markdown/P002-analyst.md'))).toBe(true);
  });
});

describe('--persona', () => {
  it("builds that persona's own files and leaves decks as they are", async () => {
    const root = projectWith(files);
    await written(root);
    const deck = readFileSync(join(root, 'out/cards.pdf'));
    appendFileSync(join(root, 'personas/P001.yaml'), 'skills: [SQL]\n');
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    expect(await written(root, '--persona', 'P001')).toEqual([
      'markdown/P001-data-engineer.md',
      'png/P001-data-engineer-back.png',
      'png/P001-data-engineer.links.json',
      'png/P001-data-engineer.png',
      'site/personas/P001-data-engineer.html',
      'wiki/github/P001-Data-Engineer.md',
      'wiki/github/images/P001-data-engineer-back.png',
      'wiki/github/images/P001-data-engineer.png',
    ]);
    expect(readFileSync(join(root, 'out/cards.pdf')).equals(deck)).toBe(true);
  });
});

describe('an interrupted build', () => {
  it('leaves the last good output and no staging folder', async () => {
    const root = projectWith(files);
    await written(root);
    const before = snapshot(join(root, 'out'));
    appendFileSync(join(root, 'personas/P001.yaml'), 'skills: [SQL]\n');
    const { build } = await import('../../src/build/build.ts');
    const interruption = new AbortController();
    const building = build({
      cwd: root,
      signal: interruption.signal,
      onEvent: (event) => {
        if (event.kind === 'rendered') interruption.abort(new Error('stop'));
      },
    });
    await expect(building).rejects.toThrow('stop');
    expect(snapshot(join(root, 'out'))).toEqual(before);
    expect(readdirSync(join(root, 'out')).filter((name) => name.startsWith('.staging'))).toEqual([]);
  });
});
