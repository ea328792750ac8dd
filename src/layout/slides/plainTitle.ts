import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitText, plain } from './fitText.ts';
import { plainFrame as frame, sizes } from './frame.ts';
import type { FittedText } from './model.ts';

/** The title of a slide that is no persona's and no component's. */
export function* fitPlainTitle(text: string, id: string, page: number, context: DeckContext): Fitting<FittedText> {
  return yield* fitText(
    frame.title,
    [plain(context.uniqueTitle(text, id, page))],
    { font: 'heading', bold: true },
    sizes.title,
    context.typography,
  );
}
