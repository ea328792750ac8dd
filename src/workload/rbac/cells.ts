import type { RoleAssignment } from '../model.ts';

/** One role in a cell, as written. */
export interface WrittenRole {
  readonly name: string;
  /** From a remark behind the name: `Reader (eligible, 4 h)`. */
  readonly assignment?: RoleAssignment['assignment'];
  readonly limit?: string;
  /** From the legend of a matrix. */
  readonly id?: string;
  readonly system?: string;
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

/**
 * @param lines the cell's lines: `<br>` separates roles
 * @param isRole whether a name is that of a known role. A semicolon separates roles only where it stands between known
 *   ones; elsewhere it belongs to a role's name, as a comma always does.
 */
export function readRoles(lines: readonly string[], isRole: (name: string) => boolean = () => false): RoleCell {
  if (lines.length === 0) return { status: 'open' };
  const roles = lines.filter((line) => !isNone(withoutRemark(line)));
  if (roles.length === 0) return { status: 'none' };
  return { status: 'granted', roles: roles.flatMap((line) => rolesOf(line, isRole)) };
}

/** `none` of `none (reads through the gateway)`. */
function withoutRemark(line: string): string {
  const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
  return open <= 0 ? line : line.slice(0, open).trim();
}

/** Whether a text says that it was decided to grant nothing. */
export function isNone(text: string): boolean {
  return noneWords.has(text.toLowerCase());
}

/** The codes in a cell of a matrix: at commas and `<br>`, but not at a comma within a remark. */
export function codesOf(text: string): WrittenRole[] {
  return splitOutsideParentheses(text)
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .map(readRole);
}

function splitOutsideParentheses(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '\n' || (character === ',' && depth === 0)) {
      parts.push(text.slice(start, at));
      start = at + 1;
      depth = 0;
    }
  }
  return [...parts, text.slice(start)];
}

function rolesOf(line: string, isRole: (name: string) => boolean): WrittenRole[] {
  const whole = readRole(line);
  if (!line.includes(';') || isRole(whole.name)) return [whole];
  const parts = line
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readRole);
  return parts.length > 0 && parts.every(({ name }) => isRole(name)) ? parts : [whole];
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
