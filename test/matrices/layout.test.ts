import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.ts';
import type { Deck } from '../../src/deck/model.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { type Box, overlapOf } from '../../src/layout/box.ts';
import type { PlacedText } from '../../src/layout/diagrams/model.ts';
import { layoutMatrices } from '../../src/layout/matrices/layoutMatrices.ts';
import type { PlacedMatrix, PlacedSigns } from '../../src/layout/matrices/model.ts';
import { columnRuns } from '../../src/layout/matrices/parts.ts';
import { signPieces } from '../../src/layout/matrices/signs.ts';
import { measureLetters } from '../layout-diagrams/graphs.ts';
import { exampleWorkload } from '../support/exampleWorkload.ts';
import { persona } from '../support/project.ts';
import { workloadOf } from '../workload/reading.ts';

const labels = loadLabels('en');
const layout = (deck: Deck): Promise<PlacedMatrix[]> => layoutMatrices(deck.matrices, deck, labels, measureLetters);

async function deckOf(count: number, more: (index: number) => string, workload = 'name: Large'): Promise<Deck> {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = `P${String(index + 1).padStart(4, '0')}`;
      return [`personas/${id}.yaml`, persona(id, `Persona number ${index + 1}`, more(index))];
    }),
  );
  return composeDeck(await workloadOf({ ...files, 'personas/workload.yaml': workload }), labels);
}

const signBox = ({ pieces, y, size }: PlacedSigns): Box => {
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  return { x: left, y: y - size / 2, width: right - left, height: size } as Box;
};

/** Every text and sign of a picture. */
function inkOf({ heading, corner, columns, rows, groups, cells, legend, remark }: PlacedMatrix): Box[] {
  const texts: (PlacedText | undefined)[] = [
    heading,
    corner,
    remark,
    ...[...columns, ...rows].flatMap(({ short, text, note }) => [short, text, note]),
    ...groups.map(({ text }) => text),
    ...cells.map(({ note }) => note),
    ...legend.map(({ text }) => text),
  ];
  const signs = [...cells.flatMap((cell) => cell.signs ?? []), ...legend.map(({ sign }) => sign)];
  return [...texts.flatMap((text) => (text === undefined ? [] : [text.box])), ...signs.map(signBox)];
}

function faultsOf(picture: PlacedMatrix): string[] {
  const ink = inkOf(picture);
  const outside = ink.filter(
    ({ x, y, width, height }) =>
      x < 0 || y < 0 || x + width > picture.width + 0.01 || y + height > picture.height + 0.01,
  );
  // Texts have the room of their column; only what shares more than a hair is on something else.
  const pairs = ink.flatMap((one, index) => ink.slice(index + 1).filter((other) => overlapOf(one, other) > 0.5));
  return [...outside.map(() => `${picture.title}: outside`), ...pairs.map(() => `${picture.title}: overlap`)];
}

