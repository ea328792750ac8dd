import { pt } from '../../design/units.ts';
import { type Box, box, unionOf } from '../box.ts';
import type { Diagram, PlacedLegend, PlacedText } from './model.ts';

/** Between entries, and between rows, in points. */
const BETWEEN = 14;
const ROW_GAP = 6;

/**
 * The legend of a diagram in rows of another width, from the corner of the picture; its entries are as they were
 * measured. Without personas' names when `most` points of height do not hold them all: their ids stand in the picture.
 */
export function legendRows({ legend, direction }: Diagram, width: number, most: number): PlacedLegend {
  const whole = inRows(legend, width, direction);
  if (whole.box.height <= most) return whole;
  return inRows({ ...legend, personas: [] }, width, direction);
}

function inRows(legend: PlacedLegend, width: number, direction: Diagram['direction']): PlacedLegend {
  const rows = new Rows(width, direction);
  const title = legend.title && rows.place([legend.title.box]);
  const letters = legend.letters.map((each) => rows.place([each.sign.box, each.text.box]));
  // Letters and names are two things: each begins a row.
  rows.begin();
  const personas = legend.personas.map((each) => rows.place([each.box, each.text.box]));
  return {
    box: box(0, 0, width, rows.height),
    ...(legend.title && title && { title: moved(legend.title, title) }),
    letters: legend.letters.map((each, index) => ({
      ...each,
      sign: moved(each.sign, letters[index] as Shift),
      text: moved(each.text, letters[index] as Shift),
    })),
    personas: legend.personas.map((each, index) => {
      const { x, y } = personas[index] as Shift;
      return {
        ...each,
        box: { ...each.box, x: pt(each.box.x + x), y: pt(each.box.y + y) },
        text: moved(each.text, personas[index] as Shift),
      };
    }),
  };
}

interface Shift {
  readonly x: number;
  readonly y: number;
}

const moved = (text: PlacedText, { x, y }: Shift): PlacedText => ({
  ...text,
  box: { ...text.box, x: pt(text.box.x + x), y: pt(text.box.y + y) },
});

/** Entries one after the other in the direction of reading, a new row where one is full. */
class Rows {
  readonly #width: number;
  readonly #rtl: boolean;
  #top = 0;
  #used = 0;
  #rowHeight = 0;

  constructor(width: number, direction: Diagram['direction']) {
    this.#width = width;
    this.#rtl = direction === 'rtl';
  }

  get height(): number {
    return this.#top + this.#rowHeight;
  }

  begin(): void {
    if (this.#used === 0) return;
    this.#top += this.#rowHeight + ROW_GAP;
    [this.#used, this.#rowHeight] = [0, 0];
  }

  /** How far the boxes of an entry have to move to stand in the next free place. */
  place(boxes: readonly Box[]): Shift {
    const entry = unionOf(boxes);
    if (this.#used > 0 && this.#used + entry.width > this.#width) this.begin();
    const x = this.#rtl ? this.#width - this.#used - entry.width : this.#used;
    this.#used += entry.width + BETWEEN;
    this.#rowHeight = Math.max(this.#rowHeight, entry.height);
    return { x: x - entry.x, y: this.#top - entry.y };
  }
}
