import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoleAssignment, Workload } from '../../src/workload/model.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { type Files, folderWith, persona, place, textAt, workloadOf } from './reading.ts';

const personas = {
  'personas/a.yaml': persona('P001', 'AI Data Engineer', 'components: [Azure Storage]\n'),
  'personas/b.yaml': persona('P003', 'BI Analyst'),
};
const file = 'personas/rbac/azure-storage.md';

const withRbac = (markdown: string, more: Files = {}): Promise<Workload> =>
  workloadOf({ ...personas, [file]: markdown, ...more });

/** `who environment: role [assignment]`, or the status where there is no role. */
const summary = ({ principal, environment, role, assignment, status }: RoleAssignment): string => {
  const who = principal.kind === 'persona' ? principal.id : `(${principal.name})`;
  return `${who} ${environment.name}: ${role === undefined ? status : `${role.name}${assignment === 'eligible' ? ' [eligible]' : ''}`}`;
};

const access = async (markdown: string, more: Files = {}): Promise<string[]> =>
  (await withRbac(markdown, more)).assignments.map(summary);

const issues = async (markdown: string, more: Files = {}): Promise<string[]> =>
  (await withRbac(markdown, more)).rbacIssues.map(
    ({ kind, written, suggestion, location }) =>
      `${kind} ${written}${suggestion === undefined ? '' : ` -> ${suggestion}`} ${place(location)}`,
  );

