import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Design } from '../../src/design/design.ts';
import { mm, mmToPt } from '../../src/design/units.ts';
import { safeMargin } from '../../src/design/sizes.ts';
import { descendants } from '../../src/ooxml/xml.ts';
import { darkTheme, fixtureDeck, fixtureDesign, lowInkTheme } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { type PptxPackage, readPackage } from '../support/pptxPackage.ts';
import { cli, exampleProject, temporaryFolder } from '../support/project.ts';
import { codeIn, hasPoppler } from '../support/qrCodes.ts';
import { buildCards } from './buildCards.ts';
import { membersOf, type Placed, readSheets } from './readCards.ts';

const base = 'https://example.org/out/';

/** Every card of a deck: its persona, and both of its sides. */
async function codedCards(design: Design, personas?: Parameters<typeof fixtureDeck>[0]) {
  const pptx = readPackage(await buildCards(fixtureDeck(personas), { design, coded: true, policy: { base } }));
  const cards = new Map<string, { placed: Placed; slide: string }[]>();
  for (const [index, sheet] of readSheets(pptx).entries()) {
    for (const placed of sheet.cards) {
      const name = placed.name.replace(/, (front|back)$/, '');
      cards.set(name, [...(cards.get(name) ?? []), { placed, slide: pptx.slides[index] ?? '' }]);
    }
  }
  return { pptx, cards };
}

/** Where the link of a shape leads. */
function linkOf(pptx: PptxPackage, slide: string, { node }: Placed): string | undefined {
  const id = descendants(node, 'a:hlinkClick')[0]?.attributes['r:id'];
  const rels = pptx.tree(slide.replace('slides/', 'slides/_rels/').concat('.rels'));
  return descendants(rels, 'Relationship').find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'];
}

const designs: readonly (readonly [string, Design])[] = [
  ['tarot', fixtureDesign()],
  ['dark', fixtureDesign(darkTheme)],
  ['low ink', fixtureDesign(lowInkTheme)],
  ['mini', { ...fixtureDesign(), card: { name: 'mini', width: mm(44.45), height: mm(63.5) } }],
  ['business cards that lie', { ...fixtureDesign(), card: { name: 'eu', width: mm(85), height: mm(55) } }],
];

describe.each(designs)('the QR codes of %s cards', (_name, design) => {
  test.each([
    ['the baseline', undefined],
    ['crowded cards', hostilePersonas],
  ] as const)('are one a card, linked, in the safe area and clear of text: %s', async (_deck, personas) => {
    const { pptx, cards } = await codedCards(design, personas && [...personas]);
    expect(cards.size).toBeGreaterThan(3);
    for (const [name, sides] of cards) {
      const codes = sides.flatMap(({ placed, slide }) =>
        membersOf(placed)
          .filter((one) => one.name === 'QR code')
          .map((code) => ({ placed, slide, code })),
      );
      // Its name alone leaves no line beside a code.
      const bare = design.card.name === 'mini' && name.startsWith('P010');
      expect([name, codes.length]).toEqual([name, bare ? 0 : 1]);
      for (const { placed, slide, code } of codes) {
        const id = name.split(' ')[0] ?? '';
        expect(linkOf(pptx, slide, code)).toBe(`${base}p/${id}.html`);
        expect(descendants(code.node, 'p:cNvPr')[0]?.attributes['descr']).toMatch(new RegExp(`^QR code to ${id}`));
        const least = mmToPt(mm(3 + safeMargin)) - 0.01;
        expect(Math.min(code.x - placed.x, code.y - placed.y)).toBeGreaterThan(least);
        expect(placed.x + placed.width - code.x - code.width).toBeGreaterThan(least);
        expect(placed.y + placed.height - code.y - code.height).toBeGreaterThan(least);
        for (const text of membersOf(placed).filter(({ node }) => descendants(node, 'a:t').length > 0)) {
          const apart = Math.max(
            code.x - text.x - text.width,
            text.x - code.x - code.width,
            code.y - text.y - text.height,
            text.y - code.y - code.height,
          );
          expect(apart, `${name}: ${text.name}`).toBeGreaterThan(-0.01);
        }
      }
    }
  });
});

const missing = !hasPoppler || spawnSync('soffice', ['--version']).error !== undefined;

test.skipIf(missing)('are read from what LibreOffice prints', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const card = { name: 'a5', width: mm(148), height: mm(210) };
  const design = { ...fixtureDesign(), card };
  writeFileSync(
    join(folder, 'cards.pptx'),
    await buildCards(fixtureDeck(), { design, coded: true, policy: { base }, sheets: { margin: mm(0) } }),
  );
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'cards.pptx')],
    {
      stdio: 'ignore',
    },
  );
  execFileSync('pdftoppm', ['-r', '150', '-png', join(folder, 'cards.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const texts = await Promise.all(
    pages.map(async (name) => (await codeIn(sharp(readFileSync(join(folder, name)))))?.text),
  );
  const ids = fixtureDeck().cards.map(({ id }) => `${base}p/${id}.html`);
  expect(texts.filter((text) => text !== undefined).toSorted()).toEqual(ids.toSorted());
});

test('codes come with a base alone, and the pages that they lead to with them', { timeout: 60_000 }, async () => {
  const root = exampleProject();
  const codesIn = (out: string): number =>
    readSheets(readPackage(readFileSync(join(root, out, 'cards.pptx'))))
      .flatMap(({ cards }) => cards)
      .flatMap(membersOf)
      .filter(({ name }) => name === 'QR code').length;
  expect(await cli(root, 'build', '--only', 'pptx', '--out', 'bare')).toMatchObject({ code: 0 });
  expect(codesIn('bare')).toBe(0);
  expect(await cli(root, 'build', '--only', 'pptx', '--link-base', base)).toMatchObject({ code: 0 });
  expect(codesIn('out')).toBe(6);
  expect(readdirSync(join(root, 'out/p'))).toContain('P007.html');
});
