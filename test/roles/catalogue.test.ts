import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/roles/catalogue.ts';
import { ownRoles } from '../../src/roles/ownRoles.ts';
import { powers } from '../../src/roles/power.ts';
import { readRoleLists } from '../../src/roles/roleLists.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';

const lists = await readRoleLists();
const roles = catalogueOf(lists);

describe('the lists that ship', () => {
  it('are those of the systems that the example uses, and no role is said twice', () => {
    expect(lists.map(({ system }) => system)).toEqual([
      'azure-devops',
      'azure-rbac',
      'cosmos-sql-rbac',
      'databricks-workspace',
      'github',
      'kusto-database',
      'powerbi-workspace',
      'sql-database',
      'unity-catalog',
    ]);
    for (const list of lists) {
      const names = list.roles.flatMap(({ name, aliases, formerNames }) => [name, ...aliases, ...formerNames]);
      const folded = names.map((name) => name.toLowerCase());
      expect([list.system, folded.filter((name, at) => folded.indexOf(name) !== at)]).toEqual([list.system, []]);
    }
  });

  it.each(lists)('say of each role of $system what it can do', ({ roles: listed }) => {
    expect(listed.length).toBeGreaterThan(1);
    for (const role of listed) {
      expect(powers).toContain(role.power);
      expect(['control', 'data', 'both']).toContain(role.plane);
      // Who grants has the power to, and the other way round.
      expect([role.name, role.grants !== undefined]).toEqual([role.name, role.power === 'grant']);
    }
  });

  it('know every role of the example, beside the custom one that it declares', async () => {
    const { workload } = await readWorkload({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      folder: 'personas',
    });
    const granted = workload?.assignments.flatMap(({ role }) => role ?? []) ?? [];
    expect(granted.length).toBeGreaterThan(100);
    const unknown = granted.filter(({ system, name, id }) => workload?.roles.find(system, name, id) === undefined);
    expect(unknown).toEqual([]);
    const known = catalogueOf(lists);
    const declared = granted.filter(({ system, name, id }) => known.find(system, name, id) === undefined);
    expect([...new Set(declared.map(({ system, name }) => `${system}: ${name}`))]).toEqual([
      'azure-custom-role: Data Factory Pipeline Operator',
    ]);
  });
});

describe('find', () => {
  it.each([
    ['azure-rbac', 'Storage Blob Data Contributor', 'write'],
    ['azure-rbac', 'reader and data access', 'write'],
    ['azure-rbac', 'Log Analytics Reader', 'read'],
    ['azure-rbac', 'Application Insights Component Contributor', 'write'],
    ['Azure RBAC', 'Owner', 'grant'],
    ['sql-database', 'db_datareader', 'read'],
    ['unity-catalog', 'USE CATALOG, USE SCHEMA, SELECT', 'read'],
    ['unity-catalog', 'USE CATALOG, USE SCHEMA, MODIFY, EXECUTE', 'write'],
    ['unity-catalog', 'USE CATALOG, SELECT on curated; CREATE TABLE, MODIFY in ml schema', 'write'],
    ['unity-catalog', 'SELECT on monitoring schema', 'read'],
    ['databricks-workspace', 'Job CAN VIEW', 'read'],
    ['databricks-workspace', 'Job CAN MANAGE RUN', 'use'],
    ['databricks-workspace', 'Job nightly CAN MANAGE', 'write'],
    ['databricks-workspace', 'Workspace access + cluster policy CAN USE', 'use'],
    ['databricks-workspace', 'Service principal: job CAN MANAGE, run-as', 'write'],
    ['azure-devops', 'Service connection: User; environment prod: User', 'use'],
    ['azure-devops', 'Basic + Test Plans', 'read'],
    ['github', 'Actions OIDC; token contents:read, id-token:write', 'use'],
    ['github', 'Actions OIDC; token contents:read, id-token:write, deployments:write', 'write'],
  ])('%s: %s can %s', (system, name, power) => {
    expect(roles.find(system, name)?.power).toBe(power);
  });

  it.each([
    ['azure-rbac', 'Storage Blob Data Reader, Reader'],
    ['azure-rbac', 'Reader on monitoring'],
    ['unity-catalog', 'USE CATALOG, SELECTED'],
    ['unity-catalog', 'SELECT everything'],
    ['databricks-workspace', 'Job CAN MANAGE RUNS'],
    ['github', 'Actions OIDC; token contents:reed'],
    ['no-such-system', 'Reader'],
  ])('%s: %s is unknown', (system, name) => {
    expect(roles.find(system, name)).toBeUndefined();
  });

  it('says what several parts give together', () => {
    expect(roles.find('unity-catalog', 'SELECT, MANAGE')).toMatchObject({
      name: 'SELECT, MANAGE',
      power: 'grant',
      grants: 'any',
      readsData: true,
      plane: 'both',
    });
    expect(
      roles.parts('unity-catalog', 'USE CATALOG, SELECTED').map(({ written, role }) => [written, role?.name]),
    ).toEqual([
      ['USE CATALOG', 'USE CATALOG'],
      ['SELECTED', undefined],
    ]);
  });

  it('goes by the id first, also in a path, and by former names', () => {
    const id = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';
    const path = `/providers/Microsoft.Authorization/roleDefinitions/${id.toUpperCase()}`;
    expect(roles.find('azure-rbac', 'whatever', path)?.name).toBe('Storage Blob Data Reader');
    expect(roles.find('azure-rbac', 'Azure AI User')?.name).toBe('Foundry User');
  });
});

describe('named', () => {
  it('finds a name in every system that has it', () => {
    expect(roles.named('Contributor').map(({ system }) => system)).toEqual(['azure-rbac', 'powerbi-workspace']);
    expect(roles.named('USE CATALOG, SELECT').map(({ system }) => system)).toEqual(['unity-catalog']);
    expect(roles.named('Emperor')).toEqual([]);
  });
});

describe("a workload's own roles", () => {
  const own = (inputs: Parameters<typeof ownRoles>[0]) => catalogueOf(lists, ownRoles(inputs));

  it('go before those of the lists, and keep their id', () => {
    const found = own([{ system: 'azure-rbac', name: 'AcrPull', power: 'use' }]);
    expect(found.find('azure-rbac', 'acrpull')?.power).toBe('use');
    expect(found.find('azure-rbac', 'AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d')?.power).toBe('use');
    expect(found.of('azure-rbac').filter(({ name }) => name === 'AcrPull')).toHaveLength(1);
  });

  it('can be parts of a composed cell', () => {
    const found = own([{ system: 'unity-catalog', name: 'TIME TRAVEL', aliases: ['REWIND'], power: 'grant' }]);
    expect(found.find('unity-catalog', 'SELECT, rewind on curated')?.power).toBe('grant');
    expect(roles.find('unity-catalog', 'SELECT, rewind on curated')).toBeUndefined();
  });

  it('make a list of a system that has none', () => {
    const found = own([{ system: 'crm', name: 'Clerk', power: 'write' }]);
    expect(found.of('crm').map(({ name }) => name)).toEqual(['Clerk']);
    expect(found.find('crm', 'Clerk, Reader')).toBeUndefined();
  });
});
