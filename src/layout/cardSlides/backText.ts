import type { AccessCell, CardAccessRow, EnvironmentHeading, Grant } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { BackSide } from '../cards/model.ts';
import { scaleOf } from '../cards/sizes.ts';
import { signs } from '../slides/accessCells.ts';
import { oneLine } from '../slides/oneLine.ts';
import { isLow, itemRuns } from './frontText.ts';
import type { CardMetrics, CardParagraph, CardRun } from './model.ts';

/** Fonts with the signs have higher lines than those with the text. */
const SIGN_LEADING = 1.03;

/** A persona's access: each component as a heading, and below it a line a role and environment. */
export function backParagraphs(
  side: BackSide,
  environments: readonly EnvironmentHeading[],
  design: Design,
  metrics: CardMetrics,
): CardParagraph[] {
  if (side.rows.length === 0) return [line(side, [{ text: design.labels.none, tone: 'quiet' }])];
  return side.rows.flatMap((row, index) =>
    asUnit([
      heading(side, row, index === 0 ? 0 : 4 * scaleOf(design.card)),
      ...rowLines(side, row, environments, design, metrics),
    ]),
  );
}

function heading(side: BackSide, row: CardAccessRow, spaceBefore: number): CardParagraph {
  return { ...line(side, itemRuns(row.component)), bold: true, spaceBefore };
}

/** The last paragraph ends the unit. */
function asUnit(lines: readonly CardParagraph[]): CardParagraph[] {
  return lines.map((paragraph, index) => ({ ...paragraph, units: index === lines.length - 1 ? 'one' : 'none' }));
}

function rowLines(
  side: BackSide,
  row: CardAccessRow,
  environments: readonly EnvironmentHeading[],
  design: Design,
  metrics: CardMetrics,
): CardParagraph[] {
  if (row.cells.every(({ status }) => status === 'unlisted'))
    return [line(side, [{ text: design.labels.unlisted, tone: 'quiet' }])];
  return environments.flatMap((environment, index) => {
    const cell = row.cells[index];
    if (cell === undefined) return [];
    const entries = entriesOf(cell, design);
    const together = metrics.environmentWidth === undefined || isLow(design.card);
    return (together ? inOneLine(entries) : entries).map((entry, position) =>
      environmentLine(side, entry, position === 0 ? environment : { ...environment, name: '' }, metrics),
    );
  });
}

/** A role, or what stands in its place, with the sign before it. */
interface Entry {
  readonly sign: CardRun;
  readonly runs: readonly CardRun[];
}

/** The name of an environment at the edge where there is room for a column of them, else before the role. */
function environmentLine(
  side: BackSide,
  { sign, runs }: Entry,
  { name, production }: EnvironmentHeading,
  { environmentWidth }: CardMetrics,
): CardParagraph {
  const label: CardRun = production ? { text: oneLine(name) } : { text: oneLine(name), tone: 'quiet' };
  const shown = { ...line(side, [...signBefore(sign), ...runs]), bold: production };
  if (environmentWidth !== undefined)
    return { ...shown, head: { runs: [label], hanging: environmentWidth * side.size } };
  return name === '' ? shown : { ...shown, lead: [{ ...label, text: `${label.text}\u2002` }] };
}

const signBefore = (sign: CardRun): CardRun[] => [sign, { text: '\u00a0' }];

/** One a role; one for what is no role. */
function entriesOf({ status, grants }: AccessCell, { labels }: Design): Entry[] {
  if (status === 'granted') return grants.map((grant) => grantEntry(grant, labels.eligible));
  if (status === 'unlisted')
    return [{ sign: { text: signs.none, tone: 'quiet' }, runs: [{ text: labels.unlisted, tone: 'quiet' }] }];
  const tone = status === 'open' ? 'attention' : 'quiet';
  return [{ sign: { text: signs[status], tone }, runs: [{ text: labels[status], tone }] }];
}

/** Roles of a cell one behind the other. */
function inOneLine([first, ...others]: readonly Entry[]): Entry[] {
  if (first === undefined) return [];
  const more = others.flatMap(({ sign, runs }) => [{ text: '\u2002' }, ...signBefore(sign), ...runs]);
  return [{ ...first, runs: [...first.runs, ...more] }];
}

function grantEntry({ role, assignment, limit }: Grant, eligible: string): Entry {
  const remark = [eligible, limit].filter(Boolean).join(' ').replaceAll(' ', '\u00a0');
  return {
    sign: { text: signs[assignment], tone: 'sign' },
    runs: [
      { text: oneLine(role) },
      ...(assignment === 'eligible' ? [{ text: ` ${remark}`, tone: 'quiet' as const }] : []),
    ],
  };
}

function line({ size }: BackSide, runs: readonly CardRun[]): CardParagraph {
  return { parts: [runs], size, font: 'body', bold: false, leading: SIGN_LEADING, spaceBefore: 0, units: 'one' };
}
