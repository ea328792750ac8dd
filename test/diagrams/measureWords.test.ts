import { afterAll, expect, it } from 'vitest';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { fontsFor } from '../../src/design/fonts.ts';
import { mm, pt } from '../../src/design/units.ts';
import { wordMeasurer } from '../../src/html/measureWords.ts';
import { cardShell } from '../../src/html/shell.ts';
import { loadTemplates } from '../../src/html/templates.ts';
import { fixtureDesign, lightTheme } from '../support/deckFixture.ts';
import { repository } from '../support/project.ts';

const pages = createBrowserPool({ limit: 1, signal: new AbortController().signal });
afterAll(() => pages.close());

it('words and the spaces between them are as wide as the text that they make', async () => {
  const fonts = fontsFor(lightTheme, ['names it'], repository);
  const shell = cardShell(fixtureDesign(), fonts, loadTemplates(), { title: 'Deck', bleed: mm(0) });
  const measure = wordMeasurer(pages, shell);
  const texts = [' ', 'names', 'it', 'names it'];
  const [space = 0, names = 0, it = 0, all = 0] = await measure(
    texts.map((text) => ({ text, bold: false, size: pt(12) })),
  );
  // A fifth of the size is what a space of Carlito takes.
  expect(space).toBeGreaterThan(2);
  expect(names + space + it).toBeCloseTo(all, 0);
});
