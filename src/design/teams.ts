import { inkOn } from './contrast.ts';
import type { TeamStyle, Theme } from './design.ts';

/**
 * Colour and pattern of a team. Teams past the eighth use the colours again with the patterns moved on by one, so that
 * the pair stays different for 64 teams. An author's colour replaces the theme's, never the pattern.
 */
export function teamStyle(
  theme: Theme,
  team: { readonly index: number; readonly color?: string } | undefined,
): TeamStyle {
  if (team === undefined) return { color: theme.colors.quiet, ink: inkOn(theme.colors.quiet), pattern: 'plain' };
  const count = theme.teams.length;
  const own = theme.teams[team.index % count];
  const round = Math.floor(team.index / count);
  const shifted = theme.teams[(team.index + round) % count];
  const color = team.color ?? own?.color ?? theme.colors.quiet;
  return { color, ink: inkOn(color), pattern: shifted?.pattern ?? 'plain' };
}
