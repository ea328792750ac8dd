import type { PathCommand } from '../design/paths.ts';
import { type Backdrop, backdrop, backdrops, type Tile, tile, tiles } from './figureShapes.ts';

/** A pattern on a square of 240, before it has colours. */
export interface FigurePattern {
  /** Backdrop, strong tiles, soft tiles; shapes of one layer never overlap one another. */
  readonly layers: readonly (readonly PathCommand[])[];
  readonly inverted: boolean;
}

/** Tiles on a side; the symmetries need an even number. */
const GRID = 4;
const TILE = 60;

type Symmetry = (typeof symmetries)[number];
/** `mirror`: left and right. `kaleidoscope`: both axes. `pinwheel`: quarter turns. */
const symmetries = ['kaleidoscope', 'pinwheel', 'mirror'] as const;

/** Column, row and quarter turns of a tile, and whether it is drawn as seen in a mirror. */
interface Place {
  readonly column: number;
  readonly row: number;
  readonly turns: number;
  readonly mirrored: boolean;
}

/**
 * The pattern that belongs to an id: a large backdrop, seen from afar, and two kinds of tiles on it, repeated by one
 * symmetry. Few large shapes, so that figures are told apart across a table.
 */
export function patternOf(id: string): FigurePattern {
  const next = randomFrom(id);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
  const back: Backdrop = pick(backdrops);
  const symmetry: Symmetry = pick(symmetries);
  const strongKind: Tile = pick(tiles);
  const softKind: Tile = pick(tiles.filter((kind) => kind !== strongKind));
  const inverted = next() < 0.5;
  const strong: PathCommand[] = [];
  const soft: PathCommand[] = [];
  for (const seed of seedPlaces(symmetry)) {
    const choice = next();
    const turns = Math.floor(next() * 4);
    if (choice > 0.86) continue;
    const [layer, kind] = choice < 0.46 ? [strong, strongKind] : [soft, softKind];
    for (const place of repeat({ ...seed, turns, mirrored: false }, symmetry)) layer.push(...placed(kind, place));
  }
  return { layers: [backdrop(back), strong, soft], inverted };
}

/** The tiles that decide all others. The middle four are left out: the badge stands there. */
function seedPlaces(symmetry: Symmetry): { column: number; row: number }[] {
  const rows = symmetry === 'mirror' ? GRID : GRID / 2;
  const all = Array.from({ length: rows * (GRID / 2) }, (_, index) => ({
    column: index % (GRID / 2),
    row: Math.floor(index / (GRID / 2)),
  }));
  return all.filter(({ column, row }) => column === 0 || row === 0 || row === GRID - 1);
}

function repeat(place: Place, symmetry: Symmetry): Place[] {
  const last = GRID - 1;
  const { column, row, turns } = place;
  if (symmetry === 'pinwheel') {
    return [
      place,
      { column: last - row, row: column, turns: turns + 1, mirrored: false },
      { column: last - column, row: last - row, turns: turns + 2, mirrored: false },
      { column: row, row: last - column, turns: turns + 3, mirrored: false },
    ];
  }
  const flipped: Place = { column: last - column, row, turns, mirrored: true };
  if (symmetry === 'mirror') return [place, flipped];
  // Upside down is a mirror image turned by half.
  return [
    place,
    flipped,
    { column, row: last - row, turns: turns + 2, mirrored: true },
    { column: last - column, row: last - row, turns: turns + 2, mirrored: false },
  ];
}

/** A tile's outline where it belongs: turned about its middle, then mirrored, then moved. */
function placed(kind: Tile, { column, row, turns, mirrored }: Place): PathCommand[] {
  const quarter = mirrored ? -turns : turns;
  const [cos, sin] = [Math.round(Math.cos((quarter * Math.PI) / 2)), Math.round(Math.sin((quarter * Math.PI) / 2))];
  return tile(kind).map(([command, ...values]) => {
    const moved: number[] = [];
    for (let index = 0; index < values.length; index += 2) {
      const x = ((values[index] ?? 0) - 0.5) * (mirrored ? -1 : 1);
      const y = (values[index + 1] ?? 0) - 0.5;
      moved.push((column + 0.5 + x * cos - y * sin) * TILE, (row + 0.5 + x * sin + y * cos) * TILE);
    }
    return [command, ...moved] as unknown as PathCommand;
  });
}

/** Numbers in [0, 1) that depend on the text alone: FNV-1a for a seed, then mulberry32. */
function randomFrom(text: string): () => number {
  let seed = 0x811c9dc5;
  for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // FNV barely moves the high bits for ids that end differently: mix before use.
  seed = Math.imul(seed ^ (seed >>> 16), 0x7feb352d);
  seed = Math.imul(seed ^ (seed >>> 15), 0x846ca68b);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
