import type { DescribedRule } from './described.ts';
import type { Acceptance, Diagnostic, Location, Range, RelatedLocation, Severity } from './diagnostic.ts';
import { fingerprints } from './fingerprints.ts';

export interface SarifOptions {
  /** Version of persona-deck. */
  readonly version?: string;
  /** All rules that were run, whether or not they found something. */
  readonly rules: readonly DescribedRule[];
  /** Path of the project root in the repository, such as `docs/personas`; empty when it is the repository's. */
  readonly root?: string;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Where relative addresses begin: whoever reads the log knows the folder of the repository. */
const baseId = '%SRCROOT%';

/**
 * A SARIF 2.1.0 log of one run, indented, with a final newline. Findings that a waiver accepts are results with a
 * suppression, so that what reads the log can tell them from those that are mended.
 */
export function formatSarif(diagnostics: readonly Diagnostic[], { version, rules, root = '' }: SarifOptions): string {
  const known = [...rules, ...rulesOf(diagnostics, rules)];
  const indexes = new Map(known.map(({ code }, index) => [code, index]));
  const keys = fingerprints(diagnostics);
  const run = {
    tool: {
      driver: {
        name: 'persona-deck',
        ...(version === undefined ? {} : { semanticVersion: version, version }),
        rules: known.map(descriptorOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [baseId]: { description: { text: 'The folder that the paths of results are relative to.' } },
    },
    results: diagnostics.map((diagnostic, nth) => ({
      ruleId: diagnostic.code,
      ruleIndex: indexes.get(diagnostic.code),
      ...resultOf(diagnostic, root),
      partialFingerprints: { 'personaDeck/v1': keys[nth] },
    })),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Codes that no rule describes, such as those of problems: a result may only name rules of the run. */
function rulesOf(
  diagnostics: readonly Diagnostic[],
  rules: readonly DescribedRule[],
): Pick<Diagnostic, 'code' | 'severity'>[] {
  const described = new Set(rules.map(({ code }) => code));
  const more = new Map(diagnostics.filter(({ code }) => !described.has(code)).map((one) => [one.code, one]));
  return [...more.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function descriptorOf(rule: DescribedRule | Pick<Diagnostic, 'code' | 'severity'>): object {
  const defaultConfiguration = { level: levels[rule.severity] };
  if (!('title' in rule)) return { id: rule.code, defaultConfiguration };
  const { code, title, area, source, why, fix } = rule;
  return {
    id: code,
    name: pascalCase(title),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${why}\nHow to fix: ${fix}\nSource: ${source}`,
      markdown: `${plainMarkdown(why)}\n\n**How to fix.** ${plainMarkdown(fix)}\n\n**Source.** ${plainMarkdown(source)}`,
    },
    defaultConfiguration,
    properties: { area, tags: [area] },
  };
}

function resultOf({ severity, message, hint, location, related, about, waived }: Diagnostic, root: string): object {
  return {
    level: levels[severity],
    message: { text: messageText(hint === undefined ? message : `${message}\nHint: ${hint}`) },
    ...(location === undefined ? {} : { locations: [{ physicalLocation: physical(location, root) }] }),
    ...(related === undefined ? {} : { relatedLocations: related.map((other, nth) => relatedOf(other, nth, root)) }),
    // All results of a run have them, or none.
    suppressions: waived === undefined ? [] : [suppressionOf(waived)],
    ...(about === undefined ? {} : { properties: { about } }),
  };
}

function suppressionOf({ reason, owner, expires }: Acceptance): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${reason} (${owner}, until ${expires})`,
    properties: { owner, expires },
  };
}

function relatedOf({ message, location }: RelatedLocation, nth: number, root: string): object {
  return { id: nth, physicalLocation: physical(location, root), message: { text: messageText(message) } };
}

function physical({ file, range }: Location, root: string): object {
  const path = root === '' ? file : `${root}/${file}`;
  return {
    artifactLocation: { uri: path.split('/').map(encoded).join('/'), uriBaseId: baseId },
    ...(range === undefined ? {} : { region: regionOf(range) }),
  };
}

/** The end is the place after the last character in both. */
const regionOf = ({ start, end }: Range): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const encoded = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));

/** In a message `[text](1)` is a link, and `{0}` a place for an argument. Texts of users are neither. */
function messageText(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

/** Only what could be taken for markup in a sentence. */
const plainMarkdown = (text: string): string => text.replace(/[\\<*_`[\]]/g, '\\$&');

/** `ComponentOnACardWithoutAnRbacFile` */
function pascalCase(title: string): string {
  return (title.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}
