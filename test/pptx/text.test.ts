import { beforeAll, describe, expect, test } from 'vitest';
import { child, descendants, elements, serializeXml } from '../../src/ooxml/xml.ts';
import { safeLine } from '../../src/outputs/pptx/guards.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, darkTheme, fixtureDeck, fixtureDesign, fullPlan, lowInkTheme } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { type PptxPackage, paragraphsOf, readPackage, titleOf } from '../support/pptxPackage.ts';

/** All text of a persona's slides, one paragraph a line. */
function textOfPersona(pptx: PptxPackage, name: string): string {
  const slides = pptx.slides.filter((slide) => titleOf(pptx.tree(slide))?.startsWith(safeLine(name)));
  return slides.flatMap((slide) => paragraphsOf(pptx.tree(slide))).join('\n');
}

describe('what the slides say', () => {
  let pptx: PptxPackage;
  let hostile: PptxPackage;
  beforeAll(async () => {
    pptx = readPackage(await buildDeck(fixtureDeck()));
    hostile = readPackage(await buildDeck(fixtureDeck(hostilePersonas)));
  });

  test('is all that the card says, in the order of reading', () => {
    const paragraphs = paragraphsOf(pptx.tree('ppt/slides/slide2.xml')).filter((text) => text !== '');
    expect(paragraphs.join('\n').replaceAll('\u00a0', ' ').split('\n')).toEqual(
      `
      AI Data Engineer
      P001
      Person
      Team
      Data Ingestion Team
      Brings data in and keeps it clean, current and documented.
      Primary interaction
      → AI Development Team
      Processes
      DataOps · ETL · ELT
      Skills
      SQL · Python · PySpark
      Goal
      Every model and report starts from data that arrives on time and can be traced to its source.
      Components access
      Dev
      Stage
      Production
      Azure Data Factory · Access
      ● Data Factory Data Contributor
      ● Reader
      ● Reader
      ◐ Data Factory Operator
      Azure Databricks · Access
      ● Databricks Data Contributor
      ● Reader
      ● Reader
      ◐ Databricks Operator
      Azure SQL Database · Access
      ● SQL Database Data Contributor
      ● Reader
      —
      Azure Storage · Access
      ● Storage Data Contributor
      ○ not filled in
      ● Reader
      ◐ Storage Operator
      ● standing    ◐ eligible    — none    ○ not filled in    
      2`
        .trimStart()
        .split(/\n */),
    );
  });

  test.each(hostilePersonas)('loses nothing of $id', (persona) => {
    const text = textOfPersona(hostile, persona.name);
    const { interaction = [], components = [], processes = [], skills = [] } = persona;
    for (const wanted of [...interaction, ...components, ...processes, ...skills, persona.id]) {
      expect(text).toContain(safeLine(wanted));
    }
    // Sentences may go on in another column: their words are counted.
    const shown = text.split(/\s+/);
    const written = `${persona.summary ?? ''} ${persona.goal ?? ''}`.split(/\s+/);
    const lost = [...new Set(written)].filter((word) => word !== '' && countOf(shown, word) < countOf(written, word));
    expect(lost).toEqual([]);
  });

  test('no long text is cut: every skill stands on a slide once', () => {
    const text = textOfPersona(hostile, 'Everything &');
    const found = text.match(/A rather long skill name \d+/g) ?? [];
    expect(found.map((skill) => Number(/\d+$/.exec(skill)?.[0]))).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  test('stands in title placeholders that inherit place and size from the layout', () => {
    const slide = pptx.tree('ppt/slides/slide2.xml');
    const title = descendants(slide, 'p:sp').find(
      (shape) => descendants(shape, 'p:ph')[0]?.attributes['type'] === 'title',
    );
    if (title === undefined) throw new Error('no title');
    expect(serializeXml(child(title, 'p:spPr') ?? title)).toContain('<p:spPr/>');
    expect(serializeXml(child(title, 'p:txBody') ?? title)).toContain(
      '<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>AI Data Engineer</a:t></a:r>',
    );
  });

  test('has labels on the first outline level and values on the second', () => {
    const slide = pptx.tree('ppt/slides/slide2.xml');
    const fields = descendants(slide, 'p:sp').find(
      (shape) => descendants(shape, 'p:ph')[0]?.attributes['idx'] === '14',
    );
    const levels = descendants(fields ?? slide, 'a:p').map(
      (paragraph) => child(paragraph, 'a:pPr')?.attributes['lvl'] ?? '0',
    );
    expect(levels).toEqual(['0', '1', '0', '1']);
  });

  test('keeps the signs of roles in a font that has them', () => {
    const run = descendants(pptx.tree('ppt/slides/slide2.xml'), 'a:r').find((node) =>
      serializeXml(node).includes('<a:t>◐</a:t>'),
    );
    expect(serializeXml(run ?? pptx.tree('ppt/slides/slide2.xml'))).toContain('<a:latin typeface="Segoe UI Symbol"/>');
  });

  test('marks the header row of tables', () => {
    const properties = descendants(pptx.tree('ppt/slides/slide2.xml'), 'a:tblPr')[0];
    expect(properties?.attributes).toEqual({ firstRow: '1' });
  });
});

const countOf = (words: readonly string[], word: string): number => words.filter((other) => other === word).length;

describe('speaker notes', () => {
  test('have a paragraph a line, then every role and the address of its RBAC file', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck(baseline.slice(0, 1))));
    const notes = paragraphsOf(pptx.tree('ppt/notesSlides/notesSlide2.xml'));
    expect(notes.slice(0, 7)).toEqual([
      'Start with the sources: who owns each one?',
      'Ask whether four hours are enough for a long backfill.',
      '',
      'Goal: Every model and report starts from data that arrives on time and can be traced to its source.',
      '',
      'Components access:',
      'Azure Data Factory – rbac/azure-data-factory.md',
    ]);
    expect(notes).toContain('    Production: ● Reader; ◐ Data Factory Operator (eligible, 4 h)');
  });

  test('say what a slide is for, what to ask and how long it takes, also where the author says nothing', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck([{ id: 'P1', name: 'Nobody' }])));
    expect(paragraphsOf(pptx.tree('ppt/notesSlides/notesSlide2.xml'))).toEqual([
      'Purpose: agree on this card.',
      expect.stringMatching(/^Questions: .*\?$/),
      'Time: 10 minutes',
      '2',
    ]);
  });
});

