import type { Labels } from '../../design/design.ts';
import type { RoleAssignment, Workload } from '../../workload/model.ts';

/** What one assignment says, in the words of the labels; nothing is said by an empty text. */
export interface AccessRow {
  readonly assignment: RoleAssignment;
  readonly texts: Readonly<Record<AccessColumn, string>>;
}

/** Columns of an access table, in the order of the CSV file, each with the label of its header. */
export const accessColumns = [
  'personaId',
  'persona',
  'principal',
  'component',
  'environment',
  'status',
  'role',
  'roleId',
  'system',
  'scope',
  'assignment',
  'limit',
  'approver',
  'review',
  'ticket',
  'why',
  'power',
  'rbacFile',
  'line',
  'otherColumns',
] as const;
export type AccessColumn = (typeof accessColumns)[number];

/**
 * A row an assignment. The rows of a component stand together, those of a persona on it too: components in the order
 * given, personas as in the deck and identities after them, then the environments.
 */
export function accessRows(workload: Workload, order: readonly string[], labels: Labels): AccessRow[] {
  const components = places(order);
  const personas = places(workload.personas.map(({ id }) => id));
  const environments = places(workload.environments.map(({ id }) => id));
  const identities = places([...new Set(workload.assignments.flatMap(identityOf))]);
  return workload.assignments
    .map((assignment) => {
      const { principal, component, environment } = assignment;
      const holder =
        principal.kind === 'persona'
          ? (personas.get(principal.id) ?? 0)
          : personas.size + (identities.get(principal.name) ?? 0);
      const rank = [components.get(component.id) ?? components.size, holder, environments.get(environment.id) ?? 0];
      return { assignment, rank };
    })
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ assignment }) => ({ assignment, texts: textsOf(assignment, workload, labels) }));
}

const identityOf = ({ principal }: RoleAssignment): string[] => (principal.kind === 'identity' ? [principal.name] : []);

const places = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, place) => [id, place]));

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, place) => rank !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function textsOf(assignment: RoleAssignment, { roles }: Workload, labels: Labels): AccessRow['texts'] {
  const { principal, component, environment, status, role, location, extra } = assignment;
  const known = role && roles.find(role.system, role.name, role.id);
  const isPersona = principal.kind === 'persona';
  return {
    personaId: isPersona ? principal.id : '',
    persona: principal.name,
    principal: labels[principal.kind],
    component: component.name,
    environment: environment.name,
    status: labels[status],
    role: role?.name ?? '',
    roleId: role?.id ?? '',
    system: role?.system ?? '',
    scope: assignment.scope ?? '',
    assignment: role === undefined ? '' : labels[assignment.assignment],
    limit: assignment.limit ?? '',
    approver: assignment.approver ?? '',
    review: assignment.review ?? '',
    ticket: assignment.ticket ?? '',
    why: assignment.why ?? '',
    power: known === undefined ? '' : labels[powers[known.power]],
    rbacFile: location.file,
    line: location.range === undefined ? '' : String(location.range.start.line),
    otherColumns: Object.entries(extra)
      .map(([header, text]) => `${header}: ${text}`)
      .join('\n'),
  };
}

const powers = { read: 'powerRead', use: 'powerUse', write: 'powerWrite', grant: 'powerGrant' } as const;
