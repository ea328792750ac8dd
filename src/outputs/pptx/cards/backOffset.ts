import { type Mm, mmToPt } from '../../../design/units.ts';
import type { Imposition, Line } from '../../../layout/imposition/model.ts';

/** How far the backs of sheets are moved, for printers that miss them. */
export interface BackOffset {
  /** To the right and down, as the back is looked at. */
  readonly x: Mm;
  readonly y: Mm;
  /** Degrees clockwise about the middle of the sheet. */
  readonly turn: number;
}

/** How one side of a sheet is moved: places in points. */
export interface Shift {
  readonly move: (point: Point) => Point;
  readonly turn: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fronts stay where they are. */
export const noShift: Shift = { move: (point) => point, turn: 0 };

/** A side turned about the middle of the paper, then moved. */
export function shiftBy({ x, y, turn }: BackOffset, { width, height }: Imposition['paper']): Shift {
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: mmToPt(width) / 2, y: mmToPt(height) / 2 };
  return {
    turn,
    move: (point) => {
      const [dx, dy] = [point.x - middle.x, point.y - middle.y];
      return {
        x: middle.x + dx * cosine - dy * sine + mmToPt(x),
        y: middle.y + dx * sine + dy * cosine + mmToPt(y),
      };
    },
  };
}

/** Ends of a line in points. */
export function endsOf({ x1, y1, x2, y2 }: Line, { move }: Shift): [Point, Point] {
  return [move({ x: mmToPt(x1), y: mmToPt(y1) }), move({ x: mmToPt(x2), y: mmToPt(y2) })];
}
