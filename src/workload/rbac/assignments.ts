import type { Location, Range } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/didYouMean.ts';
import type { Components } from '../components.ts';
import type { Environments } from '../environments.ts';
import type { Component, Environment, Principal, RbacIssue, Role, RoleAssignment } from '../model.ts';
import type { PersonaNames } from '../personaNames.ts';
import type { AccessRow } from './accessTable.ts';
import { readAssignment, readRoles, type WrittenRole } from './cells.ts';
import type { Column } from './headers.ts';
import type { RbacSource } from './sources.ts';

export interface LinkedAccess {
  readonly assignments: readonly RoleAssignment[];
  readonly issues: readonly RbacIssue[];
}

/** Links the rows of all access tables to personas, components and environments, in the order of the files. */
export function linkAccess(
  sources: readonly RbacSource[],
  personas: PersonaNames,
  components: Components,
  environments: Environments,
): LinkedAccess {
  const linker = new AccessLinker(personas, components, environments);
  for (const source of sources) linker.file(source);
  return linker;
}

class AccessLinker implements LinkedAccess {
  readonly assignments: RoleAssignment[] = [];
  readonly issues: RbacIssue[] = [];
  readonly #personas: PersonaNames;
  readonly #components: Components;
  readonly #environments: Environments;
  #file = '';

  constructor(personas: PersonaNames, components: Components, environments: Environments) {
    this.#personas = personas;
    this.#components = components;
    this.#environments = environments;
  }

  file(source: RbacSource): void {
    this.#file = source.rbac.path;
    const described = this.#components.describedBy(source);
    for (const table of source.tables) {
      for (const header of table.doubtfulEnvironments) this.#unknownEnvironment(header.text, header.range);
      for (const row of table.rows) this.#row(row, described);
    }
  }

  #row(row: AccessRow, described: readonly Component[]): void {
    const principal = this.#principal(row);
    const components = this.#componentsOf(row, described);
    const environments = this.#environmentsOf(row);
    if (principal === undefined) return;
    const access = this.#access(row);
    for (const component of components) {
      for (const environment of environments) {
        for (const one of access) this.assignments.push(completed(one, principal, component, environment));
      }
    }
  }

  #principal({ principal: { kind, cell } }: AccessRow): Principal | undefined {
    const written = cell.text.replaceAll('\n', ' ');
    if (written === '') return this.#issue('noPersona', written, cell.range);
    if (kind === 'identity') return { kind: 'identity', name: written };
    const named = this.#personas.find(written);
    if (named.kind === 'ambiguous') return this.#issue('ambiguousPersona', written, cell.range);
    if (named.kind === 'unknown') return this.#issue('unknownPersona', written, cell.range, named.suggestion);
    const { id, name } = named.persona;
    if (named.doubt !== undefined) this.#issue(named.doubt, written, cell.range, `${id} ${name}`);
    return { kind: 'persona', id, name };
  }

  /** Those that the row's own column names, else those that the file is about. */
  #componentsOf(row: AccessRow, described: readonly Component[]): readonly Component[] {
    const cell = row.cell('component');
    if (cell === undefined || cell.text === '') return described;
    const component = this.#components.index.find(cell.text);
    if (component !== undefined) return [component];
    const names = this.#components.index.things.flatMap(({ name, aliases }) => [name, ...aliases]);
    this.#issue('unknownComponent', cell.text, cell.range, closest(cell.text, names));
    return [];
  }

  #environmentsOf({ environment }: AccessRow): readonly Environment[] {
    const { found, unknown } = this.#environments.named(environment.text);
    for (const name of unknown) this.#unknownEnvironment(name, environment.range);
    if (environment.text === '') this.#unknownEnvironment('', environment.range);
    return found;
  }

  #unknownEnvironment(name: string, range: Range): void {
    this.#issue('unknownEnvironment', name, range, closest(name, this.#environments.names));
  }

  /** What the row says apart from who, where and on what; one entry a role. */
  #access(row: AccessRow): UnlinkedAssignment[] {
    const cell = readRoles(row.role.lines);
    const text = (column: Column): string | undefined => row.cell(column)?.text.replaceAll('\n', '; ') || undefined;
    const assignment = this.#assignment(row);
    const shared: Writable<UnlinkedAssignment> = {
      status: cell.status,
      assignment,
      extra: row.extra,
      location: { file: this.#file, range: row.role.range },
    };
    for (const column of textColumns) {
      const written = text(column);
      if (written !== undefined) shared[column] = written;
    }
    if (cell.status !== 'granted') return [shared];
    const ids = row.cell('roleId')?.lines ?? [];
    return cell.roles.map((role, nth) => ({
      ...shared,
      ...(role.limit === undefined ? {} : { limit: role.limit }),
      assignment: role.assignment ?? assignment,
      role: roleOf(role, cell.roles.length === 1 ? ids.join(' ') : ids[nth], text('system')),
    }));
  }

  #assignment(row: AccessRow): RoleAssignment['assignment'] {
    const cell = row.cell('assignment');
    if (cell === undefined || cell.text === '' || readRoles(cell.lines).status === 'none') return 'standing';
    const read = readAssignment(cell.text);
    if (read === undefined) this.#issue('unknownAssignment', cell.text, cell.range);
    return read ?? 'standing';
  }

  #issue(kind: RbacIssue['kind'], written: string, range: Range, suggestion?: string): undefined {
    const location: Location = { file: this.#file, range };
    this.issues.push({ kind, written, location, ...optional('suggestion', suggestion) });
  }
}

/** Columns that are taken over as text. */
const textColumns = ['scope', 'limit', 'approver', 'review', 'ticket', 'why'] as const;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A role whose system may still be the component's. */
interface UnlinkedRole {
  readonly name: string;
  readonly id?: string;
  readonly system?: string;
}

type UnlinkedAssignment = Omit<RoleAssignment, 'principal' | 'component' | 'environment' | 'role'> & {
  readonly role?: UnlinkedRole;
};

function roleOf({ name }: WrittenRole, id: string | undefined, system: string | undefined): UnlinkedRole {
  return { name, ...optional('id', id || undefined), ...optional('system', system) };
}

function completed(
  { role, ...rest }: UnlinkedAssignment,
  principal: Principal,
  component: Component,
  environment: Environment,
): RoleAssignment {
  const linked: Role | undefined = role && { ...role, system: role.system ?? component.system };
  return { principal, component, environment, ...rest, ...(linked === undefined ? {} : { role: linked }) };
}

/** `{key: value}`, or nothing: optional properties are left out rather than undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
