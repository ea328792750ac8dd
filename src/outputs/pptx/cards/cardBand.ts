import type { FigurePaint } from '../../../deck/figureTones.ts';
import type { Card } from '../../../deck/model.ts';
import { stripPattern, stripViewBox } from '../../../design/patterns.ts';
import { icon } from '../../../design/icons.ts';
import { teamStyle } from '../../../design/teams.ts';
import type { Box } from '../../../layout/box.ts';
import { figureElement } from '../composeFigure.ts';
import type { Color, DrawingSpec, MemberSpec, PictureSpec, ShapeSpec } from '../slideSpec.ts';
import type { CardContext } from './cardContext.ts';
import { type CardPlace, squareOf } from './cardPlace.ts';

/** What stands on the band. Themes that save ink leave it white. */
export function bandInk({ team }: Card, { design, palette }: CardContext): Color {
  return design.theme.rail === 'filled' ? palette.onTeam(team) : palette.token('ink');
}

const decorative = { decorative: true } as const;
const rectangle = { kind: 'rectangle' } as const;

/** The card itself, with its bleed. */
export function sideGround(box: Box, { palette }: CardContext): ShapeSpec {
  return {
    kind: 'shape',
    name: 'Ground',
    box,
    geometry: rectangle,
    fill: palette.token('surface'),
    description: decorative,
  };
}

/** The band in the team's colour; none in themes that save ink. */
export function bandShapes({ team }: Card, box: Box, { design, palette }: CardContext): ShapeSpec[] {
  if (design.theme.rail === 'ruled') return [];
  return [
    {
      kind: 'shape',
      name: 'Team colour',
      box,
      geometry: rectangle,
      fill: palette.team(team),
      description: decorative,
    },
  ];
}

export function figureIn(card: Card, place: Box, on: CardPlace, context: CardContext): DrawingSpec | PictureSpec {
  const box = on.bled(place);
  return figureElement(card, squareOf(box, on.bled(place).x < on.on(place).x ? 'left' : 'right'), context);
}

/** The team's pattern along the band: teams are told apart without colour too. */
export function patternDrawing({ team }: Card, box: Box, { design, palette }: CardContext): DrawingSpec[] {
  const { theme } = design;
  const style = teamStyle(theme, team);
  const ruled = theme.rail === 'ruled';
  const tiles = Math.max(1, Math.round(box.width / box.height));
  const commands = stripPattern(ruled && style.pattern === 'plain' ? 'rows' : style.pattern, tiles);
  if (commands.length === 0) return [];
  const tone: FigurePaint = { source: 'team', tone: style.ink === '#ffffff' ? LIGHTER : DARKER };
  const ground: MemberSpec = {
    kind: 'shape',
    name: 'Pattern ground',
    box,
    geometry: rectangle,
    fill: ruled ? palette.token('surface') : palette.team(team),
  };
  const pattern: MemberSpec = {
    kind: 'shape',
    name: 'Pattern',
    box,
    geometry: { kind: 'path', commands, viewBox: stripViewBox(tiles) },
    fill: ruled ? palette.team(team) : palette.paint(tone, team),
  };
  return [{ kind: 'drawing', name: 'Team pattern', box, shapes: [ground, pattern], description: decorative }];
}

/** Of the team's colour: enough to be seen, not so much that it is louder than the id. */
const LIGHTER = 0.6;
const DARKER = -0.5;

export function kindIcon({ kind }: Card, box: Box, fill: Color): ShapeSpec {
  const { commands, size } = icon(kind.id);
  return {
    kind: 'shape',
    name: 'Kind',
    box,
    geometry: { kind: 'path', commands, viewBox: [size, size] },
    fill,
    description: decorative,
  };
}
