import type { Card, Field, FieldKey } from '../../deck/model.ts';
import { type CardSize } from '../../design/design.ts';
import { type Pt, mm, pt } from '../../design/units.ts';
import type { MeasureSides, SideExtent, WideSide } from './model.ts';
import { stepsOf } from './sizes.ts';

/** 16 to 9, in CSS px that are shown as such where the picture is 800 px wide. */
export const wideCard: CardSize = { name: 'wide', width: mm((800 * 25.4) / 96), height: mm((450 * 25.4) / 96) };

/** Names take two lines at most, in a column as wide as fields. */
const names = stepsOf({ design: pt(25), floor: pt(12) });
const NAME_LINES = 2;
/** Down to 12 CSS px, below which pictures on pages are hard to read. */
const sizes = stepsOf({ design: pt(12.5), floor: pt(9) });
/** So many items of each field, where not even the names of all have room. */
const limits = [16, 12, 9, 7, 5, 4, 3, 2, 1];

export interface WideCard {
  readonly card: Card;
  readonly side: WideSide;
}

/**
 * Chooses for every card the most that fits on a wide picture: all of it, in type as large as may be; else all but the
 * roles; else some items of each field.
 */
export async function fitWide(cards: readonly Card[], measure: MeasureSides<WideSide>): Promise<WideCard[]> {
  const jobs = cards.map((card) => new WideFit(card));
  let open = jobs;
  while (open.length > 0) {
    const extents = await measure(open.map(({ card, side }) => ({ card, side })));
    open = open.filter((job, index) => {
      const extent = extents[index];
      if (extent === undefined) throw new Error('Fewer sides were measured than asked for');
      return !job.accept(extent);
    });
  }
  return jobs.map(({ card, side }) => ({ card, side }));
}

/** What a side may leave out, and its type size: from everything in large type to the least. */
interface Step {
  readonly size: Pt;
  readonly withRoles: boolean;
  readonly limit?: number;
}

const floor = sizes.at(-1) as Pt;
const ladder: readonly Step[] = [
  ...sizes.map((size) => ({ size, withRoles: true })),
  ...sizes.map((size) => ({ size, withRoles: false })),
  ...limits.map((limit) => ({ size: floor, withRoles: false, limit })),
];

/** Finds the first step of the ladder that fits, by bisection. */
class WideFit {
  readonly card: Card;
  #nameStep = 0;
  /** Steps before `low` do not fit; `fitting` is the first known to. */
  #low = 0;
  #fitting = ladder.length - 1;
  #step = 0;

  constructor(card: Card) {
    this.card = card;
  }

  get side(): WideSide {
    return sideOf(this.card, ladder[this.#step] as Step, names[this.#nameStep] as Pt);
  }

  /** Takes a measuring; true when the side is settled. */
  accept(extent: SideExtent): boolean {
    if (this.#shrinkName(extent)) return false;
    const fits = extent.bottoms.every((bottom) => bottom <= extent.available);
    if (fits && !(extent.broken && this.#step < this.#firstAtFloor)) this.#fitting = this.#step;
    else this.#low = this.#step + 1;
    this.#step = Math.floor((this.#low + this.#fitting) / 2);
    return this.#low >= this.#fitting;
  }

  /** At the floor words may break: nothing smaller would keep them whole. */
  get #firstAtFloor(): number {
    return sizes.length - 1;
  }

  #shrinkName({ nameLines, nameBroken }: SideExtent): boolean {
    if ((nameLines <= NAME_LINES && !nameBroken) || this.#nameStep === names.length - 1) return false;
    this.#nameStep = Math.min(this.#nameStep + 4, names.length - 1);
    return true;
  }
}

function sideOf(
  { summary, fields, access }: Card,
  { size, withRoles, limit = Infinity }: Step,
  nameSize: Pt,
): WideSide {
  const others = fields.filter(({ key }) => key !== 'components');
  return {
    kind: 'wide',
    size,
    nameSize,
    ...(summary === undefined || limit < Infinity ? {} : { summary }),
    fields: others.map((field): Field => ({ ...field, items: field.items.slice(0, limit) })),
    rows: access.slice(0, limit),
    withRoles,
    leftOut: Object.fromEntries(
      [
        ...others.map(({ key, items }): [FieldKey, number] => [key, items.length]),
        ['components', access.length] as const,
      ]
        .map(([key, count]) => [key, count - limit] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}
