import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cli, exampleProject, persona, projectWith, writeFiles } from '../support/project.ts';
import { sarifFaults } from './sarifRules.ts';

const odd = {
  'personas/a b#%.yaml': persona('P1', '"Alpha: 100 %, {x}"', 'components:\n  - "Store [a](b)"\n'),
  'personas/rbac/other.md': '| Persona | Env | Role |\n|-|-|-|\n| Nobody::error:: | Dev | R |\n',
};

afterEach(() => {
  delete process.env['GITHUB_WORKSPACE'];
});

describe('check --format', () => {
  it.each([
    ['the example', () => exampleProject()],
    ['texts that look like markup', () => projectWith(odd)],
    ['problems', () => projectWith({ 'personas/a.yaml': 'id: [\n', 'personas/b.yaml': 'idd: x\n' })],
  ])('gives SARIF of %s that keeps to its rules', async (_, project) => {
    const { out } = await cli(project(), 'check', '--format', 'sarif');
    const log = JSON.parse(out);
    expect(sarifFaults(log)).toEqual([]);
    const { results, tool } = log.runs[0];
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('gives one workflow command a line, and nothing else on stdout', async () => {
    const { out, err, code } = await cli(projectWith(odd), 'check', '--format', 'github');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(error|warning|notice) (file=[^:,]+,(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?)?title=[^:,]+::./,
      );
    }
    expect(err).toMatch(/^\d+ errors?/m);
  });

  it('says where files stand in the repository that a job has checked out', async () => {
    const repository = realpathSync(projectWith({}));
    writeFiles(repository, {
      'docs/persona-deck.yaml': '{}\n',
      'docs/personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n'),
    });
    const uris = async (): Promise<string[]> => {
      const { out } = await cli(join(repository, 'docs'), 'check', '--format', 'sarif');
      return [...out.matchAll(/"uri": "([^"]+a\.yaml)"/g)].map(([, uri = '']) => uri);
    };
    expect(await uris()).toContain('personas/a.yaml');
    process.env['GITHUB_WORKSPACE'] = repository;
    expect(new Set(await uris())).toEqual(new Set(['docs/personas/a.yaml']));
    const { out } = await cli(join(repository, 'docs'), 'check', '--format', 'github');
    expect(out).toContain('file=docs/personas/a.yaml,line=3,');
    process.env['GITHUB_WORKSPACE'] = join(repository, 'elsewhere');
    expect(await uris()).toContain('personas/a.yaml');
  });

  it('gives the same every time', async () => {
    const root = exampleProject();
    for (const format of ['json', 'sarif', 'github']) {
      const [first, second] = [
        await cli(root, 'check', '--format', format),
        await cli(root, 'check', '--format', format),
      ];
      expect(second.out).toBe(first.out);
    }
  });

  it('fails for warnings only when asked', async () => {
    const root = projectWith({
      'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n'),
      'personas/rbac/store.md': '| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | — |\n',
    });
    const { code, err } = await cli(root, 'check');
    expect(err).toContain('warning ACC403');
    expect(err).not.toMatch(/ error [A-Z]{3}\d/);
    expect(code).toBe(0);
    expect(await cli(root, 'check', '--strict')).toMatchObject({ code: 1 });
    expect(await cli(root, 'check', '--strict', '--format', 'sarif')).toMatchObject({ code: 1, err: '' });
  });

  it('ends what people read with where checks are explained', async () => {
    const { err } = await cli(projectWith(odd), 'check');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^What each check means: docs\/checks\/README\.md /);
  });
});
