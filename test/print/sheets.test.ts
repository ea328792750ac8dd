import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPdf } from '../print-pdf/readPdf.ts';
import { cardPlace, type CardPlace, type PlacedPage, readPlaces } from '../support/pdfPlaces.ts';
import { cli, persona, temporaryFolder, writeFiles } from '../support/project.ts';

const MARGIN = 5;

interface Case {
  readonly settings: string;
  /** Of the cut card, in millimetres. */
  readonly card: readonly [number, number];
  readonly paper: readonly [number, number];
  readonly perSheet: number;
  /** How the paper is turned over: about an upright or a level axis, or folded along one. */
  readonly turned: 'upright' | 'level' | 'folded upright' | 'folded level';
  readonly language?: string;
}

const cases: readonly (readonly [string, Case])[] = [
  ['tarot on A4', { settings: '', card: [69.85, 120.65], paper: [210, 297], perSheet: 4, turned: 'upright' }],
  [
    'tarot on A4, short edge',
    {
      settings: 'print: { duplex: short-edge, guides: lines }',
      card: [69.85, 120.65],
      paper: [210, 297],
      perSheet: 4,
      turned: 'level',
    },
  ],
  [
    'poker on A4, which is turned',
    { settings: 'card: poker', card: [63.5, 88.9], paper: [297, 210], perSheet: 8, turned: 'level' },
  ],
  [
    'poker on Letter, short edge',
    {
      settings: 'card: poker\npaper: letter\nprint: { duplex: short-edge }',
      card: [63.5, 88.9],
      paper: [279.4, 215.9],
      perSheet: 6,
      turned: 'upright',
    },
  ],
  [
    'poker cards that touch',
    {
      settings: 'card: poker\nprint: { edges: shared, guides: corners }',
      card: [63.5, 88.9],
      paper: [210, 297],
      perSheet: 9,
      turned: 'upright',
    },
  ],
  [
    'a fold',
    {
      settings: 'card: a7\nprint: { duplex: gutterfold }',
      card: [74, 105],
      paper: [210, 297],
      perSheet: 2,
      turned: 'folded upright',
    },
  ],
  [
    'business cards on perforated sheets',
    {
      settings: 'print: { stock: avery-8371 }',
      card: [88.9, 50.8],
      paper: [215.9, 279.4],
      perSheet: 10,
      turned: 'upright',
    },
  ],
  [
    'upright cards on perforated sheets',
    {
      settings: 'orientation: portrait\nprint: { stock: avery-l4785, duplex: short-edge }',
      card: [80, 50],
      paper: [210, 297],
      perSheet: 10,
      turned: 'level',
    },
  ],
  [
    'a deck that reads from right to left',
    {
      settings: 'card: poker\nprint: { duplex: short-edge }',
      card: [63.5, 88.9],
      paper: [297, 210],
      perSheet: 8,
      turned: 'upright',
      language: 'ar',
    },
  ],
  [
    'a landscape card on paper of its own size',
    {
      settings: 'card: { width: 120, height: 80 }\npaper: { width: 320, height: 450 }\nprint: { gutter: 4, bleed: 2 }',
      card: [120, 80],
      paper: [320, 450],
      perSheet: 10,
      turned: 'upright',
    },
  ],
];

const ids = Array.from({ length: 11 }, (_, index) => `P${String(index + 1).padStart(3, '0')}`);
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function build(settings: string, language = 'en'): Promise<string> {
  const root = temporaryFolder(true);
  folders.push(root);
  writeFiles(root, {
    'persona-deck.yaml': `outputs: [print]\nlanguage: ${language}\n${settings}\n`,
    ...Object.fromEntries(
      ids.map((id) => [
        `personas/${id}.yaml`,
        persona(id, `Engineer ${id.slice(1)}`, 'team: Data\ncomponents: [Storage]\nskills: [SQL]\n'),
      ]),
    ),
    'personas/rbac/storage.md':
      '# Storage\n\n| Persona | Dev | Production |\n|---|---|---|\n| P001 | Reader | Reader |\n',
  });
  const { code, err } = await cli(root, 'build');
  expect([code, err]).toEqual([0, err]);
  return join(root, 'out');
}

/** Every place of a card on every page, read off the text of its id. */
function placesOf(sheets: readonly PlacedPage[], cards: readonly PlacedPage[]) {
  return sheets.flatMap((sheet, page) =>
    sheet.texts.flatMap((found) => {
      const id = ids.indexOf(found.text);
      if (id < 0) return [];
      // Ids on fronts and backs are of different sizes.
      const face = (['front', 'back'] as const).find((_, side) =>
        cards[2 * id + side]?.texts.some(({ text, size }) => text === found.text && Math.abs(size - found.size) < 0.01),
      );
      if (face === undefined) return [];
      const own = cards[2 * id + (face === 'front' ? 0 : 1)] as PlacedPage;
      const reference = own.texts.find(({ text }) => text === found.text);
      if (reference === undefined) return [];
      return [{ id, face, page, place: cardPlace(reference, own, found) }];
    }),
  );
}

/** What lies behind a place, once the paper is turned over or folded. */
function behind({ turned, paper: [width, height] }: Case, { x, y, turn }: CardPlace): CardPlace {
  return turned.endsWith('upright')
    ? { x: width - x, y, turn: (360 - turn) % 360 }
    : { x, y: height - y, turn: (540 - turn) % 360 };
}

