import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessMatrix } from '../../src/access/matrix.ts';
import { powerOf } from '../../src/access/power.ts';
import { workloadOf } from '../workload/reading.ts';
import { type Answer, cli, exampleProject, persona, projectWith, repository } from '../support/project.ts';

interface Row {
  readonly persona?: { readonly id: string };
  readonly identity?: string;
  readonly component: { readonly id: string };
  readonly environment: { readonly id: string };
  readonly role: { readonly name: string; readonly system: string };
  readonly power: string | null;
  readonly assignment: string;
  readonly location: { readonly file: string; readonly range: { readonly start: { readonly line: number } } };
}

const example = (...args: string[]): Promise<Answer> => cli(exampleProject(), 'access', ...args);

async function rowsOf(...args: string[]): Promise<readonly Row[]> {
  const { code, out } = await example(...args, '--json');
  expect(code).toBe(0);
  return (JSON.parse(out) as { rows: readonly Row[] }).rows;
}

const header = '| Persona | Env | Role | Assignment | Limit |\n|-|-|-|-|-|\n';
const small = (rows: string, more: Readonly<Record<string, string>> = {}): string =>
  projectWith({
    'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n'),
    'personas/b.yaml': persona('P2', 'データ分析', 'components: [Store]\n'),
    'personas/workload.yaml': 'components: [{name: Store, aliases: [Shop]}]\n',
    'personas/rbac/store.md': header + rows,
    ...more,
  });

describe('who can write in Production', () => {
  it('names those who can, standing or eligible', async () => {
    const rows = await rowsOf('--environment', 'Production', '--can', 'write');
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map(({ environment }) => environment.id))).toEqual(new Set(['prod']));
    expect(new Set(rows.map(({ power }) => power))).toEqual(new Set(['write', 'grant']));
    expect(new Set(rows.map(({ persona: who }) => who?.id))).toEqual(new Set(['P007', 'P009']));
    expect(rows.filter(({ persona: who }) => who?.id === 'P007').map((row) => [row.role.name, row.assignment])).toEqual(
      [
        ['Website Contributor', 'eligible'],
        ['Container Apps Operator', 'eligible'],
      ],
    );
  });

  it('keeps roles that no list has, and says so', async () => {
    const root = small('| P1 | Dev | King | eligible | 4 h |\n| P1 | Dev | Reader | | |\n| P2 | Dev | Owner | | |\n');
    const { out, err } = await cli(root, 'access', '--can', 'grant');
    expect(out).toMatch(/^P1 Alpha +Store +Dev +\? +eligible, 4 h +King$/m);
    expect(out).toMatch(/^P2 .* +Store +Dev +grant +standing +Owner$/m);
    expect(out).not.toContain('Reader');
    expect(err).toContain('King (azure-rbac)');
    const { rows } = JSON.parse((await cli(root, 'access', '--can', 'grant', '--json')).out) as {
      rows: readonly Row[];
    };
    expect(rows.map(({ power }) => power)).toEqual([null, 'grant']);
  });

  it('leaves identities out unless asked, and says so', async () => {
    const asked = ['--environment', 'prod', '--can', 'write', '--component', 'ADLS Gen2'];
    expect((await rowsOf(...asked)).filter(({ identity }) => identity !== undefined)).toEqual([]);
    expect((await example(...asked)).err).toMatch(/5 role assignments of managed identities left out: --identities/);
    const identities = (await rowsOf(...asked, '--identities')).flatMap(({ identity }) => identity ?? []);
    expect(identities).toEqual([
      'id-adf',
      'id-aml-workspace',
      'id-chat-func',
      'id-chat-func',
      'id-databricks-connector',
    ]);
  });
});

describe('what a persona may do on a component', () => {
  it('answers by environment, with the place in the file', async () => {
    const rows = await rowsOf('--persona', 'P004', '--component', 'Azure Storage');
    const file = readFileSync(join(repository, 'personas/rbac/azure-storage.md'), 'utf8').split('\n');
    expect(rows.map(({ environment, power, assignment }) => `${environment.id} ${power} ${assignment}`)).toEqual([
      'dev write standing',
      'stage read standing',
      'prod read eligible',
    ]);
    for (const { location, role } of rows) {
      expect(file[location.range.start.line - 1]).toContain(`| ${role.name} `);
      expect(file[location.range.start.line - 1]).toContain('P004');
    }
  });

  it('finds the persona by name, and narrows to standing or eligible', async () => {
    const asked = ['--persona', 'discriminative ai data scientist', '--component', 'azure-storage'];
    expect((await rowsOf(...asked, '--standing')).map(({ environment }) => environment.id)).toEqual(['dev', 'stage']);
    expect((await rowsOf(...asked, '--eligible')).map(({ environment }) => environment.id)).toEqual(['prod']);
  });

  it('says when the tables decide that there is nothing', async () => {
    const { out, err, code } = await example('--persona', 'P004', '--component', 'Key Vault', '--environment', 'Prod');
    expect([out, err, code]).toEqual(['', 'No such access; the tables say so.\n', 0]);
    const { err: silent } = await example('--persona', 'P003', '--component', 'GitHub');
    expect(silent).toBe('No such access in the tables.\n');
  });
});

