import { runChecks } from '../../src/checks/runChecks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { persona, workloadOf } from '../workload/reading.ts';

/** A workload in short: personas by id, the rows of the access tables by component. */
export interface Case {
  /** Id to the lines of its YAML behind id and name; the name is the id and `Persona`. */
  readonly personas: Readonly<Record<string, string>>;
  /** Component to rows `P1 | Dev | Reader`, with the columns of `columns` in their order. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** A table of identities on the same components. */
  readonly identities?: Readonly<Record<string, readonly string[]>>;
  readonly workload?: string;
}

const columns = ['Environment', 'Role', 'Assignment', 'Scope', 'Limit', 'Approver', 'Review', 'System'];

function table(first: string, rows: readonly string[]): string {
  const header = [first, ...columns];
  const full = rows.map((row) => {
    const cells = row.split(' | ');
    return header.map((_, nth) => cells[nth] ?? '');
  });
  return [header, header.map(() => '---'), ...full].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** The findings with one code, or all. Row n of a component is line n + 2 of its file. */
export async function findingsOf(given: Case, code?: string): Promise<Diagnostic[]> {
  const { personas, rows = {}, identities = {}, workload } = given;
  const components = [...new Set([...Object.keys(rows), ...Object.keys(identities)])];
  const path = (component: string): string => `personas/rbac/${component.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.md`;
  const found = runChecks(
    await workloadOf({
      ...Object.fromEntries(
        Object.entries(personas).map(([id, more]) => [`personas/${id}.yaml`, persona(id, 'Persona', more)]),
      ),
      ...Object.fromEntries(
        components.map((component) => [
          path(component),
          `${table('Persona', rows[component] ?? [])}\n${identities[component] ? table('Identity', identities[component]) : ''}`,
        ]),
      ),
      // Named here, since a file alone makes no component.
      'personas/workload.yaml':
        workload ?? `components: [${components.map((name) => `{name: "${name}"}`).join(', ')}]\n`,
    }),
  );
  return code === undefined ? found : found.filter((one) => one.code === code);
}

/** What the findings with one code say. */
export async function messagesOf(code: string, given: Case): Promise<string[]> {
  return (await findingsOf(given, code)).map(({ message }) => message);
}
