import type { Location, Subject } from '../../diagnostics/diagnostic.ts';
import type { RoleCatalogue } from '../../roles/model.ts';
import { systemOfRole } from '../../roles/usualSystems.ts';
import type { Components } from '../components.ts';
import type { Environments } from '../environments.ts';
import { Guesses } from '../guesses.ts';
import type { Component, Environment, Principal, RbacIssue, RoleAssignment } from '../model.ts';
import type { PersonaNames } from '../personaNames.ts';
import { isMatrixTable } from './accessDocument.ts';
import type { AccessRow, Written } from './accessTable.ts';
import { isNone, readAssignment, readRoles } from './cells.ts';
import { type CodeCell, readCodes } from './codes.ts';
import type { Column } from './headers.ts';
import { type MatrixTable, readMatrix } from './matrixForm.ts';
import type { RbacSource } from './sources.ts';

export interface LinkedAccess {
  readonly assignments: readonly RoleAssignment[];
  readonly issues: readonly RbacIssue[];
}

/** What names in access tables may stand for. */
export interface AccessTargets {
  readonly personas: PersonaNames;
  readonly components: Components;
  readonly environments: Environments;
  readonly roles: RoleCatalogue;
}

/** Links the rows of all access tables to personas, components and environments, in the order of the files. */
export function linkAccess(sources: readonly RbacSource[], targets: AccessTargets): LinkedAccess {
  const linker = new AccessLinker(targets);
  for (const source of sources) linker.file(source);
  return linker;
}

class AccessLinker implements LinkedAccess {
  readonly assignments: RoleAssignment[] = [];
  readonly issues: RbacIssue[] = [];
  readonly #targets: AccessTargets;
  readonly #componentNames: readonly string[];
  readonly #guesses = new Guesses();
  /** Texts that were complained about: a header or a persona's cell is asked for once a role. */
  readonly #reported = new Map<RbacIssue['kind'], WeakSet<Written>>();
  #file = '';
  /** The component that the file is about, when it is about one. */
  #about: Subject | undefined;

  constructor(targets: AccessTargets) {
    this.#targets = targets;
    this.#componentNames = targets.components.index.things.flatMap(({ name, aliases }) => [name, ...aliases]);
  }

  file(source: RbacSource): void {
    this.#file = source.rbac.path;
    const described = this.#targets.components.describedBy(source);
    this.#about = described.length === 1 && described[0] !== undefined ? { component: described[0].id } : undefined;
    const { tables, repeatedCodes, surplus, htmlTables } = source.access;
    for (const table of tables) {
      if (isMatrixTable(table)) this.#matrix(table);
      else {
        for (const header of table.doubtfulEnvironments) this.#unknownEnvironments(header, [header.text]);
        for (const row of table.rows) this.#row(row, described);
      }
    }
    for (const code of repeatedCodes) this.#issue('repeatedCode', code);
    for (const cell of surplus) this.#issue('surplusCell', cell);
    // A page about the folder is no list of access, whatever its tables look like.
    if (!source.isIndex || described.length > 0) for (const tag of htmlTables) this.#issue('htmlTable', tag);
  }

