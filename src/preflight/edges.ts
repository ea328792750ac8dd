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
  /** The most that changes colour there, and from row to row inside the cut. */
  readonly change: number;
  readonly changeWithin: number;
}

/** Lighter than this in red, green and blue is paper. */
const PAPER = 250;

/** Looks along the rows of pixels at each edge. `bleed` in pixels. */
export function edgeCovers(pixels: Pixels, bleed: number): EdgeCover[] {
  const { width, height } = pixels;
  const index = (x: number, y: number): number => 3 * (y * width + x);
  return [
    edgeCover('left', bleed, pixels, height, (along, at) => index(at, along)),
    edgeCover('top', bleed, pixels, width, (along, at) => index(along, at)),
    edgeCover('right', bleed, pixels, height, (along, at) => index(width - 1 - at, along)),
    edgeCover('bottom', bleed, pixels, width, (along, at) => index(along, height - 1 - at)),
  ];
}

/** `place` tells where a pixel is so far along the edge, and so far inside the end. */
function edgeCover(
  edge: EdgeName,
  bleed: number,
  { data }: Pixels,
  length: number,
  place: (along: number, at: number) => number,
): EdgeCover {
  const cut = Math.ceil(bleed) + 1;
  const rows = Array.from({ length: 2 * cut + 1 }, (_, at) =>
    share(length, (along) => isPainted(data, place(along, at))),
  );
  // Edges are smoothed over a pixel, so rows are compared with the next but one.
  const drops = rows.slice(0, cut - 1).map((painted, at) => (rows[at + 2] ?? 0) - painted);
  const changes = rows.map((_, at) => share(length, (along) => isOther(data, place(along, at), place(along, at + 2))));
  return {
    edge,
    atCut: rows[cut] ?? 0,
    atEnd: rows[0] ?? 0,
    within: Math.min(...rows.slice(cut)),
    drop: Math.max(0, ...drops),
    change: Math.max(0, ...changes.slice(0, cut - 1)),
    changeWithin: Math.max(0, ...changes.slice(cut, 2 * cut - 1)),
  };
}

/**
 * Whether colour reaches the cut and ends, all at once, before the picture does. Patterns are no fault: slanted ones
 * change little by little, and stripes along the edge have rows without colour inside the cut too.
 */
function isLacking(cover: EdgeCover): boolean {
  const { atCut, atEnd, within, drop } = cover;
  return isFramed(cover) || (atEnd < 0.6 * atCut - 0.01 && drop > 0.4 * atCut && within > 0.5 * atCut);
}

/** Whether most of an edge changes colour on the way from the cut to the end, as it does nowhere inside. */
const isFramed = ({ change, changeWithin }: EdgeCover): boolean => change > 0.5 && changeWithin < 0.25;

function share(length: number, painted: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < length; at += 1) if (painted(at)) count += 1;
  return length === 0 ? 0 : count / length;
}

function isPainted(data: Uint8Array, at: number): boolean {
  return (data[at] ?? 255) < PAPER || (data[at + 1] ?? 255) < PAPER || (data[at + 2] ?? 255) < PAPER;
}

/** More than shades of a picture or a gradient differ by from pixel to pixel. */
const OTHER = 40;

function isOther(data: Uint8Array, one: number, other: number): boolean {
  // Written out: it runs for hundreds of thousands of pixels of each picture.
  return (
    Math.abs((data[one] ?? 0) - (data[other] ?? 0)) > OTHER ||
    Math.abs((data[one + 1] ?? 0) - (data[other + 1] ?? 0)) > OTHER ||
    Math.abs((data[one + 2] ?? 0) - (data[other + 2] ?? 0)) > OTHER
  );
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

function describeCover(cover: EdgeCover): string {
  const { edge, atCut, atEnd, change } = cover;
  if (isFramed(cover)) return `${edge}: ${percent(change)} changes colour between the cut and the end`;
  return `${edge}: ${percent(atCut)} painted at the cut, ${percent(atEnd)} at the end`;
}

const percent = (part: number): string => `${Math.round(100 * part)} %`;
