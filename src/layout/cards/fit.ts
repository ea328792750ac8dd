import type { Card } from '../../deck/model.ts';
import type { CardSize } from '../../design/design.ts';
import type { Pt } from '../../design/units.ts';
import type { Coding } from './codes.ts';
import { backContent, type Content, type Cut, frontContent } from './content.ts';
import type { BackSide, FittedCard, FrontSide, MeasureSides, Shrunk, Side, SideExtent, SideRequest } from './model.ts';
import { type CardTypeSizes, type SizeRange, stepsOf, typeSizesOf } from './sizes.ts';

export interface FittedCards {
  readonly cards: readonly FittedCard[];
  readonly shrunk: readonly Shrunk[];
}

/**
 * Chooses sizes and makes continuations so that every text of every card stands inside its side: first smaller type,
 * down to the floor; past it, what is left goes on another side. All cards advance together, so that the number of
 * measurings does not grow with the deck. Sides leave room for the codes that `coding` gives them.
 */
export async function fitCards(
  cards: readonly Card[],
  size: CardSize,
  measure: MeasureSides,
  codingOf?: (card: Card) => Coding,
): Promise<FittedCards> {
  const sizes = typeSizesOf(size);
  const jobs = cards.flatMap((card) => [
    new FrontFit(card, sizes.text, sizes, codingOf?.(card)),
    new BackFit(card, sizes.table, sizes, codingOf?.(card)),
  ]);
  let open: SideFit[] = jobs;
  while (open.length > 0) {
    const extents = await measure(open.map((job) => job.request()));
    open = open.filter((job, index) => {
      const extent = extents[index];
      if (extent === undefined) throw new Error('Fewer sides were measured than asked for');
      return !job.accept(extent);
    });
  }
  return {
    cards: cards.flatMap((card, index) =>
      pair(card, jobs[2 * index]?.sides() ?? [], jobs[2 * index + 1]?.sides() ?? [], codingOf !== undefined),
    ),
    shrunk: jobs.flatMap((job) => job.shrunk()),
  };
}

/** Fits one run of sides (all fronts, or all backs, of a persona). */
abstract class SideFit<T = unknown> {
  protected readonly card: Card;
  readonly #content: Content<T>;
  readonly #steps: readonly Pt[];
  readonly #nameSteps: readonly Pt[];
  readonly #nameLines: number;
  /** Steps before `low` are ruled out; `fitting` is the largest size known to fit. */
  #low = 0;
  #fitting: number | undefined;
  /** The largest size known to hold everything in height, whether or not it breaks a word. */
  #holds: number | undefined;
  /** Whether some word is too wide even at the floor. */
  #breaks = false;
  #step = 0;
  #nameStep = 0;
  #from: Cut = START;
  #to: Cut;
  /** Whether not even one line has room. */
  #overflows = false;
  readonly #done: { from: Cut; to: Cut }[] = [];

  constructor(card: Card, content: Content<T>, range: SizeRange, names: CardTypeSizes) {
    this.card = card;
    this.#content = content;
    this.#steps = stepsOf(range);
    this.#nameSteps = stepsOf(names.name);
    this.#nameLines = names.nameLines;
    this.#to = content.end;
  }

  protected abstract side(content: T, size: Pt, nameSize: Pt, part: number, parts: number): FrontSide | BackSide;
  protected abstract readonly sideName: 'front' | 'back';

