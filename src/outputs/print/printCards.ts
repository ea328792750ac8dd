import type { CardPainting } from '../../html/cards.ts';
import { paintingOf } from '../cardInput.ts';
import type { RenderContext } from '../task.ts';
import { type CardPage, cardsBody, cardsShell } from './cardsDocument.ts';
import { evenRuns } from './evenRuns.ts';
import { joinPdfs } from './pdf/joinPdfs.ts';
import { AT_ONCE, printParts } from './printParts.ts';
import { paintedBleed, type PrintInput, type PrintSetup } from './setup.ts';

/**
 * Sides in a part. For each page, Chromium goes through all that the document paints: a thousand cards in one print took
 * 67 seconds, in parts of 50 to 120 sides about 7. Smaller parts are no quicker, and each brings its own fonts.
 */
const MOST_SIDES = 80;
/** Fewer are printed before another page is open. */
const FEWEST_SIDES = 20;

/** Prints sides of cards, one a page, in parts that are joined. `href` gives the address of a link. */
export async function printCards(
  input: PrintInput,
  setup: PrintSetup,
  sides: readonly CardPage[],
  { pages }: RenderContext,
  href: CardPainting['href'],
): Promise<Uint8Array> {
  const cards = sides.map(({ fitted }) => fitted);
  const painting = await paintingOf(input, cards, paintedBleed(setup), href);
  const bodies = partsOf(sides).map((part) => () => cardsBody(painting, part, setup));
  return joinPdfs(await printParts(pages, cardsShell(input, setup), bodies));
}

/** Parts that keep all pages busy to the end, unless they would be too small. */
function partsOf(sides: readonly CardPage[]): (readonly CardPage[])[] {
  const rounds = Math.ceil(sides.length / MOST_SIDES / AT_ONCE);
  const even = Math.ceil(sides.length / (rounds * AT_ONCE));
  return evenRuns(sides, even < FEWEST_SIDES ? MOST_SIDES : even);
}
