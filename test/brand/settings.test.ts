import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepare, type Prepared } from '../../src/build/prepare.ts';
import { readProject } from '../../src/build/project.ts';
import type { BuildChoices } from '../../src/build/choices.ts';
import { brandTemplateFile, rgb } from '../support/brandTemplate.ts';
import { cli, persona, projectWith, temporaryFolder } from '../support/project.ts';

function projectOf(settings: string, template: Uint8Array = brandTemplateFile()): string {
  return projectWith({
    'persona-deck.yaml': settings,
    'brand/company.potx': template,
    'personas/p.yaml': persona('P001', 'Data Engineer'),
  });
}

async function prepared(root: string, choices: BuildChoices = {}): Promise<Prepared> {
  const project = await readProject(root);
  if (project.workload === undefined) throw new Error(JSON.stringify(project.diagnostics));
  const preparation = await prepare(project.root, project.workload, choices, project.settings);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.diagnostics));
  return preparation.prepared;
}

const built = ['build', '--only', 'markdown', '--json'] as const;

describe('a template in the settings', () => {
  test('colours every output', async () => {
    const { design, workshop, sources, remarks } = await prepared(projectOf('theme:\n  from: brand/company.potx\n'));
    expect(design.theme.name).toBe('Harbour');
    expect(workshop.template).toBeUndefined();
    expect(workshop.design).toEqual(design);
    expect(sources).toEqual(['brand/company.potx']);
    expect(remarks.map(({ code }) => code)).toEqual(['TPL101', 'TPL101']);
    const other = brandTemplateFile({ colors: { accent1: rgb('123456') } });
    const changed = await prepared(projectOf('theme:\n  from: brand/company.potx\n', other));
    expect(changed.design.digest).not.toBe(design.digest);
  });

  test('carries and colours the slides, whatever theme everything else has', async () => {
    const { design, workshop } = await prepared(projectOf('template: brand/company.potx\n'), { theme: 'dark' });
    expect(workshop.template?.layouts).toHaveLength(5);
    expect(workshop.design.theme.name).toBe('Harbour');
    expect(workshop.format.width).toBe(960);
    expect(design.theme.name).toBe('dark');
  });

  test('gives way to the command line, where it may lie anywhere', async () => {
    const outside = join(temporaryFolder(), 'other.potx');
    writeFileSync(outside, brandTemplateFile({ ratio: '4:3' }));
    const { workshop, sources } = await prepared(projectOf('template: brand/company.potx\n'), { template: outside });
    expect(workshop.template?.width).toBe(720);
    expect(sources).toEqual([]);
  });

  test('is what artifacts come from, and its remarks are told', async () => {
    const root = projectOf('theme:\n  from: brand/company.potx\n');
    const answer = await cli(root, ...built);
    expect(answer.code).toBe(0);
    const { diagnostics } = JSON.parse(answer.out) as { diagnostics: { code: string; severity: string }[] };
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'TPL101', severity: 'info' }));
    expect(readFileSync(join(root, 'out/manifest.json'), 'utf8')).toContain('"brand/company.potx"');
  });

  test.each([
    ['template: brand/none.potx\n', 'TPL001', 'persona-deck.yaml'],
    ['template: ../company.potx\n', 'SRC004', 'persona-deck.yaml'],
    ['theme:\n  from: personas/p.yaml\n', 'TPL002', 'personas/p.yaml'],
  ])('refuses the build where it cannot be read: %s', async (settings, code, file) => {
    const answer = await cli(projectOf(settings), ...built);
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.out)).toMatchObject({ status: 'refused', diagnostics: [{ code, location: { file } }] });
  });

  test('is named on the command line relative to the working folder', async () => {
    const root = projectOf('');
    expect((await cli(root, ...built, '--template', 'brand/company.potx')).code).toBe(0);
    const missing = await cli(root, 'build', '--only', 'markdown', '--template', 'company.potx');
    expect(missing.code).toBe(2);
    expect(missing.err).toMatch(/There is no template .*company\.potx/);
  });
});
