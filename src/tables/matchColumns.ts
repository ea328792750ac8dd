import { closest } from '../diagnostics/didYouMean.ts';
import { loadLabels, shippedLanguages } from '../design/locale.ts';
import { type PersonaKey, personaColumns } from './personaColumns.ts';
import { type GridCell, isBlank } from './tableGrid.ts';

/** A column that is read. */
export interface ReadColumn {
  /** Counted from 0. */
  readonly index: number;
  /** As written. */
  readonly header: string;
  readonly key: PersonaKey;
}

/** A column that is not read, and why. */
export interface LeftColumn {
  readonly header: string;
  readonly reason: string;
}

/** What the columns of a table are read as. */
export interface ColumnMatch {
  readonly columns: readonly ReadColumn[];
  readonly left: readonly LeftColumn[];
  /** Headers that were to be read as something, and that the table does not have; as written. */
  readonly missing: readonly string[];
}

/** What the user wants a header to be read as; `none` leaves the column out. */
export type ColumnChoices = ReadonlyMap<string, PersonaKey | 'none'>;

/** Headers by which columns are known, in all languages that ship, with how well each fits. */
const known = knownHeaders();

/**
 * Finds out what each column holds by its header: what the user chose, the key or the label of a field, or a synonym.
 * Where several columns are one thing, the best and then the first is read, and the others are left out.
 */
export function matchColumns(header: readonly GridCell[], choices: ColumnChoices = new Map()): ColumnMatch {
  const chosen = new Map([...choices].map(([name, key]) => [headerKey(name), key]));
  const candidates = header.flatMap((cell, index) => {
    if (isBlank(cell)) return [];
    const name = headerKey(cell.text);
    const choice = chosen.get(name);
    const fit = choice === undefined ? known.get(name) : { key: choice, rank: 0 };
    return [{ index, header: cell.text.trim().replaceAll('\n', ' '), fit }];
  });
  const best = new Map<PersonaKey, ReadColumn>();
  for (const rank of [0, 1, 2]) {
    for (const { index, header: text, fit } of candidates) {
      if (fit === undefined || fit.rank !== rank || fit.key === 'none' || best.has(fit.key)) continue;
      best.set(fit.key, { index, header: text, key: fit.key });
    }
  }
  personaColumnHoldsIds(candidates, best, chosen);
  const read = new Set([...best.values()].map(({ index }) => index));
  const headers = new Set(header.map(({ text }) => headerKey(text)));
  return {
    columns: [...best.values()].toSorted((a, b) => a.index - b.index),
    left: candidates.filter(({ index }) => !read.has(index)).map((one) => leftOut(one, best)),
    missing: [...choices.keys()].filter((name) => !headers.has(headerKey(name))),
  };
}

interface Candidate {
  readonly index: number;
  readonly header: string;
  readonly fit: { readonly key: PersonaKey | 'none'; readonly rank: number } | undefined;
}

/** Beside a column for names, a column called "Persona" holds ids, unless another one does. */
function personaColumnHoldsIds(
  candidates: readonly Candidate[],
  best: Map<PersonaKey, ReadColumn>,
  chosen: ReadonlyMap<string, unknown>,
): void {
  const isPersona = (header: string): boolean => /^(persona|persoona)$/.test(headerKey(header));
  const spare = candidates.find(({ header, index }) => isPersona(header) && best.get('name')?.index !== index);
  if (spare === undefined || best.has('id') || !best.has('name') || chosen.has(headerKey(spare.header))) return;
  best.set('id', { index: spare.index, header: spare.header, key: 'id' });
}

function leftOut({ header, fit }: Candidate, best: ReadonlyMap<PersonaKey, ReadColumn>): LeftColumn {
  if (fit?.key === 'none') return { header, reason: 'as asked' };
  if (fit !== undefined)
    return { header, reason: `${fit.key} is read from ${best.get(fit.key)?.header ?? 'elsewhere'}` };
  const meant = closest(headerKey(header), [...known.keys()]);
  const key = meant === undefined ? undefined : known.get(meant)?.key;
  // What is read from elsewhere was hardly meant.
  return { header, reason: key === undefined || best.has(key) ? 'not known' : `not known; did you mean ${key}?` };
}

/** Letters and digits only, in lower case. */
function headerKey(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function knownHeaders(): Map<string, { readonly key: PersonaKey; readonly rank: number }> {
  const labels = shippedLanguages.map((language) => loadLabels(language));
  const names = personaColumns.flatMap(({ key, header, synonyms }) => [
    ...[key, ...labels.map((one) => one[header])].map((name) => ({ name, key, rank: 1 })),
    ...synonyms.map((name) => ({ name, key, rank: 2 })),
  ]);
  const found = new Map<string, { key: PersonaKey; rank: number }>();
  // A label that is another field's synonym stays the label.
  for (const { name, key, rank } of names.toSorted((a, b) => a.rank - b.rank)) {
    if (!found.has(headerKey(name))) found.set(headerKey(name), { key, rank });
  }
  return found;
}
