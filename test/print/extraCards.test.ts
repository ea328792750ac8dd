import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { safeMargin } from '../../src/design/sizes.ts';
import { readPlaces } from '../support/pdfPlaces.ts';
import { cli, persona, projectWith } from '../support/project.ts';
import { sampled } from '../support/sampled.ts';

const names = Array.from({ length: 90 }, (_, index) =>
  index % 3 === 0 ? `Engineer ${index}` : `Senior responsible AI platform engineer for reporting ${index}`,
);
const personas = Object.fromEntries(
  names.map((name, index) => [`personas/P${index}.yaml`, persona(`P${String(index).padStart(3, '0')}`, name)]),
);

async function pagesOf(settings: string) {
  const root = projectWith({ 'persona-deck.yaml': `outputs: [print]\npaper: a3\n${settings}\n`, ...personas });
  const { code, err } = await cli(root, 'build');
  expect([code, err]).toEqual([0, err]);
  const pages = await readPlaces(readFileSync(join(root, 'out/cards.pdf')));
  return pages.map(({ texts, ...size }) => ({ ...size, texts, all: texts.map(({ text }) => text).join(' ') }));
}

describe('cards that list the deck', () => {
  it.each(
    sampled(
      [
        'card: mini',
        'card: tarot',
        'card: a5',
        'card: business-us\norientation: landscape',
        'card: a6\norientation: landscape',
      ],
      2,
    ),
  )('name every persona once, in order, in the safe area, before the deck: %j', { timeout: 60_000 }, async (size) => {
    const pages = await pagesOf(`${size}\nprint: { index: true }`);
    const first = pages.findIndex(({ texts }) => texts.some(({ text }) => text === 'Person'));
    expect(first % 2).toBe(0);
    const listing = pages.slice(0, first).filter(({ all }) => /P\d{3}/.test(all));
    const ids = listing.flatMap(({ all }) => all.match(/P\d{3}/g) ?? []);
    expect(ids).toEqual(names.map((_, index) => `P${String(index).padStart(3, '0')}`));
    const words = listing
      .map(({ all }) => all)
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const name of names) expect(words).toContain(name);
    const inset = 3 + safeMargin - 0.25;
    for (const { width, height, texts } of listing) {
      for (const { corners } of texts) {
        for (const [x, y] of corners) {
          expect(Math.min(x, y, width - x, height - y)).toBeGreaterThan(inset);
        }
      }
      // Rows stand above the foot.
      const rows = texts.filter(({ text }) => /^P\d{3}$/.test(text)).map(({ y }) => y);
      // The head says so too.
      const foot = Math.max(...texts.filter(({ text }) => text === 'Personas').map(({ y }) => y));
      expect(Math.max(...rows)).toBeLessThan(foot);
    }
  });
});

describe('the list of a deck with names that are long, in any script', () => {
  const hostile = [
    'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamter',
    'مهندس بيانات الذكاء الاصطناعي للمنطقة الشمالية',
    'WWWWWWWWWWWW MMMMMMMMMM WWWWWWWW',
    'Engineer',
    'Senior responsible AI platform engineer for reporting and everything else that there is to report',
  ];
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `personas/P${index}.yaml`,
      persona(
        index % 20 === 7 ? `PERSONA-2027-LONG-${index}` : `P${String(index).padStart(3, '0')}`,
        `${hostile[index % 5]}`,
      ),
    ]),
  );

  it.each(
    sampled(
      [
        'card: mini',
        'card: mini\norientation: landscape',
        'card: tarot',
        'card: a6\norientation: landscape\ntheme: low-ink',
      ],
      2,
    ),
  )('has no entry that is cut or lies on another, and full columns: %j', { timeout: 60_000 }, async (look) => {
    const root = projectWith({
      'persona-deck.yaml': `outputs: [print]\npaper: a3\n${look}\nprint: { index: true }\n`,
      ...files,
    });
    const { code, err } = await cli(root, 'build');
    expect([code, err]).toEqual([0, err]);
    const pages = await readPlaces(readFileSync(join(root, 'out/cards.pdf')));
    const first = pages.findIndex(({ texts }) => texts.some(({ text }) => text === 'Person'));
    const listing = pages.slice(0, first).filter(({ texts }) => texts.some(({ text }) => text === 'Personas'));
    const last = listing.filter(({ texts }) => texts.length > 3).length - 1;
    for (const [index, { height, texts }] of listing.entries()) {
      const foot = Math.max(...texts.filter(({ text, turn }) => text === 'Personas' && turn === 0).map(({ y }) => y));
      const rows = texts.filter(({ y, turn }) => turn === 0 && y < foot - 0.5);
      for (const { y, text } of rows) expect([text, y < foot - 1.5]).toEqual([text, true]);
      // Lines of one column never stand closer than the leading lets them.
      for (const one of rows) {
        for (const other of rows) {
          if (Math.abs(one.x - other.x) > 0.2 || Math.abs(one.y - other.y) < 0.6) continue;
          expect(Math.abs(one.y - other.y)).toBeGreaterThan(one.size * 0.35);
        }
      }
      // What is left at the end holds no further entry, of which the highest takes six lines.
      const lowest = Math.max(...rows.map(({ y }) => y));
      if (index < last - 1) expect((foot - lowest) / height).toBeLessThan(0.5);
    }
  });
});