  #matrix(table: MatrixTable): void {
    const { index } = this.#targets.components;
    const { rows, withoutEnvironment } = readMatrix(table, {
      isComponent: (name) => index.find(name) !== undefined,
      looksLikeComponent: (name) => this.#guesses.closest(name, this.#componentNames) !== undefined,
    });
    for (const header of withoutEnvironment) this.#issue('noEnvironment', header);
    for (const row of rows) this.#row(row, []);
  }

  #row(row: AccessRow, described: readonly Component[]): void {
    const principal = this.#principal(row);
    const components = this.#componentsOf(row, described);
    const environments = this.#environmentsOf(row);
    if (principal === undefined) return;
    const shared = this.#shared(row);
    for (const component of components) {
      const access = this.#access(row, shared, component);
      for (const environment of environments) {
        for (const one of access) this.assignments.push({ principal, component, environment, ...one });
      }
    }
  }

  #principal({ principal: { kind, cell } }: AccessRow): Principal | undefined {
    const written = cell.text.replaceAll('\n', ' ');
    if (written === '') return this.#issue('noPersona', cell);
    if (kind === 'identity') return { kind: 'identity', name: written };
    const named = this.#targets.personas.find(written);
    if (named.kind === 'ambiguous') return this.#issue('ambiguousPersona', cell);
    if (named.kind === 'unknown') return this.#issue('unknownPersona', cell, () => named.suggestion);
    const { id, name } = named.persona;
    if (named.doubt !== undefined) this.#issue(named.doubt, cell, () => `${id} ${name}`);
    return { kind: 'persona', id, name };
  }

  /** Those that the row's own column names, else those that the file is about. */
  #componentsOf(row: AccessRow, described: readonly Component[]): readonly Component[] {
    const cell = row.component ?? row.cell('component');
    if (cell === undefined || (cell.text === '' && described.length > 0)) return described;
    const component = cell.text === '' ? undefined : this.#targets.components.index.find(cell.text);
    if (component !== undefined) return [component];
    this.#issue('unknownComponent', cell, () => this.#guesses.closest(cell.text, this.#componentNames));
    return [];
  }

  #environmentsOf({ environment }: AccessRow): readonly Environment[] {
    const { found, unknown } = this.#targets.environments.named(environment.text);
    if (environment.text === '') this.#unknownEnvironments(environment, ['']);
    else if (unknown.length > 0) this.#unknownEnvironments(environment, unknown);
    return found;
  }

  #unknownEnvironments(cell: Written, names: readonly string[]): void {
    if (!this.#isNew('unknownEnvironment', cell)) return;
    const { names: known } = this.#targets.environments;
    for (const name of names) this.#push('unknownEnvironment', name, cell, this.#guesses.closest(name, known));
  }

  /** What the row says apart from who, where, on what and which role. */
  #shared(row: AccessRow): SharedAccess {
    const shared: Writable<SharedAccess> = {
      status: 'open',
      assignment: this.#assignment(row),
      extra: row.extra,
      location: { file: this.#file, range: row.role.range },
    };
    for (const column of textColumns) {
      const written = textOf(row, column);
      if (written !== undefined) shared[column] = written;
    }
    return shared;
  }

  /** The same with each role; no entry for a cell in which no code is known. */
  #access(row: AccessRow, shared: SharedAccess, component: Component): LinkedRole[] {
    const written = textOf(row, 'system');
    const system = written ?? component.system;
    const { legend } = row;
    const cell: CodeCell =
      legend === undefined
        ? { ...readRoles(row.role.lines, (name) => this.#isRole(system, name)), unknown: [] }
        : readCodes(row.role, legend, system, (of, name) => this.#isRole(of, name));
    if (cell.unknown.length > 0 && this.#isNew('unknownCode', row.role)) {
      for (const code of cell.unknown)
        this.#push('unknownCode', code, row.role, this.#closestCode(code, legend?.codes ?? []));
    }
    if (cell.status !== 'granted') return [{ ...shared, status: cell.status }];
    const ids = idsOf(row, cell.roles.length);
    return cell.roles.map((role, nth) => {
      const id = (role.id ?? ids[nth]) || undefined;
      const ownSystem = (): string => systemOfRole(this.#targets.roles, component.system, role.name, id);
      return {
        ...shared,
        status: 'granted',
        ...(role.limit === undefined ? {} : { limit: role.limit }),
        assignment: role.assignment ?? shared.assignment,
        role: { name: role.name, ...optional('id', id), system: written ?? role.system ?? ownSystem() },
      };
    });
  }

  /** One letter is close to any other. */
  #closestCode(written: string, codes: readonly string[]): string | undefined {
    return written.length < 3 ? undefined : this.#guesses.closest(written, codes);
  }

  #isRole(system: string | undefined, name: string): boolean {
    const { roles } = this.#targets;
    return system === undefined ? roles.named(name).length > 0 : roles.find(system, name) !== undefined;
  }

  #assignment(row: AccessRow): RoleAssignment['assignment'] {
    const cell = row.cell('assignment');
    if (cell === undefined || cell.text === '' || cell.lines.every(isNone)) return 'standing';
    const read = readAssignment(cell.text);
    if (read === undefined) this.#issue('unknownAssignment', cell);
    return read ?? 'standing';
  }

  #issue(kind: RbacIssue['kind'], cell: Written, suggest?: () => string | undefined): undefined {
    if (this.#isNew(kind, cell)) this.#push(kind, cell.text.replaceAll('\n', ' '), cell, suggest?.());
  }

  #push(kind: RbacIssue['kind'], written: string, { range }: Written, suggestion?: string): void {
    const location: Location = { file: this.#file, range };
    this.issues.push({
      kind,
      written,
      location,
      ...optional('suggestion', suggestion),
      ...optional('about', this.#about),
    });
  }

  #isNew(kind: RbacIssue['kind'], cell: Written): boolean {
    const reported = this.#reported.get(kind) ?? new WeakSet();
    this.#reported.set(kind, reported);
    if (reported.has(cell)) return false;
    reported.add(cell);
    return true;
  }
}

/** Columns that are taken over as text. */
const textColumns = ['scope', 'limit', 'approver', 'review', 'ticket', 'why'] as const;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type LinkedRole = Omit<RoleAssignment, 'principal' | 'component' | 'environment'>;

type SharedAccess = Omit<LinkedRole, 'role'>;

function textOf(row: AccessRow, column: Column): string | undefined {
  return row.cell(column)?.text.replaceAll('\n', '; ') || undefined;
}

/** Ids of the roles in a cell: in their order, separated as roles may be. */
function idsOf(row: AccessRow, roles: number): readonly string[] {
  const lines = row.cell('roleId')?.lines ?? [];
  if (lines.length === 0) return lines;
  return roles === 1 ? [lines.join(' ')] : lines.flatMap((line) => line.split(';').map((id) => id.trim()));
}

/** `{key: value}`, or nothing: optional properties are left out rather than undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