describe('the long form', () => {
  it('is one row an assignment', async () => {
    const text = [
      '| Persona | Environment | Role | Scope | Assignment | Why |',
      '|---|---|---|---|---|---|',
      '| P001 AI Data Engineer | Dev | Storage Blob Data Contributor | container: raw, curated | standing | writes both zones |',
      '| P001 | Production | Storage Blob Data Reader | container: raw | eligible | incidents |',
      '| [P003](../b.yaml) | Production | — | | | reads through Power BI only |',
      '| P003 | Stage | | | | |',
    ].join('\n');
    const workload = await withRbac(text);
    expect(workload.assignments.map(summary)).toEqual([
      'P001 Dev: Storage Blob Data Contributor',
      'P001 Production: Storage Blob Data Reader [eligible]',
      'P003 Production: none',
      'P003 Stage: open',
    ]);
    expect(workload.rbacIssues).toEqual([]);
    const [first, , third] = workload.assignments;
    expect(first).toMatchObject({
      principal: { kind: 'persona', id: 'P001', name: 'AI Data Engineer' },
      component: { id: 'azure-storage' },
      role: { name: 'Storage Blob Data Contributor', system: 'azure-rbac' },
      scope: 'container: raw, curated',
      why: 'writes both zones',
    });
    expect(first?.role).not.toHaveProperty('id');
    expect(third?.why).toBe('reads through Power BI only');
    expect(workload.assignments.map(({ location }) => textAt(text, location))).toEqual([
      'Storage Blob Data Contributor',
      'Storage Blob Data Reader',
      '—',
      '',
    ]);
    expect(place(first?.location)).toBe(`${file}:3:33`);
  });

  it('knows columns in any order, case and shipped language, and keeps the others', async () => {
    const { assignments } = await withRbac(
      [
        '| ROOLI | Ympäristö | **Persoona** | Rooli-id | Järjestelmä | Aikaraja | Hyväksyjä | Katselmointi | Tiketti | Belongs to | Empty |',
        '|-|-|-|-|-|-|-|-|-|-|-|',
        '| Reader | Tuotanto | P001 | acdd | github | 4 h | boss | P6M | T-1 | them | |',
      ].join('\r\n'),
    );
    expect(assignments).toMatchObject([
      {
        environment: { name: 'Production' },
        role: { name: 'Reader', id: 'acdd', system: 'github' },
        limit: '4 h',
        approver: 'boss',
        review: 'P6M',
        ticket: 'T-1',
      },
    ]);
    expect(assignments[0]?.extra).toEqual({ 'Belongs to': 'them' });
  });

  it('takes the first of two columns of one meaning, and keeps the other', async () => {
    const { assignments } = await withRbac('| Persona | Env | Role | Roles |\n|-|-|-|-|\n| P001 | Dev | R | Q |');
    expect(assignments).toMatchObject([{ role: { name: 'R' }, extra: { Roles: 'Q' } }]);
  });

  it('takes several roles in a cell, each with its id', async () => {
    const { assignments } = await withRbac(
      '| Persona | Env | Role | Role id |\n|-|-|-|-|\n| P001 | Dev | USE CATALOG, SELECT<br>Job CAN VIEW (eligible, 2 h)<br>A; B (curated) | 1<br>2<br>3 |',
    );
    expect(assignments.map(({ role, assignment, limit }) => [role?.name, role?.id, assignment, limit])).toEqual([
      ['USE CATALOG, SELECT', '1', 'standing', undefined],
      ['Job CAN VIEW', '2', 'eligible', '2 h'],
      ['A; B (curated)', '3', 'standing', undefined],
    ]);
  });

  it.each([
    ['standing', 'standing'],
    ['Active', 'standing'],
    ['permanent', 'standing'],
    ['', 'standing'],
    ['—', 'standing'],
    ['pysyvä', 'standing'],
    ['eligible', 'eligible'],
    ['Eligible (PIM)', 'eligible'],
    ['PIM', 'eligible'],
    ['just-in-time', 'eligible'],
    ['just in time', 'eligible'],
    ['JIT', 'eligible'],
    ['pyydettävä', 'eligible'],
  ])('reads the assignment %j as %s', async (written, expected) => {
    const markdown = `| Persona | Env | Role | Assignment |\n|-|-|-|-|\n| P001 | Dev | R | ${written} |`;
    const { assignments, rbacIssues } = await withRbac(markdown);
    expect(assignments.map(({ assignment }) => assignment)).toEqual([expected]);
    expect(rbacIssues).toEqual([]);
  });

  it.each([
    ['Development', ['Dev']],
    ['prod', ['Production']],
    ['all', ['Dev', 'Stage', 'Production']],
    ['Kaikki', ['Dev', 'Stage', 'Production']],
    ['Dev, Stage', ['Dev', 'Stage']],
    ['Dev/Test', ['Dev', 'Stage']],
    ['Dev<br>Production', ['Dev', 'Production']],
  ])('reads the environment %j as %j', async (written, expected) => {
    const { assignments } = await withRbac(`| Persona | Env | Role |\n|-|-|-|\n| P001 | ${written} | R |`);
    expect(assignments.map(({ environment }) => environment.name)).toEqual(expected);
  });

  it.each(['—', '–', '-', 'none', 'None', 'n/a', 'N/A', '— (through the gateway only)'])(
    'reads the role %j as none',
    async (written) => {
      expect(await access(`| Persona | Env | Role |\n|-|-|-|\n| P001 | Dev | ${written} |`)).toEqual([
        'P001 Dev: none',
      ]);
    },
  );

  it('may leave the environment to a heading', async () => {
    const table = '| Persona | Role |\n|-|-|\n| P001 | R |\n';
    expect(await access(`# Azure Storage\n## Production\n${table}## dev\n### Data\n${table}`)).toEqual([
      'P001 Production: R',
      'P001 Dev: R',
    ]);
    expect((await withRbac(`# Azure Storage\n${table}`)).rbacFiles[0]?.readable).toBe(false);
  });

  it('uses the environments and the system that are declared', async () => {
    const more = {
      'personas/workload.yaml':
        'environments: [{id: lab, name: Lab, aliases: [Playground]}, {id: prd, name: Production}]\ncomponents: [{name: Azure Storage, system: own}]\n',
    };
    const { assignments } = await withRbac(
      '| Persona | Env | Role |\n|-|-|-|\n| P001 | playground | R |\n| P001 | Prod | Q |',
      more,
    );
    expect(assignments.map(summary)).toEqual(['P001 Lab: R', 'P001 Production: Q']);
    expect(assignments[0]?.role?.system).toBe('own');
    expect(await issues('| Persona | Env | Role |\n|-|-|-|\n| P001 | Dev | R |', more)).toEqual([
      `unknownEnvironment Dev ${file}:3:10`,
    ]);
  });
});

describe('the wide form', () => {
  it('is one row a persona, one column an environment', async () => {
    const text =
      '| Persona | Dev | Stage | Prod | Note |\n|-|-|-|-|-|\n| P001 | Contributor | Reader | Reader (eligible) | x |\n| BI Analyst | A<br>B | — | | |';
    const workload = await withRbac(text);
    expect(workload.assignments.map(summary)).toEqual([
      'P001 Dev: Contributor',
      'P001 Stage: Reader',
      'P001 Production: Reader [eligible]',
      'P003 Dev: A',
      'P003 Dev: B',
      'P003 Stage: none',
      'P003 Production: open',
    ]);
    expect(workload.assignments.map(({ extra }) => extra['Note'])).toEqual(['x', 'x', 'x', ...Array(4)]);
    expect(textAt(text, workload.assignments[2]?.location)).toBe('Reader (eligible)');
    expect(place(workload.assignments.at(-1)?.location)).toBe(`${file}:4:28`);
  });

  it('shares a column among environments, and reports a header that almost names one', async () => {
    expect(await access('| Persona | Dev/Stage | Production |\n|-|-|-|\n| P001 | R | Q |')).toEqual([
      'P001 Dev: R',
      'P001 Stage: R',
      'P001 Production: Q',
    ]);
    expect(await issues('| Persona | Dev | Prodution |\n|-|-|-|\n| P001 | R | Q |')).toEqual([
      `unknownEnvironment Prodution -> Production ${file}:1:19`,
    ]);
  });
});

