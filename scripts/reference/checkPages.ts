import { areaNames, areas } from '../../src/checks/areas.ts';
import type { Rule } from '../../src/checks/rule.ts';
import { rules } from '../../src/checks/runChecks.ts';
import { buildRules } from '../../src/build/buildRules.ts';
import { code, fence, page, plain, table } from './markdown.ts';

/** A page for each check, and an index of them: path to text. */
export function checkPages(): ReadonlyMap<string, string> {
  const all = [...rules, ...buildRules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return new Map([
    ['docs/checks/README.md', indexPage(all)],
    ...all.map((rule): [string, string] => [`docs/checks/${rule.code}.md`, rulePage(rule)]),
  ]);
}

function indexPage(all: readonly Rule[]): string {
  return page(
    'Checks',
    'Checks look at what can be built and say what may not be meant. `persona-deck check` reports them, and so does every build; with `--strict`, errors stop it. What cannot be built at all is a [problem](../reference/problems.md).',
    'Severities: an *error* fails `check` and `build --strict`, a *warning* fails `check --strict`, an *info* fails nothing. A finding may be milder than its check: a name in another letter case is an info.',
    ...areaNames.flatMap((area) => {
      const own = all.filter((rule) => rule.area === area);
      if (own.length === 0) return [];
      const rows = own.map((rule) => [`[${rule.code}](${rule.code}.md)`, plain(rule.title), rule.severity]);
      return [`## ${capital(area)}`, areas[area], table(['Code', 'Title', 'Severity'], rows)];
    }),
    '## Findings of a build',
    `Only a build lays texts out, so only a build finds ${buildRules.map((rule) => rule.code).join(', ')}.`,
    '## Accepting a finding',
    'A finding that is accepted for a time gets a waiver in `workload.yaml`: the code, and what it is about. Each needs a reason, an owner and a last day.',
    fence('yaml', waiverExample),
    'A waiver fits a finding of its code that is about everything the waiver names: without `persona`, `component` and `environment` it fits all findings of the code. What is waived fails nothing and is left out of what people read; JSON keeps it under `waived`, SARIF as a suppression. A waiver that has expired, is about to or fits nothing is a finding itself. The last day is held against `asOf` of [persona-deck.yaml](../reference/files.md#settings), else the day of `SOURCE_DATE_EPOCH`, else, in `check`, today.',
    '## Where findings can go',
    table(['`check`', 'What it gives'], formats),
    fence(
      'sh',
      'persona-deck check --format github            # in a job of a pull request\npersona-deck check --format sarif > checks.sarif\npersona-deck check --report assessment.md',
    ),
  );
}

const waiverExample = `waivers:
  - code: ACC403
    persona: P003
    component: Power BI
    reason: The workspace is set up next quarter
    owner: Analytics lead
    expires: 2027-06-30`;

const formats: readonly (readonly [string, string])[] = [
  ['`--format pretty`', 'for people, on stderr: place, lines of the file, hint, other places'],
  ['`--format json`', 'all of it as data; waived findings are marked'],
  ['`--format sarif`', 'SARIF 2.1.0, for code scanning and editors'],
  ['`--format github`', 'annotations on the lines of a pull request, in a GitHub Actions job'],
  ['`--report [file]`', 'one page in markdown: how each area stands, figures, first steps'],
];

function rulePage(rule: Rule): string {
  const ofBuild = buildRules.includes(rule);
  return page(
    `${rule.code}: ${plain(rule.title)}`,
    table(
      ['Severity', 'Area', 'Found by', 'Source'],
      [
        [
          rule.severity,
          `[${rule.area}](README.md#${rule.area.replaceAll(' ', '-')})`,
          ofBuild ? code('build') : `${code('check')}, ${code('build')}`,
          plain(rule.source),
        ],
      ],
    ),
    '## Why',
    plain(rule.why),
    '## How to fix',
    plain(rule.fix),
    ...(rule.area === 'waivers'
      ? []
      : ['To accept it for a time instead, write a [waiver](README.md#accepting-a-finding).']),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
