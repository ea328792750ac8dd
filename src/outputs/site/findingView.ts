import { fill } from '../../design/locale.ts';
import type { Labels } from '../../design/design.ts';
import type { Diagnostic, Location, Severity } from '../../diagnostics/diagnostic.ts';
import { places } from './places.ts';
import type { SiteContext } from './siteContext.ts';

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

const severityLabels = { error: 'siteError', warning: 'siteWarning', info: 'siteInfo' } as const;

/** A severity in the language of the deck. */
export const severityWord = (severity: Severity, labels: Labels): string => labels[severityLabels[severity]];

/** Where the page of findings speaks of a rule. */
export function ruleAnchor(rule: { code: string; severity: Severity; accepted: boolean }): string {
  return [rule.code, rule.severity, ...(rule.accepted ? ['accepted'] : [])].join('-');
}

/** Findings about something, the gravest first. */
export function findingViews(context: SiteContext, path: string, findings: readonly Diagnostic[]) {
  return findings
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((finding) => findingView(context, path, finding));
}

/** One finding: what was found, where, and what it is about. */
export function findingView(context: SiteContext, path: string, finding: Diagnostic) {
  const { labels } = context.input.design;
  const { code, severity, message, hint, location, waived } = finding;
  return {
    code,
    codeHref: context.link(path, places.findings, ruleAnchor({ code, severity, accepted: waived !== undefined })),
    severity,
    severityWord: severityWord(severity, labels),
    message,
    hint: hint ?? '',
    place: location === undefined ? '' : placeWords(location),
    about: aboutLinks(context, path, finding),
    accepted:
      waived === undefined
        ? ''
        : fill(labels.siteAccepted, { date: waived.expires, owner: waived.owner, reason: waived.reason }),
  };
}

function aboutLinks(context: SiteContext, path: string, { about = {} }: Diagnostic) {
  const card = about.persona === undefined ? undefined : context.cards.get(about.persona);
  const component = about.component === undefined ? undefined : context.components.get(about.component);
  const links = [
    ...(card === undefined
      ? []
      : [{ text: `${card.id} ${card.name}`, href: context.link(path, places.persona(card)) }]),
    ...(component === undefined || !context.hasPage(component.id)
      ? []
      : [{ text: component.name, href: context.link(path, context.componentPlace(component.id)) }]),
  ];
  // The page that a finding stands on says what it is about.
  return links.filter(({ href }) => href !== context.link(path, path));
}

function placeWords({ file, range, cell }: Location): string {
  if (cell !== undefined) return `${file} ${cell}`;
  return range === undefined ? file : `${file}:${range.start.line}`;
}
