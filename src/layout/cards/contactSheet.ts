import type { CardSize } from '../../design/design.ts';
import { isLandscape } from '../../design/sizes.ts';

/** Pictures of all fronts of a deck, small and by team, in CSS px. Cards that go on have a front each. */
export interface ContactSheet<C> {
  /** From 1, of `parts`. */
  readonly part: number;
  readonly parts: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: readonly ContactRow<C>[];
}

export interface ContactRow<C> {
  /** Teams in the row, each over as many cards as follow each other. */
  readonly runs: readonly { readonly team: string | undefined; readonly first: C; readonly span: number }[];
  readonly cards: readonly C[];
}

/** Lengths in CSS px. */
export const contactLengths = { margin: 32, gap: 24, head: 84, run: 48 } as const;

/** A card on the sheet, in CSS px: its names can be read, a sheet of six is as wide as A4 at 192 dpi. */
const widths = { portrait: 320, landscape: 492 } as const;
const most = { portrait: { columns: 6, rows: 5 }, landscape: { columns: 4, rows: 7 } } as const;

/** Narrower sheets would have no room for a title. */
const FEWEST_COLUMNS = 3;

/** How wide and high a card is on the sheet, in whole CSS px. */
export function contactFrame(card: Pick<CardSize, 'width' | 'height'>): { width: number; height: number } {
  const width = widths[isLandscape(card) ? 'landscape' : 'portrait'];
  return { width, height: Math.round((width * card.height) / card.width) };
}

/**
 * Lays fronts out, which come by team, in rows of about the same length; as many sheets as they take. A team goes on in
 * the next row, under its name again.
 */
export function contactSheets<C>(
  fronts: readonly C[],
  teamOf: (front: C) => string | undefined,
  card: Pick<CardSize, 'width' | 'height'>,
): ContactSheet<C>[] {
  const limits = most[isLandscape(card) ? 'landscape' : 'portrait'];
  const parts = Math.ceil(fronts.length / (limits.columns * limits.rows));
  const each = Math.ceil(fronts.length / parts);
  const columns = Math.ceil(each / Math.ceil(each / limits.columns));
  const frame = contactFrame(card);
  const { margin, gap, head, run } = contactLengths;
  return inGroups(fronts, each).map((own, index) => {
    const rows = inGroups(own, columns).map((cards) => ({ cards, runs: runsOf(cards, teamOf) }));
    const shown = Math.max(columns, FEWEST_COLUMNS);
    return {
      part: index + 1,
      parts,
      columns,
      rows,
      width: 2 * margin + shown * frame.width + (shown - 1) * gap,
      height: 2 * margin + head + rows.length * (run + frame.height) + (rows.length - 1) * gap,
    };
  });
}

function runsOf<C>(cards: readonly C[], teamOf: (card: C) => string | undefined): ContactRow<C>['runs'] {
  const runs: { team: string | undefined; first: C; span: number }[] = [];
  for (const card of cards) {
    const last = runs.at(-1);
    if (last !== undefined && last.team === teamOf(card)) last.span += 1;
    else runs.push({ team: teamOf(card), first: card, span: 1 });
  }
  return runs;
}

const inGroups = <C>(items: readonly C[], size: number): C[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
