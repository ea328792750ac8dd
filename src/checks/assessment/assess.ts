import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import type { Workload } from '../../workload/model.ts';
import { areaNames } from '../areas.ts';
import type { Area, Rule } from '../rule.ts';
import { coverageOf } from './coverage.ts';
import { lookedAtIn, type LookedAt } from './lookedAt.ts';
import type { AcceptedFinding, AreaAssessment, Assessment, Counts, FindingGroup, PersonaCount, Step } from './model.ts';
import { standingOf } from './standings.ts';

export interface AssessOptions {
  /** Rules behind the findings: they name areas and say how to fix. */
  readonly rules: readonly Rule[];
  /** Day on which waivers were judged. */
  readonly day?: string;
}

/** The usual number of personas of a workload team. */
const usual = { from: 5, to: 10 };

/** First steps that a page names at least, when there are so many, and at most. */
const stepsAtLeast = 3;
const stepsAtMost = 5;

/**
 * Sums findings up: how each area stands, and what to do first. Problems and findings without a rule have no area and
 * are left out. Pure.
 */
export function assess(workload: Workload, diagnostics: readonly Diagnostic[], options: AssessOptions): Assessment {
  const rules = new Map(options.rules.map((rule) => [rule.code, rule]));
  const findings = sortDiagnostics(diagnostics).filter(({ code }) => rules.has(code));
  const byArea = new Map<Area, Diagnostic[]>();
  for (const finding of findings) {
    const area = rules.get(finding.code)?.area ?? 'personas';
    const others = byArea.get(area);
    if (others === undefined) byArea.set(area, [finding]);
    else others.push(finding);
  }
  const lookedAt = lookedAtIn(workload);
  const checked = new Set(options.rules.map(({ area }) => area));
  const areas = areaNames
    .filter((area) => checked.has(area))
    .map((area) => assessArea(area, byArea.get(area) ?? [], rules, lookedAt[area]));
  return {
    workload: workload.name,
    ...(options.day === undefined ? {} : { day: options.day }),
    areas,
    counts: count(findings),
    personas: personaCount(workload.personas.length),
    coverage: coverageOf(workload),
    accepted: acceptedOf(findings),
    steps: firstSteps(areas.flatMap(({ groups }) => groups)),
  };
}

function assessArea(
  area: Area,
  findings: readonly Diagnostic[],
  rules: ReadonlyMap<string, Rule>,
  { count: number, one, many }: LookedAt,
): AreaAssessment {
  const counts = count(findings);
  return {
    area,
    standing: standingOf(counts, number),
    lookedAt: `${number} ${number === 1 ? one : many}`,
    counts,
    groups: groupsOf(findings, rules),
  };
}

function count(findings: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const { severity, waived } of findings) counts[waived === undefined ? severity : 'waived'] += 1;
  return counts;
}

function acceptedOf(findings: readonly Diagnostic[]): AcceptedFinding[] {
  return findings
    .flatMap((finding) => (finding.waived === undefined ? [] : [{ ...finding, waived: finding.waived }]))
    .sort((a, b) => (a.waived.expires < b.waived.expires ? -1 : a.waived.expires > b.waived.expires ? 1 : 0));
}

function groupsOf(findings: readonly Diagnostic[], rules: ReadonlyMap<string, Rule>): FindingGroup[] {
  const groups = new Map<string, { readonly rule: Rule; readonly findings: [Diagnostic, ...Diagnostic[]] }>();
  for (const finding of findings) {
    const rule = rules.get(finding.code);
    if (finding.waived !== undefined || rule === undefined) continue;
    const key = `${finding.code} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups.values()]
    .map(({ rule: { code, title, fix }, findings: own }) => ({
      code,
      title,
      severity: own[0].severity,
      fix,
      findings: own,
    }))
    .sort(compareGroups);
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function compareGroups(a: FindingGroup, b: FindingGroup): number {
  return rank[a.severity] - rank[b.severity] || b.findings.length - a.findings.length || (a.code < b.code ? -1 : 1);
}

/** Errors and warnings; notes only where there are few of those. */
function firstSteps(groups: readonly FindingGroup[]): Step[] {
  const sorted = [...groups].sort(compareGroups);
  const pressing = sorted.filter(({ severity }) => severity !== 'info').length;
  return sorted.slice(0, Math.min(stepsAtMost, Math.max(stepsAtLeast, pressing))).map((group) => {
    const [{ hint, location }] = group.findings;
    return { group, action: hint ?? group.fix, ...(location === undefined ? {} : { first: location }) };
  });
}

function personaCount(number: number): PersonaCount {
  const verdict = number < usual.from ? 'fewer' : number > usual.to ? 'more' : 'within';
  return { count: number, ...usual, verdict };
}
