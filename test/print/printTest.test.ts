import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBoxes, readPlaces } from '../support/pdfPlaces.ts';
import { cli, projectWith } from '../support/project.ts';

describe('print-test', () => {
  it('makes a front and a back whose targets lie behind each other', { timeout: 30_000 }, async () => {
    const root = projectWith({ 'persona-deck.yaml': 'paper: letter\n' });
    expect(await cli(root, 'print-test')).toMatchObject({ code: 0, err: expect.stringContaining('print-test.pdf') });
    const bytes = readFileSync(join(root, 'print-test.pdf'));
    expect(readBoxes(bytes, 'MediaBox')).toEqual([
      [0, 0, 612, 792],
      [0, 0, 612, 792],
    ]);
    const [front, back] = await readPlaces(bytes);
    expect(front?.texts.map(({ text }) => text).join(' ')).toContain('flipped on the long edge');
    // The zeros of the scales below and beside each target, as they stand on the back.
    const zeros = (back?.texts ?? []).filter(({ text }) => text === '0');
    const middles = zeros.map(({ corners: [from, to] }) => ((from?.[0] ?? 0) + (to?.[0] ?? 0)) / 2);
    const [left = 0, , right = 0] = middles.toSorted((one, other) => one - other);
    expect(zeros).toHaveLength(4);
    expect(left + right).toBeCloseTo(215.9, 1);
  });

  it('lies as the sheets of the deck do', { timeout: 30_000 }, async () => {
    const root = projectWith({ 'persona-deck.yaml': 'card: poker\n' });
    expect(await cli(root, 'print-test')).toMatchObject({ code: 0 });
    const pages = await readPlaces(readFileSync(join(root, 'print-test.pdf')));
    for (const { width, height, texts } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([297, 210]);
      for (const { corners } of texts) {
        for (const [x, y] of corners) expect(Math.min(x, y, width - x, height - y)).toBeGreaterThan(0);
      }
    }
  });

  it('moves the back by what is set, and says so', { timeout: 30_000 }, async () => {
    const texts = async (offset: string) => {
      const root = projectWith({ 'persona-deck.yaml': `print: { ${offset} }\n` });
      expect(await cli(root, 'print-test', '--out', 'test/sheet.pdf')).toMatchObject({ code: 0 });
      return readPlaces(readFileSync(join(root, 'test/sheet.pdf')));
    };
    const [plain, moved] = [await texts('duplex: short-edge'), await texts('backOffset: { x: 2, y: -1 }')];
    expect(plain[0]?.texts.map(({ text }) => text).join(' ')).toContain('flipped on the short edge');
    const title = (pages: typeof plain) => pages[1]?.texts.find(({ text }) => text.startsWith('Print test'));
    expect((title(moved)?.x ?? 0) - (title(plain)?.x ?? 0)).toBeCloseTo(2, 1);
    expect((title(moved)?.y ?? 0) - (title(plain)?.y ?? 0)).toBeCloseTo(-1, 1);
    expect(moved[1]?.texts.map(({ text }) => text).join(' ')).toContain('x 2, y -1, turn 0');
  });

  it.each([
    ['print: { duplex: gutterfold }\n', 2],
    ['paper: { width: 100, height: 150 }\n', 2],
    ['paper: [a4]\n', 1],
  ])('has nothing to test with %j', async (settings, code) => {
    const root = projectWith({ 'persona-deck.yaml': settings });
    expect(await cli(root, 'print-test')).toMatchObject({ code });
    expect(existsSync(join(root, 'print-test.pdf'))).toBe(false);
  });
});
