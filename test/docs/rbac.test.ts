import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/source/markdown.ts';
import { linkEnvironments } from '../../src/workload/environments.ts';
import type { RoleAssignment } from '../../src/workload/model.ts';
import { readAssignment, readRoles } from '../../src/workload/rbac/cells.ts';
import { columnOf } from '../../src/workload/rbac/headers.ts';
import { repository } from '../support/project.ts';
import { persona, workloadOf } from '../workload/reading.ts';

const page = readFileSync(join(repository, 'docs/reference/rbac.md'), 'utf8');
const examples = [
  ...page.matchAll(/(?:```yaml\n([\s\S]*?)```\n\n)?```markdown\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g),
];

/** Rows of the table whose first header is given, as cells with their markdown. */
function rowsOf(firstHeader: string): string[][] {
  const [, table = ''] = new RegExp(`^\\| ${firstHeader} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const codesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** An assignment as the page writes it. */
function described({ principal, environment, status, role, assignment, limit, scope, why }: RoleAssignment): string {
  const what = {
    none: 'none',
    open: 'not filled in',
    granted: [role?.name, assignment, limit].filter(Boolean).join(', '),
  };
  const more = [scope && `scope: ${scope}`, why && `why: ${why}`].filter(Boolean).map((text) => `; ${text}`);
  const who = principal.kind === 'persona' ? principal.id : principal.name;
  return `${who} in ${environment.name}: ${what[status]}${more.join('')}`;
}

describe('the page about RBAC markdown', () => {
  it('has an example of each form, each with its reading', () => {
    expect(examples.length).toBe([...page.matchAll(/```markdown/g)].length);
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples.map(([, settings, table = '', reading = '']) => [table, reading, settings] as const))(
    'says what is read from %s',
    async (table, reading, settings = 'name: Example\n') => {
      const { assignments, rbacFiles } = await workloadOf({
        'personas/data-engineer.yaml': persona('P001', 'AI Data Engineer', 'components: [Azure Storage, Key Vault]\n'),
        'personas/workload.yaml': settings,
        'personas/bi-analyst.yaml': persona('P003', 'BI Analyst'),
        'personas/rbac/azure-storage.md': table,
      });
      expect(assignments.map(described)).toEqual(reading.trimEnd().split('\n'));
      expect(rbacFiles[0]?.references.filter(({ broken }) => broken !== undefined)).toEqual([]);
    },
  );

  it('lists headers that mean what it says', () => {
    const rows = rowsOf('Column');
    expect(rows.length).toBeGreaterThan(10);
    for (const [column, headers = ''] of rows) {
      for (const header of codesIn(headers)) expect([header, columnOf(header)]).toEqual([header, column]);
    }
  });

  it('lists words for assignments, environments and none that are read so', () => {
    for (const [kind, words = ''] of rowsOf('Read as')) {
      for (const word of codesIn(words)) expect([word, readAssignment(word)]).toEqual([word, kind]);
    }
    const environments = linkEnvironments(undefined, undefined);
    for (const [name = '', words = ''] of rowsOf('Environment').filter(([name = '']) => /^[A-Z]/.test(name))) {
      for (const word of codesIn(words)) expect([word, environments.find(word)?.name]).toEqual([word, name]);
    }
    const none = codesIn(/^- (.*) say that it was decided/m.exec(page)?.[1] ?? '');
    expect(none.length).toBeGreaterThan(4);
    for (const word of none) expect([word, readRoles([word]).status]).toEqual([word, 'none']);
  });

  it('has its tables where they are looked for', () => {
    const { tables } = parseMarkdown({ file: 'rbac.md', absolutePath: '', text: page });
    expect(tables.map(({ header }) => header.cells[0]?.text)).toEqual(['Read as', 'Environment', 'Column']);
  });
});
