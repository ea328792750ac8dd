import type { Diagnostic, Subject } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/didYouMean.ts';
import type { Waiver } from '../workload/model.ts';
import { finding, type Rule } from './rule.ts';

const source = 'use of waivers: what is accepted has to be looked at again';

const expired: Rule = {
  code: 'WVR901',
  title: 'Waiver that has expired',
  severity: 'warning',
  area: 'waivers',
  source,
  why: 'It was accepted for a time only; from now on the finding counts again.',
  fix: 'Mend what the finding says, or decide anew and set another last day.',
};

const idle: Rule = {
  code: 'WVR902',
  title: 'Waiver that waives nothing',
  severity: 'warning',
  area: 'waivers',
  source,
  why: 'Either what it accepted is mended, or a name in it is wrong and the finding that was meant still counts.',
  fix: 'Remove the waiver, or correct its code and names.',
};

const ending: Rule = {
  code: 'WVR903',
  title: 'Waiver that expires within 30 days',
  severity: 'info',
  area: 'waivers',
  source,
  why: 'Once it has expired the finding counts again, which can stop a release on a day when nobody has time.',
  fix: 'Mend what the finding says, or decide anew before the last day.',
};

export const waiverRules: readonly Rule[] = [expired, idle, ending];

/** Days before its last one from which a waiver is spoken of. */
const noticeDays = 30;

export interface WaiverOptions {
  /** The day on which waivers are judged, as `2027-06-30`; without it none has expired and none is about to. */
  readonly day?: string;
  /** Codes of all rules, for a waiver that names none of them. */
  readonly codes: Iterable<string>;
  /** Codes of findings that are not made here, such as those of a build in `check`: their waivers are not idle. */
  readonly elsewhere?: Iterable<string>;
}

/**
 * Marks the findings that waivers accept, and adds what is to be said of the waivers themselves. A waiver fits a
 * finding of the same code that is about everything the waiver names. Problems are never waived, nor are waivers.
 */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  waivers: readonly Waiver[],
  { day, codes, elsewhere = [] }: WaiverOptions,
): Diagnostic[] {
  if (waivers.length === 0) return [...diagnostics];
  const own = new Set(waiverRules.map(({ code }) => code));
  const byKey = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const key = keyOf(waiver.code, Object.entries(waiver.about));
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [waiver]);
    else same.push(waiver);
  }
  const fitting = new Set<Waiver>();
  const marked = diagnostics.map((diagnostic) => {
    if (diagnostic.kind !== 'finding' || own.has(diagnostic.code)) return diagnostic;
    const candidates = keysOf(diagnostic).flatMap((key) => byKey.get(key) ?? []);
    for (const waiver of candidates) fitting.add(waiver);
    const holding = candidates.find((waiver) => !hasExpired(waiver, day));
    if (holding === undefined) return diagnostic;
    const { reason, owner, expires } = holding;
    return { ...diagnostic, waived: { reason, owner, expires } };
  });
  const known = new Set(codes);
  const unseen = new Set(elsewhere);
  const found = new Set(diagnostics.map(({ code }) => code));
  const context = { day, known: new Set([...known, ...unseen]), unseen, found };
  return [...marked, ...waivers.flatMap((waiver) => findingOf(waiver, fitting.has(waiver), context) ?? [])];
}

/** The keys of all waivers that would fit: of the code with everything that the finding is about, and with less. */
function keysOf({ code, about = {} }: Diagnostic): string[] {
  let parts: (readonly [string, string])[][] = [[]];
  for (const entry of Object.entries(about)) parts = parts.flatMap((part) => [part, [...part, entry]]);
  return parts.map((part) => keyOf(code, part));
}

function keyOf(code: string, about: readonly (readonly [string, string])[]): string {
  const sorted = [...about].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([code, ...sorted]);
}

const hasExpired = ({ expires }: Waiver, day: string | undefined): boolean => day !== undefined && expires < day;

interface Context {
  readonly day: string | undefined;
  readonly known: ReadonlySet<string>;
  readonly unseen: ReadonlySet<string>;
  /** Codes of which there are findings, about whatever. */
  readonly found: ReadonlySet<string>;
}

/** What is to be said of one waiver: the most telling, once. */
function findingOf(waiver: Waiver, fits: boolean, context: Context): Diagnostic | undefined {
  const { day, known, unseen, found } = context;
  const { expires, owner, location, about } = waiver;
  const more = Object.keys(about).length === 0 ? {} : { about };
  const what = `the waiver of ${waiver.code}${described(about)}`;
  if (hasExpired(waiver, day)) {
    const hint = fits
      ? `mend what it waived, or let ${owner} decide anew`
      : 'remove it: there is no finding any more that it would waive';
    return finding(expired, `${what} has expired on ${expires}`, location, { ...more, hint });
  }
  if (!known.has(waiver.code)) {
    const meant = closest(waiver.code, known);
    const hint = meant === undefined ? 'name the code of a finding' : `did you mean ${meant}?`;
    return finding(idle, `no check has the code ${waiver.code}`, location, { ...more, hint });
  }
  if (!fits) {
    if (unseen.has(waiver.code)) return undefined;
    const hint = found.has(waiver.code)
      ? `what ${waiver.code} finds is about others: correct the names in the waiver, or remove it`
      : `nothing of ${waiver.code} is found any more: remove the waiver`;
    return finding(idle, `${what} waives nothing`, location, { ...more, hint });
  }
  const left = day === undefined ? undefined : daysBetween(day, expires);
  if (left === undefined || left > noticeDays) return undefined;
  // Without the number of days, which would make another finding of it every day.
  return finding(ending, `${what} expires soon, on ${expires}`, location, {
    ...more,
    hint: `mend what it waives, or let ${owner} decide anew`,
  });
}

/** ` about P004, azure-storage` */
function described(about: Subject): string {
  const named = Object.values(about);
  return named.length === 0 ? '' : ` about ${named.join(', ')}`;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
