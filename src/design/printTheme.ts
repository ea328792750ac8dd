import { AA_TEXT, contrast, inkOn, luminance, mix, toHex } from './contrast.ts';
import type { Theme, ThemeColors } from './design.ts';

const WHITE = '#ffffff';
/** Least contrast of what is no text but has to be seen (WCAG 2.2, 1.4.11). */
const AA_SHAPE = 3;

/** The theme on white paper, its areas unpainted and its band a rule: for office printers. */
export function savingInk(theme: Theme): Theme {
  const { colors } = theme;
  const onPaper: ThemeColors = {
    ...(theme.mode === 'dark' ? { ...colors, ink: '#111111', quiet: '#555555', rule: '#bdbdbd' } : colors),
    ground: WHITE,
    surface: WHITE,
    tint: WHITE,
    production: WHITE,
    link: readable(colors.link, AA_TEXT),
    attention: readable(colors.attention, AA_TEXT),
  };
  return {
    ...theme,
    mode: 'light',
    rail: 'ruled',
    colors: onPaper,
    teams: theme.teams.map((team) => withColor(team, readable(team.color, AA_SHAPE))),
  };
}

/** A team's own colour as `savingInk` has those of the theme. */
export const colorOnPaper = (color: string): string => readable(color, AA_SHAPE);

/** The theme in greys of the same luminance, so that contrasts are those of its colours. */
export function inGrey(theme: Theme): Theme {
  const colors = Object.fromEntries(Object.entries(theme.colors).map(([name, color]) => [name, grey(color)]));
  return {
    ...theme,
    colors: colors as unknown as ThemeColors,
    teams: theme.teams.map((team) => withColor(team, grey(team.color))),
  };
}

export function grey(color: string): string {
  const light = luminance(color);
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return toHex([value * 255, value * 255, value * 255]);
}

const withColor = (team: Theme['teams'][number], color: string): Theme['teams'][number] => ({
  ...team,
  color,
  ink: inkOn(color),
});

/** The colour, darkened as little as it takes to be seen on white paper. */
function readable(color: string, least: number): string {
  for (let amount = 0; amount < 1; amount += 0.05) {
    const darker = mix(color, '#000000', amount);
    if (contrast(darker, WHITE) >= least) return darker;
  }
  return '#000000';
}
