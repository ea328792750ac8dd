import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { buildDeck } from '../support/buildDeck.ts';
import { fixtureDeck, fullPlan } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { readPackage } from '../support/pptxPackage.ts';
import { temporaryFolder } from '../support/project.ts';

const missing = reasonToSkip();

/** Another program's opinion: a deck that it cannot read gives no PDF, one that it repairs loses slides. */
describe.skipIf(missing !== undefined)(`LibreOffice${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  test.each([
    ['the baseline deck', fixtureDeck()],
    ['a hostile deck', fixtureDeck(hostilePersonas)],
  ])('opens %s with as many pages as slides', { timeout: 120_000 }, async (_name, deck) => {
    const bytes = await buildDeck(deck, { plan: fullPlan });
    expect(await pagesIn(bytes)).toBe(readPackage(bytes).slides.length);
  });
});

async function pagesIn(deck: Uint8Array): Promise<number> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'deck.pptx'), deck);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')],
    {
      stdio: 'ignore',
    },
  );
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'deck.pdf'))) }).promise;
  return pdf.numPages;
}

function reasonToSkip(): string | undefined {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'soffice is not installed; Debian has it in libreoffice-impress';
  }
}
