import type { PersonaBadge } from '../../deck/graphs/model.ts';
import type { Box } from '../../layout/box.ts';
import type { PlacedBadge } from '../../layout/diagrams/model.ts';
import { num } from './numbers.ts';
import type { DiagramPaint } from './paint.ts';
import { signsMarkup } from './signsMarkup.ts';
import { lineMarkup } from './textMarkup.ts';

/** Type by the height of the pill, as it was measured: 12 pt of 18. */
const TYPE = 2 / 3;
const EDGE = 1;

/**
 * A persona as a pill: the id on the colour of its team, then the letters that say what it does. Pills of persons are
 * round at the ends; those of processes and agents are not.
 */
export function badgeMarkup(
  { badge, box, idWidth }: PlacedBadge,
  paint: DiagramPaint,
  direction: 'ltr' | 'rtl',
): string {
  const rest = box.width - idWidth;
  const isLeft = direction === 'ltr';
  const idBox = { ...box, x: isLeft ? box.x : box.x + rest, width: idWidth } as Box;
  const lettersAt = isLeft ? box.x + idWidth + rest / 2 : box.x + rest / 2;
  const { team, letters } = badge;
  const middle = box.y + box.height / 2;
  const shape = idShape(idBox, badge, letters === '' ? 'both' : isLeft ? 'left' : 'right');
  return (
    `<g${paint.team(team)}>${outline(box, badge, paint.part('letters'))}` +
    `<path d="${shape}"${paint.pill('body', team)}/>` +
    // The edge of the id alone divides it from the letters where both are on white.
    (letters === '' ? '' : `<path d="${shape}" stroke-width="${EDGE}"${paint.pill('edge', team)}/>`) +
    outline(box, badge, ` stroke-width="${EDGE}"${paint.pill('edge', team)}`) +
    idMarkup(badge, idBox, paint) +
    (letters === ''
      ? ''
      : signsMarkup({ letters, x: lettersAt, y: middle, size: box.height * TYPE, anchor: 'middle' }, paint)) +
    '</g>'
  );
}

/** The id alone, as the legend shows it. */
export function idPillMarkup(badge: PersonaBadge, box: Box, paint: DiagramPaint): string {
  const { team } = badge;
  return (
    `<g${paint.team(team)}>${outline(box, badge, paint.pill('body', team))}` +
    `${outline(box, badge, ` stroke-width="${EDGE}"${paint.pill('edge', team)}`)}${idMarkup(badge, box, paint)}</g>`
  );
}

function idMarkup({ id, team }: PersonaBadge, box: Box, paint: DiagramPaint): string {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const line = { text: id, x, y, size: box.height * TYPE, bold: true, anchor: 'middle', direction: 'ltr' } as const;
  return lineMarkup(line, paint.pill('text', team));
}

const radiusOf = ({ kind }: PersonaBadge, { height }: Box): number => (kind === 'person' ? height / 2 : 2.5);

function outline(box: Box, badge: PersonaBadge, paint: string): string {
  const { x, y, width, height } = box;
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${num(radiusOf(badge, box))}"${paint}/>`;
}

/** Round at the end of the pill only, where the letters follow. */
function idShape(box: Box, badge: PersonaBadge, ends: 'left' | 'right' | 'both'): string {
  const radius = radiusOf(badge, box);
  const [left, right] = [ends === 'right' ? 0 : radius, ends === 'left' ? 0 : radius];
  const { x, y, width, height } = box;
  const [r, b] = [num(x + width), num(y + height)];
  const arc = (by: number, to: string): string => (by === 0 ? `L${to}` : `A${num(by)} ${num(by)} 0 0 1 ${to}`);
  return (
    `M${num(x + left)} ${num(y)}L${num(x + width - right)} ${num(y)}${arc(right, `${r} ${num(y + right)}`)}` +
    `L${r} ${num(y + height - right)}${arc(right, `${num(x + width - right)} ${b}`)}` +
    `L${num(x + left)} ${b}${arc(left, `${num(x)} ${num(y + height - left)}`)}` +
    `L${num(x)} ${num(y + left)}${arc(left, `${num(x + left)} ${num(y)}`)}Z`
  );
}
