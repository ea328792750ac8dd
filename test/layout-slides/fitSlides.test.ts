import { describe, expect, test } from 'vitest';
import type { EnvironmentHeading } from '../../src/deck/model.ts';
import type { TextBlock } from '../../src/layout/measure.ts';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import type { Box } from '../../src/layout/box.ts';
import type { AccessSlide, FittedSlide, FittedText, PersonaSlide } from '../../src/layout/slides/model.ts';
import { baseline, corePlan, fixtureDeck, fixtureDesign, type PersonaWords } from '../support/deckFixture.ts';
import { fakeMeasure } from '../support/fakeMeasure.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';

const fit = async (personas: readonly PersonaWords[], options = {}): Promise<readonly FittedSlide[]> =>
  (await fitSlides(fixtureDeck(personas, options), fixtureDesign(), fakeMeasure(), corePlan, ownFormat)).slides;

const personaSlides = (slides: readonly FittedSlide[], id: string): PersonaSlide[] =>
  slides.filter((slide): slide is PersonaSlide => slide.kind === 'persona' && slide.card.id === id);

/** All texts of a slide, with their boxes. */
function textsOf(slide: FittedSlide): FittedText[] {
  if (slide.kind === 'cover') return [slide.title, slide.subtitle, ...slide.figures.map(({ caption }) => caption)];
  if (slide.kind === 'access') return [slide.title, slide.source, slide.legend];
  if (slide.kind === 'text') return [slide.title, slide.body];
  if (slide.kind === 'grid' || slide.kind === 'diagram') return [slide.title];
  if (slide.kind === 'blank') return [slide.title, slide.rail.id, slide.rail.identity, ...slide.columns];
  return [slide.title, slide.rail.id, slide.rail.identity, ...slide.columns, ...(slide.summary ? [slide.summary] : [])];
}

const boxesOf = (slide: FittedSlide): Box[] => [
  ...textsOf(slide).map(({ box }) => box),
  ...('table' in slide ? [slide.table.box] : 'access' in slide && slide.access ? [slide.access.box] : []),
];

const numbered = (count: number, text: string): string[] =>
  Array.from({ length: count }, (_, index) => `${text} ${index + 1}`);

describe('a usual persona', () => {
  test('has one slide, at the sizes of the design, with roles spelled out', async () => {
    const slides = personaSlides(await fit(baseline), 'P001');
    expect(slides).toHaveLength(1);
    expect(textsOf(slides[0]!).map(({ shrunk, fits }) => ({ shrunk, fits }))).toEqual(
      textsOf(slides[0]!).map(() => ({ shrunk: false, fits: true })),
    );
    expect(slides[0]?.access).toMatchObject({ detail: 'roles', size: 13, shrunk: false, emphasized: [3] });
  });

  test('reports the size where it had to shrink', async () => {
    const slides = personaSlides(
      await fit([
        {
          id: 'P1',
          name: 'Somebody with a name that is rather too long for one line',
          skills: numbered(9, 'A rather long skill name'),
        },
      ]),
      'P1',
    );
    expect(slides).toHaveLength(1);
    expect(slides[0]?.title).toMatchObject({ shrunk: true, fits: true, designSize: 34 });
    expect(slides[0]?.title.size).toBeLessThan(34);
    expect(slides[0]?.columns.map(({ size }) => size)).toEqual([
      slides[0]?.columns[0]?.size,
      slides[0]?.columns[0]?.size,
    ]);
  });
});

describe('a persona with more than a slide holds', () => {
  test('continues: nothing is cut, nothing is below 12 pt', async () => {
    const slides = personaSlides(await fit(hostilePersonas), 'P010');
    expect(slides.length).toBeGreaterThan(2);
    expect(slides.map(({ page }) => page)).toEqual(slides.map((_slide, index) => index + 1));
    for (const slide of slides) {
      for (const text of textsOf(slide)) expect(text.size).toBeGreaterThanOrEqual(12);
      expect(slide.access?.size ?? 12).toBeGreaterThanOrEqual(12);
    }
    expect(slides.flatMap(({ access }) => access?.rows ?? [])).toHaveLength(30);
  });

  test('repeats the header of its table', async () => {
    const slides = personaSlides(await fit(hostilePersonas), 'P010').filter(({ access }) => access !== undefined);
    expect(slides.length).toBeGreaterThan(1);
    for (const { access } of slides)
      expect(access?.header.cells[0]?.paragraphs[0]?.runs[0]?.text).toBe('Components access');
  });

  test('says less in the table before it makes another slide', async () => {
    const details = await Promise.all(
      [4, 5, 8].map(async (count) =>
        personaSlides(await fit([{ id: 'P1', name: 'N', components: numbered(count, 'Azure Component') }]), 'P1'),
      ),
    );
    expect(details.map((slides) => slides.length)).toEqual([1, 1, 1]);
    expect(details.map(([slide]) => slide?.access?.detail)).toEqual(['roles', 'production', 'marks']);
  });

  test('breaks a word of 60 letters rather than cutting it', async () => {
    const [slide] = personaSlides(await fit([{ id: 'P1', name: 'N', processes: ['W'.repeat(60)] }]), 'P1');
    expect(slide?.columns.map(({ size, fits }) => ({ size, fits }))).toEqual([
      { size: 12, fits: true },
      { size: 12, fits: true },
    ]);
  });
});

