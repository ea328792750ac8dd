import type { RoleAssignment } from '../model.ts';

/** One role in a cell, as written. */
export interface WrittenRole {
  readonly name: string;
  /** From a remark behind the name: `Reader (eligible, 4 h)`. */
  readonly assignment?: RoleAssignment['assignment'];
  readonly limit?: string;
}

/** A role cell: `open` is not filled in, `none` was decided. */
export type RoleCell =
  | { readonly status: 'granted'; readonly roles: readonly WrittenRole[] }
  | { readonly status: 'none' | 'open' };

const noneWords = new Set([
  '—',
  '–',
  '-',
  '--',
  '---',
  '−',
  'none',
  'n/a',
  'na',
  'no access',
  'ei',
  'ei mitään',
  'ei oikeutta',
]);

/** @param lines the cell's lines: `<br>` separates roles, since commas and semicolons belong to names of roles */
export function readRoles(lines: readonly string[]): RoleCell {
  if (lines.length === 0) return { status: 'open' };
  const roles = lines.filter((line) => !noneWords.has(line.toLowerCase()));
  if (roles.length === 0) return { status: 'none' };
  return { status: 'granted', roles: roles.map(readRole) };
}

/** Splits a remark in parentheses off the end when it begins with the kind of assignment. */
function readRole(line: string): WrittenRole {
  const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
  if (open <= 0) return { name: line };
  const [kind = '', ...rest] = line.slice(open + 1, -1).split(',');
  const assignment = readAssignment(kind);
  if (assignment === undefined) return { name: line };
  const limit = rest.join(',').trim();
  return { name: line.slice(0, open).trim(), assignment, ...(limit === '' ? {} : { limit }) };
}

const standing = /^(standing|active|permanent|pysyvä|aktiivinen)(?![\p{L}\p{N}])/iu;
const eligible = /^(eligible|pim|jit|just[ -]in[ -]time|kelpoinen|pyydettävä|oikeutettu)(?![\p{L}\p{N}])/iu;

/** Undefined when the text is neither. */
export function readAssignment(text: string): RoleAssignment['assignment'] | undefined {
  const written = text.trim();
  if (eligible.test(written)) return 'eligible';
  return standing.test(written) ? 'standing' : undefined;
}
