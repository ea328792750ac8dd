import type { FigurePaint } from '../../deck/figureTones.ts';
import { paintColor } from '../../deck/figureTones.ts';
import type { TeamMark } from '../../deck/model.ts';
import type { Theme, ThemeColors } from '../../design/design.ts';
import { teamStyle } from '../../design/teams.ts';
import type { Color, Scheme, SchemeSlot } from './slideSpec.ts';
import { thinLayer } from './thinLayer.ts';

/** Slots of the Office colour scheme that may carry a token of ours; the other tokens have none and stay fixed colours. */
const slots: Partial<Record<keyof ThemeColors, SchemeSlot>> = {
  ink: 'tx1',
  surface: 'bg1',
  quiet: 'tx2',
  ground: 'bg2',
};

/** As many teams change colour with the theme. */
const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

export interface Palette {
  token(name: keyof ThemeColors): Color;
  team(team: TeamMark | undefined): Color;
  /** Text on a team's colour. */
  onTeam(team: TeamMark | undefined): Color;
  paint(paint: FigurePaint, team: TeamMark | undefined): Color;
}

/** The scheme of a deck whose theme we write. */
export function ownScheme({ colors, teams }: Theme): Scheme {
  const text = { tx1: colors.ink, bg1: colors.surface, tx2: colors.quiet, bg2: colors.ground };
  const teamColors = accents.map((slot, index) => [slot, teams[index]?.color ?? colors.quiet] as const);
  return { ...text, ...(Object.fromEntries(teamColors) as Record<(typeof accents)[number], string>) };
}

/** Colours tied to the scheme wherever it has them, so that a change of theme recolours the deck. */
export function paletteOf(theme: Theme, scheme: Scheme): Palette {
  const grounds = new Map(
    Object.entries(layered).map(([name, of]) => [name, layerOf(theme.colors[name as keyof ThemeColors], scheme, of)]),
  );
  const token = (name: keyof ThemeColors): Color => {
    const [hex, slot] = [theme.colors[name], slots[name]];
    return grounds.get(name) ?? withSlot(hex, slot !== undefined && scheme[slot] === hex ? slot : undefined);
  };
  const team = (mark: TeamMark | undefined): Color => {
    const { color } = teamStyle(theme, mark);
    return mark === undefined
      ? token('quiet')
      : withSlot(
          color,
          accents.find((slot) => scheme[slot] === color),
        );
  };
  return {
    token,
    team,
    onTeam: (mark) => ({ hex: teamStyle(theme, mark).ink }),
    paint: (paint, mark) => {
      const base = paint.source === 'team' ? team(mark) : token(paint.source);
      if (paint.tone === 0) return base;
      return { ...base, hex: paintColor(paint, teamStyle(theme, mark).color, theme), tone: paint.tone };
    },
  };
}

/**
 * Grounds and lines, which have no slot of their own, and what they may be layers of: greys stay greys when the accents
 * change. LibreOffice draws lines of tables without their alpha, so those are never of the text's full strength.
 */
const layered: Partial<Record<keyof ThemeColors, readonly SchemeSlot[]>> = {
  tint: ['tx1', 'tx2'],
  rule: ['tx2'],
  production: [...accents],
};

function layerOf(hex: string, scheme: Scheme, slotsAllowed: readonly SchemeSlot[]): Color {
  if (hex === scheme.bg1) return { hex, scheme: 'bg1' };
  return { hex, ...thinLayer(hex, scheme.bg1, scheme, slotsAllowed) };
}

function withSlot(hex: string, scheme: SchemeSlot | undefined): Color {
  return scheme === undefined ? { hex } : { hex, scheme };
}
