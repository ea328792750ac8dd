import { pt } from '../../design/units.ts';
import type { Box } from '../../layout/box.ts';
import type { BlankSlide, GridSlide, TextSlide } from '../../layout/slides/model.ts';
import { titleOf } from '../../layout/slides/slideTitle.ts';
import type { ComposeContext } from './composeContext.ts';
import { legendBox } from './composePersona.ts';
import { accessTable } from './composeTable.ts';
import { layoutText, textBox, titleText } from './composeText.ts';
import type { ShapeSpec, SlideBody } from './slideSpec.ts';

/** A title and paragraphs, in the placeholders of a common layout. */
export function composeText(slide: TextSlide, context: ComposeContext): SlideBody {
  const { ink, quiet } = context.onSlide;
  return {
    layout: 'content',
    elements: [
      titleText(slide.title, 'content', context),
      layoutText(slide.body, 'content', 'content', { color: ink, quiet }, context),
    ],
  };
}

/** A title and a table, with what its signs mean. */
export function composeGrid(slide: GridSlide, context: ComposeContext): SlideBody {
  return {
    layout: 'table',
    elements: [
      titleText(slide.title, 'table', context),
      accessTable(titleOf(slide), slide.table, context),
      ...(slide.legend === undefined ? [] : [legendBox(slide.legend, context)]),
    ],
  };
}

/** A persona's slide without a persona: an empty place for a sketch, labels with room behind them, an empty table. */
export function composeBlank(slide: BlankSlide, context: ComposeContext): SlideBody {
  const { palette, design } = context;
  const { rail, columns, access } = slide;
  const [first, second] = columns;
  const look = { color: palette.token('ink'), quiet: palette.token('quiet') };
  const fields = { color: context.onSlide.ink, quiet: context.onSlide.quiet, boldLabels: true };
  return {
    layout: 'persona',
    elements: [
      titleText(slide.title, 'persona', context),
      {
        kind: 'group',
        name: `Card of ${titleOf(slide)}`,
        members: [
          ...railGround(rail, context),
          textBox('Id', rail.id, { ...look, size: rail.id.size, font: 'heading', bold: true }, context),
          textBox(design.labels.team, rail.identity, { ...look, size: rail.identity.size }, context),
        ],
        description: { alt: titleOf(slide) },
      },
      ...(first === undefined ? [] : [layoutText(first, 'persona', 'first', fields, context)]),
      ...(second === undefined ? [] : [layoutText(second, 'persona', 'second', fields, context)]),
      accessTable(`${design.labels.components}, ${titleOf(slide)}`, access, context),
    ],
  };
}

/** Ground with a white place for a sketch; where the theme saves ink, only the line at its edge. */
function railGround({ box, figure }: BlankSlide['rail'], { design, palette, deck }: ComposeContext): ShapeSpec[] {
  const rule = palette.token('rule');
  if (design.theme.rail === 'filled')
    return [ground('Ground', box, rule), ground('Sketch', inside(figure), palette.token('surface'))];
  const x = deck.direction === 'rtl' ? box.x : pt(box.x + box.width - RULE_WIDTH);
  return [ground('Ground', { ...box, x, width: pt(RULE_WIDTH) }, rule)];
}

/** The rail's colour frames the place for a sketch. */
function inside({ x, y, width, height }: Box): Box {
  const edge = width * 0.05;
  return { x: pt(x + edge), y: pt(y + edge), width: pt(width - 2 * edge), height: pt(height - edge) };
}

const RULE_WIDTH = 6;

function ground(
  name: string,
  box: BlankSlide['rail']['box'],
  fill: ReturnType<ComposeContext['palette']['token']>,
): ShapeSpec {
  return { kind: 'shape', name, box, geometry: { kind: 'rectangle' }, fill, description: { decorative: true } };
}
