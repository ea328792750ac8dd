import type { Pixels } from '../images/pixels.ts';
import { least, type Requirement, requirement } from './model.ts';

export type EdgeName = 'left' | 'top' | 'right' | 'bottom';

/** How much of an edge is painted, in parts of its length. */
export interface EdgeCover {
  readonly edge: EdgeName;
  /** Where the card is cut, and in the last row of the picture. */
  readonly atCut: number;
  readonly atEnd: number;
  /** The least of the rows inside the cut, as far in as the bleed is wide. */
  readonly within: number;
  /** The most that is lost from one row to the next but one, from the cut to the end. */
  readonly drop: number;
}

/** Lighter than this in red, green and blue is paper. */
const PAPER = 250;

/** Looks along the rows of pixels at each edge. `bleed` in pixels. */
export function edgeCovers(pixels: Pixels, bleed: number): EdgeCover[] {
  const { width, height } = pixels;
  const row = (y: number): number => share(width, (x) => isPainted(pixels, x, y));
  const column = (x: number): number => share(height, (y) => isPainted(pixels, x, y));
  return [
    edgeCover('left', bleed, column),
    edgeCover('top', bleed, row),
    edgeCover('right', bleed, (at) => column(width - 1 - at)),
    edgeCover('bottom', bleed, (at) => row(height - 1 - at)),
  ];
}

/** `cover` tells how much is painted so many pixels inside the end. */
function edgeCover(edge: EdgeName, bleed: number, cover: (at: number) => number): EdgeCover {
  const cut = Math.ceil(bleed) + 1;
  const rows = Array.from({ length: 2 * cut + 1 }, (_, at) => cover(at));
  const drops = rows.slice(0, cut - 1).map((painted, at) => (rows[at + 2] ?? 0) - painted);
  return {
    edge,
    atCut: rows[cut] ?? 0,
    atEnd: rows[0] ?? 0,
    within: Math.min(...rows.slice(cut)),
    drop: Math.max(0, ...drops),
  };
}

/**
 * Whether colour reaches the cut and ends, all at once, before the picture does. Patterns are no fault: slanted ones
 * change little by little, and stripes along the edge have rows without colour inside the cut too.
 */
function isLacking({ atCut, atEnd, within, drop }: EdgeCover): boolean {
  return atEnd < 0.6 * atCut - 0.01 && drop > 0.4 * atCut && within > 0.5 * atCut;
}

function share(length: number, painted: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < length; at += 1) if (painted(at)) count += 1;
  return length === 0 ? 0 : count / length;
}

function isPainted({ width, data }: Pixels, x: number, y: number): boolean {
  const at = 3 * (y * width + x);
  return (data[at] ?? 255) < PAPER || (data[at + 1] ?? 255) < PAPER || (data[at + 2] ?? 255) < PAPER;
}

/** Says of the edges that were seen whether colour reaches the end of what `thing` is. `where` names the worst. */
export function bleedRequirement<T extends { readonly edge: EdgeCover }>(
  thing: string,
  seen: readonly T[],
  where: (worst: T) => string,
): Requirement {
  const wanted = `colour at the cut goes on to the edge of the ${thing}`;
  const worst = least(
    seen.filter(({ edge }) => isLacking(edge)),
    ({ edge }) => edge.atEnd / edge.atCut,
  );
  if (worst !== undefined) return requirement('bleed', wanted, describeCover(worst.edge), false, where(worst));
  const fullest = least(seen, ({ edge }) => -Math.min(edge.atCut, edge.atEnd));
  return requirement('bleed', wanted, fullest === undefined ? '-' : describeCover(fullest.edge), true);
}

function describeCover({ edge, atCut, atEnd }: EdgeCover): string {
  return `${edge}: ${percent(atCut)} painted at the cut, ${percent(atEnd)} at the end`;
}

const percent = (part: number): string => `${Math.round(100 * part)} %`;
