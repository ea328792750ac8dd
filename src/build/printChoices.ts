import type { CardSize, PaperSize } from '../design/design.ts';
import { bleed as usualBleed } from '../design/sizes.ts';
import { type Stock, stocks } from '../design/stock.ts';
import { mm } from '../design/units.ts';
import { impose } from '../layout/imposition/impose.ts';
import { impositionOptions, type PrintSetup } from '../outputs/print/setup.ts';
import type { Settings } from '../schema/settings.ts';
import { type BuildChoices, known } from './choices.ts';
import { UsageError } from './usageError.ts';

type PrintSettings = NonNullable<Settings['print']>;

/** How cards get onto paper. Throws `UsageError` for choices that exclude one another. */
export function chosenPrint(choices: BuildChoices, settings: Settings): PrintSetup {
  const print = settings.print ?? {};
  const stock = chosenStock(choices, settings);
  if (stock !== undefined) refuseWithStock(stock, print);
  if (print.duplex === 'gutterfold' && print.backOffset !== undefined) {
    throw new UsageError(
      'Sheets with a fold have no backs to move',
      'leave out print.backOffset, or change print.duplex',
    );
  }
  return {
    bleed: mm(print.bleed ?? usualBleed),
    backs: print.backs ?? 'alternate',
    proof: choices.proof ?? print.proof ?? false,
    ink: print.ink ?? 'full',
    colors: print.colors ?? 'full',
    extra: { index: print.index ?? false, blanks: print.blanks ?? 0 },
    duplex: print.duplex ?? 'long-edge',
    edges: print.edges ?? 'bleed',
    gutter: mm(print.gutter ?? 0),
    guides: print.guides ?? 'ticks',
    guidesOnBacks: print.guidesOnBacks ?? true,
    ...(stock === undefined ? {} : { stock }),
    backOffset: {
      x: mm(print.backOffset?.x ?? 0),
      y: mm(print.backOffset?.y ?? 0),
      turn: print.backOffset?.turn ?? 0,
    },
  };
}

/** The perforated sheets that were asked for, by any of their part numbers. */
export function chosenStock(choices: BuildChoices, settings: Settings): Stock | undefined {
  const wanted = (choices.stock ?? settings.print?.stock)?.toLowerCase();
  if (wanted === undefined) return undefined;
  const names = stocks.flatMap(({ name, also }) => [name, ...also]);
  known('stock', wanted, names);
  return stocks.find(({ name, also }) => name === wanted || also.includes(wanted));
}

/** Sheets that are perforated say themselves what these keys would. */
function refuseWithStock({ name }: Stock, print: PrintSettings): void {
  const excluded = (['edges', 'gutter', 'guides'] as const).filter((key) => print[key] !== undefined);
  if (excluded.length > 0) {
    throw new UsageError(`${name} is perforated already`, `leave out print.${excluded.join(', print.')}`);
  }
  if (print.duplex === 'gutterfold') {
    throw new UsageError(`${name} cannot be folded`, 'choose long-edge or short-edge as print.duplex');
  }
}

/** Throws `UsageError` when not one card stands on the paper. */
export function checkSheets(design: { readonly card: CardSize; readonly paper: PaperSize }, setup: PrintSetup): void {
  if (impose(impositionOptions(design, setup)) !== undefined) return;
  const { card, paper } = design;
  const size = `${card.width} x ${card.height} mm`;
  const { stock } = setup;
  if (stock !== undefined) {
    throw new UsageError(
      `${stock.name} has cards of ${stock.card.width} x ${stock.card.height} mm, not ${size}`,
      'leave out the card size: the stock says it',
    );
  }
  throw new UsageError(
    `A card of ${size} with its bleed does not fit on paper ${paper.name}`,
    'choose a larger paper, a smaller card, or another print.duplex',
  );
}
