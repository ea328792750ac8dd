import { describe, expect, it } from 'vitest';
import { roleCheck } from '../../src/checks/access/roles.ts';
import { runChecks } from '../../src/checks/runChecks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { repository } from '../support/project.ts';
import { persona, place, workloadOf } from '../workload/reading.ts';

const header = '| Persona | Env | Role | System | Role id |\n|-|-|-|-|-|\n';
const readerId = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';

/** Findings of the role check for a table on a component; its first row is line 3. */
async function found(rows: readonly string[], workload = ''): Promise<readonly Diagnostic[]> {
  return roleCheck.run(
    await workloadOf({
      'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n'),
      'personas/workload.yaml': `components: [{name: Store}]\n${workload}`,
      'personas/rbac/store.md': `${header}${rows.map((row) => `| ${row} |\n`).join('')}`,
    }),
  );
}

const inShort = (findings: readonly Diagnostic[]): string[] =>
  findings.map(
    ({ code, severity, message, hint, location }) =>
      `${code} ${severity} ${place(location).slice(-4)} ${message} (${hint})`,
  );

describe('ACC406: a role that is not known, was renamed, or has the id of another', () => {
  it.each([
    [
      'Storage Blob Data Raeder | azure-rbac |',
      'info',
      'the list of azure-rbac has no Storage Blob Data Raeder',
      'did you mean Storage Blob Data Reader? If not, declare it in workload.yaml under `roles`',
    ],
    [
      'Emperor of Everything | azure-rbac |',
      'info',
      'the list of azure-rbac has no Emperor of Everything',
      'check its name, or declare it in workload.yaml under `roles`',
    ],
    [
      'USE CATALOG, SELEKT on curated | unity-catalog |',
      'info',
      'the list of unity-catalog has no SELEKT on curated (in "USE CATALOG, SELEKT on curated")',
      'did you mean SELECT? If not, declare it in workload.yaml under `roles`',
    ],
    ['Azure AI User | azure-rbac |', 'warning', 'Azure AI User has a new name', 'it is Foundry User today'],
    [
      `Storage Blob Data Contributor | azure-rbac | ${readerId}`,
      'error',
      'the role is called Storage Blob Data Contributor, but its id is that of Storage Blob Data Reader',
      'write Storage Blob Data Reader, or the id of Storage Blob Data Contributor: ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    ],
    [
      `Emperor | azure-rbac | ${readerId}`,
      'error',
      'the role is called Emperor, but its id is that of Storage Blob Data Reader',
      'write Storage Blob Data Reader',
    ],
    [
      'Reader | azure-rbac | 00000000-0000-0000-0000-000000000000',
      'error',
      '00000000-0000-0000-0000-000000000000 is not the id of Reader',
      'its id is acdd72a7-3385-48ef-bd42-f606fba81ae7',
    ],
  ])('finds %s', async (row, severity, message, hint) => {
    expect(inShort(await found([`P1 | Dev | ${row}`]))).toEqual([`ACC406 ${severity} 3:14 ${message} (${hint})`]);
  });

  it.each([
    ['storage blob data reader | Azure RBAC |'],
    [`Storage Blob Data Reader | azure-rbac | /providers/Microsoft.Authorization/roleDefinitions/${readerId}`],
    ['Reader | azure-rbac | —'],
    ['USE CATALOG, SELECT on curated; MODIFY in ml schema | unity-catalog |'],
    ['Viewer | powerbi-workspace | anything without a digit'],
    ['— | azure-rbac |'],
    ['| azure-rbac |'],
  ])('leaves %s alone', async (row) => {
    expect(inShort(await found([`P1 | Dev | ${row}`]))).toEqual([]);
  });

  it('knows what the workload declares', async () => {
    const roles = 'roles: [{system: azure-rbac, name: Emperor, aliases: [Kaiser]}, {system: crm, name: Clerk}]\n';
    const rows = ['P1 | Dev | Emperor | azure-rbac |', 'P1 | Dev | Kaiser | azure-rbac |', 'P1 | Dev | Clerk | crm |'];
    expect(await found(rows, roles)).toEqual([]);
    expect(inShort(await found(['P1 | Dev | Klerk | crm |'], roles))).toEqual([
      'ACC406 info 3:14 the list of crm has no Klerk (did you mean Clerk? If not, declare it in workload.yaml under `roles`)',
    ]);
  });

  it('says once that a system has no list', async () => {
    const rows = ['P1 | Dev | Clerk | azur-rbac |', 'P1 | Stage | Reader | azur-rbac |', 'P1 | Dev | Clerk | crm |'];
    expect(inShort(await found(rows))).toEqual([
      'ACC406 info 3:14 there is no list of the roles of azur-rbac: nobody can say what Clerk can do (did you mean the system azure-rbac? If not, declare its roles in workload.yaml under `roles`)',
      'ACC406 info 5:14 there is no list of the roles of crm: nobody can say what Clerk can do (declare its roles in workload.yaml under `roles`)',
    ]);
  });
});

describe('ACC407: a role of one system used in another', () => {
  it.each([
    [
      'Reader | azure-devops |',
      'azure-devops has no Reader: it belongs to azure-rbac',
      'did you mean Readers? If not, write a role of azure-devops, or name the other system in the column System',
    ],
    [
      'Contributor | sql-database |',
      'sql-database has no Contributor: it belongs to azure-rbac and powerbi-workspace',
      'write a role of sql-database, or name the other system in the column System',
    ],
    [
      'Job CAN VIEW, db_owner | databricks-workspace |',
      'databricks-workspace has no db_owner (in "Job CAN VIEW, db_owner"): it belongs to sql-database',
      'write a role of databricks-workspace, or name the other system in the column System',
    ],
  ])('finds %s', async (row, message, hint) => {
    expect(inShort(await found([`P1 | Dev | ${row}`]))).toEqual([`ACC407 error 3:14 ${message} (${hint})`]);
  });

  it.each([
    ['Contributor | powerbi-workspace |'],
    ['Owner | github |'],
    ['Contributor | azure-rbac |'],
    ['Reader | crm |'],
  ])('leaves %s alone, a name that several systems have, or nobody knows', async (row) => {
    expect((await found([`P1 | Dev | ${row}`])).filter(({ code }) => code === 'ACC407')).toEqual([]);
  });
});

describe('one finding a cell', () => {
  it('tells whom, what and where it is about', async () => {
    const findings = await found(['P1 | all | Emperor | azure-rbac |', 'P1 | Prod | Emperor<br>King | azure-rbac |']);
    expect(findings.map(({ about }) => about)).toEqual([
      { persona: 'P1', component: 'store' },
      { persona: 'P1', component: 'store', environment: 'production' },
      { persona: 'P1', component: 'store', environment: 'production' },
    ]);
  });
});

describe('the example', () => {
  it('has roles that are known', async () => {
    const { workload } = await readWorkload({ root: repository, folder: 'personas' });
    const findings = workload === undefined ? [] : runChecks(workload);
    expect(findings.length).toBeGreaterThan(0);
    expect(inShort(findings.filter(({ code }) => ['ACC406', 'ACC407'].includes(code)))).toEqual([]);
  });
});

describe('a row that names no system', () => {
  it.each([
    ['GitHub', 'Write'],
    ['Azure DevOps', 'Contributors'],
    ['Power BI', 'Viewer'],
    ['Azure Databricks', 'USE CATALOG, SELECT'],
    ['Azure Databricks', 'Contributor'],
    ['Azure SQL Database', 'db_datareader'],
    ['Azure SQL Database', 'SQL DB Contributor'],
    ['Azure Cosmos DB', 'Cosmos DB Built-in Data Reader'],
    ['Azure Cosmos DB', 'Cosmos DB Operator'],
    ['Azure Storage', 'Reader'],
  ])('on %s: %s is read as a role of a system that grants there, nothing declared', async (component, role) => {
    const workload = await workloadOf({
      'personas/a.yaml': persona('P1', 'Alpha', `components: [${component}]\n`),
      'personas/rbac/a.md': `# ${component}\n\n| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | ${role} |\n`,
    });
    expect(roleCheck.run(workload)).toEqual([]);
    expect(workload.assignments).toHaveLength(1);
  });

  it('keeps the system of the component where no system there knows the role', async () => {
    const workload = await workloadOf({
      'personas/a.yaml': persona('P1', 'Alpha', 'components: [Azure DevOps]\n'),
      'personas/rbac/a.md':
        '# Azure DevOps\n\n| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | Storage Blob Data Reader |\n',
    });
    expect(roleCheck.run(workload).map(({ code }) => code)).toEqual(['ACC407']);
  });
});
