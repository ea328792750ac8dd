import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/runChecks.ts';
import type { RoleAssignment, Workload } from '../../src/workload/model.ts';
import { type Files, persona, place, places, readFiles, textAt, workloadOf } from './reading.ts';

const file = 'personas/rbac/matrix.md';

const legend = [
  '| Code | Role |',
  '|---|---|',
  '| R | Storage Blob Data Reader |',
  '| W | Storage Blob Data Contributor |',
  '| U | Key Vault Secrets User<br>Key Vault Reader |',
  '| N | none |',
  '',
].join('\n');

const matrix = (...rows: string[]): string =>
  ['| Persona | Blob storage | Key Vault |', '|---|---|---|', ...rows, ''].join('\n');

const files = (markdown: string, more: Files = {}): Files => ({
  'personas/a.yaml': persona('P001', 'AI Data Engineer', 'components: [Azure Storage, Key Vault]\n'),
  'personas/b.yaml': persona('P003', 'BI Analyst'),
  'personas/workload.yaml':
    'matrices: rbac/matrix.md\ncomponents: [{name: Azure Storage, aliases: [Blob storage]}]\nenvironments: [{id: dev, name: Dev}, {id: prd, name: Production}]\n',
  [file]: markdown,
  ...more,
});

const read = (markdown: string, more: Files = {}): Promise<Workload> => workloadOf(files(markdown, more));

const summary = ({ principal, component, environment, role, assignment, status, limit }: RoleAssignment): string => {
  const who = principal.kind === 'persona' ? principal.id : `(${principal.name})`;
  const what = role === undefined ? status : [role.name, assignment === 'eligible' ? 'eligible' : [], limit ?? []];
  return `${who} ${component.id} ${environment.id}: ${[what].flat(2).join(', ')}`;
};

const access = async (markdown: string, more: Files = {}): Promise<string[]> =>
  (await read(markdown, more)).assignments.map(summary);

const issues = async (markdown: string, more: Files = {}): Promise<string[]> =>
  (await read(markdown, more)).rbacIssues.map(
    ({ kind, written, suggestion, location }) =>
      `${kind} ${written}${suggestion === undefined ? '' : ` -> ${suggestion}`} ${place(location)}`,
  );

describe('a matrix', () => {
  it('is one table an environment, with a column a component and codes of a legend', async () => {
    const text = `# Access\n\n## Production\n\n${matrix('| P001 | R (eligible, 4 h), W | — |', '| [P003](../b.yaml) | N | |')}\n## Dev\n\n${matrix('| P001 AI Data Engineer | **W** | U |')}\n## Legend\n\n${legend}`;
    const workload = await read(text);
    expect(workload.assignments.map(summary)).toEqual([
      'P001 azure-storage prd: Storage Blob Data Reader, eligible, 4 h',
      'P001 azure-storage prd: Storage Blob Data Contributor',
      'P001 key-vault prd: none',
      'P003 azure-storage prd: none',
      'P003 key-vault prd: open',
      'P001 azure-storage dev: Storage Blob Data Contributor',
      'P001 key-vault dev: Key Vault Secrets User',
      'P001 key-vault dev: Key Vault Reader',
    ]);
    expect(workload.rbacIssues).toEqual([]);
    expect(textAt(text, workload.assignments[0]?.location)).toBe('R (eligible, 4 h), W');
  });

  it.each([
    ['## Production environment', ['prd']],
    ['## Tuotantoympäristö', ['prd']],
    ['## Dev / Production', ['dev', 'prd']],
    ['## All environments', ['dev', 'prd']],
    ['# Dev\n\n## Data\n\n### Prod\n\n#### Details', ['prd']],
  ])('stands under %j', async (headings, expected) => {
    const markdown = `${headings}\n\n| Persona | Key Vault |\n|-|-|\n| P001 | R |\n\n${legend}`;
    expect((await read(markdown)).assignments.map(({ environment }) => environment.id)).toEqual(expected);
  });

  it('may have a column for the environment, and lists identities', async () => {
    expect(
      await access(
        `| Managed identity | Env | Key Vault | Why |\n|-|-|-|-|\n| id-adf | Dev | R | x |\n| id-adf | Prod | r | |\n\n${legend}`,
      ),
    ).toEqual(['(id-adf) key-vault dev: Storage Blob Data Reader', '(id-adf) key-vault prd: Storage Blob Data Reader']);
  });

  it('takes role, id and system from a legend in any shipped language, by the system of the component', async () => {
    const workload = await read(
      [
        '## Dev\n\n| Persoona | Azure Storage | Repo | Other |\n|-|-|-|-|\n| P001 | L | L | L |\n',
        '| Kirjain | Merkitys | Järjestelmä | Roolin tunnus |\n|-|-|-|-|\n| L | Read | GitHub | |\n| L | Reader | | acdd72a7 |\n',
      ].join('\n'),
      {
        'personas/workload.yaml':
          'matrices: [rbac/matrix.md]\ncomponents: [{name: Azure Storage}, {name: Repo, system: github}, {name: Other, system: sql}]\n',
      },
    );
    expect(workload.assignments.map(({ role }) => role)).toEqual([
      { name: 'Reader', id: 'acdd72a7', system: 'azure-rbac' },
      { name: 'Read', system: 'github' },
      { name: 'Reader', id: 'acdd72a7', system: 'sql' },
    ]);
    expect(workload.rbacIssues).toEqual([]);
  });

  it('tells codes apart by letter case where the legend does', async () => {
    const codes = '\n| Letter | Role |\n|-|-|\n| r | Reader |\n| R | Owner |\n| w | Writer |\n';
    const table = '## Dev\n\n| Persona | Key Vault |\n|-|-|\n| P001 | r, R, W |\n';
    expect(await access(table + codes)).toEqual([
      'P001 key-vault dev: Reader',
      'P001 key-vault dev: Owner',
      'P001 key-vault dev: Writer',
    ]);
  });
});

