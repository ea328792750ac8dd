import type { CardSize } from '../../design/design.ts';
import { type Mm, mm, mmToPt } from '../../design/units.ts';
import type { Imposition, Line, Placement, Slot } from '../../layout/imposition/model.ts';
import { sheetsOf } from '../../layout/imposition/sheets.ts';
import { identity, type Matrix, times } from '../../pdf/matrix.ts';
import type { ImposedSheet, PagePlacement } from './pdf/placedPages.ts';
import { decimal } from './pdf/pdfSyntax.ts';
import type { BackOffset } from './setup.ts';

/** Points: thin enough not to show on a card that was cut a hair off. */
const MARK_WIDTH = 0.25;

/**
 * The pages of cards on sheets of paper, guides to cut along over them. `pageOf` gives the page, from 0, that shows a
 * side of the card with an index.
 */
export function imposedSheets(
  imposition: Imposition,
  card: CardSize,
  cardCount: number,
  backOffset: BackOffset,
  pageOf: (card: number, face: Placement['face']) => number,
): ImposedSheet[] {
  const { paper } = imposition;
  const backs = moving(backOffset, paper);
  return sheetsOf(imposition, cardCount).map(({ side, placements }) => {
    const moved = side === 'back' ? backs : identity;
    return {
      width: mmToPt(paper.width),
      height: mmToPt(paper.height),
      placements: placements.map(({ slot, card: index, face }) => ({
        page: pageOf(index, face),
        place: times(placeOf(slot, paper), moved),
        clip: clipOf(slot, card),
      })),
      marks: marksOf(imposition, side === 'back' ? imposition.backMarks : imposition.marks, moved),
    };
  });
}

/** The whole side, guides too, to where the printer has the front. */
function moving({ x, y, turn }: BackOffset, paper: Imposition['paper']): Matrix {
  const [middleX, middleY] = [mmToPt(paper.width) / 2, mmToPt(paper.height) / 2];
  const aboutMiddle = times([1, 0, 0, 1, -middleX, -middleY], turned(turn));
  return times(aboutMiddle, [1, 0, 0, 1, middleX + mmToPt(x), middleY - mmToPt(y)]);
}

/** To the middle of the slot, turned. */
function placeOf(slot: Slot, paper: Imposition['paper']): Matrix {
  const x = mmToPt(mm(slot.x + slot.width / 2));
  const y = mmToPt(mm(paper.height - slot.y - slot.height / 2));
  return times(turned(slot.turn), [1, 0, 0, 1, x, y]);
}

/** Degrees clockwise, with the y axis upwards. */
function turned(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [cosine, -sine, sine, cosine, 0, 0];
}

/** The card with the slot's bleed around it: what reaches further is cut off. */
function clipOf({ bleed, turn }: Slot, { width, height }: CardSize): PagePlacement['clip'] {
  // As the card has its edges.
  const edges = [bleed.top, bleed.right, bleed.bottom, bleed.left];
  const [top = 0, right = 0, bottom = 0, left = 0] = [...edges.slice(turn / 90), ...edges.slice(0, turn / 90)];
  const points = (length: number): number => mmToPt(mm(length));
  return [-points(width / 2 + left), -points(height / 2 + bottom), points(width / 2 + right), points(height / 2 + top)];
}

function marksOf({ paper, fold }: Imposition, marks: readonly Line[], moved: Matrix): string {
  const paths = [
    pathOf(marks, paper.height),
    ...(fold === undefined ? [] : [`[6 4] 0 d\n${pathOf([fold], paper.height)}`]),
  ];
  const painted = paths.filter((path) => path.endsWith('S')).join('\n');
  if (painted === '') return '';
  return `q\n${moved.map((value) => value.toFixed(6)).join(' ')} cm\n0 G\n${MARK_WIDTH} w\n${painted}\nQ`;
}

function pathOf(lines: readonly Line[], height: Mm): string {
  if (lines.length === 0) return '';
  const point = (x: Mm, y: Mm): string => `${decimal(mmToPt(x))} ${decimal(mmToPt(mm(height - y)))}`;
  return [...lines.map(({ x1, y1, x2, y2 }) => `${point(x1, y1)} m\n${point(x2, y2)} l`), 'S'].join('\n');
}
