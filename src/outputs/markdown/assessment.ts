import { areas } from '../../checks/areas.ts';
import type {
  AcceptedFinding,
  AreaAssessment,
  Assessment,
  Counts,
  Coverage,
  FindingGroup,
  PersonaCount,
  Share,
  Standing,
  Step,
} from '../../checks/assessment/model.ts';
import { standings } from '../../checks/assessment/standings.ts';
import type { Location, Severity } from '../../diagnostics/diagnostic.ts';
import { escapeText } from '../markdownSyntax.ts';

/** Most rules an area lists, and most places a rule; what is left out is counted. */
const shownGroups = 5;
const shownPlaces = 3;

/** Most accepted findings that are listed; they are read one by one. */
const shownAccepted = 20;

/** An assessment as one page of markdown. Texts of the workload are shown as they are written, never as markup. */
export function assessmentMarkdown(assessment: Assessment): string {
  const { workload, day, areas: all, counts, personas, coverage, accepted, steps } = assessment;
  const judged = day === undefined ? '' : ` Waivers were judged on ${day}.`;
  const blocks = [
    `# Assessment of ${escapeText(workload)}`,
    `The checks found ${countWords(counts)}.${judged}`,
    '## How each area stands',
    table(
      ['Area', 'Standing', 'Errors', 'Warnings', 'Notes', 'Waived', 'Looked at'],
      all.map((area) => [
        capital(area.area),
        `**${area.standing}**`,
        ...[area.counts.error, area.counts.warning, area.counts.info, area.counts.waived].map(String),
        area.lookedAt,
      ]),
    ),
    scale(all),
    '## First steps',
    ...firstSteps(steps),
    '## Number of personas',
    personaWords(personas),
    '## What the checks could see',
    coverageTable(coverage),
    '## Findings by area',
    ...all.flatMap(areaBlocks),
    ...acceptedBlocks(accepted),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Each standing that the page uses, with what it asks for. */
function scale(all: readonly AreaAssessment[]): string {
  const used = new Set(all.map(({ standing }) => standing));
  const lines = Object.entries(standings)
    .filter(([standing]) => used.has(standing as Standing))
    .map(([standing, rule]) => `- **${standing}**: ${rule}.`);
  return [
    'The standing of an area is that of its gravest finding that counts; findings that a waiver accepts do not:',
    '',
    ...lines,
    '',
    'An area in order is one in which the checks found nothing to do, as far as they could see.',
  ].join('\n');
}

function firstSteps(steps: readonly Step[]): string[] {
  if (steps.length === 0) return ['Nothing is to be done.'];
  return [
    'Errors before warnings before notes, and what was found most often first.',
    steps.map((step, nth) => `${nth + 1}. ${stepWords(step)}`).join('\n'),
  ];
}

function stepWords({ group, action, first }: Step): string {
  const [{ message }] = group.findings;
  const place = first === undefined ? '' : ` at ${placeWords(first)}`;
  const begin = group.findings.length === 1 ? 'It is' : 'Begin with the one';
  return `**${escapeText(group.title)}** (${groupWords(group)}). ${begin}${place}: ${escapeText(message)}. ${sentence(escapeText(action))}`;
}

const verdicts: Readonly<Record<PersonaCount['verdict'], string>> = {
  fewer:
    'There are fewer. That keeps agreement quick, but each persona then holds much access and several duties, so that it is harder to keep apart what has to be. Splitting the persona with the most roles is the usual way; staying small is a choice to write down.',
  within: 'The number is within it.',
  more: 'There are more. That keeps access narrow, but handing work over and agreeing takes more of everybody, and there are more roles to review. Joining personas that hold nearly the same roles is the usual way; staying large is a choice to write down.',
};

function personaWords({ count, from, to, verdict }: PersonaCount): string {
  const number = count === 1 ? '1 persona' : `${count} personas`;
  return `The workload has ${number}; ${from} to ${to} are usual. ${verdicts[verdict]} The number trades width of access against the work of coordination; it is no measure of quality.`;
}

function coverageTable({ componentsWithFile, cellsDecided, rolesKnown, eligibleInProduction }: Coverage): string {
  return table(
    ['Figure', 'Value', 'How it is counted'],
    [
      ['Components with an RBAC file', shareWords(componentsWithFile), 'components on cards, each once'],
      [
        'Cells decided',
        shareWords(cellsDecided),
        'each persona, component on its card and environment for which a table names a role or says none',
      ],
      [
        'Roles known',
        shareWords(rolesKnown),
        'roles that tables grant, each once; what an unknown role allows was not judged',
      ],
      [
        'Eligible in Production',
        shareWords(eligibleInProduction),
        'roles that personas of kind person hold in Production, and of them those that have to be asked for',
      ],
    ],
  );
}

function areaBlocks({ area, standing, groups, counts }: AreaAssessment): string[] {
  const lines = groups.slice(0, shownGroups).flatMap(groupLines);
  const hidden = groups.length - shownGroups;
  if (hidden > 0) lines.push(`- ${hidden} more ${hidden === 1 ? 'kind' : 'kinds'} of findings`);
  const nothing = counts.waived > 0 ? 'Nothing but what is waived.' : 'Nothing found.';
  return [`### ${capital(area)}: ${standing}`, areas[area], lines.length === 0 ? nothing : lines.join('\n')];
}

function groupLines(group: FindingGroup): string[] {
  const { code, title, findings } = group;
  const places = findings.slice(0, shownPlaces).map(({ location, message }) => {
    const place = location === undefined ? '' : `${placeWords(location)} `;
    return `  - ${place}${escapeText(message)}`;
  });
  const hidden = findings.length - shownPlaces;
  return [
    `- **${code}** ${escapeText(title)} (${groupWords(group)})`,
    ...places,
    ...(hidden > 0 ? [`  - and ${hidden} more`] : []),
  ];
}

/** Who accepted what, and until when: whoever reads the page may think otherwise. */
function acceptedBlocks(accepted: readonly AcceptedFinding[]): string[] {
  if (accepted.length === 0) return [];
  const rows = accepted
    .slice(0, shownAccepted)
    .map(({ code, message, location, waived }) => [
      `**${code}** ${escapeText(message)}${location === undefined ? '' : ` (${placeWords(location)})`}`,
      escapeText(waived.reason),
      escapeText(waived.owner),
      waived.expires,
    ]);
  const hidden = accepted.length - shownAccepted;
  return [
    '## Accepted for a time',
    table(['Finding', 'Reason', 'Owner', 'Until'], rows),
    ...(hidden > 0 ? [`And ${hidden} more, which expire later.`] : []),
  ];
}

const nouns = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
} as const;

const numberOf = (count: number, severity: Severity): string => `${count} ${nouns[severity][count === 1 ? 0 : 1]}`;

const groupWords = ({ severity, findings }: FindingGroup): string => numberOf(findings.length, severity);

function countWords({ error, warning, info, waived }: Counts): string {
  const parts = [numberOf(error, 'error'), numberOf(warning, 'warning'), numberOf(info, 'info')];
  return `${parts.join(', ')}${waived === 0 ? '' : `; besides, ${waived} that ${waived === 1 ? 'is' : 'are'} waived`}`;
}

const shareWords = ({ part, of }: Share): string =>
  of === 0 ? 'none to count' : `${part} of ${of} (${Math.floor((100 * part) / of)} %)`;

function placeWords({ file, range }: Location): string {
  const place = range === undefined ? file : `${file}:${range.start.line}:${range.start.column}`;
  return escapeText(place);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A hint as a sentence: hints begin small and have no full stop. */
function sentence(text: string): string {
  const begun = capital(text);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}
