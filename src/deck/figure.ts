import type { Theme } from '../design/design.ts';
import { type Icon, icon } from '../design/icons.ts';
import { type PathCommand, pathData, transformPath } from '../design/paths.ts';
import { teamStyle } from '../design/teams.ts';
import { type FigurePattern, patternOf } from './figurePattern.ts';
import { type FigurePaint, figureTones, paintColor } from './figureTones.ts';
import type { Card } from './model.ts';

/**
 * The picture of a persona that has none of its own: a pattern that belongs to its id, in its team's colour, with a
 * badge that says what kind of persona it is.
 */
export interface Figure {
  /** Width and height of the coordinate space. */
  readonly viewBox: readonly [number, number];
  /** Back to front. */
  readonly shapes: readonly FigureShape[];
}

/** One filled outline. Subpaths inside one another leave holes, by the non-zero and by the even-odd rule alike. */
interface FigureShape {
  readonly commands: readonly PathCommand[];
  /** `#rrggbb`. */
  readonly fill: string;
  /** Where the fill comes from, for formats whose colours follow a theme. */
  readonly paint: FigurePaint;
}

/** Side of the square that figures are drawn on. */
const FIGURE_SIDE = 240;

const CENTRE = FIGURE_SIDE / 2;
const BADGE_RADIUS = 45;
/** The ring of ground colour that keeps the badge clear of the pattern. */
const BADGE_RING = 10;
/** Side of the icon in the badge. */
const ICON_SIDE = 56;

/** Draws the figure of a persona. The same id, kind and team colour give the same figure, in every deck. */
export function figureOf(card: Pick<Card, 'id' | 'kind' | 'team'>, theme: Theme): Figure {
  const style = teamStyle(theme, card.team);
  const pattern = patternOf(card.id);
  const tones = figureTones(style.color, theme, pattern.inverted);
  const shape = (commands: readonly PathCommand[], paint: FigurePaint): FigureShape => ({
    commands,
    fill: paintColor(paint, style.color, theme),
    paint,
  });
  return {
    viewBox: [FIGURE_SIDE, FIGURE_SIDE],
    shapes: [
      shape(square(), tones.ground),
      ...patternShapes(pattern, tones, shape),
      shape(badgeOutline(card.kind.id, BADGE_RADIUS + BADGE_RING), tones.ground),
      shape(badgeOutline(card.kind.id, BADGE_RADIUS), { source: 'surface', tone: 0 }),
      shape(centredIcon(icon(card.kind.id)), { source: 'ink', tone: 0 }),
    ],
  };
}

/** The figure as an SVG element, decorative: what it says stands beside it as text. Safe inside HTML. */
export function figureSvg(figure: Figure): string {
  const [width, height] = figure.viewBox;
  const paths = figure.shapes.map(({ commands, fill }) => `<path fill="${fill}" d="${pathData(commands)}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true">${paths.join('')}</svg>`;
}

function patternShapes(
  pattern: FigurePattern,
  tones: ReturnType<typeof figureTones>,
  shape: (commands: readonly PathCommand[], paint: FigurePaint) => FigureShape,
): FigureShape[] {
  return pattern.layers
    .map((commands, index) => shape(commands, tones.layers[index] ?? tones.ground))
    .filter(({ commands }) => commands.length > 0);
}

function square(): PathCommand[] {
  return [['M', 0, 0], ['L', FIGURE_SIDE, 0], ['L', FIGURE_SIDE, FIGURE_SIDE], ['L', 0, FIGURE_SIDE], ['Z']];
}

function centredIcon({ commands, size }: Icon): PathCommand[] {
  const scale = ICON_SIDE / size;
  return transformPath(commands, { scale, x: CENTRE - ICON_SIDE / 2, y: CENTRE - ICON_SIDE / 2 });
}

/** The badge's outline tells the kind too: round for a person, six-sided for a process, square for an agent. */
function badgeOutline(kind: Card['kind']['id'], radius: number): PathCommand[] {
  if (kind === 'process') return hexagon(radius * 1.08);
  if (kind === 'agent') return roundedSquare(radius * 0.95, radius * 0.3);
  return roundedSquare(radius, radius);
}

function hexagon(radius: number): PathCommand[] {
  const corners = [0, 1, 2, 3, 4, 5].map((index): PathCommand => {
    const angle = (Math.PI / 3) * index;
    const command = index === 0 ? 'M' : 'L';
    return [command, CENTRE + radius * Math.sin(angle), CENTRE - radius * Math.cos(angle)];
  });
  return [...corners, ['Z']];
}

/** A square of half side `half` with corners of `corner`; a circle when both are equal. */
function roundedSquare(half: number, corner: number): PathCommand[] {
  // Distance of control points that makes a cubic curve a quarter circle to 0.03 %.
  const k = corner * (1 - 0.5523);
  const [near, far] = [CENTRE - half, CENTRE + half];
  return [
    ['M', near + corner, near],
    ['L', far - corner, near],
    ['C', far - k, near, far, near + k, far, near + corner],
    ['L', far, far - corner],
    ['C', far, far - k, far - k, far, far - corner, far],
    ['L', near + corner, far],
    ['C', near + k, far, near, far - k, near, far - corner],
    ['L', near, near + corner],
    ['C', near, near + k, near + k, near, near + corner, near],
    ['Z'],
  ];
}