describe.each(cases)('sheets.pdf with %s', (_, { settings, language, ...rest }) => {
  const expected: Case = { settings, ...rest };
  it('has each card once, apart from all others, its back behind its front', { timeout: 60_000 }, async () => {
    const out = await build(settings, language);
    const bytes = readFileSync(join(out, 'sheets.pdf'));
    const [sheets, cards] = [await readPlaces(bytes), await readPlaces(readFileSync(join(out, 'cards.pdf')))];
    const folded = expected.turned.startsWith('folded');
    const papers = Math.ceil(ids.length / expected.perSheet);
    expect(sheets).toHaveLength(folded ? papers : 2 * papers);
    for (const { width, height } of sheets) {
      expect(width).toBeCloseTo(expected.paper[0], 2);
      expect(height).toBeCloseTo(expected.paper[1], 2);
    }

    const places = placesOf(sheets, cards);
    for (const face of ['front', 'back']) {
      expect(
        places
          .filter((one) => one.face === face)
          .map(({ id }) => id)
          .toSorted((a, b) => a - b),
      ).toEqual([...ids.keys()]);
    }
    for (const [index, one] of places.entries()) {
      const [own, other] = sizeOf(cards);
      const [width, height] = one.place.turn % 180 === 0 ? [own, other] : [other, own];
      const { x, y } = one.place;
      expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThan(MARGIN - 0.1);
      expect(x + width / 2).toBeLessThan(expected.paper[0] - MARGIN + 0.1);
      expect(y + height / 2).toBeLessThan(expected.paper[1] - MARGIN + 0.1);
      for (const neighbour of places.slice(index + 1)) {
        if (neighbour.page !== one.page) continue;
        const apart = Math.max(Math.abs(neighbour.place.x - x) - width, Math.abs(neighbour.place.y - y) - height);
        expect(apart).toBeGreaterThan(-0.1);
      }
    }
    for (const { id, page, place } of places.filter(({ face }) => face === 'front')) {
      const back = places.find((one) => one.face === 'back' && one.id === id);
      const wanted = behind(expected, place);
      expect(back?.page).toBe(folded ? page : page + 1);
      expect(Math.abs((back?.place.x ?? 0) - wanted.x)).toBeLessThan(0.1);
      expect(Math.abs((back?.place.y ?? 0) - wanted.y)).toBeLessThan(0.1);
      expect(Math.abs((back?.place.turn ?? 0) - wanted.turn)).toBeLessThan(0.1);
    }

    const reading = await readPdf(bytes);
    expect(reading.fonts.filter(({ isType3 }) => isType3)).toEqual([]);
    expect(reading.links.length).toBeGreaterThanOrEqual(2 * ids.length);
    expect(new Set(reading.links)).toEqual(new Set(['./rbac/storage.md']));
    expect(reading.outline).toHaveLength(ids.length);
  });

  /** Of the cut card as `cards.pdf` has it. */
  const sizeOf = ([card]: readonly PlacedPage[]): [number, number] => {
    const upright = (card?.width ?? 0) < (card?.height ?? 0);
    const [long, short] = expected.card.toSorted((a, b) => b - a) as [number, number];
    return upright ? [short, long] : [long, short];
  };
});

it('moves backs, and nothing else, as far as the settings say', { timeout: 60_000 }, async () => {
  const [plain, moved] = await Promise.all(
    ['', 'print: { backOffset: { x: 1.5, y: -2, turn: 0.5 } }'].map(async (settings) =>
      readPlaces(readFileSync(join(await build(settings), 'sheets.pdf'))),
    ),
  );
  const angle = (0.5 * Math.PI) / 180;
  for (const [index, sheet] of (moved ?? []).entries()) {
    const before = plain?.[index]?.texts ?? [];
    expect(sheet.texts).toHaveLength(before.length);
    for (const [number, { x, y, turn }] of sheet.texts.entries()) {
      const from = before[number];
      const [dx, dy] = [(from?.x ?? 0) - 105, (from?.y ?? 0) - 148.5];
      const isBack = index % 2 === 1;
      expect(x).toBeCloseTo(isBack ? 105 + dx * Math.cos(angle) - dy * Math.sin(angle) + 1.5 : (from?.x ?? 0), 1);
      expect(y).toBeCloseTo(isBack ? 148.5 + dx * Math.sin(angle) + dy * Math.cos(angle) - 2 : (from?.y ?? 0), 1);
      expect(turn).toBeCloseTo(isBack ? 0.5 : 0, 1);
    }
  }
});

describe('settings of print that exclude one another', () => {
  it.each([
    ['card: a4\n', 'There is no card size a4'],
    ['card: a5\npaper: { width: 140, height: 200 }\n', 'does not fit on paper 140x200'],
    ['print: { stock: avery-1 }\n', 'There is no stock avery-1'],
    ['card: poker\nprint: { stock: avery-5371 }\n', 'has cards of 88.9 x 50.8 mm, not 63.5 x 88.9 mm'],
    ['print: { stock: avery-5371, guides: lines }\n', 'is perforated already'],
    ['print: { stock: avery-5371, duplex: gutterfold }\n', 'cannot be folded'],
    ['print: { duplex: gutterfold, backOffset: { x: 1 } }\n', 'Sheets with a fold have no backs to move'],
    ['card: { width: 40, height: 60 }\n', 'A card of 40 x 60 mm cannot hold a persona'],
  ])('%j', async (settings, message) => {
    const root = temporaryFolder();
    writeFiles(root, { 'persona-deck.yaml': settings, 'personas/P001.yaml': persona('P001', 'One') });
    const { code, err } = await cli(root, 'build');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
