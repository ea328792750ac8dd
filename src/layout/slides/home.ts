import type { Fitting } from './batch.ts';
import { paragraph } from './accessCells.ts';
import type { DeckContext } from './deckContext.ts';
import { fitText } from './fitText.ts';
import { homeBox, sizes } from './frame.ts';
import type { FittedText } from './model.ts';

/** The link back to the overview; undefined when the deck has none. */
export function* fitHome({ labels, sections, typography }: DeckContext): Fitting<FittedText | undefined> {
  if (!sections.includes('overview')) return undefined;
  return yield* fitText(
    homeBox,
    [paragraph({ text: labels.overview, slide: 'overview' })],
    { font: 'body', bold: false },
    sizes.label,
    typography,
  );
}
