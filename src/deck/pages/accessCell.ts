import type { Labels } from '../../design/design.ts';
import type { AccessCell, Grant } from '../model.ts';
import { type Cell, plain } from './model.ts';

/** Signs that tell standing, eligible and open roles apart without colour; words say the same. */
export const accessSigns = { standing: '●', eligible: '◐', open: '○', none: '—' } as const;

/** What a cell of an access table says, a role a line. */
export function accessCell(cell: AccessCell, labels: Labels): Cell {
  if (cell.status === 'granted') return cell.grants.map((grant) => plain(grantText(grant, labels)));
  if (cell.status === 'none') return [plain(accessSigns.none)];
  return [plain(cell.status === 'open' ? `${accessSigns.open} ${labels.open}` : labels.unlisted)];
}

function grantText({ role, assignment, limit }: Grant, labels: Labels): string {
  if (assignment === 'standing') return `${accessSigns.standing} ${role}`;
  const remark = [labels.eligible, limit].filter((part) => part !== undefined).join(', ');
  return `${accessSigns.eligible} ${role} (${remark})`;
}

/** What the signs mean. */
export const accessLegend = (labels: Labels): string =>
  `${accessSigns.standing} ${labels.standing} · ${accessSigns.eligible} ${labels.eligible}`;