describe('slides', () => {
  test('keep everything on the page', async () => {
    for (const slide of await fit(hostilePersonas)) {
      for (const { x, y, width, height } of boxesOf(slide)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(960);
        expect(y + height).toBeLessThanOrEqual(520);
      }
    }
  });

  test('have titles of their own', async () => {
    const titles = (await fit(hostilePersonas)).map(({ title }) => title.paragraphs[0]?.runs[0]?.text);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('AI Data Engineer (P012)');
  });

  test('of a deck from right to left are mirrored', async () => {
    const [ltr, rtl] = await Promise.all([fit(baseline), fit(baseline, { language: 'ar' })]);
    for (const [index, slide] of ltr.entries()) {
      expect(boxesOf(rtl[index]!).map(({ x }) => x)).toEqual(boxesOf(slide).map(({ x, width }) => 960 - x - width));
    }
  });

  test('are measured in a handful of calls for every fifty', async () => {
    const callsFor = async (count: number): Promise<number> => {
      const measure = fakeMeasure();
      const personas = Array.from({ length: count }, (_, index) => ({ ...baseline[index % 6]!, id: `P${index}` }));
      await fitSlides({ ...fixtureDeck(personas), access: [] }, fixtureDesign(), measure, corePlan, ownFormat);
      return measure.calls;
    };
    expect(await callsFor(50)).toBeLessThanOrEqual((await callsFor(12)) + 2);
    expect(await callsFor(150)).toBeLessThanOrEqual(3 * (await callsFor(50)));
  });

  test('leave four per cent of each box free', async () => {
    const blocks: TextBlock[] = [];
    const measure = fakeMeasure();
    await fitSlides(
      fixtureDeck(baseline),
      fixtureDesign(),
      (asked) => {
        blocks.push(...asked);
        return measure(asked);
      },
      corePlan,
      ownFormat,
    );
    // The title's box is 652 pt wide.
    expect(blocks.filter(({ size }) => size === 34).map(({ width }) => width)).toContainEqual(652 / 1.04);
  });
});

describe('access tables', () => {
  const accessSlides = (slides: readonly FittedSlide[], id: string): AccessSlide[] =>
    slides.filter((slide): slide is AccessSlide => slide.kind === 'access' && slide.componentId === id);

  test('of many personas go on on further slides, each row once', async () => {
    const personas = Array.from({ length: 40 }, (_, index) => ({
      id: `P${100 + index}`,
      name: `Persona ${index}`,
      components: ['Azure Storage'],
    }));
    const slides = accessSlides(await fit(personas), 'azure-storage');
    expect(slides.length).toBeGreaterThan(1);
    const ids = slides.flatMap(({ table }) => table.rows.map((row) => row.cells[0]?.paragraphs[0]?.runs[0]?.text));
    expect(ids).toEqual(personas.map(({ id }) => id));
    for (const { table } of slides) expect(table.box.y + table.box.height).toBeLessThanOrEqual(492);
    // As large as may be without a further slide.
    expect(new Set(slides.map(({ table }) => table.size)).size).toBe(1);
    expect(slides[0]?.table.size).toBeGreaterThan(12);
  });

  test('cut a row taller than a slide between its roles', async () => {
    const deck = fixtureDeck([{ id: 'P1', name: 'N', components: ['Azure Storage'] }]);
    const grants = numbered(60, 'Role').map((role) => ({ role, assignment: 'standing' as const }));
    const access = deck.access.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => ({ status: 'granted' as const, grants })) })),
    }));
    const { slides } = await fitSlides({ ...deck, access }, fixtureDesign(), fakeMeasure(), corePlan, ownFormat);
    const rows = accessSlides(slides, 'azure-storage').flatMap(({ table }) => table.rows);
    const roles = rows.flatMap(({ cells }) => cells[1]?.paragraphs ?? []).map(({ runs }) => runs[0]?.text);
    expect(roles).toEqual(numbered(60, '●\u00a0Role'));
    for (const { table } of accessSlides(slides, 'azure-storage')) expect(table.box.height).toBeLessThanOrEqual(376);
  });

  test('hold any number of environments', async () => {
    const environments: EnvironmentHeading[] = numbered(8, 'Stage').map((name, index) => ({
      id: name,
      name,
      production: index > 5,
    }));
    const slides = await fit(baseline, { environments });
    const [table] = accessSlides(slides, 'azure-storage').map((slide) => slide.table);
    expect(table?.columns.reduce((total, width) => total + width, 0)).toBeCloseTo(864);
    expect(table?.emphasized).toEqual([7, 8]);
  });

  test('of nobody say so', async () => {
    const deck = fixtureDeck(baseline);
    const access = deck.access.map((table) => ({ ...table, rows: [], identities: [] }));
    const { slides } = await fitSlides({ ...deck, access }, fixtureDesign(), fakeMeasure(), corePlan, ownFormat);
    const [slide] = accessSlides(slides, 'azure-storage');
    expect(slide?.table.rows[0]?.cells[0]?.paragraphs[0]?.runs[0]?.text).toBe('No persona of this workload has access');
  });
});