describe('in a matrix', () => {
  const dev = (table: string): string => `## Dev\n\n${table}\n${legend}`;

  it.each([
    ['a code without an explanation', matrix('| P001 | R, X | W (old) |'), ['unknownCode X', 'unknownCode W (old)']],
    [
      'a column without a component',
      '| Persona | Key Vualt | Moon |\n|-|-|-|\n| P001 | R | |\n| P003 | R | |\n',
      ['unknownComponent Key Vualt -> Key Vault', 'unknownComponent Moon'],
    ],
    [
      'a persona',
      matrix('| P9 | R | W |', '| p001 | R | W |'),
      ['unknownPersona P9', 'wrongCase p001 -> P001 AI Data Engineer'],
    ],
  ])('%s is reported once', async (_, table, expected) => {
    const found = await issues(dev(table));
    expect(found.map((issue) => issue.replace(/ \S+$/, ''))).toEqual(expected);
    for (const issue of found) expect(issue).toMatch(/matrix\.md:\d+:\d+$/);
  });

  it('cells without a known code grant nothing, and are not taken for decided', async () => {
    expect(await access(dev(matrix('| P001 | X | W |')))).toEqual([
      'P001 key-vault dev: Storage Blob Data Contributor',
    ]);
  });

  it('a column of remarks is kept with the row', async () => {
    const workload = await read(
      dev('| Persona | Key Vault | Note | Empty |\n|-|-|-|-|\n| P001 | R | asked twice | x |\n| P003 | R | | y |\n'),
    );
    expect(workload.assignments.map(({ extra }) => extra)).toEqual([
      { Note: 'asked twice', Empty: 'x' },
      { Empty: 'y' },
    ]);
    expect(workload.rbacIssues).toEqual([]);
  });

  it('a code that is explained twice counts as first explained, and is reported', async () => {
    const markdown = `${dev(matrix('| P001 | R | — |'))}\n| Code | Role |\n|-|-|\n| R | Owner |\n`;
    expect((await access(markdown))[0]).toBe('P001 azure-storage dev: Storage Blob Data Reader');
    expect(await issues(markdown)).toEqual([`repeatedCode R ${file}:16:3`]);
  });

  it('a table under no environment is reported, unless it is about something else', async () => {
    expect(await issues(`# Access\n\n${matrix('| P001 | R | W |')}\n${legend}`)).toEqual([
      `noEnvironment Persona ${file}:3:3`,
    ]);
    expect(await issues(`# Access\n\n| Persona | Phone |\n|-|-|\n| P001 | 1 |\n\n${legend}`)).toEqual([]);
  });

  it('a table with a column of components is read like any other', async () => {
    const markdown =
      '| Persona | Component | Dev | Prod |\n|-|-|-|-|\n| P001 | Key Vault | Reader | — |\n| P001 | | Reader | |\n';
    expect(await access(markdown)).toEqual(['P001 key-vault dev: Reader', 'P001 key-vault prd: none']);
    expect(await issues(markdown)).toEqual([`unknownComponent  ${file}:4:9`]);
  });
});

