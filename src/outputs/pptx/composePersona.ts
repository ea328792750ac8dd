import { fill } from '../../design/locale.ts';
import { teamStyle } from '../../design/teams.ts';
import { pt } from '../../design/units.ts';
import type { PersonaSlide } from '../../layout/slides/model.ts';
import type { ComposeContext } from './composeContext.ts';
import { figureElement } from './composeFigure.ts';
import { accessTable } from './composeTable.ts';
import { layoutText, textBox, titleText } from './composeText.ts';
import type { Color, ElementSpec, GroupSpec, ShapeSpec, SlideBody } from './slideSpec.ts';
import { stripPattern, stripViewBox } from '../../design/patterns.ts';

/** The slide of a persona: the title first, so that it is read first. */
export function composePersona(slide: PersonaSlide, context: ComposeContext): SlideBody {
  const layout = slide.page === 1 ? 'persona' : 'more';
  const { summary, columns, access, legend } = slide;
  const [first, second] = columns;
  const { labels } = context.design;
  const { ink, quiet } = context.onSlide;
  const fields = { color: ink, quiet, boldLabels: true };
  const tableName = `${fill(labels.accessOf, { name: slide.card.name })}${slide.page === 1 ? '' : ` ${slide.page}`}`;
  return {
    layout,
    elements: [
      titleText(slide.title, layout, context),
      railGroup(slide, context),
      ...(summary === undefined ? [] : [layoutText(summary, layout, 'summary', { color: quiet, quiet }, context)]),
      ...(first === undefined ? [] : [layoutText(first, layout, 'first', fields, context)]),
      ...(second === undefined ? [] : [layoutText(second, layout, 'second', fields, context)]),
      ...(access === undefined ? [] : [accessTable(tableName, access, context)]),
      ...(legend === undefined ? [] : [legendBox(legend, context)]),
    ],
  };
}

export function legendBox(legend: PersonaSlide['title'], context: ComposeContext): ElementSpec {
  const { onSlide, design } = context;
  const { quiet } = onSlide;
  const box = textBox(design.labels.legend, legend, { size: legend.size, color: quiet, quiet }, context);
  return { ...box, lineSpacing: legend.size * context.lineHeight };
}

/** The band that says who it is. Painted in the team's colour, or only ruled with it to save ink. */
function railGroup(slide: PersonaSlide, context: ComposeContext): GroupSpec {
  const { card, rail } = slide;
  const { palette, design } = context;
  const filled = design.theme.rail === 'filled';
  const team = palette.team(card.team);
  const ink: Color = filled ? palette.onTeam(card.team) : palette.token('ink');
  const quiet = filled ? ink : palette.token('quiet');
  const members = [
    filled ? railGround(slide, team) : railRule(slide, team, context),
    figureElement(card, rail.figure, context),
    ...patternElements(slide, filled ? ink : team, context),
    textBox('Id', rail.id, { size: rail.id.size, color: ink, quiet, font: 'heading', bold: true }, context),
    textBox(design.labels.team, rail.identity, { size: rail.identity.size, color: ink, quiet }, context),
  ];
  return { kind: 'group', name: `Card of ${card.id}`, members, description: { alt: `${card.id} ${card.name}` } };
}

function railGround({ rail }: PersonaSlide, fillColor: Color): ShapeSpec {
  return {
    kind: 'shape',
    name: 'Team colour',
    box: rail.box,
    geometry: { kind: 'rectangle' },
    fill: fillColor,
    description: { decorative: true },
  };
}

const RULE_WIDTH = 6;

function railRule({ rail }: PersonaSlide, fillColor: Color, { deck }: ComposeContext): ShapeSpec {
  const x = deck.direction === 'rtl' ? rail.box.x : pt(rail.box.x + rail.box.width - RULE_WIDTH);
  return {
    kind: 'shape',
    name: 'Team colour',
    box: { ...rail.box, x, width: pt(RULE_WIDTH) },
    geometry: { kind: 'rectangle' },
    fill: fillColor,
    description: { decorative: true },
  };
}

/** The team's pattern below the figure: teams are told apart without colour too. */
function patternElements({ card, rail }: PersonaSlide, fillColor: Color, { design }: ComposeContext): ShapeSpec[] {
  const { pattern } = teamStyle(design.theme, card.team);
  const tiles = Math.floor(rail.pattern.width / rail.pattern.height);
  const commands = stripPattern(pattern, tiles);
  if (commands.length === 0) return [];
  return [
    {
      kind: 'shape',
      name: 'Team pattern',
      box: rail.pattern,
      geometry: { kind: 'path', commands, viewBox: stripViewBox(tiles) },
      fill: fillColor,
      description: { decorative: true },
    },
  ];
}
