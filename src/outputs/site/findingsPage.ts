import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { findingView, ruleAnchor, severityWord } from './findingView.ts';
import { frameOf } from './frame.ts';
import { places } from './places.ts';
import { rules } from '../../checks/runChecks.ts';
import type { SiteContext } from './siteContext.ts';

const order: readonly Severity[] = ['error', 'warning', 'info'];
const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));

/** What the checks found: by check, the gravest first; what is accepted for a time behind the rest. */
export function findingsPage(context: SiteContext) {
  const path = places.findings;
  const { findings, design } = context.input;
  const open = findings.filter(({ waived }) => waived === undefined);
  const accepted = findings.filter(({ waived }) => waived !== undefined);
  return {
    ...frameOf(context, path, design.labels.findings),
    counts: order.map((severity) => ({
      severity,
      word: severityWord(severity, context.input.design.labels),
      count: open.filter((one) => one.severity === severity).length,
    })),
    groups: groupsOf(context, path, open, false),
    accepted: groupsOf(context, path, accepted, true),
    empty: findings.length === 0,
  };
}

function groupsOf(context: SiteContext, path: string, findings: readonly Diagnostic[], accepted: boolean) {
  const groups = new Map<string, { code: string; severity: Severity; found: Diagnostic[] }>();
  for (const finding of findings) {
    const { code, severity } = finding;
    const key = `${order.indexOf(severity)} ${code}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { code, severity, found: [finding] });
    else known.found.push(finding);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { code, severity, found }]) => ({
      anchor: ruleAnchor({ code, severity, accepted }),
      code,
      severity,
      severityWord: severityWord(severity, context.input.design.labels),
      title: ruleOf.get(code)?.title ?? '',
      why: ruleOf.get(code)?.why ?? '',
      fix: ruleOf.get(code)?.fix ?? '',
      findings: found.map((finding) => findingView(context, path, finding)),
    }));
}
