import type { Card } from '../../deck/model.ts';
import type { CardSize } from '../../design/design.ts';
import { codeColumn, type Codes } from './codes.ts';
import { type FittedCards, fitCards } from './fit.ts';
import type { FittedCard, MeasureSides, Shrunk } from './model.ts';
import { tableWidth } from './band.ts';

/** A persona whose card has fewer codes than were asked for, since it has no room for them. */
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
 * Fits cards with the codes that were asked for. A code may make the type of its card smaller, but not cost a further
 * card or an overflow: there it is left out, codes of components before that of the persona.
 */
export async function fitCodedCards(
  cards: readonly Card[],
  size: CardSize,
  measure: MeasureSides,
  wanted: Codes | undefined,
): Promise<CodedCards> {
  if (wanted === undefined) return { ...(await fitCards(cards, size, measure)), leftOut: [] };
  const tried =
    wanted === 'components' && hasCodeColumn(size) ? (['components', 'persona'] as const) : ['persona' as const];
  const settled = new Map<Card, Run & { codes?: Codes }>();
  let bare: ReadonlyMap<Card, Run> = new Map();
  for (const codes of tried) {
    const open = cards.filter((card) => !settled.has(card));
    const runs = byCard(open, await fitCards(open, size, measure, codes));
    const long = open.filter((card) => rankOf(runs.get(card)) > 1 && !bare.has(card));
    bare = new Map([...bare, ...byCard(long, await fitCards(long, size, measure))]);
    for (const [card, run] of runs) {
      if (rankOf(run) <= Math.max(1, rankOf(bare.get(card)))) settled.set(card, { ...run, codes });
    }
  }
  const all = cards.map((card) => ({ card, run: settled.get(card) ?? bare.get(card) }));
  return {
    cards: all.flatMap(({ run }) => run?.cards ?? []),
    shrunk: all.flatMap(({ run }) => run?.shrunk ?? []),
    leftOut: all.flatMap(({ card }): LeftOutCodes[] => {
      const codes = settled.get(card)?.codes;
      return codes === wanted ? [] : [{ persona: card.id, ...(codes && { kept: codes }) }];
    }),
  };
}

function hasCodeColumn(size: CardSize): boolean {
  return tableWidth(size) - codeColumn(size, USUAL_MODULES) >= LEAST_TABLE;
}

/** What fitting made of one card. */
interface Run {
  readonly cards: readonly FittedCard[];
  readonly shrunk: readonly Shrunk[];
}

function byCard(cards: readonly Card[], fitted: FittedCards): Map<Card, Run> {
  const runs = new Map(cards.map(({ id }) => [id, { cards: [] as FittedCard[], shrunk: [] as Shrunk[] }]));
  for (const one of fitted.cards) runs.get(one.card.id)?.cards.push(one);
  for (const one of fitted.shrunk) runs.get(one.persona)?.shrunk.push(one);
  return new Map(cards.map((card) => [card, runs.get(card.id) ?? { cards: [], shrunk: [] }]));
}

/** Sides that the back takes; an overflow is worse than any number of them. */
function rankOf(run: Run | undefined): number {
  const back = run?.shrunk.find(({ side }) => side === 'back');
  if (back === undefined) return 1;
  return back.overflows ? Number.POSITIVE_INFINITY : back.parts;
}