describe('identities', () => {
  it('are principals of their own', async () => {
    const { assignments, rbacIssues } = await withRbac(
      '| Identity | Environment | Role |\n|-|-|-|\n| id-adf | all | R |',
    );
    expect(assignments.map(summary)).toEqual(['(id-adf) Dev: R', '(id-adf) Stage: R', '(id-adf) Production: R']);
    expect(rbacIssues).toEqual([]);
    expect(await access('| Identity | Dev |\n|-|-|\n| id-x | R |')).toEqual(['(id-x) Dev: R']);
  });
});

describe('what does not fit', () => {
  it.each([
    ['P002 | Dev | R', `unknownPersona P002 -> P001 ${file}:3:3`],
    ['Somebody else | Dev | R', `unknownPersona Somebody else ${file}:3:3`],
    [' | Dev | R', `noPersona  ${file}:3:3`],
    ['p001 | Dev | R', `wrongCase p001 -> P001 AI Data Engineer ${file}:3:3`],
    ['P001 BI Analyst | Dev | R', `otherName P001 BI Analyst -> P001 AI Data Engineer ${file}:3:3`],
    ['P001 | Prodction | R', `unknownEnvironment Prodction -> Production ${file}:3:10`],
    ['P001 | | R', `unknownEnvironment  ${file}:3:9`],
  ])('%s', async (row, expected) => {
    expect(await issues(`| Persona | Environment | Role |\n|-|-|-|\n| ${row} |`)).toEqual([expected]);
  });

  it('is told of assignments and components as well', async () => {
    expect(
      await issues(
        '| Persona | Env | Role | Assignment | Component |\n|-|-|-|-|-|\n| P001 | Dev | R | often | Azure Storag |',
      ),
    ).toEqual([`unknownComponent Azure Storag -> Azure Storage ${file}:3:28`, `unknownAssignment often ${file}:3:20`]);
  });

  it('leaves other rows alone, and empty rows out', async () => {
    expect(await access('| Persona | Env | Role |\n|-|-|-|\n| P9 | Dev | R |\n| | | |\n| P001 | Dev | R |')).toEqual([
      'P001 Dev: R',
    ]);
  });

  it('is not every table', async () => {
    const { assignments, rbacFiles } = await withRbac(
      '| Role | Meaning |\n|-|-|\n| R | Reader |\n\n| Persona | Remark |\n|-|-|\n| P001 | x |',
    );
    expect(assignments).toEqual([]);
    expect(rbacFiles[0]?.readable).toBe(false);
  });
});

