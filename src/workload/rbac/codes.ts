import type { MarkdownCell } from '../../source/markdown.ts';
import { codesOf, isNone, type RoleCell, readRoles, type WrittenRole } from './cells.ts';
import type { Legend, LegendEntry } from './legend.ts';

/** A cell of a matrix, its codes made roles. */
export type CodeCell = RoleCell & {
  /** Codes that no legend explains. A cell of nothing else grants no role. */
  readonly unknown: readonly string[];
};

/**
 * @param system of the component: a legend may explain a code for each system
 * @param isRole whether a role is known in a system, or in any
 */
export function readCodes(
  cell: MarkdownCell,
  legend: Legend,
  system: string,
  isRole: (system: string | undefined, name: string) => boolean,
): CodeCell {
  const roles: WrittenRole[] = [];
  const unknown: string[] = [];
  if (cell.text === '') return { status: 'open', unknown };
  for (const code of codesOf(cell.text)) {
    const entry = legend.find(code.name, system);
    if (entry !== undefined) roles.push(...rolesOf(entry, code, isRole));
    else if (!isNone(code.name)) unknown.push(code.name);
  }
  if (roles.length > 0 || unknown.length > 0) return { status: 'granted', roles, unknown };
  return { status: 'none', unknown };
}

/** What is written in the cell goes before what the legend says. */
function rolesOf(
  { role, roleId, system }: LegendEntry,
  { assignment, limit }: WrittenRole,
  isRole: (system: string | undefined, name: string) => boolean,
): WrittenRole[] {
  const meant = readRoles(role.lines, (name) => isRole(system, name));
  if (meant.status !== 'granted') return [];
  const ids = roleId?.lines ?? [];
  return meant.roles.map((one, nth) => {
    const id = meant.roles.length === 1 ? ids.join(' ') : (ids[nth] ?? '');
    return {
      ...one,
      ...(id === '' ? {} : { id }),
      ...(system === undefined ? {} : { system }),
      ...(assignment === undefined ? {} : { assignment }),
      ...(limit === undefined ? {} : { limit }),
    };
  });
}
