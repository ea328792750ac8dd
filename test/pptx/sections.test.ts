import { beforeAll, describe, expect, test } from 'vitest';
import { slidePlanOf } from '../../src/build/slidePlan.ts';
import { slideSections } from '../../src/schema/settings.ts';
import { serializeXml } from '../../src/ooxml/xml.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, fixtureDeck, fullPlan } from '../support/deckFixture.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { linksOf, paragraphsOf, type PptxPackage, readPackage, titleOf } from '../support/pptxPackage.ts';

const textOf = (pptx: PptxPackage, name: string): string => serializeXml(pptx.tree(name));
const leadingTo = (text: string, target: string): unknown =>
  expect.objectContaining({ text, relation: expect.objectContaining({ target }) });
const titlesOf = (pptx: PptxPackage): (string | undefined)[] => pptx.slides.map((name) => titleOf(pptx.tree(name)));
const sectionsOf = (pptx: PptxPackage): string[] =>
  [...textOf(pptx, 'ppt/presentation.xml').matchAll(/<p14:section name="([^"]*)"/g)].map(([, name = '']) => name);
const slideOf = (pptx: PptxPackage, title: string): string => pptx.slides[titlesOf(pptx).indexOf(title)] ?? '';

let deck: PptxPackage;
beforeAll(async () => {
  deck = readPackage(await buildDeck(fixtureDeck(), { plan: fullPlan }));
});

describe('a deck with all sections', () => {
  test('is a sound package that runs in the order of a workshop', () => {
    expect(checkPackage(deck)).toEqual([]);
    expect(sectionsOf(deck)).toEqual([
      'AI workload',
      'How to use this deck',
      'Teams and personas',
      'Personas',
      'Processes by personas',
      'Skills by personas',
      'Access',
      'Findings of the checks',
      'New persona',
      'Decisions',
    ]);
  });

  test('has notes with a purpose, questions and a time on every first slide', () => {
    for (const name of deck.slides) {
      if (/continued/.test(titleOf(deck.tree(name)) ?? '')) continue;
      const notes = paragraphsOf(deck.tree(name.replace('slides/slide', 'notesSlides/notesSlide')));
      expect(notes.filter((line) => /^(Purpose|Questions|Time): \S/.test(line))).toHaveLength(3);
    }
  });

  test('leads from the overview to every card and back', () => {
    const overview = slideOf(deck, 'Teams and personas');
    const links = linksOf(deck, overview);
    for (const { id, name } of baseline) {
      const card = slideOf(deck, name);
      expect(links).toContainEqual(leadingTo(`${id}\u00a0 ${name}`, card));
      expect(linksOf(deck, card)).toContainEqual(leadingTo('Teams and personas', overview));
    }
  });

  test('marks in the matrices who has what, and nobody else', () => {
    const rows = textOf(deck, slideOf(deck, 'Processes by personas')).split('<a:tr ').slice(2);
    const marked = rows.map((row) => {
      const [name = '', ...cells] = row.split('<a:tc>').slice(1);
      return [/<a:t>([^<]*)/.exec(name)?.[1], cells.map((cell) => cell.includes('●'))] as const;
    });
    expect(marked.length).toBeGreaterThan(5);
    for (const [process, marks] of marked) {
      expect(marks).toEqual(baseline.map(({ processes = [] }) => processes.includes(process ?? '')));
    }
  });

  test('shows findings with what to do and where', () => {
    const text = paragraphsOf(deck.tree(slideOf(deck, 'Findings of the checks')));
    expect(text).toEqual(
      expect.arrayContaining(['ACC403', 'personas/P001.yaml:7', 'add a row to rbac/azure-storage.md']),
    );
  });

  test('ends with cards and decisions to fill in', () => {
    expect(titlesOf(deck).slice(-3)).toEqual(['New persona', 'New persona 2', 'Decisions']);
  });
});

test('sections and their order are a setting', async () => {
  const plan = slidePlanOf({ slides: ['decisions', 'personas', 'cover'] }, []);
  const pptx = readPackage(await buildDeck(fixtureDeck(baseline.slice(0, 2)), { plan }));
  expect(titlesOf(pptx)).toEqual(['Decisions', 'AI Data Engineer', 'BI Analyst', 'AI workload']);
  expect(checkPackage(pptx)).toEqual([]);
});

test('findings, and pictures with a persona lit, are shown only when asked for', () => {
  const onRequest = ['highlights', 'findings'];
  expect(slidePlanOf({}, []).sections).toEqual(slideSections.filter((name) => !onRequest.includes(name)));
});

test('of a larger deck matrices list the ids, each a link', async () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    id: `P${index + 1}`,
    name: `Engineer ${index + 1}`,
    processes: ['DataOps'],
  }));
  const pptx = readPackage(await buildDeck(fixtureDeck(many), { plan: fullPlan }));
  const links = linksOf(pptx, slideOf(pptx, 'Processes by personas')).filter(({ text }) => /^P\d+$/.test(text));
  expect(links).toHaveLength(30);
  expect(links.at(-1)).toEqual(leadingTo('P30', slideOf(pptx, 'Engineer 30')));
});
