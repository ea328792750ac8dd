import { describe, expect, test } from 'vitest';
import { buildDeck } from '../support/buildDeck.ts';
import { fixtureDeck, fullPlan } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram } from '../support/diagramFixture.ts';
import { hostileCrowd } from '../support/hostileDeck.ts';
import { pagesIn, reasonToSkip } from '../support/libreOffice.ts';
import { readPackage } from '../support/pptxPackage.ts';
import { isWhole } from '../support/sampled.ts';

const missing = reasonToSkip();

/** Another program's opinion. */
describe.skipIf(missing !== undefined)(`LibreOffice${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  test.each([
    ['the baseline deck', fixtureDeck(), []],
    ['a deck with pictures', fixtureDeck(), [flowDiagram(), architectureDiagram()]],
    ['a hostile deck', fixtureDeck(hostileCrowd(isWhole ? 300 : 80)), []],
  ])('opens %s with as many pages as slides', { timeout: 300_000 }, async (_name, deck, diagrams) => {
    const bytes = await buildDeck(deck, { plan: fullPlan, diagrams });
    expect(await pagesIn(bytes)).toBe(readPackage(bytes).slides.length);
  });
});
