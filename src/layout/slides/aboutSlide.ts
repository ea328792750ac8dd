import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitPlace, plain } from './fitText.ts';
import type { FittedText, TextSlide } from './model.ts';
import { fitPlainTitle } from './plainTitle.ts';

/** What personas are, and how the deck is used. */
export function* fitAbout(context: DeckContext): Fitting<TextSlide[]> {
  const { labels, format, typography } = context;
  const title = yield* fitPlainTitle(labels.aboutDeck, 'about', 1, context);
  const body: FittedText = yield* fitPlace(format.plain.body, labels.aboutText.split('\n').map(plain), typography);
  return [{ kind: 'text', section: 'about', key: 'about', page: 1, title, body }];
}