describe('pictures of the example', () => {
  it('are one a matrix, and nothing in them lies on anything else or outside', async () => {
    const placed = await layout(composeDeck(await exampleWorkload(), labels));
    expect(placed.map(({ matrix, page }) => `${matrix.id} ${page}`)).toHaveLength(9);
    expect(placed.flatMap(faultsOf)).toEqual([]);
    expect(placed.flatMap(({ cells }) => cells).length).toBeGreaterThan(150);
  });

  it('have every cell in the row and the column that it is about', async () => {
    const [processes] = await layout(composeDeck(await exampleWorkload(), labels));
    const said = processes?.cells.map(({ box }) => {
      const row = processes.rows.find((head) => head.box.y === box.y);
      const column = processes.columns.find((head) => head.box.x === box.x);
      return `${row?.head.text} ${column?.head.id}`;
    });
    expect(said).toContain('GenAIOps P006');
    expect(said).toHaveLength(13);
  });

  it('say in their text what they show', async () => {
    const placed = await layout(composeDeck(await exampleWorkload(), labels));
    const raci = placed.find(({ matrix }) => matrix.id === 'responsibilities-dataops');
    expect(raci?.alt).toMatch(/^RACI: DataOps: 7 rows, 3 columns\. 1 Build the pipeline: P001 \(answers for it/);
  });
});

describe('a matrix', () => {
  it('from right to left is the mirror image', async () => {
    const deck = composeDeck(await exampleWorkload(), labels);
    const [ltr, rtl] = await Promise.all([layout(deck), layout({ ...deck, direction: 'rtl' })]);
    for (const [index, picture] of ltr.entries()) {
      const other = rtl[index]!;
      expect(other.cells.map(({ box }) => Math.round(box.x))).toEqual(
        picture.cells.map(({ box }) => Math.round(picture.width - box.x - box.width)),
      );
      expect(faultsOf(other)).toEqual([]);
    }
  });

  it('that is wide goes on in another picture: every column once, each no wider than can be read', async () => {
    const placed = await layout(await deckOf(24, (index) => `processes: [Ops ${index % 4}]`));
    expect(placed.map(({ page }) => page)).toEqual([1, 2]);
    expect(placed.flatMap(({ columns }) => columns.map(({ head }) => head.id))).toHaveLength(24);
    for (const { width } of placed) expect(width).toBeLessThanOrEqual(900);
    expect(placed[1]?.title).toBe('Processes by personas (continued 2)');
    expect(placed.flatMap(faultsOf)).toEqual([]);
  });

  it('that is long goes on below its heads, and says each row once', async () => {
    const processes = (index: number): string =>
      `processes: [${Array.from({ length: 40 }, (_, nth) => `Process ${index * 40 + nth}`).join(', ')}]`;
    const placed = await layout(await deckOf(3, processes));
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.flatMap(({ rows }) => rows.map(({ head }) => head.text))).toHaveLength(120);
    for (const { height, columns } of placed) {
      expect(height).toBeLessThanOrEqual(1150);
      expect(columns).toHaveLength(3);
    }
    expect(placed.flatMap(faultsOf)).toEqual([]);
  });

  it('of a thousand personas lists them, in pictures in proportion to what they say', async () => {
    const ops = (index: number): string => `processes: [Ops ${index % 20}]\nskills: [Skill ${index % 30}]`;
    const [some, all] = await Promise.all([layout(await deckOf(250, ops)), layout(await deckOf(1000, ops))]);
    const areaOf = (placed: PlacedMatrix[]): number => placed.reduce((sum, one) => sum + one.width * one.height, 0);
    const ids = all.flatMap(({ cells }) => cells.flatMap(({ note }) => note?.lines.join(' ').match(/P\d{4}/g) ?? []));
    expect(ids).toHaveLength(2000);
    expect(new Set(ids).size).toBe(1000);
    expect(areaOf(all)).toBeLessThan(4.5 * areaOf(some));
    expect(all.flatMap(faultsOf)).toEqual([]);
    for (const { width, height } of all) expect(Math.max(width, height)).toBeLessThanOrEqual(1150);
  });
});

describe('parts', () => {
  it('of columns are nearly as long as each other', () => {
    expect(columnRuns(13, 12).map(({ length }) => length)).toEqual([7, 6]);
    expect(columnRuns(5, 12)).toEqual([[0, 1, 2, 3, 4]]);
    expect(columnRuns(3, 0).flat()).toEqual([0, 1, 2]);
  });

  it('of a sign are drawn ones and letters', () => {
    expect(signPieces('●\u00a0R ◐\u00a0W?')).toEqual([
      { kind: 'drawn', sign: '●' },
      { kind: 'letters', text: 'R' },
      { kind: 'drawn', sign: '◐' },
      { kind: 'letters', text: 'W?' },
    ]);
    expect(signPieces('A R')).toEqual([{ kind: 'letters', text: 'A R' }]);
  });
});