describe('a table for people', () => {
  it('is aligned by what characters take, without columns that the question fixes', async () => {
    const root = small('| P1 | Dev | Reader | | |\n| P2 | Dev | Contributor | eligible | 2 h |\n');
    const { out } = await cli(root, 'access', '--environment', 'dev', '--component', 'Shop');
    expect(out).toBe(
      [
        'Who            Power  Assignment     Role         Scope',
        'P1 Alpha       read   standing       Reader',
        'P2 データ分析  write  eligible, 2 h  Contributor',
        '',
      ].join('\n'),
    );
  });

  it('says which cells are not filled in, and which rows lead nowhere', async () => {
    const root = small('| P1 | Dev | | | |\n| P2 | Dev | — | | |\n| P9 | Dev | Reader | | |\n');
    const { err } = await cli(root, 'access');
    expect(err).toContain('Not filled in: P1 Alpha on Store in Dev\n');
    expect(err).toContain('1 cell of the tables could not be read');
    expect(JSON.parse((await cli(root, 'access', '--json')).out)).toMatchObject({
      rows: [],
      none: [{ persona: { id: 'P2' }, component: { id: 'store' }, environment: { name: 'Dev' } }],
      open: [{ persona: { id: 'P1' }, location: { file: 'personas/rbac/store.md', range: { start: { line: 3 } } } }],
      unread: 1,
    });
  });
});

describe('the matrix of an environment', () => {
  it('has a line a component and a column a persona', async () => {
    const { out, err, code } = await example('--matrix', '--environment', 'Production');
    const [head = '', ...lines] = out.trimEnd().split('\n');
    expect(head.split(/ +/)).toEqual(['Component', 'P001', 'P003', 'P004', 'P006', 'P007', 'P009']);
    expect(lines).toHaveLength(18);
    const line = (name: string): string => lines.find((one) => one.startsWith(name)) ?? '';
    expect(line('Azure App Service')).toMatch(/ read \(write\) +write$/);
    expect(line('Azure Data Factory')).toMatch(/^Azure Data Factory +read \(use\) +write$/);
    expect(line('Azure Key Vault')).toMatch(/—/);
    expect(err).toContain('(write): eligible');
    expect(code).toBe(0);
  });

  it('is JSON for programs, narrowed as asked', async () => {
    const { out } = await example('--matrix', '--environment', 'prod', '--persona', 'P007', '--json');
    const { cells, environment } = JSON.parse(out) as {
      environment: { id: string };
      cells: readonly { persona: string; component: string; status: string; standing: string; eligible: string }[];
    };
    expect(environment.id).toBe('prod');
    expect(new Set(cells.map(({ persona: id }) => id))).toEqual(new Set(['P007']));
    expect(cells.find(({ component }) => component === 'azure-app-service')).toMatchObject({
      status: 'granted',
      standing: 'read',
      eligible: 'write',
    });
  });

  it('needs an environment, unless there is one only', async () => {
    const { code, err } = await example('--matrix');
    expect(code).toBe(2);
    expect(err).toContain('--environment: Dev, Stage, Production');
    const one = small('| P1 | Live | Reader | | |\n', {
      'personas/workload.yaml': 'environments: [{id: live, name: Live}]\ncomponents: [{name: Store}]\n',
    });
    expect(await cli(one, 'access', '--matrix')).toMatchObject({
      code: 0,
      out: 'Component  P1    P2\nStore      read\n',
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['--persona', 'P9'], 'There is no persona P9\n  personas: P001, P003, P004, P006, P007, P009\n'],
    [['--persona', 'P040'], 'did you mean P004?'],
    [['--component', 'Mainframe'], 'There is no component Mainframe\n'],
    [['--component', 'Azure Storag'], 'did you mean Azure Storage?'],
    [['--environment', 'Prodction'], 'did you mean Production?'],
    [['--environment', ''], 'There is no environment'],
    [['--can', 'rule'], 'Allowed choices are read, use, write, grant'],
    [['--standing', '--eligible'], "option '--standing' cannot be used with option '--eligible'"],
    [
      ['--matrix', '--environment', 'Dev', '--can', 'write'],
      "option '--matrix' cannot be used with option '--can <power>'",
    ],
  ])('%j is refused', async (args, said) => {
    const { code, err, out } = await example(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('is not what problems of the input are', async () => {
    const { code, err, out } = await cli(projectWith({ 'personas/a.yaml': 'id: P1\n' }), 'access');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('personas/a.yaml');
  });
});

describe('the library', () => {
  it('knows powers and cells', async () => {
    const workload = await workloadOf({
      'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n'),
      'personas/workload.yaml': 'components: [{name: Store}]\nroles: [{system: azure-rbac, name: Clerk, power: use}]\n',
      'personas/rbac/store.md': `${header}| P1 | Dev | Clerk | | |\n| P1 | Dev | Owner | eligible | |\n| P1 | Dev | King | | |\n`,
    });
    expect(workload.assignments.map((one) => powerOf(one, workload.roles))).toEqual(['use', 'grant', undefined]);
    const [dev] = workload.environments;
    const cell = dev && accessMatrix(workload, dev).cell('P1', 'store');
    expect(cell).toMatchObject({ status: 'granted', standing: 'use', eligible: 'grant' });
    expect(cell?.unknown.map(({ role }) => role?.name)).toEqual(['King']);
  });
});
