import type { Card } from '../../deck/model.ts';
import type { SiteContext } from './siteContext.ts';

/** The persona's own picture, or the figure that is drawn for it. Decorative: what it says stands beside it. */
export function portraitOf(context: SiteContext, path: string, card: Card) {
  const { image } = card;
  const file = image && context.pictureFiles.get(image.sha256);
  if (file === undefined) return { src: '', figure: context.figures.of(card) };
  return { src: context.link(path, file), figure: '' };
}
