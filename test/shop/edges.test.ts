import { describe, expect, it } from 'vitest';
import { bleedRequirement, edgeCovers } from '../../src/preflight/edges.ts';

const [WIDTH, HEIGHT, BLEED] = [200, 300, 20];

/** Whether colour is found to reach the edges of a picture that is painted where `painted` says. */
function reached(painted: (x: number, y: number) => boolean): string {
  const data = new Uint8Array(3 * WIDTH * HEIGHT).fill(255);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) if (painted(x, y)) data.fill(40, 3 * (y * WIDTH + x), 3 * (y * WIDTH + x) + 3);
  }
  const edges = edgeCovers({ width: WIDTH, height: HEIGHT, data }, BLEED).map((edge) => ({ edge }));
  const { met, where } = bleedRequirement('picture', edges, ({ edge }) => edge.edge);
  return where === undefined ? met : `${met} ${where}`;
}

describe('bleed at the edges of a picture', () => {
  it.each([
    ['paper alone', () => false],
    ['colour all over', () => true],
    ['a band at the top', (_: number, y: number) => y < 80],
    ['a slanted pattern', (x: number, y: number) => (x + 2 * y) % 60 < 30 && y > 220],
    ['stripes along the bottom', (_: number, y: number) => y > 200 && y % 16 < 8],
    ['colour that ends before the cut', (x: number, y: number) => x > 30 && x < 170 && y > 30 && y < 270],
  ] as const)('is fine with %s', (_, painted) => {
    expect(reached(painted)).toBe('yes');
  });

  it.each([
    ['no bleed at all', (x: number) => x > 18, 'no left'],
    ['a last column of paper', (x: number) => x < WIDTH - 1, 'no right'],
    ['a band that stops short of the top', (_: number, y: number) => y > 3 && y < 80, 'no top'],
    [
      'a pattern that stops short of the bottom',
      (x: number, y: number) => x % 20 < 10 && y > 200 && y < 295,
      'no bottom',
    ],
  ] as const)('is missed with %s', (_, painted, answer) => {
    expect(reached(painted)).toBe(answer);
  });

  it('is missed where another colour begins at the cut', () => {
    const data = new Uint8Array(3 * WIDTH * HEIGHT).fill(30);
    for (let y = BLEED; y < HEIGHT - BLEED; y += 1) {
      data.fill(120, 3 * (y * WIDTH + BLEED), 3 * (y * WIDTH + WIDTH - BLEED));
    }
    const edges = edgeCovers({ width: WIDTH, height: HEIGHT, data }, BLEED).map((edge) => ({ edge }));
    const { met, measured } = bleedRequirement('picture', edges, ({ edge }) => edge.edge);
    expect([met, measured]).toEqual(['no', expect.stringMatching(/8\d %|80 % changes colour/)]);
  });
});
