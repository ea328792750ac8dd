import { type LinkTarget, pathOf, resolve } from '../../deck/links.ts';
import type { Card } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { directionOf } from '../../design/locale.ts';
import { escapeHtml } from '../../html/templates.ts';

/** The page that a persona's QR code leads to. */
export const leadTarget = ({ id }: Pick<Card, 'id'>): LinkTarget => ({ kind: 'persona', id });

/**
 * A page that leads on at once to where the persona is described, by a relative link: it works wherever `out/` lies,
 * from a folder too. Without a script, and with a link for browsers that do not follow.
 */
export function leadPage(
  card: Pick<Card, 'id' | 'name'>,
  target: LinkTarget,
  { language }: Pick<Design, 'language'>,
): string {
  const address = escapeHtml(resolve(target, pathOf(leadTarget(card)), {}));
  const name = escapeHtml(`${card.id} ${card.name}`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${address}">
<title>${name}</title>
</head>
<body>
<p><a href="${address}">${name}</a></p>
</body>
</html>
`;
}
