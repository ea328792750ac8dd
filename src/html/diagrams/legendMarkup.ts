import type { Diagram } from '../../layout/diagrams/model.ts';
import { idPillMarkup } from './badgeMarkup.ts';
import { type DiagramPainting, linkMarkup } from './painting.ts';
import { signsMarkup } from './signsMarkup.ts';
import { textMarkup } from './textMarkup.ts';

/** What letters mean, and whose ids stand in the picture. */
export function legendMarkup({ legend, direction }: Diagram, { paint, href, lit }: DiagramPainting): string {
  const quiet = paint.part('quietText');
  const letters = legend.letters.map(({ sign, text }) => {
    const [x, y] = [sign.box.x + sign.box.width / 2, sign.box.y + sign.box.height / 2];
    const signs = signsMarkup({ letters: sign.lines.join(''), x, y, size: sign.size, anchor: 'middle' }, paint);
    return signs + textMarkup(text, quiet, direction);
  });
  const personas = legend.personas.map(({ badge, box, text }) => {
    const drawn = idPillMarkup(badge, box, paint) + textMarkup(text, paint.part('text'), direction);
    const linked = linkMarkup(href({ on: 'persona', badge }), `${badge.id} ${badge.name}`, drawn);
    return lit === undefined || lit.hasBadge(badge) ? linked : `<g opacity="0.4">${linked}</g>`;
  });
  const title = legend.title === undefined ? '' : textMarkup(legend.title, paint.part('text'), direction);
  return [title, ...letters, ...personas].join('');
}
