import type { Pixels } from '../images/pixels.ts';
import { least, type Requirement, requirement } from './model.ts';

export type EdgeName = 'left' | 'top' | 'right' | 'bottom';

/** How much of an edge is painted: where the card is cut, and where the picture ends. Parts of its length. */
export interface EdgeCover {
  readonly edge: EdgeName;
  readonly atCut: number;
  readonly atEnd: number;
}

/** Lighter than this in red, green and blue is paper. */
const PAPER = 250;

/** Looks along the cut and along the last row of pixels at each edge. `bleed` in pixels. */
export function edgeCovers(pixels: Pixels, bleed: number): EdgeCover[] {
  const { width, height } = pixels;
  const inside = Math.ceil(bleed) + 1;
  const row = (y: number): number => share(width, (x) => isPainted(pixels, x, y));
  const column = (x: number): number => share(height, (y) => isPainted(pixels, x, y));
  return [
    { edge: 'left', atCut: column(inside), atEnd: column(0) },
    { edge: 'top', atCut: row(inside), atEnd: row(0) },
    { edge: 'right', atCut: column(width - 1 - inside), atEnd: column(width - 1) },
    { edge: 'bottom', atCut: row(height - 1 - inside), atEnd: row(height - 1) },
  ];
}

/**
 * Whether colour that reaches the cut goes on to the end. Patterns are cut at other places there than at the cut, so
 * some less is fine.
 */
function isReached({ atCut, atEnd }: EdgeCover): boolean {
  return atEnd >= 0.6 * atCut - 0.01;
}

/** The edge that lacks the most of those where something is painted at the cut. */
function worstEdge<T extends { readonly edge: EdgeCover }>(seen: readonly T[]): T | undefined {
  const painted = seen.filter(({ edge }) => edge.atCut > 0.02);
  return least(painted, ({ edge }) => edge.atEnd / edge.atCut);
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
  const worst = worstEdge(seen);
  if (worst === undefined) return requirement('bleed', wanted, 'nothing is painted at the cut', true);
  const met = isReached(worst.edge);
  return requirement('bleed', wanted, describeCover(worst.edge), met, met ? undefined : where(worst));
}

function describeCover({ edge, atCut, atEnd }: EdgeCover): string {
  return `${edge}: ${percent(atCut)} painted at the cut, ${percent(atEnd)} at the end`;
}

const percent = (part: number): string => `${Math.round(100 * part)} %`;
