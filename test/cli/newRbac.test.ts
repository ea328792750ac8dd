import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LabelKey, labelKeys } from '../../src/design/design.ts';
import { loadLabels, shippedLanguages } from '../../src/design/locale.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { columnOf } from '../../src/workload/rbac/headers.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { cli, exampleProject, persona, projectWith, snapshot, temporaryFolder } from '../support/project.ts';

const project = (workload = 'name: W\n'): string =>
  projectWith({
    'personas/workload.yaml': workload,
    'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store, Vault]\n'),
    'personas/b.yaml': persona('P2', 'Beta', 'components: [store]\n'),
    'personas/rbac/vault.md': '| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | Reader |\n',
  });

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** What `check` says of one file, as code and message. */
async function findingsIn(root: string, file: string): Promise<string[]> {
  const { out } = await cli(root, 'check', '--format', 'json');
  return (JSON.parse(out).diagnostics as Diagnostic[])
    .filter(({ location }) => location?.file === file)
    .map(({ code, message }) => `${code} ${message}`);
}

describe('new rbac', () => {
  it('writes a row for each persona with the component and each environment', async () => {
    const root = project();
    const { code, out, err } = await cli(root, 'new', 'rbac');
    expect({ code, out }).toEqual({ code: 0, out: 'personas/rbac/store.md\n' });
    expect(err).toMatch(/^Wrote 1 file\. Fill in the roles/);
    expect(read(root, 'personas/rbac/store.md')).toMatchInlineSnapshot(`
      "# Store

      Name a role of azure-rbac in each row, or — where none is meant. A second role is another row. Then this paragraph can go.

      | Persona  | Environment | Role | Scope | Assignment | Why |
      | -------- | ----------- | ---- | ----- | ---------- | --- |
      | P1 Alpha | Dev         |      |       |            |     |
      | P1 Alpha | Stage       |      |       |            |     |
      | P1 Alpha | Production  |      |       |            |     |
      | P2 Beta  | Dev         |      |       |            |     |
      | P2 Beta  | Stage       |      |       |            |     |
      | P2 Beta  | Production  |      |       |            |     |
      "
    `);
  });

  it('leaves nothing to find in the file but what is not filled in', async () => {
    const root = exampleProject();
    for (const name of ['azure-storage', 'github']) rmSync(join(root, `personas/rbac/${name}.md`));
    expect((await cli(root, 'check')).err).toContain('ACC401');
    expect((await cli(root, 'new', 'rbac')).out).toBe('personas/rbac/azure-storage.md\npersonas/rbac/github.md\n');
    const found = await findingsIn(root, 'personas/rbac/azure-storage.md');
    expect(found).toHaveLength(4 * 3);
    expect(found.filter((line) => !line.startsWith('ACC408 '))).toEqual([]);
    expect((await cli(root, 'check')).err).not.toContain('ACC401');
    expect((await cli(root, 'new', 'rbac')).err).toBe('Every component on a card has an RBAC file.\n');
  });

  it('can be told for which components, by name, alias or id', async () => {
    const root = project('components: [{name: Store, id: blob, aliases: [Disks]}, {name: Vault, rbac: rbac/v.md}]\n');
    const all = 'personas/rbac/blob.md\npersonas/rbac/v.md\n';
    expect((await cli(root, 'new', 'rbac', '--dry-run')).out).toBe(all);
    for (const name of ['store', 'disks', 'blob']) {
      expect((await cli(root, 'new', 'rbac', '--dry-run', '--only', name)).out).toBe('personas/rbac/blob.md\n');
    }
    expect((await cli(root, 'new', 'rbac', '--only', 'vault')).out).toBe('personas/rbac/v.md\n');
    expect(existsSync(join(root, 'personas/rbac/blob.md'))).toBe(false);
  });

  it('refuses names that no file can be made for', async () => {
    const root = project();
    expect(await cli(root, 'new', 'rbac', '--only', 'Stroe')).toMatchObject({
      code: 2,
      err: 'No card has a component called Stroe\n  did you mean Store?\n',
    });
    expect(await cli(root, 'new', 'rbac', '--only', 'Vault')).toMatchObject({
      code: 2,
      err: 'Vault has an RBAC file\n  it is personas/rbac/vault.md\n',
    });
  });

  it('shows what it would write and writes nothing', async () => {
    const root = project();
    const before = snapshot(root);
    expect(await cli(root, 'new', 'rbac', '--dry-run')).toMatchObject({
      code: 0,
      out: 'personas/rbac/store.md\n',
      err: 'Would write 1 file\n',
    });
    expect(snapshot(root)).toEqual(before);
  });

  it('overwrites nothing, whoever wrote it', async () => {
    const root = project();
    mkdirSync(join(root, 'personas/rbac/store.md'), { recursive: true });
    expect(await cli(root, 'new', 'rbac')).toMatchObject({
      out: '',
      err: 'personas/rbac/store.md is left as it is: something is there that is no RBAC file\n',
    });
    const before = snapshot(root);
    await cli(root, 'new', 'rbac');
    expect(snapshot(root)).toEqual(before);
  });

  it('writes nothing outside the project', async () => {
    const outside = temporaryFolder();
    const root = projectWith({ 'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n') });
    symlinkSync(outside, join(root, 'personas/rbac'));
    await cli(root, 'new', 'rbac');
    expect(snapshot(outside).size).toBe(0);
  });

  it('reports problems instead', async () => {
    const root = projectWith({ 'personas/a.yaml': 'id: P1\nnam: A\ncomponents: Store\n' });
    const { code, out, err } = await cli(root, 'new', 'rbac');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Nothing was written.');
  });

  it('keeps names as they are, and components that share a file apart', async () => {
    const hostile = 'A|B *c* <b> #1 `x`';
    const root = projectWith({
      'personas/workload.yaml': 'components: [{name: Blobs, rbac: rbac/s.md}, {name: "Q|s", rbac: rbac/s.md}]\n',
      'personas/a.yaml': persona('P1', `"${hostile}"`, 'components: [Blobs, "Q|s"]\n'),
    });
    await cli(root, 'new', 'rbac');
    const { workload } = await readWorkload({ root, folder: 'personas' });
    expect(workload?.rbacIssues).toEqual([]);
    expect(
      workload?.assignments.map(({ principal, component, status }) => [principal.name, component.name, status]),
    ).toEqual(['Blobs', 'Blobs', 'Blobs', 'Q|s', 'Q|s', 'Q|s'].map((name) => [hostile, name, 'open']));
    expect(workload?.rbacFiles[0]?.title).toBe('Blobs, Q|s');
  });

  it.each(shippedLanguages)('speaks %s, in words that it reads', async (language) => {
    const root = project(`language: ${language}\n`);
    await cli(root, 'new', 'rbac');
    expect(read(root, 'personas/rbac/store.md')).toContain(`| ${loadLabels(language).persona} `);
    expect(await findingsIn(root, 'personas/rbac/store.md')).toHaveLength(6);
  });
});

describe('labels of columns', () => {
  it.each(shippedLanguages)('are read back in %s', (language) => {
    const labels = loadLabels(language);
    const columns: readonly LabelKey[] = labelKeys.filter((key) => columnOf(loadLabels('en')[key]) === key);
    expect(columns.length).toBeGreaterThan(10);
    expect(columns.map((key) => columnOf(labels[key]))).toEqual(columns);
  });
});
