import type { Fitting } from './batch.ts';
import { paragraph } from './accessCells.ts';
import type { DeckContext } from './deckContext.ts';
import { fitText } from './fitText.ts';
import type { FittedText } from './model.ts';

/** The link back to the overview; undefined when the deck has none. */
export function* fitHome({ labels, sections, format, typography }: DeckContext): Fitting<FittedText | undefined> {
  if (!sections.includes('overview')) return undefined;
  return yield* fitText(
    format.home,
    [paragraph({ text: labels.overview, slide: 'overview' })],
    { font: 'body', bold: false },
    format.sizes.label,
    typography,
  );
}
