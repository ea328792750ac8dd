import type { AccessCell, EnvironmentHeading, Grant } from '../../deck/model.ts';
import type { Labels } from '../../design/design.ts';
import type { Cell, Paragraph, Run } from './model.ts';

/** Signs of the access tables; the legend says them in words. */
export const signs = { standing: '●', eligible: '◐', none: '—', open: '○' } as const;

/** How much of a grant a cell says. `full`: role, limit and scope. `role`: sign and role. `sign`: signs only. */
export type GrantDetail = 'full' | 'role' | 'sign';

export function accessCell(cell: AccessCell, labels: Labels, detail: GrantDetail): Cell {
  if (cell.status === 'none') return { paragraphs: [paragraph({ text: signs.none, tone: 'quiet' })] };
  if (cell.status === 'open') return { paragraphs: [paragraph(...openRuns(labels, detail))] };
  if (cell.status === 'unlisted') return { paragraphs: [paragraph({ text: labels.unlisted, tone: 'quiet' })] };
  if (detail === 'sign') return { paragraphs: [paragraph(...signRuns(cell.grants))] };
  return { paragraphs: cell.grants.flatMap((grant) => grantParagraphs(grant, labels, detail)) };
}

function openRuns(labels: Labels, detail: GrantDetail): Run[] {
  return [{ text: detail === 'sign' ? signs.open : `${signs.open}\u00a0${labels.open}`, tone: 'attention' }];
}

/** One sign a kind of assignment, whatever the number of roles. */
function signRuns(grants: readonly Grant[]): Run[] {
  const kinds = (['standing', 'eligible'] as const).filter((kind) =>
    grants.some(({ assignment }) => assignment === kind),
  );
  return [{ text: kinds.map((kind) => signs[kind]).join(' ') }];
}

function grantParagraphs(grant: Grant, labels: Labels, detail: GrantDetail): Paragraph[] {
  const role = paragraph({ text: `${signs[grant.assignment]}\u00a0${grant.role}` });
  if (detail === 'role') return [role];
  const eligible = grant.assignment === 'eligible' ? [[labels.eligible, grant.limit].filter(Boolean).join(' ')] : [];
  const remarks = [...eligible, ...(grant.scope === undefined ? [] : [grant.scope])];
  return remarks.length === 0 ? [role] : [role, paragraph({ text: remarks.join(' · '), tone: 'quiet' })];
}

export function environmentHeaders(environments: readonly EnvironmentHeading[]): Cell[] {
  return environments.map(({ name }) => headerCell(name));
}

export function headerCell(text: string): Cell {
  return { paragraphs: [paragraph({ text, bold: true })] };
}

/** Columns of the environments that real users depend on, counted from the table's first column. */
export function productionColumns(environments: readonly EnvironmentHeading[]): number[] {
  return environments.flatMap(({ production }, index) => (production ? [index + 1] : []));
}

export function legendParagraph(labels: Labels): Paragraph {
  const entry = (sign: string, label: string): Run[] => [{ text: `${sign}\u00a0${label}    `, tone: 'quiet' }];
  return paragraph(
    ...entry(signs.standing, labels.standing),
    ...entry(signs.eligible, labels.eligible),
    ...entry(signs.none, labels.none),
    ...entry(signs.open, labels.open),
  );
}

export function paragraph(...runs: Run[]): Paragraph {
  return { role: 'plain', runs };
}
