import type { Diagnostic, Severity, Subject } from '../../diagnostics/diagnostic.ts';
import type { RbacIssue, Role, RoleAssignment, Workload } from '../../workload/model.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const unlinked: Rule = {
  code: 'ACC402',
  title: 'RBAC row for an unknown persona, component, environment or code',
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

const htmlTable: Rule = {
  code: 'ACC411',
  title: 'Table in HTML, which is not read',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'Readers see a table; cards, slides and checks know nothing of the access in it.',
  fix: 'Write the table in markdown, with pipes; if it is not about access, accept the finding with a waiver.',
};

const surplusCell: Rule = {
  code: 'ACC412',
  title: 'Row with more cells than its table has columns',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'Text behind the last column is shown to nobody and not read; the cells before it may be off by one.',
  fix: 'Write a pipe that belongs to a text as \\|, or add the column.',
};

const repeatedRow: Rule = {
  code: 'ACC413',
  title: 'The same role given twice',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'Whoever takes the access away in one place leaves it standing in the other.',
  fix: 'Keep one of the two.',
};

/** Whether every row of the access tables can be read and linked, and counts once. */
export const rbacRowCheck: Check = {
  rules: [unlinked, unfilled, assignment, htmlTable, surplusCell, repeatedRow],
  run: ({ rbacIssues, assignments }: Workload) => [
    ...rbacIssues.map(fromIssue),
    ...firstOfEachCell(assignments.filter(({ status }) => status === 'open')).map(fromOpenCell),
    ...findRepeated(assignments),
  ],
};

interface Wording {
  /** Of names that lead nowhere, unless given. */
  readonly rule?: Rule;
  readonly severity?: Severity;
  readonly message: (written: string) => string;
  /** The fix of the rule unless given. */
  readonly hint?: (suggestion: string | undefined) => string;
}

const didYouMean =
  (otherwise: string) =>
  (suggestion: string | undefined): string =>
    suggestion === undefined ? otherwise : `did you mean ${suggestion}? If not, ${otherwise}`;

const wordings: Readonly<Record<RbacIssue['kind'], Wording>> = {
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
    message: (written) => (written === '' ? 'the row names no component' : `no component is called ${written}`),
    hint: didYouMean('add the component to a card or to workload.yaml'),
  },
  unknownCode: {
    message: (written) => `no legend explains the code ${written}`,
    hint: didYouMean('add it to a table with the columns Code and Role in the same file'),
  },
  repeatedCode: {
    severity: 'warning',
    message: (written) => `the legend explains the code ${written} twice`,
    hint: () => 'the first row counts; a code may have a row for each system, named in a column System',
  },
  noEnvironment: {
    message: () => 'nothing says which environment the matrix is about',
    hint: () => 'put it under a heading that is the name of an environment, or add a column Environment',
  },
  unknownAssignment: {
    rule: assignment,
    message: (written) => `"${written}" is neither standing nor eligible`,
  },
  htmlTable: { rule: htmlTable, message: () => 'a table in HTML is not read' },
  surplusCell: {
    rule: surplusCell,
    message: (written) => `"${written}" stands behind the last column of its table and is not read`,
  },
};

function fromIssue({ kind, written, suggestion, about, location }: RbacIssue): Diagnostic {
  const { rule = unlinked, message, hint, severity } = wordings[kind];
  return finding(rule, message(written), location, {
    ...(hint === undefined ? {} : { hint: hint(suggestion) }),
    ...(severity === undefined ? {} : { severity }),
    ...(about === undefined ? {} : { about }),
  });
}

/** Roles that a principal is given again on the same component, in the same environment and scope. */
function findRepeated(assignments: readonly RoleAssignment[]): Diagnostic[] {
  const first = new Map<string, RoleAssignment>();
  const origins = new Map<RoleAssignment, RoleAssignment>();
  for (const one of assignments) {
    if (one.role === undefined) continue;
    const key = keyOf(one, one.role);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, one);
    else origins.set(one, earlier);
  }
  return firstOfEachCell([...origins.keys()]).map((one) => {
    const earlier = origins.get(one) ?? one;
    const where = `on ${one.component.name} in ${one.environment.name}`;
    return finding(repeatedRow, `${nameOf(one)} is given ${one.role?.name ?? ''} ${where} twice`, one.location, {
      related: [{ message: 'first here', location: earlier.location }],
      about: subjectOf(one),
    });
  });
}

function keyOf({ principal, component, environment, scope }: RoleAssignment, { system, name }: Role): string {
  const who = principal.kind === 'persona' ? principal.id : principal.name;
  const scopeWords = scope?.toLowerCase().replace(/\s+/g, ' ') ?? '';
  return JSON.stringify([principal.kind, who, component.id, environment.id, system, name.toLowerCase(), scopeWords]);
}

/** A row for all environments gives a role several times with one cell. */
function firstOfEachCell(assignments: readonly RoleAssignment[]): RoleAssignment[] {
  const cells = new Map<string, RoleAssignment>();
  for (const one of assignments) {
    const { file, range } = one.location;
    const key = `${file}:${range?.start.line}:${range?.start.column}:${one.role?.name ?? ''}`;
    if (!cells.has(key)) cells.set(key, one);
  }
  return [...cells.values()];
}

function fromOpenCell(one: RoleAssignment): Diagnostic {
  const where = `on ${one.component.name} in ${one.environment.name}`;
  return finding(unfilled, `role of ${nameOf(one)} ${where} is not filled in`, one.location, { about: subjectOf(one) });
}

function nameOf({ principal }: RoleAssignment): string {
  return principal.kind === 'persona' ? `${principal.id} ${principal.name}` : principal.name;
}

function subjectOf({ principal, component, environment }: RoleAssignment): Subject {
  return {
    ...(principal.kind === 'persona' ? { persona: principal.id } : {}),
    component: component.id,
    environment: environment.id,
  };
}
