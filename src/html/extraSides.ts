import type { Card, EnvironmentHeading } from '../deck/model.ts';
import type { Design } from '../design/design.ts';
import { isLandscape } from '../design/sizes.ts';
import { teamStyle } from '../design/teams.ts';
import { mmToPt } from '../design/units.ts';
import { bandHeight } from '../layout/cards/band.ts';
import type { IndexSide } from '../layout/cards/model.ts';
import { scaleOf } from '../layout/cards/sizes.ts';

/** What `card-index.hbs` receives besides what all templates have. */
export function indexParts({ theme }: Design, { columns, columnCount, idWidth }: IndexSide) {
  return {
    columns: columns.map((entries) => ({
      entries: entries.map(({ id, name, team }) => ({
        id,
        name,
        style: `--team:${teamStyle(theme, team).color}`,
      })),
    })),
    style: `--columns:${columnCount};--id-width:${idWidth.toFixed(1)}pt`,
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

/** What `card-blank-back.hbs` receives. */
export function blankBack(design: Design, environments: readonly EnvironmentHeading[]) {
  const { labels } = design;
  const room = (mmToPt(design.card.height) - 80) / scaleOf(design.card);
  return { nameLabel: labels.name, componentLabel: labels.component, environments, lines: linesOf(room) };
}

function linesOf(room: number): object[] {
  return Array.from({ length: Math.max(1, Math.floor(room / LINE)) }, () => ({}));
}
