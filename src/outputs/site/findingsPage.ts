import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findingView, ruleAnchor, severities, severityWord } from './findingView.ts';
import { frameOf } from './frame.ts';
import { grouped } from './grouped.ts';
import { places } from './places.ts';
import { rules } from '../../checks/runChecks.ts';
import type { SiteContext } from './siteContext.ts';

const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));

/** What the checks found: by check, the gravest first; what is accepted for a time behind the rest. */
export function findingsPage(context: SiteContext) {
  const path = places.findings;
  const { findings, design } = context.input;
  const open = findings.filter(({ waived }) => waived === undefined);
  const accepted = findings.filter(({ waived }) => waived !== undefined);
  return {
    ...frameOf(context, path, design.labels.findings),
    counts: severities.map((severity) => ({
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
  const groups = grouped(
    findings.map((finding) => [`${severities.indexOf(finding.severity)} ${finding.code}`, finding]),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => {
      const [first] = found;
      if (first === undefined) return [];
      const { code, severity } = first;
      return [
        {
          anchor: ruleAnchor({ code, severity, accepted }),
          code,
          severity,
          note: accepted ? context.input.design.labels.siteForATime : '',
          severityWord: severityWord(severity, context.input.design.labels),
          title: ruleOf.get(code)?.title ?? '',
          why: ruleOf.get(code)?.why ?? '',
          fix: ruleOf.get(code)?.fix ?? '',
          findings: found.map((finding) => findingView(context, path, finding)),
        },
      ];
    });
}