describe('languages', () => {
  test('are on every run, with a region', async () => {
    const pptx = readPackage(
      await buildDeck(fixtureDeck(baseline, { language: 'fi' }), { design: fixtureDesign(undefined, 'fi') }),
    );
    const tags = new Set(
      pptx.slides.flatMap((name) => descendants(pptx.tree(name), 'a:rPr').map(({ attributes }) => attributes['lang'])),
    );
    expect([...tags]).toEqual(['fi-FI']);
    expect(paragraphsOf(pptx.tree('ppt/slides/slide2.xml'))).toContain('Tiimi');
  });

  test('Arabic paragraphs run from right to left in any deck', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck([{ id: 'P1', name: 'مهندس', skills: ['مرحبا بالعالم'] }])));
    const paragraphs = descendants(pptx.tree('ppt/slides/slide2.xml'), 'a:p').filter((node) =>
      /\p{Script=Arabic}/u.test(serializeXml(node)),
    );
    expect(paragraphs.map((node) => child(node, 'a:pPr')?.attributes['rtl'])).toEqual(['1', '1']);
  });

  test('an Arabic deck is laid out from right to left', async () => {
    const deck = fixtureDeck(baseline.slice(0, 1), { language: 'ar' });
    const pptx = readPackage(await buildDeck(deck, { design: fixtureDesign(undefined, 'ar') }));
    const slide = pptx.tree('ppt/slides/slide2.xml');
    const rail = descendants(slide, 'p:sp').find(
      (shape) => descendants(shape, 'p:cNvPr')[0]?.attributes['name'] === 'Team colour',
    );
    // 960 - 232 pt.
    expect(descendants(rail ?? slide, 'a:off')[0]?.attributes['x']).toBe(String(728 * 12_700));
    expect(descendants(slide, 'a:tblPr')[0]?.attributes['rtl']).toBe('1');
    expect(elements(pptx.tree('ppt/presentation.xml')).length).toBeGreaterThan(0);
    expect(pptx.tree('ppt/presentation.xml').attributes['rtl']).toBe('1');
  });
});

describe('colours', () => {
  test('follow the theme: teams are accents, tones are computed from them', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck()));
    const slide = serializeXml(pptx.tree('ppt/slides/slide2.xml'));
    expect(slide).toContain('<a:schemeClr val="accent1"/>');
    expect(slide).toMatch(/<a:schemeClr val="accent1"><a:lumMod val="66000"\/><\/a:schemeClr>/);
    expect(serializeXml(pptx.tree('ppt/theme/theme1.xml'))).toContain(
      '<a:accent1><a:srgbClr val="0072B2"/></a:accent1>',
    );
  });

  test.each([
    ['light', fixtureDesign()],
    ['dark', fixtureDesign(darkTheme)],
    ['low ink', fixtureDesign(lowInkTheme)],
  ])("of the %s deck are the scheme's, but for text on a team's colour and for warnings", async (_name, design) => {
    const pptx = readPackage(await buildDeck(fixtureDeck(), { design, plan: fullPlan }));
    const fixed = pptx.slides.flatMap((name) => descendants(pptx.tree(name), 'a:srgbClr'));
    const known = [...design.theme.teams.map(({ ink }) => ink), design.theme.colors.attention];
    const strange = fixed.filter(({ attributes }) => !known.includes(`#${attributes['val']?.toLowerCase()}`));
    expect(new Set(strange.map(({ attributes }) => attributes['val']))).toEqual(new Set());
  });

  test('of links are left to the theme', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck()));
    const linked = pptx.slides
      .flatMap((name) => descendants(pptx.tree(name), 'a:rPr'))
      .filter((properties) => child(properties, 'a:hlinkClick') !== undefined);
    expect(linked.length).toBeGreaterThan(50);
    expect(linked.filter((properties) => child(properties, 'a:solidFill') !== undefined)).toEqual([]);
  });

  test('of dark themes stay in the dark slots; the master swaps them', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck(), { design: fixtureDesign(darkTheme) }));
    expect(serializeXml(pptx.tree('ppt/theme/theme1.xml'))).toContain('<a:dk1><a:srgbClr val="1A232E"/></a:dk1>');
    const map = descendants(pptx.tree('ppt/slideMasters/slideMaster1.xml'), 'p:clrMap')[0];
    expect(map?.attributes).toMatchObject({ bg1: 'dk1', tx1: 'lt1' });
  });
});
