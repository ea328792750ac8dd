import type { Rule } from '../../src/checks/rule.ts';
import { rules } from '../../src/checks/runChecks.ts';
import { buildFindings } from './buildFindings.ts';
import { code, page, plain, table } from './markdown.ts';

export function checksPage(): string {
  return page(
    'Checks',
    'Checks look at what can be built and say what may not be meant. `persona-deck check` reports them, and so does every build; with `--strict`, errors stop it. What cannot be built at all is a [problem](problems.md).',
    'Severities: an *error* fails `check` and `build --strict`, a *warning* fails `check --strict`, an *info* fails nothing. A finding may be milder than its check: a name in another letter case is an info.',
    table(
      ['Code', 'Title', 'Severity'],
      [...rules, ...buildFindings].map((rule) => [
        `[${rule.code}](#${anchor(rule)})`,
        plain(rule.title),
        rule.severity,
      ]),
    ),
    ...rules.flatMap((rule) => section(rule, '##')),
    '## Findings of a build',
    'Only a build lays texts out, so only a build can find these; `check` does not report them.',
    ...buildFindings.flatMap((rule) => section(rule, '###')),
  );
}

function section(rule: Rule, level: '##' | '###'): string[] {
  return [
    `${level} ${rule.code}`,
    `${plain(rule.title)} (${code(rule.severity)}).`,
    `**Why.** ${plain(rule.why)}`,
    `**How to fix.** ${plain(rule.fix)}`,
  ];
}

const anchor = ({ code: name }: Rule): string => name.toLowerCase();