describe('the list of a small deck', () => {
  it.each([
    ['card: tarot', 8],
    ['card: business-us\norientation: landscape', 7],
  ] as const)('is one column of larger type than tables have: %j', { timeout: 60_000 }, async (look, table) => {
    const ids = Array.from({ length: 6 }, (_, index) => `P00${index}`);
    const root = projectWith({
      'persona-deck.yaml': `outputs: [print]\n${look}\nprint: { index: true }\n`,
      ...Object.fromEntries(
        ids.map((id) => [`personas/${id}.yaml`, persona(id, `Discriminative AI Data Scientist ${id}`)]),
      ),
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    const [front] = await readPlaces(readFileSync(join(root, 'out/cards.pdf')));
    const listed = (front?.texts ?? []).filter(({ text }) => /^P\d{3}$/.test(text));
    expect(listed).toHaveLength(6);
    for (const { x, size } of listed) {
      expect(size).toBeGreaterThanOrEqual(1.25 * table - 0.3);
      expect(x).toBeCloseTo(listed[0]?.x ?? 0, 1);
    }
  });
});

describe('cards to fill in by hand', () => {
  it('come after the deck, with the labels of the template and no text of anyone', { timeout: 60_000 }, async () => {
    const [plain, more] = [await pagesOf('card: a6'), await pagesOf('card: a6\nprint: { blanks: 3 }')];
    expect(more).toHaveLength(plain.length + 6);
    expect(more.slice(0, plain.length)).toEqual(plain);
    for (const [index, { all }] of more.slice(plain.length).entries()) {
      expect(all).not.toMatch(/P\d{3}/);
      for (const label of index % 2 === 0 ? ['Team', 'Components access', 'Skills'] : ['Name', 'Component']) {
        expect(all).toContain(label);
      }
    }
  });

  it.each(sampled(['card: mini', 'card: poker', 'card: business-us\norientation: landscape', 'card: tarot'], 2))(
    'break no name of an environment: %j',
    { timeout: 60_000 },
    async (settings) => {
      for (const names of [
        ['Dev', 'Stage', 'Production'],
        ['Development', 'Integration', 'Acceptance', 'Production'],
      ]) {
        const environments = names.map((name) => `{ id: ${name}, name: ${name} }`).join(', ');
        const root = projectWith({
          'persona-deck.yaml': `outputs: [print]\n${settings}\nprint: { blanks: 1 }\n`,
          'personas/P001.yaml': persona('P001', 'One'),
          'personas/workload.yaml': `environments: [${environments}]\n`,
        });
        expect(await cli(root, 'build')).toMatchObject({ code: 0 });
        const back = (await readPlaces(readFileSync(join(root, 'out/cards.pdf')))).at(-1);
        const texts = back?.texts.map(({ text }) => text);
        for (const name of ['Component', ...names]) expect(texts).toContain(name);
      }
    },
  );

  it('are white in a dark theme', { timeout: 60_000 }, async () => {
    const root = projectWith({
      'persona-deck.yaml': 'outputs: [print]\ncard: a6\ntheme: dark\nprint: { blanks: 1, shop: offset }\n',
      'personas/P001.yaml': persona('P001', 'One'),
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    for (const file of ['cards.pdf', 'print/offset/cards.pdf']) {
      const document = await getDocument({
        data: new Uint8Array(readFileSync(join(root, 'out', file))),
        verbosity: VerbosityLevel.ERRORS,
      }).promise;
      const { fnArray, argsArray } = await (await document.getPage(3)).getOperatorList();
      const fills = fnArray.flatMap((operation, index) =>
        operation === OPS.setFillRGBColor ? [String((argsArray[index] as readonly unknown[])[0]).toLowerCase()] : [],
      );
      // White goes over what the theme paints, and no text is as light as in the theme.
      expect(fills.lastIndexOf('#ffffff')).toBeGreaterThan(fills.lastIndexOf('#1a232e'));
      expect(fills).not.toContain('#f2f5f8');
      await document.cleanup();
    }
  });

  it('are no PNG files', { timeout: 60_000 }, async () => {
    const root = projectWith({
      'persona-deck.yaml': 'outputs: [png]\nprint: { blanks: 1, index: true }\n',
      'personas/P001.yaml': persona('P001', 'One'),
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    expect(readdirSync(join(root, 'out/png')).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    expect(existsSync(join(root, 'out/cards.pdf'))).toBe(false);
  });
});
