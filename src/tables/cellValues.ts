import { asList } from '../schema/fields.ts';
import type { PersonaInput } from '../schema/persona.ts';
import type { Labels } from '../design/design.ts';
import { escapeItem, readList, splitUnescaped, unescapeItem, writeList } from './cellList.ts';

type SkillInput = NonNullable<Exclude<PersonaInput['skills'], readonly unknown[]>>;
type IdentityInput = NonNullable<PersonaInput['identity']>;
type KindInput = NonNullable<PersonaInput['kind']>;

/** What a cell was read as, or why it could not be. An empty cell is left out. */
export type CellReading = { readonly value: unknown } | { readonly wrong: string; readonly hint: string } | undefined;

/** A text as it is, with its line breaks. */
export function readWords(cell: string): CellReading {
  const text = cell.replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : { value: text };
}

export function writeNames(names: string | readonly string[] | undefined): string {
  return names === undefined ? '' : writeList(asList(names).map(escapeItem));
}

export function readNames(cell: string, separator?: string): CellReading {
  const items = readList(cell, separator);
  return items === undefined ? undefined : { value: items.map(unescapeItem) };
}

/** `PySpark | expert | https://…`: name, level and the address of a course, as far as they are given. */
export function writeSkills(skills: PersonaInput['skills']): string {
  if (skills === undefined) return '';
  const list: readonly SkillInput[] = Array.isArray(skills) ? skills : [skills];
  return writeList(list.map(writeSkill));
}

function writeSkill(skill: SkillInput): string {
  if (typeof skill === 'string') return escapeItem(skill);
  const { name, level, learn } = skill;
  const parts = [name, ...(level === undefined ? (learn === undefined ? [] : ['']) : [level])];
  if (learn !== undefined) parts.push(learn);
  return parts.map(escapeItem).join(' | ');
}

export function readSkills(cell: string, separator?: string): CellReading {
  const skills: unknown[] = [];
  for (const item of readList(cell, separator) ?? []) {
    const parts = splitUnescaped(item, new Set(['|']));
    if (parts.length > 3) {
      return { wrong: `the skill "${item}" has more than three parts`, hint: 'write name | level | address' };
    }
    skills.push(readSkill(parts.map(unescapeItem)));
  }
  return cell.trim() === '' ? undefined : { value: skills };
}

/** Two parts are a name and a level, unless the second is an address. */
function readSkill([name = '', second = '', third = '']: readonly string[]): unknown {
  const isAddress = third === '' && /^https?:\/\//i.test(second);
  const level = isAddress ? '' : second;
  const learn = isAddress ? second : third;
  if (level === '' && learn === '') return name;
  return { name, ...(level === '' ? {} : { level }), ...(learn === '' ? {} : { learn }) };
}

/** A name, or a line for each environment: `Dev: id-agent-dev`. */
export function writeIdentity(identity: IdentityInput | undefined): string {
  if (identity === undefined) return '';
  if (typeof identity === 'string') return escapeKey(identity);
  return Object.entries(identity)
    .map(([environment, name]) => `${escapeKey(environment)}: ${escapeItem(name)}`)
    .join('\n');
}

/** A colon would end the name of an environment. */
const escapeKey = (text: string): string => escapeItem(text).replaceAll(':', '\\:');

export function readIdentity(cell: string): CellReading {
  const items = readList(cell) ?? [];
  const [first] = items;
  if (first === undefined) return undefined;
  const pairs = items.map((item) => environmentLine.exec(item));
  if (items.length === 1 && pairs[0] === null) return { value: unescapeItem(first) };
  if (pairs.includes(null)) {
    const hint = 'write a line each: Dev: id-agent-dev';
    return { wrong: 'several identities, and not each has an environment', hint };
  }
  return {
    value: Object.fromEntries(pairs.map((pair) => [unescapeItem(pair?.[1] ?? ''), unescapeItem(pair?.[2] ?? '')])),
  };
}

/** Up to the first colon before a space that no backslash escapes. */
const environmentLine = /^((?:\\[\\;,|:–—-]|\\(?![\\;,|:–—-])|[^:\\]|:(?!\s))+):\s+(.+)$/;

/** Words for what embodies a persona, in lower case. English first, then Finnish. */
const kindWords: Readonly<Record<KindInput, readonly string[]>> = {
  person: ['person', 'human', 'people', 'user', 'henkilö', 'ihminen', 'käyttäjä'],
  process: ['process', 'automation', 'pipeline', 'service', 'prosessi', 'automaatio', 'palvelu'],
  agent: ['agent', 'bot', 'ai agent', 'robot', 'software', 'agentti', 'botti', 'tekoälyagentti', 'robotti'],
};

const kinds = new Map<string, KindInput>(
  Object.entries(kindWords).flatMap(([kind, words]) => words.map((word) => [word, kind as KindInput] as const)),
);

/** In the words of the table's language. */
export function writeKind(kind: KindInput | undefined, labels: Labels): string {
  return kind === undefined ? '' : labels[kind];
}

export function readKind(cell: string): CellReading {
  const word = cell.trim().toLowerCase();
  if (word === '') return undefined;
  const kind = kinds.get(word);
  if (kind !== undefined) return { value: kind };
  return { wrong: `"${cell.trim()}" is no kind of persona`, hint: 'one of person, process, agent' };
}
