import type { Card, EnvironmentHeading } from '../deck/model.ts';
import type { Design } from '../design/design.ts';
import { savingInk } from '../design/printTheme.ts';
import { isLandscape } from '../design/sizes.ts';
import { teamStyle } from '../design/teams.ts';
import { mmToPt } from '../design/units.ts';
import { bandHeight, tableWidth } from '../layout/cards/band.ts';
import type { IndexSide } from '../layout/cards/model.ts';
import { scaleOf } from '../layout/cards/sizes.ts';
import { areTooNarrow, blankColumns } from './tableColumns.ts';

/** What `card-index.hbs` receives besides what all templates have. */
export function indexParts({ theme }: Design, { columns, columnCount }: IndexSide) {
  return {
    columns: columns.map((entries) => ({
      entries: entries.map(({ id, name, team }) => ({
        id,
        name,
        style: `--team:${teamStyle(theme, team).color}`,
      })),
    })),
    style: `--columns:${columnCount}`,
  };
}

/** Height of a line to write on, in points: room for small handwriting. */
const LINE = 18;
/** How the heights of fields compare. */
const shares: Readonly<Record<string, number>> = { components: 3 };

/** What `card-blank-front.hbs` receives. */
export function blankFront(design: Design, card: Card) {
  const { labels } = design;
  const height = mmToPt(design.card.height);
  const room = isLandscape(design.card) ? height - 40 : height - bandHeight(design.card) - 60;
  const rows = isLandscape(design.card) ? 5 : 6;
  return {
    identity: [{ label: labels.id }, { label: labels.kind }],
    nameLabel: labels.name,
    fields: card.fields.map(({ key, label }) => ({
      key,
      label,
      lines: linesOf(((room * (shares[key] ?? 1)) / rows - 9) / scaleOf(design.card)),
    })),
  };
}

/** What `card-blank-back.hbs` receives: a row a line, or where columns are too narrow, the environments of a component as lines. */
export function blankBack({ card, labels }: Design, environments: readonly EnvironmentHeading[]) {
  const room = (mmToPt(card.height) - 80) / scaleOf(card);
  const heads = [labels.component, ...environments.map(({ name }) => name)];
  return {
    nameLabel: labels.name,
    componentLabel: labels.component,
    environments,
    stacked: areTooNarrow(blankColumns, heads, tableWidth(card), card),
    lines: linesOf(room),
    blocks: linesOf(room / (1 + environments.length * STACKED_LINE)),
  };
}

/** Lines of environments below each other compare so to those of components. */
const STACKED_LINE = 0.75;

/** Cards to write on are white and their lines dark, whatever the theme. */
export function paperStyle({ theme }: Design): string {
  if (theme.mode === 'light') return '';
  const { surface, ink, quiet, rule, production } = savingInk(theme).colors;
  return Object.entries({ surface, ink, quiet, rule, production })
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

function linesOf(room: number): object[] {
  return Array.from({ length: Math.max(1, Math.floor(room / LINE)) }, () => ({}));
}
