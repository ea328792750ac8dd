import { beforeAll, describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/deck/compose.ts';
import type { Deck } from '../../src/deck/model.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import type { GridSlide } from '../../src/layout/slides/model.ts';
import { serializeXml } from '../../src/ooxml/xml.ts';
import { slideSections } from '../../src/schema/settings.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { fixtureDesign } from '../support/deckFixture.ts';
import { exampleWorkload } from '../support/exampleWorkload.ts';
import { fakeMeasure } from '../support/fakeMeasure.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { linksOf, paragraphsOf, type PptxPackage, readPackage, titleOf } from '../support/pptxPackage.ts';
import { persona } from '../support/project.ts';
import { workloadOf } from '../workload/reading.ts';

const plan = { sections: slideSections, findings: [] };

const titlesOf = (pptx: PptxPackage): string[] => pptx.slides.map((name) => titleOf(pptx.tree(name)) ?? '');
const slideOf = (pptx: PptxPackage, title: string): string => pptx.slides[titlesOf(pptx).indexOf(title)] ?? '';

/** Cells of the table on a slide, a line a row. */
function tableOf(pptx: PptxPackage, title: string): string[][] {
  const rows = serializeXml(pptx.tree(slideOf(pptx, title)))
    .split('<a:tr ')
    .slice(1);
  return rows.map((row) =>
    row
      .split('<a:tc>')
      .slice(1)
      .map((cell) => [...cell.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join('|')),
  );
}

const exampleDeck = async (): Promise<Deck> => composeDeck(await exampleWorkload(), loadLabels('en'));

describe('matrices of the example', () => {
  let pptx: PptxPackage;
  beforeAll(async () => {
    pptx = readPackage(await buildDeck(await exampleDeck(), { plan }));
  });

  test('have slides in the order of the sections, in a sound package', () => {
    expect(checkPackage(pptx)).toEqual([]);
    const titles = titlesOf(pptx).filter((title) => /by personas$|^Teams:|^Access in|^RACI/.test(title));
    expect(titles.filter((title) => !title.includes('continued'))).toEqual([
      'Processes by personas',
      'Skills by personas',
      'Teams: who works with whom',
      'Access in Production',
      'Access in Dev',
      'Access in Stage',
      'RACI: DataOps',
      'RACI: MLOps',
      'RACI: GenAIOps',
    ]);
  });

  test('say who answers for a step, by lane', () => {
    const rows = tableOf(pptx, 'RACI: DataOps');
    expect(rows[0]?.map((cell) => cell.split('|')[0])).toEqual(['Step', 'Lane', 'P001', 'P003', 'P009']);
    expect(rows[3]).toEqual(['3\u00a0 Deploy the pipeline', 'Stage', 'I', '', 'A R']);
    expect(rows[6]).toEqual(['6\u00a0 Data ingestion', 'Production', 'A', '', '']);
  });

  test('say what the most is that each may do, Production on its own ground', () => {
    const rows = tableOf(pptx, 'Access in Production');
    const storage = [...rows, ...tableOf(pptx, 'Access in Production (continued)')].find(
      ([name]) => name === 'Azure Databricks',
    );
    expect(storage?.slice(1).map((cell) => cell.replaceAll('|', ''))).toEqual([
      '●\u00a0R ◐\u00a0U',
      '',
      '●\u00a0R',
      '',
      '',
      '●\u00a0W',
    ]);
    const head = (title: string): string => serializeXml(pptx.tree(slideOf(pptx, title))).split('<a:tr ')[1] ?? '';
    // The ground of Production, tied to the colours of the deck.
    expect(head('Access in Production')).toMatch(/accent2"><a:alpha /);
    expect(head('Access in Dev')).not.toMatch(/accent2"><a:alpha /);
  });

  test('lead to the slides of personas and components', () => {
    const links = linksOf(pptx, slideOf(pptx, 'Access in Production'));
    const leads = (text: string, title: string): void =>
      expect(links).toContainEqual(
        expect.objectContaining({ text, relation: expect.objectContaining({ target: slideOf(pptx, title) }) }),
      );
    leads('P004', 'Discriminative AI Data Scientist');
    leads('Azure Databricks', 'Access to Azure Databricks');
  });

  test('explain every sign below the table', () => {
    const texts = paragraphsOf(pptx.tree(slideOf(pptx, 'Teams: who works with whom')));
    expect(texts.join('\n')).toMatch(/↔\u00a0each names the other\s+→\u00a0names the other, is not named back/);
    const raci = paragraphsOf(pptx.tree(slideOf(pptx, 'RACI: DataOps'))).join('\n');
    expect(raci).toContain('A\u00a0answers for it (accountable)');
    expect(raci).toContain('A is who owns the step; else');
  });
});

describe('a wide matrix', () => {
  const deckOf = async (count: number): Promise<Deck> => {
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const id = `P${String(index + 1).padStart(4, '0')}`;
        return [`personas/${id}.yaml`, persona(id, `Persona ${index}`, `processes: [Ops ${index % 5}]`)];
      }),
    );
    return composeDeck(await workloadOf(files), loadLabels('en'));
  };
  const fit = async (deck: Deck): Promise<GridSlide[]> => {
    const sections = { sections: ['processes'] as const, findings: [] };
    const { slides } = await fitSlides(deck, fixtureDesign(), fakeMeasure(), sections, ownFormat);
    return slides.filter((slide) => slide.kind === 'grid');
  };

  test('goes on in a second table with the same rows, each persona once', async () => {
    const slides = await fit(await deckOf(18));
    expect(slides.length).toBe(2);
    const ids = slides.flatMap(({ table }) =>
      table.header.cells.slice(1).map((cell) => cell.paragraphs[0]?.runs[0]?.text),
    );
    expect(ids).toEqual(Array.from({ length: 18 }, (_, index) => `P${String(index + 1).padStart(4, '0')}`));
    for (const { table } of slides) expect(table.rows).toHaveLength(5);
    for (const { table, legend } of slides) {
      expect(table.size).toBeGreaterThanOrEqual(12);
      expect(table.box.y + table.box.height).toBeLessThanOrEqual(legend?.box.y ?? 0);
    }
  });

  test('of very many personas lists them, each once, on slides in proportion', async () => {
    const [hundred, more] = [await fit(await deckOf(100)), await fit(await deckOf(400))];
    const entries = (slides: GridSlide[]): number =>
      slides
        .flatMap(({ table }) => table.rows.flatMap(({ cells }) => cells[1]?.paragraphs ?? []))
        .reduce((sum, { runs }) => sum + runs.filter(({ slide }) => slide !== undefined).length, 0);
    expect([entries(hundred), entries(more)]).toEqual([100, 400]);
    expect(more.length).toBeLessThanOrEqual(5 * hundred.length);
  });
});
