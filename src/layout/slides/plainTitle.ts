import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitPlace, plain } from './fitText.ts';
import type { FittedText } from './model.ts';

/** The title of a slide that is no persona's and no component's. */
export function* fitPlainTitle(text: string, id: string, page: number, context: DeckContext): Fitting<FittedText> {
  const { format, typography, uniqueTitle } = context;
  return yield* fitPlace(format.plain.title, [plain(uniqueTitle(text, id, page))], typography);
}
