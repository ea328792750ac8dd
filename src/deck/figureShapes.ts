import { absoluteCommands } from '../design/icons.ts';
import type { PathCommand } from '../design/paths.ts';

/** Large shapes behind the tiles, on a square of 240: what is seen across a table. */
const backdropData = {
  disc: 'M120 14a106 106 0 0 1 0 212a106 106 0 0 1 0 -212Z',
  diamond: 'M120 0L240 120L120 240L0 120Z',
  corners:
    'M0 0H120A120 120 0 0 1 0 120ZM240 0V120A120 120 0 0 1 120 0ZM240 240H120A120 120 0 0 1 240 120ZM0 240V120A120 120 0 0 1 120 240Z',
  cross: 'M0 0H60L120 60L180 0H240V60L180 120L240 180V240H180L120 180L60 240H0V180L60 120L0 60Z',
  plus: 'M60 0H180V60H240V180H180V240H60V180H0V60H60Z',
  bowtie: 'M0 0L120 120L0 240ZM240 0V240L120 120Z',
  arch: 'M0 240V120A120 120 0 0 1 240 120V240Z',
  columns: 'M0 0H60V240H0ZM180 0H240V240H180Z',
  waves: 'M0 60A60 60 0 0 1 120 60A60 60 0 0 0 240 60V180A60 60 0 0 1 120 180A60 60 0 0 0 0 180Z',
  ring: 'M120 0a120 120 0 0 1 0 240a120 120 0 0 1 0 -240ZM120 44a76 76 0 0 0 0 152a76 76 0 0 0 0 -152Z',
} as const;

/** Outlines that fill a unit square in part. */
const tileData = {
  quarter: 'M0 0H1A1 1 0 0 1 0 1Z',
  leaf: 'M0 0A1 1 0 0 1 1 1A1 1 0 0 1 0 0Z',
  triangle: 'M0 0H1L0 1Z',
  half: 'M0 0H1A.5 .5 0 0 1 0 0Z',
  bar: 'M0 0H1V.5H0Z',
  dot: 'M.5 .2a.3 .3 0 0 1 0 .6a.3 .3 0 0 1 0 -.6Z',
  arc: 'M0 0H1A1 1 0 0 1 0 1ZM0 0V.5A.5 .5 0 0 0 .5 0Z',
  peak: 'M0 0H1L.5 .5Z',
} as const;

export type Backdrop = keyof typeof backdropData;
export type Tile = keyof typeof tileData;

export const backdrops = Object.keys(backdropData) as readonly Backdrop[];
export const tiles = Object.keys(tileData) as readonly Tile[];

const drawn = new Map<string, readonly PathCommand[]>();

export function backdrop(name: Backdrop): readonly PathCommand[] {
  return commandsOf(backdropData[name]);
}

/** The outline of a tile in a unit square, y downwards. */
export function tile(name: Tile): readonly PathCommand[] {
  return commandsOf(tileData[name]);
}

function commandsOf(data: string): readonly PathCommand[] {
  const known = drawn.get(data);
  if (known !== undefined) return known;
  const commands = absoluteCommands(data);
  drawn.set(data, commands);
  return commands;
}
