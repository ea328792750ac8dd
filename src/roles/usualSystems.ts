import type { RoleCatalogue } from './model.ts';

/** Role systems of well-known services, by names that people give to them: folded, without what is not a letter or digit. */
const systems: Readonly<Record<string, readonly string[]>> = {
  github: ['github', 'githubactions', 'githubenterprise'],
  'azure-devops': ['azuredevops', 'ado', 'azurepipelines', 'azurerepos'],
  'powerbi-workspace': ['powerbi', 'microsoftpowerbi'],
  'databricks-workspace': ['databricks', 'azuredatabricks'],
  'kusto-database': ['azuredataexplorer', 'adx', 'kusto'],
  'sql-database': ['azuresql', 'azuresqldatabase', 'azuresqldb', 'sqldatabase', 'sqlserver'],
  'cosmos-sql-rbac': ['azurecosmosdb', 'cosmosdb'],
};

/** Systems that grant on the same resource: the resource's own roles, and those of Azure on it. */
const companions: Readonly<Record<string, readonly string[]>> = {
  'databricks-workspace': ['unity-catalog', 'azure-rbac'],
  'unity-catalog': ['databricks-workspace', 'azure-rbac'],
  'kusto-database': ['azure-rbac'],
  'sql-database': ['azure-rbac'],
  'cosmos-sql-rbac': ['azure-rbac'],
};

const byName = new Map(Object.entries(systems).flatMap(([system, names]) => names.map((name) => [name, system])));

/** The system that the RBAC table of a component is usually about, by its names; `azure-rbac` for all others. */
export function usualSystem(names: readonly string[]): string {
  for (const name of names) {
    const system = byName.get(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    if (system !== undefined) return system;
  }
  return 'azure-rbac';
}

/**
 * The system that a role is of when its row names none: the component's own, or another on the same resource that knows
 * the role.
 */
export function systemOfRole(roles: RoleCatalogue, own: string, name: string, id: string | undefined): string {
  const known = [own, ...(companions[own] ?? [])].find((system) => roles.find(system, name, id) !== undefined);
  return known ?? own;
}