describe('RBAC files', () => {
  const table = '| Persona | Env | Role |\n|-|-|-|\n| P001 | Dev | R |\n';

  it('belong to components by name, whatever the spelling, or by the key rbac', async () => {
    const { components, rbacFiles } = await workloadOf({
      'personas/a.yaml': persona(
        'P001',
        'A',
        'components: [Azure Storage, Key Vault, Cosmos DB, Missing, Elsewhere]\n',
      ),
      'personas/workload.yaml':
        'components:\n  - {id: kv, name: Key Vault, rbac: ../docs/vault.md}\n  - {name: Cosmos, aliases: [Cosmos DB]}\n  - {name: Elsewhere, rbac: rbac/none.md}\n',
      'personas/rbac/Azure Storage.md': '# Storage accounts',
      'personas/rbac/sub/cosmos-db.md': table,
      'docs/vault.md': table,
    });
    expect(components.map(({ id, rbac, rbacPath }) => [id, rbac?.path, rbacPath])).toEqual([
      ['kv', 'docs/vault.md', 'docs/vault.md'],
      ['cosmos', 'personas/rbac/sub/cosmos-db.md', 'personas/rbac/sub/cosmos-db.md'],
      ['elsewhere', undefined, 'personas/rbac/none.md'],
      ['azure-storage', 'personas/rbac/Azure Storage.md', 'personas/rbac/Azure Storage.md'],
      ['missing', undefined, 'personas/rbac/missing.md'],
    ]);
    expect(rbacFiles.map(({ publishPath, title, readable }) => [publishPath, title, readable])).toEqual([
      ['docs/vault.md', undefined, true],
      ['Azure Storage.md', 'Storage accounts', false],
      ['sub/cosmos-db.md', undefined, true],
    ]);
  });

  it('make a component that no card names, unless they are prose', async () => {
    const { components, rbacFiles } = await workloadOf({
      'personas/a.yaml': persona('P001', 'A'),
      'personas/rbac/key-vault.md': `# Azure Key Vault\n\n${table}`,
      'personas/rbac/how-we-work.md': '# How we work',
      'personas/rbac/README.md': table,
    });
    expect(components.map(({ id, name, rbacPath }) => [id, name, rbacPath])).toEqual([
      ['azure-key-vault', 'Azure Key Vault', 'personas/rbac/key-vault.md'],
    ]);
    expect(rbacFiles).toHaveLength(3);
  });

  it('may be shared by components, and be several for one', async () => {
    const { assignments } = await workloadOf({
      'personas/a.yaml': persona('P001', 'A'),
      'personas/workload.yaml': 'components: [{name: X, rbac: rbac/both.md}, {name: Y, rbac: rbac/both.md}]\n',
      'personas/rbac/both.md':
        '| Persona | Env | Role | Component |\n|-|-|-|-|\n| P001 | Dev | R | |\n| P001 | Dev | Q | Y |\n',
      'personas/rbac/more.md': `# X\n\n${table}`,
    });
    expect(assignments.map(({ component, role }) => `${component.name} ${role?.name}`)).toEqual([
      'X R',
      'Y R',
      'Y Q',
      'X R',
    ]);
  });

  it('get publish paths that differ, whatever the letter case', async () => {
    const { rbacFiles } = await workloadOf({
      'personas/a.yaml': persona('P001', 'A'),
      'personas/workload.yaml': 'components: [{name: X, rbac: X.md}, {name: Y, rbac: ../X.md}]\n',
      'personas/X.md': '',
      'X.md': '',
      'personas/rbac/x.md': '',
    });
    expect(rbacFiles.map(({ path, publishPath }) => [path, publishPath])).toEqual([
      ['personas/X.md', 'X.md'],
      ['X.md', 'X-2.md'],
      ['personas/rbac/x.md', 'x-3.md'],
    ]);
  });

  it('know the local files they show', async () => {
    const text =
      '![d](img/d.png "t") [p](../a.yaml#x) [n](none.md) [o](../../../x.md) [f](img) [w](https://x.y) [s](#here)\n';
    const { rbacFiles } = await withRbac(text, { 'personas/rbac/img/d.png': '' });
    const references = rbacFiles[0]?.references ?? [];
    expect(references.map(({ target, file: found, broken }) => [target, found ?? broken])).toEqual([
      ['img/d.png', 'personas/rbac/img/d.png'],
      ['../a.yaml#x', 'personas/a.yaml'],
      ['none.md', 'missing'],
      ['../../../x.md', 'outside'],
      ['img', 'folder'],
    ]);
    for (const { target, offset } of references) expect(text.slice(...offset)).toBe(target);
  });

  it('never show what a link outside the root leads to', async () => {
    const elsewhere = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({ ...personas, [file]: '[x](secret.md)' });
    symlinkSync(elsewhere, join(root, 'personas/rbac/away'));
    symlinkSync(join(elsewhere, 'secret.md'), join(root, 'personas/rbac/secret.txt'));
    const { diagnostics } = await readWorkload({ root, folder: 'personas' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['SRC005']);
    const other = folderWith({ ...personas, [file]: '[x](secret.txt)' });
    symlinkSync(join(elsewhere, 'secret.md'), join(other, 'personas/rbac/secret.txt'));
    const { workload } = await readWorkload({ root: other, folder: 'personas' });
    expect(workload?.rbacFiles[0]?.references).toMatchObject([{ target: 'secret.txt', broken: 'outside' }]);
  });
});

describe('any table', () => {
  it('is read, with roles where they stand', async () => {
    const cell = fc.constantFrom(
      'P001',
      'p003',
      'Dev',
      'all',
      'R',
      '—',
      '',
      'A<br>B (PIM)',
      '\\|',
      '[P001](x)',
      '`',
      'eligible',
      '**',
      'Prodction',
    );
    const header = fc.constantFrom(
      'Persona',
      'Identity',
      'Env',
      'Role',
      'Dev',
      'Prod',
      'Assignment',
      'Component',
      'X',
      '',
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.tuple(
          fc.array(header, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { maxLength: width + 1 }), { maxLength: 4 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(table, async ([headers, rows]) => {
        const lines = [headers, headers.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
        const text = lines.join('\n');
        const { assignments } = await withRbac(text);
        for (const { role, status, location } of assignments) {
          expect(role === undefined).toBe(status !== 'granted');
          const name = role === undefined || /[\\`*[]/.test(role.name) ? '' : role.name;
          expect(textAt(text, location)).toContain(name);
        }
      }),
      { numRuns: 100 },
    );
  });
});