describe('components of a matrix', () => {
  const markdown = `## Dev\n\n${matrix('| P001 | R | W |')}\n${legend}`;

  it('have it as their RBAC file, unless they have one of their own', async () => {
    const workload = await read(markdown, {
      'personas/rbac/key-vault.md': '| Persona | Dev |\n|-|-|\n| P001 | Key Vault Reader |\n',
    });
    expect(workload.components.map(({ id, rbac, rbacPath }) => [id, rbac?.path, rbacPath])).toEqual([
      ['azure-storage', file, file],
      ['key-vault', 'personas/rbac/key-vault.md', 'personas/rbac/key-vault.md'],
    ]);
    expect(workload.assignments.map(summary)).toEqual([
      'P001 azure-storage dev: Storage Blob Data Reader',
      'P001 key-vault dev: Storage Blob Data Contributor',
      'P001 key-vault dev: Key Vault Reader',
    ]);
    expect(runChecks(workload).filter(({ code }) => code === 'ACC401')).toEqual([]);
  });

  it('keep the file that they name, and a matrix makes no component', async () => {
    const workload = await read(markdown, {
      'personas/workload.yaml':
        'matrices: rbac/matrix.md\ncomponents: [{name: Blob storage, rbac: rbac/none.md}, {name: Key Vault, rbac: rbac/matrix.md}]\n',
    });
    expect(workload.components.map(({ id, rbacPath }) => [id, rbacPath])).toEqual([
      ['blob-storage', 'personas/rbac/none.md'],
      ['key-vault', file],
      ['azure-storage', 'personas/rbac/azure-storage.md'],
    ]);
    expect(workload.assignments.map(({ component }) => component.id)).toEqual(['blob-storage', 'key-vault']);
  });

  it('are found by the checks: no role, unknown codes, no table', async () => {
    const codes = async (text: string): Promise<string[]> =>
      places(runChecks(await read(text))).filter((found) => /ACC40[1-9]/.test(found));
    expect(await codes(`## Dev\n\n${matrix('| P001 | X | — |')}\n${legend}`)).toEqual(
      expect.arrayContaining([`ACC402 ${file}:5:10`, 'ACC403 personas/a.yaml:3:14']),
    );
    expect(await codes('# Nothing')).toContain(`ACC409 ${file}`);
  });
});

describe('the key matrices', () => {
  it.each([
    ['rbac/none.md', 'SRC006 personas/workload.yaml:1:12'],
    ['../../out.md', 'SRC004 personas/workload.yaml:1:12'],
  ])('naming %s is a problem', async (path, expected) => {
    const { diagnostics } = await readFiles(files('', { 'personas/workload.yaml': `matrices: [${path}]\n` }));
    expect(places(diagnostics)).toEqual([expected]);
  });

  it('may name a file anywhere in the project; without it a matrix is no list of access', async () => {
    const markdown = `## Dev\n\n${matrix('| P001 | R | W |')}\n${legend}`;
    const elsewhere = {
      'personas/workload.yaml': 'matrices: ../docs/access.md\ncomponents: [{name: Blob storage}]\n',
      'docs/access.md': markdown,
    };
    expect((await access('# Nothing', elsewhere)).length).toBe(2);
    expect((await access(markdown, { 'personas/workload.yaml': 'name: X\n' })).length).toBe(0);
  });
});
