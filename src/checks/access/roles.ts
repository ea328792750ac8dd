import type { Diagnostic, Severity, Subject } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/didYouMean.ts';
import type { KnownRole, RoleCatalogue } from '../../roles/model.ts';
import type { Role, RoleAssignment, Workload } from '../../workload/model.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const wrongRole: Rule = {
  code: 'ACC406',
  title: 'Role that is not known, was renamed, or has the id of another',
  severity: 'error',
  area: 'access',
  source: 'best practices for Azure RBAC: assign roles by their id; the lists of roles',
  why: 'Nobody can say what the role lets its holder do, or the row grants something else than it says. A role that no list has is an info, one that was renamed a warning.',
  fix: "Write the role's id and today's name, or declare the role in workload.yaml.",
};

const foreignRole: Rule = {
  code: 'ACC407',
  title: 'Role of one system used in another',
  severity: 'error',
  area: 'access',
  source: 'found in public role tables, such as an Azure role in a cell about Azure DevOps',
  why: 'The system has no such role, so nobody can grant what the row says.',
  fix: "Write a role of the component's own system, or name the other system in the column System.",
};

/** Whether the roles that tables name exist in their systems. */
export const roleCheck: Check = { rules: [wrongRole, foreignRole], run: findWrongRoles };

function findWrongRoles({ assignments, roles }: Workload): Diagnostic[] {
  const verdicts = new Map<string, readonly Verdict[]>();
  const unlisted = new Set<string>();
  return cellsOf(assignments).flatMap(({ role, location, about }) => {
    if (roles.of(role.system).length === 0) {
      if (unlisted.has(role.system)) return [];
      unlisted.add(role.system);
      const { rule, message, ...more } = withoutList(role, roles);
      return finding(rule, message, location, { ...more, about });
    }
    const key = [role.system, role.name, role.id].join('\n');
    const found = verdicts.get(key) ?? judge(role, roles);
    verdicts.set(key, found);
    return found.map(({ rule, message, ...more }) => finding(rule, message, location, { ...more, about }));
  });
}

interface Cell {
  readonly role: Role;
  readonly location: RoleAssignment['location'];
  readonly about: Subject;
}

/** Each role of each cell once: a row for all environments gives several assignments. */
function cellsOf(assignments: readonly RoleAssignment[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { role, location, principal, component, environment } of assignments) {
    if (role === undefined) continue;
    const { start } = location.range ?? {};
    const key = [location.file, start?.line, start?.column, role.name].join('\n');
    const persona = principal.kind === 'persona' ? { persona: principal.id } : {};
    const earlier = cells.get(key);
    cells.set(key, {
      role,
      location,
      about: {
        ...persona,
        ...(earlier === undefined || earlier.about.component === component.id ? { component: component.id } : {}),
        ...(earlier === undefined || earlier.about.environment === environment.id
          ? { environment: environment.id }
          : {}),
      },
    });
  }
  return [...cells.values()];
}

/** What is wrong with a role, wherever it stands. */
interface Verdict {
  readonly rule: Rule;
  readonly message: string;
  readonly hint: string;
  readonly severity?: Severity;
}

function withoutList({ system, name }: Role, roles: RoleCatalogue): Verdict {
  const guess = closest(system, roles.systems);
  const declare = 'declare its roles in workload.yaml under `roles`';
  return {
    rule: wrongRole,
    severity: 'info',
    message: `there is no list of the roles of ${system}: nobody can say what ${name} can do`,
    hint: guess === undefined ? declare : `did you mean the system ${guess}? If not, ${declare}`,
  };
}

function judge(role: Role, roles: RoleCatalogue): readonly Verdict[] {
  const byName = roles.find(role.system, role.name);
  const byId = role.id === undefined ? undefined : roles.withId(role.system, role.id);
  if (byId !== undefined && byId !== byName) return [otherId(role, byId, byName)];
  if (byId === undefined && byName?.id !== undefined && isId(role.id)) {
    return [{ rule: wrongRole, message: `${role.id} is not the id of ${byName.name}`, hint: `its id is ${byName.id}` }];
  }
  return roles.parts(role.system, role.name).flatMap((part) => {
    if (part.role === undefined) return unknown(role, part.written, roles);
    return wasRenamed(part.written, part.role) ? renamed(part.written, part.role) : [];
  });
}

/** A remark in the column, such as a dash, is no id. */
function isId(id: string | undefined): boolean {
  return id !== undefined && /\d/.test(id);
}

function otherId({ name }: Role, byId: KnownRole, byName: KnownRole | undefined): Verdict {
  const id = byName?.id === undefined ? '' : `, or the id of ${byName.name}: ${byName.id}`;
  return {
    rule: wrongRole,
    message: `the role is called ${name}, but its id is that of ${byId.name}`,
    hint: `write ${byId.name}${id}`,
  };
}

function wasRenamed(written: string, { formerNames }: KnownRole): boolean {
  return formerNames.some((name) => name.toLowerCase() === written.toLowerCase());
}

function renamed(written: string, { name }: KnownRole): Verdict {
  return { rule: wrongRole, severity: 'warning', message: `${written} has a new name`, hint: `it is ${name} today` };
}

/** A role that the list of its system does not have. */
function unknown({ system, name }: Role, written: string, roles: RoleCatalogue): Verdict {
  const names = roles.of(system).map(shownName);
  // Behind `on` and `in` stands where a privilege holds.
  const guess = closest(written, names) ?? closest(written.replace(/ (?:on|in) .*$/u, ''), names);
  const part = written === name.trim() ? '' : ` (in "${name}")`;
  const others = [...new Set(roles.named(written).map((role) => role.system))];
  if (others.length > 0) {
    const fix = `write a role of ${system}, or name the other system in the column System`;
    return {
      rule: foreignRole,
      message: `${system} has no ${written}${part}: it belongs to ${others.join(' and ')}`,
      hint: guess === undefined ? fix : `did you mean ${guess}? If not, ${fix}`,
    };
  }
  const declare = 'declare it in workload.yaml under `roles`';
  return {
    rule: wrongRole,
    severity: 'info',
    message: `the list of ${system} has no ${written}${part}`,
    hint: guess === undefined ? `check its name, or ${declare}` : `did you mean ${guess}? If not, ${declare}`,
  };
}

/** `*` in a name stands for the name of a thing. */
function shownName({ name }: KnownRole): string {
  return name.replaceAll('*', '');
}