  get #size(): Pt {
    return this.#steps[this.#step] as Pt;
  }

  get #nameSize(): Pt {
    return this.#nameSteps[this.#nameStep] as Pt;
  }

  request(): SideRequest {
    const part = this.#done.length + 1;
    const content = this.#content.slice(this.#from, this.#to);
    // A part that is not the last will say so: reserve the room for that from the start.
    const parts = this.#isWhole() ? 1 : part + 1;
    return { card: this.card, side: this.side(content, this.#size, this.#nameSize, part, parts) };
  }

  /** Takes a measuring; true when the run is settled. */
  accept(extent: SideExtent): boolean {
    if (!this.#acceptName(extent)) return false;
    const fits = extent.bottoms.every((bottom) => bottom <= extent.available);
    return this.#isWhole() ? this.#searchSize(fits, extent) : this.#advance(fits, extent);
  }

  /** Whether everything is tried on one side. */
  #isWhole(): boolean {
    return sameCut(this.#from, START) && sameCut(this.#to, this.#content.end);
  }

  /** So many lines at most and no broken word, as long as the floor is not reached. */
  #acceptName(extent: SideExtent): boolean {
    if (extent.nameLines <= this.#nameLines && !extent.nameBroken) return true;
    if (this.#nameStep >= this.#nameSteps.length - 1) return true;
    this.#nameStep = Math.min(this.#nameStep + 4, this.#nameSteps.length - 1);
    return false;
  }

  /**
   * One side for everything: the largest size that holds it without breaking a word, by bisection; the floor is asked
   * second. A word that is too wide even there is broken at the largest size that otherwise fits.
   */
  #searchSize(fits: boolean, extent: SideExtent): boolean {
    const last = this.#steps.length - 1;
    if (fits && this.#holds === undefined) this.#holds = this.#step;
    if (extent.broken && this.#step === last) this.#breaks = true;
    if (this.#breaks && this.#holds !== undefined && this.#holds < last) return this.#settle(this.#holds);
    if (fits && (!extent.broken || this.#breaks)) this.#fitting = this.#step;
    else this.#low = this.#step + 1;
    if (this.#low > last) return this.#cutAtFloor(extent);
    if (this.#fitting !== undefined && this.#low >= this.#fitting) return this.#settle(this.#fitting);
    this.#step = this.#fitting === undefined ? last : Math.floor((this.#low + this.#fitting) / 2);
    return false;
  }

  #cutAtFloor(extent: SideExtent): boolean {
    this.#step = this.#steps.length - 1;
    this.#to = this.#cutBehind(extent);
    if (!sameCut(this.#to, this.#content.end)) return false;
    // One unit that cannot be cut, and has no room.
    this.#overflows = true;
    return this.#settle(this.#step);
  }

  /** One side of several, at the floor. */
  #advance(fits: boolean, extent: SideExtent): boolean {
    if (!fits) {
      const shorter = this.#cutBehind(extent);
      if (!sameCut(shorter, this.#to)) {
        this.#to = shorter;
        return false;
      }
      this.#overflows = true;
    }
    this.#done.push({ from: this.#from, to: this.#to });
    if (sameCut(this.#to, this.#content.end)) return true;
    this.#from = this.#to;
    this.#to = this.#content.end;
    return false;
  }

  #settle(step: number): boolean {
    this.#step = step;
    this.#done.push({ from: this.#from, to: this.#to });
    return true;
  }

  /** The last place at which the side can end: behind whole units where one fits, else inside the first one. */
  #cutBehind(extent: SideExtent): Cut {
    const count = extent.bottoms.findIndex((bottom) => bottom > extent.available);
    if (count < 0) return this.#to;
    if (count > 0) return { unit: this.#from.unit + count, part: 0 };
    const isPart = this.#to.unit === this.#from.unit;
    const tail = isPart ? this.#to.part : this.#content.partsOf(this.#from.unit);
    const room = extent.available / (extent.bottoms[0] ?? 1);
    const part = Math.min(this.#from.part + Math.max(1, Math.floor((tail - this.#from.part) * room)), tail - 1);
    if (part > this.#from.part) return { unit: this.#from.unit, part };
    // Nothing smaller is left to try.
    return isPart ? this.#to : { unit: this.#from.unit + 1, part: 0 };
  }

  sides(): (FrontSide | BackSide)[] {
    return this.#done.map(({ from, to }, index) =>
      this.side(this.#content.slice(from, to), this.#size, this.#nameSize, index + 1, this.#done.length),
    );
  }

  shrunk(): Shrunk[] {
    const designSize = this.#steps[0] as Pt;
    const parts = this.#done.length;
    if (this.#size === designSize && parts === 1 && !this.#overflows) return [];
    const overflows = this.#overflows;
    return [{ persona: this.card.id, side: this.sideName, size: this.#size, designSize, parts, overflows }];
  }
}

class FrontFit extends SideFit<{ summary?: string; fields: FrontSide['fields'] }> {
  protected readonly sideName = 'front';
  readonly #coding: Coding | undefined;

  constructor(card: Card, range: SizeRange, names: CardTypeSizes, coding: Coding | undefined) {
    super(card, frontContent(card), range, names);
    this.#coding = coding;
  }

  protected side(
    content: { summary?: string; fields: FrontSide['fields'] },
    size: Pt,
    nameSize: Pt,
    part: number,
    parts: number,
  ): FrontSide {
    return { kind: 'front', part, parts, size, nameSize, ...content, ...(this.#coding?.front(part) && { code: true }) };
  }
}

class BackFit extends SideFit<BackSide['rows']> {
  protected readonly sideName = 'back';
  readonly #coding: Coding | undefined;

  constructor(card: Card, range: SizeRange, names: CardTypeSizes, coding: Coding | undefined) {
    super(card, backContent(card), range, names);
    this.#coding = coding;
  }

  protected side(rows: BackSide['rows'], size: Pt, _nameSize: Pt, part: number, parts: number): BackSide {
    return {
      kind: 'back',
      part,
      parts,
      size,
      rows,
      ...(this.#coding?.back(part) && { code: true }),
      ...(this.#coding?.components && { componentCodes: true }),
    };
  }
}

const START: Cut = { unit: 0, part: 0 };
const sameCut = (a: Cut, b: Cut): boolean => a.unit === b.unit && a.part === b.part;

/**
 * Fronts and backs onto cards: the first front has the first back behind it; whichever run is longer fills the cards
 * that follow, both sides of each.
 */
function pair(card: Card, fronts: readonly Side[], backs: readonly Side[], coded: boolean): FittedCard[] {
  const sides: Side[] = [];
  for (let index = 0; index < Math.max(fronts.length, backs.length); index += 1) {
    const [front, back] = [fronts[index], backs[index]];
    if (front !== undefined) sides.push(front);
    if (back !== undefined) sides.push(back);
  }
  if (sides.length % 2 === 1) sides.push({ kind: 'plain', ...(coded && { code: true }) });
  const count = sides.length / 2;
  return Array.from({ length: count }, (_, index) => ({
    card,
    number: index + 1,
    count,
    front: sides[2 * index] as Side,
    back: sides[2 * index + 1] as Side,
  }));
}
