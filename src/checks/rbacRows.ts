import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { RbacIssue, RoleAssignment, Workload } from '../workload/model.ts';
import { type Check, finding, type Rule } from './rule.ts';

const unlinked: Rule = {
  code: 'ACC402',
  title: 'RBAC row for an unknown persona, component or environment',
  severity: 'error',
  area: 'access',
  source: 'the persona template: components access',
  why: 'The row grants access that no card shows; after a renaming it may even be meant for somebody else.',
  fix: 'Correct the name, or add the persona or environment.',
};

const unfilled: Rule = {
  code: 'ACC408',
  title: 'Role not filled in',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'An empty cell may mean that nothing is granted or that nobody has decided yet.',
  fix: 'Name the role, or write — where none is meant.',
};

const assignment: Rule = {
  code: 'ACC410',
  title: 'Assignment that is neither standing nor eligible',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'It is taken as standing, the stricter reading, which may not be what was meant.',
  fix: 'Write standing or eligible.',
};

/** Whether every row of the access tables can be read and linked. */
export const rbacRowCheck: Check = {
  rules: [unlinked, unfilled, assignment],
  run: ({ rbacIssues, assignments }: Workload) => [
    ...rbacIssues.map(fromIssue),
    ...firstOfEachCell(assignments.filter(({ status }) => status === 'open')).map(fromOpenCell),
  ],
};

interface Wording {
  readonly severity?: Severity;
  readonly message: (written: string) => string;
  readonly hint: (suggestion: string | undefined) => string;
}

const didYouMean =
  (otherwise: string) =>
  (suggestion: string | undefined): string =>
    suggestion === undefined ? otherwise : `did you mean ${suggestion}? If not, ${otherwise}`;

const wordings: Readonly<Record<Exclude<RbacIssue['kind'], 'unknownAssignment'>, Wording>> = {
  unknownPersona: {
    message: (written) => `no persona is called ${written}`,
    hint: didYouMean(
      'add the persona or remove the row; a managed identity belongs in a table whose first column is Identity',
    ),
  },
  ambiguousPersona: {
    message: (written) => `several personas are called ${written}`,
    hint: () => 'name the persona by its id',
  },
  noPersona: {
    message: () => 'the row names no persona',
    hint: () => 'every row needs the id or the name of a persona',
  },
  wrongCase: {
    severity: 'info',
    message: (written) => `${written} is written in another letter case`,
    hint: (suggestion) => `read as ${suggestion ?? 'the persona'}`,
  },
  otherName: {
    severity: 'warning',
    message: (written) => `${written} has the id of one persona and the name of another`,
    hint: (suggestion) => `read by its id as ${suggestion ?? 'that persona'}; correct the name`,
  },
  unknownEnvironment: {
    message: (written) => (written === '' ? 'the row names no environment' : `no environment is called ${written}`),
    hint: didYouMean('declare the environment in workload.yaml, or write `all` for every one'),
  },
  unknownComponent: {
    message: (written) => `no component is called ${written}`,
    hint: didYouMean('add the component to a card or to workload.yaml'),
  },
};

function fromIssue({ kind, written, suggestion, location }: RbacIssue): Diagnostic {
  if (kind === 'unknownAssignment')
    return finding(assignment, `"${written}" is neither standing nor eligible`, location);
  const { message, hint, severity } = wordings[kind];
  return finding(unlinked, message(written), location, {
    hint: hint(suggestion),
    ...(severity === undefined ? {} : { severity }),
  });
}

/** A row for all environments gives several assignments with one cell. */
function firstOfEachCell(assignments: readonly RoleAssignment[]): RoleAssignment[] {
  const cells = new Map<string, RoleAssignment>();
  for (const one of assignments) {
    const { file, range } = one.location;
    const key = `${file}:${range?.start.line}:${range?.start.column}`;
    if (!cells.has(key)) cells.set(key, one);
  }
  return [...cells.values()];
}

function fromOpenCell({ principal, component, environment, location }: RoleAssignment): Diagnostic {
  const who = principal.kind === 'persona' ? `${principal.id} ${principal.name}` : principal.name;
  return finding(unfilled, `role of ${who} on ${component.name} in ${environment.name} is not filled in`, location);
}
