import { basename } from 'node:path';
import type { TeamMark } from '../../deck/model.ts';
import { mix } from '../../design/contrast.ts';
import type { Theme } from '../../design/design.ts';
import { type FontSet, portableFaces } from '../../design/fonts.ts';
import { pathData } from '../../design/paths.ts';
import { stripPattern, stripViewBox } from '../../design/patterns.ts';
import { teamStyle } from '../../design/teams.ts';
import type { Figures } from './figures.ts';
import type { SiteInput } from './input.ts';
import { type Looks, looksOf } from './looks.ts';

/** Class of everything that belongs to a team. */
export const teamClass = (team: TeamMark | undefined): string =>
  team === undefined ? 'team-none' : `team-${team.index}`;

/**
 * The style sheet: colours of both themes, teams and figures as custom properties and classes, then that of the
 * templates. The pages have no styles of their own, so that their policy can refuse any.
 */
export function siteStyles(input: SiteInput, figures: Figures): string {
  const { deck, design, look } = input;
  const looks = looksOf(input);
  const teams = teamsOf(input);
  const pairs = figures.colors(deck.cards.filter(({ image }) => image === undefined));
  const rules = (mode: keyof Looks, root: string): string =>
    modeRules(root, looks[mode], teams, new Map(pairs.map(([name, light, dark]) => [name, { light, dark }[mode]])));
  return [
    fontFaces(look.fonts),
    `:root{${fontTokens(design.theme, look.fonts)}}`,
    rules('light', ':root'),
    // Paper is light, whatever the screen was.
    `@media screen and (prefers-color-scheme:dark){\n${rules('dark', ':root:not([data-mode="light"])')}\n}`,
    `@media screen{\n${rules('dark', ':root[data-mode="dark"]')}\n}`,
    look.templates.css('site'),
  ].join('\n');
}

/** Every team that has a mark, each once. */
function teamsOf({ deck }: SiteInput): readonly (TeamMark | undefined)[] {
  const marks = deck.cards.flatMap(({ team, fields }) => [
    ...(team === undefined ? [] : [team]),
    ...fields.flatMap(({ items }) => items.flatMap((item) => item.team ?? [])),
  ]);
  return [undefined, ...new Map(marks.map((mark) => [mark.index, mark])).values()];
}

/** Colours of one mode, for what stands in `root`. */
function modeRules(
  root: string,
  theme: Theme,
  teams: readonly (TeamMark | undefined)[],
  fills: ReadonlyMap<string, string>,
): string {
  const colors = Object.entries(theme.colors).map(([name, color]) => `--${name}:${color}`);
  return [
    `${root}{color-scheme:${theme.mode};${colors.join(';')}}`,
    ...teams.map((team) => `${root} .${teamClass(team)}{${teamRules(theme, team)}}`),
    ...[...fills].map(([name, color]) => `${root} .${name}{fill:${color}}`),
  ].join('\n');
}

function teamRules(theme: Theme, team: TeamMark | undefined): string {
  const { color, ink, pattern } = teamStyle(theme, team);
  const ruled = theme.rail === 'ruled';
  const painted = pattern === 'plain' && ruled ? 'rows' : pattern;
  const strip = { paint: ruled ? color : mix(color, ink, 0.55), shape: pathData(stripPattern(painted, 1)) };
  const [band, bandInk] = ruled ? [theme.colors.surface, theme.colors.ink] : [color, ink];
  return `--team:${color};--band:${band};--band-ink:${bandInk};--pattern:${patternImage(strip)}`;
}

/** One square of a team's pattern, to be repeated. */
function patternImage({ paint, shape }: { paint: string; shape: string }): string {
  if (shape === '') return 'none';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${stripViewBox(1).join(' ')}"><path d="${shape}" fill="${paint}"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

function fontTokens({ fonts }: Theme, { fallbacks }: FontSet): string {
  const stack = ({ browser, office }: Theme['fonts']['body']): string =>
    [browser, office, ...fallbacks]
      .map((family) => JSON.stringify(family))
      .concat('system-ui', 'sans-serif')
      .join(',');
  return `--font-body:${stack(fonts.body)};--font-heading:${stack(fonts.heading)}`;
}

/** Files beside the style sheet. What takes longer than a moment to load does not push text about: its metrics are near. */
function fontFaces({ faces }: FontSet): string {
  return portableFaces(faces)
    .map(
      ({ family, weight, file, unicodeRange }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;` +
        `src:url("fonts/${basename(file)}") format("woff2");unicode-range:${unicodeRange}}`,
    )
    .join('\n');
}
