import type { PatternName } from './design.ts';
import { absoluteCommands } from './icons.ts';
import type { PathCommand } from './paths.ts';

/** A strip is `TILES` squares of 12 wide and one high. */
export const stripViewBox = (tiles: number): [number, number] => [tiles * SIDE, SIDE];
const SIDE = 12;

/** One square of 12 of each team pattern, as it repeats along a strip. */
const squares: Readonly<Record<PatternName, string>> = {
  plain: '',
  diagonal: 'M0 12L6 0H12L6 12Z',
  dots: 'M6 3a3 3 0 0 1 0 6a3 3 0 0 1 0 -6Z',
  rows: 'M0 1.5H12V4.5H0ZM0 7.5H12V10.5H0Z',
  columns: 'M3 0H9V12H3Z',
  grid: 'M0 0H12V2H2V12H0Z',
  waves: 'M0 8A3 3 0 0 1 6 8A3 3 0 0 0 12 8V4A3 3 0 0 1 6 4A3 3 0 0 0 0 4Z',
  checks: 'M0 0H6V6H0ZM6 6H12V12H6Z',
};

const drawn = new Map<string, readonly PathCommand[]>();

/** The pattern along a strip of so many squares; empty for a plain one. */
export function stripPattern(pattern: PatternName, tiles: number): readonly PathCommand[] {
  const known = drawn.get(`${pattern} ${tiles}`);
  if (known !== undefined) return known;
  const square = absoluteCommands(squares[pattern]);
  const strip = Array.from({ length: tiles }, (_, tile) => shifted(square, tile * SIDE)).flat();
  drawn.set(`${pattern} ${tiles}`, strip);
  return strip;
}

function shifted(commands: readonly PathCommand[], by: number): PathCommand[] {
  return commands.map(
    ([command, ...values]) =>
      [command, ...values.map((value, index) => (index % 2 === 0 ? value + by : value))] as unknown as PathCommand,
  );
}
