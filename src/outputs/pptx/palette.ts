import type { FigurePaint } from '../../deck/figureTones.ts';
import { paintColor } from '../../deck/figureTones.ts';
import type { TeamMark } from '../../deck/model.ts';
import type { Theme, ThemeColors } from '../../design/design.ts';
import { teamStyle } from '../../design/teams.ts';
import type { Color, SchemeSlot } from './slideSpec.ts';

/** Slots of the Office colour scheme that carry a token of ours; the other tokens have none and stay fixed colours. */
const slots: Partial<Record<keyof ThemeColors, SchemeSlot>> = {
  ink: 'tx1',
  surface: 'bg1',
  quiet: 'tx2',
  ground: 'bg2',
};

/** Accents of an Office theme: as many teams change colour with the theme. */
const ACCENTS = 6;

export interface Palette {
  token(name: keyof ThemeColors): Color;
  team(team: TeamMark | undefined): Color;
  /** Text on a team's colour. */
  onTeam(team: TeamMark | undefined): Color;
  paint(paint: FigurePaint, team: TeamMark | undefined): Color;
}

export function paletteOf(theme: Theme): Palette {
  const token = (name: keyof ThemeColors): Color => withSlot(theme.colors[name], slots[name]);
  const team = (mark: TeamMark | undefined): Color => {
    const { color } = teamStyle(theme, mark);
    return mark === undefined ? token('quiet') : withSlot(color, accentOf(theme, color));
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

/** The accent that a team's colour is, unless its author chose a colour of its own. */
function accentOf(theme: Theme, color: string): SchemeSlot | undefined {
  const index = theme.teams.slice(0, ACCENTS).findIndex((style) => style.color === color);
  return index < 0 ? undefined : (`accent${index + 1}` as SchemeSlot);
}

function withSlot(hex: string, scheme: SchemeSlot | undefined): Color {
  return scheme === undefined ? { hex } : { hex, scheme };
}
