import { expect, test } from 'vitest';
import { absoluteCommands, categoryNames, icon, iconNameFor } from '../../src/design/icons.ts';
import { pathData, transformPath } from '../../src/design/paths.ts';

test.each([...categoryNames, 'person', 'process', 'agent'] as const)(
  '%s is drawn on a grid of 24, without arcs',
  (name) => {
    const { commands, size } = icon(name);
    expect(size).toBe(24);
    expect(commands.length).toBeGreaterThan(3);
    for (const [command, ...values] of commands) {
      expect(['M', 'L', 'C', 'Z']).toContain(command);
      for (const value of values) expect(Math.abs(value - 12)).toBeLessThanOrEqual(12.5);
    }
  },
);

test('an unknown category is a component', () => {
  expect([iconNameFor('storage'), iconNameFor('toaster'), iconNameFor(undefined)]).toEqual([
    'storage',
    'component',
    'component',
  ]);
});

test('shorthands are written out', () => {
  expect(absoluteCommands('m1 2h3v4l-1-1zm5 5q1 0 1 1')).toEqual([
    ['M', 1, 2],
    ['L', 4, 2],
    ['L', 4, 6],
    ['L', 3, 5],
    ['Z'],
    ['M', 6, 7],
    ['C', 6 + 2 / 3, 7, 7, 7 + 1 / 3, 7, 8],
  ]);
});

test('paths are scaled, moved and written', () => {
  expect(pathData(transformPath([['M', 1, 2], ['L', 3, 4], ['Z']], { scale: 2, x: 10, y: 0.12345 }))).toBe(
    'M12 4.123L16 8.123Z',
  );
});
