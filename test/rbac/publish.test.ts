import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, persona, projectWith } from '../support/project.ts';

const table =
  '| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| [P001](../P001.yaml) | Reader | Reader | — |\n';

async function built(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = projectWith({
    'personas/P001.yaml': persona('P001', 'Data Engineer', 'components: [Storage, Vault]\n'),
    ...files,
  });
  expect(await cli(root, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
  return root;
}

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('published RBAC files', () => {
  it('are the same bytes when their links hold, with what they show', async () => {
    const text = `\ufeff# Storage\r\n\r\n![zones](images/zones%20a.svg) and [more](notes.md#x) and [web](https://example.org)\r\n\r\n${table.replace('[P001](../P001.yaml)', 'P001')}`;
    const root = await built({
      'personas/rbac/storage.md': text,
      'personas/rbac/images/zones a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'personas/rbac/notes.md': '# Notes\n',
    });
    expect(read(root, 'out/rbac/storage.md')).toBe(text.slice(1));
    expect(read(root, 'out/rbac/images/zones a.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(read(root, 'out/rbac/notes.md')).toBe('# Notes\n');
  });

  it('lead from a persona file to its markdown card, and change nothing else', async () => {
    const root = await built({ 'personas/rbac/storage.md': `# Storage\n\n${table}` });
    expect(read(root, 'out/rbac/storage.md')).toBe(
      `# Storage\n\n${table.replace('../P001.yaml', '../markdown/P001-data-engineer.md')}`,
    );
  });

  it('keep files from elsewhere in the project reachable', async () => {
    const root = await built({
      'personas/rbac/storage.md': `# Storage\n\n![x](../../shared/logo.svg)\n\n${table}`,
      'shared/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const target = /!\[x\]\(([^)]+)\)/.exec(read(root, 'out/rbac/storage.md'))?.[1] ?? '';
    expect(existsSync(join(root, 'out/rbac', decodeURIComponent(target)))).toBe(true);
    expect(target.startsWith('_files/')).toBe(true);
  });

  it('copy nothing from outside the project, and report the link', async () => {
    const root = await built({
      'personas/rbac/storage.md': `# Storage\n\n[x](../../../etc/passwd) [y](missing.md)\n\n${table}`,
    });
    expect(read(root, 'out/rbac/storage.md')).toContain('[x](../../../etc/passwd)');
    const { err } = await cli(root, 'check');
    expect(err.match(/LNK001/g)).toHaveLength(2);
  });

  it('are linked from cards where a matrix describes the component', async () => {
    const matrix = `Prose  \nstays.\n\n## Dev\n\n| Persona | Storage | Vault |\n|-|-|-|\n| P001 | R | — |\n\n| Code | Role |\n|-|-|\n| R | Reader |\n`;
    const root = await built({
      'personas/workload.yaml': 'matrices: rbac/access.md\n',
      'personas/rbac/access.md': matrix,
    });
    const card = read(root, 'out/markdown/P001-data-engineer.md');
    for (const name of ['Storage', 'Vault']) expect(card).toContain(`[${name}](../rbac/access.md)`);
    expect(card).toContain('Reader');
    expect(read(root, 'out/rbac/access.md')).toBe(matrix);
  });

  it('of another name and place are found and linked', async () => {
    const root = await built({
      'personas/workload.yaml': 'components: [{name: Storage, rbac: access/blobs.md}]\n',
      'personas/access/blobs.md': `# Blobs\n\n${table}`,
    });
    const card = read(root, 'out/markdown/P001-data-engineer.md');
    const target = /\[Storage\]\(([^)]+)\)/.exec(card)?.[1] ?? '';
    expect(existsSync(join(root, 'out/markdown', target))).toBe(true);
  });
});
