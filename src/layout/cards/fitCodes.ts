import type { Card } from '../../deck/model.ts';
import type { CardSize } from '../../design/design.ts';
import { tableWidth } from './band.ts';
import { codeColumn, type Codes, codedBacks, codedFronts, type Coding } from './codes.ts';
import { type FittedCards, fitCards } from './fit.ts';
import type { FittedCard, MeasureSides, Shrunk } from './model.ts';

/** A persona whose card has fewer codes than were asked for, being too small for them. */
export interface LeftOutCodes {
  readonly persona: string;
  /** What it has instead of codes of components; absent when it has none. */
  readonly kept?: Codes;
}

export interface CodedCards extends FittedCards {
  readonly leftOut: readonly LeftOutCodes[];
}

/** Beside codes of components, an environment and a role have to stand: less width breaks words. In points. */
const LEAST_TABLE = 90;
/** Modules along the edge of a code that holds an address of usual length. */
const USUAL_MODULES = 33;

/**
 * Fits cards with the codes that were asked for. Each card has that of its persona: on the back; on the front where it
 * would cost a further card on the back and does not there; else the run goes on on that further card. Codes are left
 * out where not even a line has room beside them, those of components before that of the persona.
 */
export async function fitCodedCards(
  cards: readonly Card[],
  size: CardSize,
  measure: MeasureSides,
  wanted: Codes | undefined,
): Promise<CodedCards> {
  if (wanted === undefined) return { ...(await fitCards(cards, size, measure)), leftOut: [] };
  const fit: Fit = async (some, codingOf) => byCard(some, await fitCards(some, size, measure, codingOf));
  const settled = new Map<Card, Run & { codes?: Codes }>();
  const bare = new Map<Card, Run>();
  for (const codes of wanted === 'components' && hasCodeColumn(size)
    ? (['components', 'persona'] as const)
    : ['persona' as const]) {
    const open = cards.filter((card) => !settled.has(card));
    for (const [card, run] of await fitWith(codes, open, bare, fit)) settled.set(card, { ...run, codes });
  }
  const all = cards.map((card) => ({ card, run: settled.get(card) ?? bare.get(card) }));
  return {
    cards: all.flatMap(({ run }) => run?.cards ?? []),
    shrunk: all.flatMap(({ card, run }) => run?.shrunk.map((text) => blamed(text, bare.get(card))) ?? []),
    leftOut: all.flatMap(({ card }): LeftOutCodes[] => {
      const codes = settled.get(card)?.codes;
      return codes === wanted ? [] : [{ persona: card.id, ...(codes && { kept: codes }) }];
    }),
  };
}

function hasCodeColumn(size: CardSize): boolean {
  return tableWidth(size) - codeColumn(size, USUAL_MODULES) >= LEAST_TABLE;
}

/** What fitting made of one persona. */
interface Run {
  readonly cards: readonly FittedCard[];
  readonly shrunk: readonly Shrunk[];
}

type Fit = (cards: readonly Card[], codingOf?: (card: Card) => Coding) => Promise<Map<Card, Run>>;

/** The best run of every card that has room for `codes`. `bare` gets those without codes of cards that take several. */
async function fitWith(
  codes: Codes,
  cards: readonly Card[],
  bare: Map<Card, Run>,
  fit: Fit,
): Promise<ReadonlyMap<Card, Run>> {
  const components = codes === 'components';
  const best = await fitRuns(cards, fit, (fronts, backs) => codedBacks(components, fronts, backs));
  const long = cards.filter((card) => !isAsShort(best.get(card), undefined));
  const unknown = long.filter((card) => !bare.has(card));
  for (const [card, run] of await fit(unknown)) bare.set(card, run);
  const dear = long.filter((card) => !isAsShort(best.get(card), bare.get(card)));
  const others = await fitRuns(dear, fit, (fronts, backs) => codedFronts(components, fronts, backs));
  for (const [card, other] of others) {
    if (costOf(other) < costOf(best.get(card))) best.set(card, other);
  }
  return new Map([...best].filter(([, run]) => costOf(run) < Infinity));
}

/** Runs with codes. How many sides a run has says which of them are backs of cards, which may change what it holds. */
async function fitRuns(
  cards: readonly Card[],
  fit: Fit,
  codingOf: (fronts?: number, backs?: number) => Coding,
): Promise<Map<Card, Run>> {
  const runs = await fit(cards, () => codingOf());
  const uneven = cards.filter((card) => countOf(runs.get(card), 'front') !== countOf(runs.get(card), 'back'));
  const again = await fit(uneven, (card) =>
    codingOf(countOf(runs.get(card), 'front'), countOf(runs.get(card), 'back')),
  );
  return new Map([...runs, ...again]);
}

const sidesOf = (run: Run | undefined) => run?.cards.flatMap(({ front, back }) => [front, back]) ?? [];

function countOf(run: Run | undefined, kind: 'front' | 'back'): number {
  return sidesOf(run).filter((side) => side.kind === kind).length;
}

/** Cards that a run takes. What passes the edge of its side lies over the code: then no number of cards will do. */
function costOf(run: Run | undefined): number {
  const spoiled = run?.shrunk.some(
    ({ side, overflows }) =>
      overflows &&
      sidesOf(run).some(
        (one) => one.kind === side && (one.code === true || (one.kind === 'back' && one.componentCodes)),
      ),
  );
  return run === undefined || spoiled === true ? Infinity : run.cards.length;
}

/** Whether codes cost no card; without `bare`, whether that is so on the face of it. */
function isAsShort(run: Run | undefined, bare: Run | undefined): boolean {
  return costOf(run) <= (bare === undefined ? 1 : bare.cards.length);
}

/** A text that takes more sides than without codes says so. */
function blamed(text: Shrunk, bare: Run | undefined): Shrunk {
  if (bare === undefined || text.parts === 1) return text;
  const parts = bare.shrunk.find(({ side }) => side === text.side)?.parts ?? 1;
  return text.parts > parts ? { ...text, forCodes: true } : text;
}

function byCard(cards: readonly Card[], fitted: FittedCards): Map<Card, Run> {
  const runs = new Map(cards.map(({ id }) => [id, { cards: [] as FittedCard[], shrunk: [] as Shrunk[] }]));
  for (const one of fitted.cards) runs.get(one.card.id)?.cards.push(one);
  for (const one of fitted.shrunk) runs.get(one.persona)?.shrunk.push(one);
  return new Map(cards.map((card) => [card, runs.get(card.id) ?? { cards: [], shrunk: [] }]));
}
