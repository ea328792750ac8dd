import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueOf } from '../../src/roles/catalogue.ts';
import { ownRoles } from '../../src/roles/ownRoles.ts';
import { powers } from '../../src/roles/power.ts';
import { readRoleLists } from '../../src/roles/roleLists.ts';
import { workloadSchema } from '../../src/schema/workload.ts';
import { cli, exampleProject, repository } from '../support/project.ts';

const page = readFileSync(join(repository, 'docs/roles.md'), 'utf8');
const lists = await readRoleLists();

/** Cells in code of the table whose first header is given. */
function rowsOf(firstHeader: string): string[][] {
  const [, table = ''] = new RegExp(`^\\| ${firstHeader} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));
}

describe('the page about roles', () => {
  it('names every system and every power', () => {
    expect(rowsOf('System').flatMap(([system = '']) => system)).toEqual(
      lists
        .map(({ system }) => system)
        .sort((a, b) => (a === 'azure-rbac' ? -1 : b === 'azure-rbac' ? 1 : a < b ? -1 : 1)),
    );
    expect(rowsOf('Power').flatMap(([power = '']) => power)).toEqual([...powers]);
  });

  it('names every key of the lists', () => {
    const keys = new Set(lists.flatMap(({ roles }) => roles.flatMap((role) => Object.keys(role))));
    const described = new Set([...rowsOf('Key').flat(), 'system', 'name', 'id', 'service']);
    expect([...keys].filter((key) => !described.has(key))).toEqual([]);
  });

  it('has composed cells that are read so', () => {
    const cells = [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$/gm)];
    expect(cells.length).toBeGreaterThan(5);
    const roles = catalogueOf(lists);
    for (const [, system = '', cell = '', power] of cells) {
      expect([cell, roles.find(system, cell)?.power]).toEqual([cell, power]);
    }
  });

  it('declares roles as workload.yaml does', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { roles: inputs } = workloadSchema.parse(parse(yaml));
    const roles = catalogueOf(lists, ownRoles(inputs));
    expect(roles.find('azure-custom-role', 'Data Factory Pipeline Operator')?.power).toBe('use');
    expect(roles.find('azure-rbac', 'Container Apps Operator')?.keys).toEqual(['ALL']);
  });

  it('asks questions that are answered', async () => {
    const root = exampleProject();
    const questions = [...page.matchAll(/^persona-deck (access .*?)(?: +#.*)?$/gm)].map(([, line = '']) => line);
    expect(questions).toHaveLength(4);
    for (const question of questions) {
      const args = [...question.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
      const { code, out } = await cli(root, ...args);
      expect([question, code, out === '']).toEqual([question, 0, false]);
    }
  });
});
