import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEAMS = 12;
const environments = ['Dev', 'Stage', 'Production'];
const roles = [
  'Storage Blob Data Reader',
  'Storage Blob Data Contributor',
  'Monitoring Reader',
  'Key Vault Secrets User',
];

/** How much there is to read besides the personas. */
export interface Shape {
  /** As many RBAC files. */
  readonly components: number;
  /** Rows of each persona on each of its five components. */
  readonly rows: number;
}

/** That of a workload whose decks are built. */
const usual: Shape = { components: 40, rows: 3 };

/** With 1,000 personas: 20,000 assignments in 300 files. */
export const manyAssignments: Shape = { components: 300, rows: 4 };

/**
 * Writes a workload of `count` personas into `<root>/personas`: as much text on each as on the example's, five
 * components with roles in three environments. The same for the same count and shape.
 */
export function writeWorkload(root: string, count: number, shape = usual): void {
  const folder = join(root, 'personas');
  mkdirSync(join(folder, 'rbac'), { recursive: true });
  const rows: string[][] = Array.from({ length: shape.components }, () => []);
  for (let index = 0; index < count; index += 1) {
    const id = `P${String(index + 1).padStart(4, '0')}`;
    const components = Array.from({ length: 5 }, (_, step) => (index * 7 + step * 3) % shape.components);
    for (const component of components) {
      for (let place = 0; place < shape.rows; place += 1) {
        const environment = environments[place % environments.length];
        const role = roles[(index + component + place) % roles.length];
        rows[component]?.push(
          `| ${id} | ${environment} | ${role} | container: c${component} | ${place === 2 ? 'eligible' : 'standing'} | works there |`,
        );
      }
    }
    writeFileSync(join(folder, `${id}.yaml`), personaYaml(id, index, components));
  }
  for (const [component, lines] of rows.entries()) {
    const head = ['| Persona | Environment | Role | Scope | Assignment | Why |', '|---|---|---|---|---|---|'];
    writeFileSync(
      join(folder, 'rbac', `component-${component}.md`),
      [`# Component ${component}`, '', ...head, ...lines, ''].join('\n'),
    );
  }
}

function personaYaml(id: string, index: number, components: readonly number[]): string {
  return [
    `id: ${id}`,
    `name: Engineer of area ${index + 1}`,
    `kind: ${index % 6 === 5 ? 'agent' : 'person'}`,
    `team: Team ${index % TEAMS}`,
    `primaryInteraction: [Team ${(index + 1) % TEAMS}, Team ${(index + 5) % TEAMS}]`,
    'components:',
    ...components.map((component) => `  - Component ${component}`),
    'processes: [DataOps, MLOps, Event-driven processing]',
    `skills: [SQL, Python, PySpark, Model training, Skill ${index % 50}]`,
    'summary: Brings data in and keeps it clean, current and documented.',
    '',
  ].join('\n');
}
