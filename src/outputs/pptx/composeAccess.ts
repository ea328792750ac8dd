import { icon, iconNameFor } from '../../design/icons.ts';
import type { AccessSlide } from '../../layout/slides/model.ts';
import { titleOf } from '../../layout/slides/slideTitle.ts';
import type { ComposeContext } from './composeContext.ts';
import { legendBox } from './composePersona.ts';
import { accessTable } from './composeTable.ts';
import { layoutText, titleText } from './composeText.ts';
import type { ElementSpec, SlideBody } from './slideSpec.ts';

/** The slide with everyone's access to a component. */
export function composeAccess(slide: AccessSlide, context: ComposeContext): SlideBody {
  const { ink, quiet } = context.onSlide;
  return {
    layout: 'access',
    elements: [
      titleText(slide.title, 'access', context),
      categoryIcon(slide, context),
      layoutText(slide.source, 'access', 'source', { color: ink, quiet }, context),
      accessTable(titleOf(slide), slide.table, context),
      legendBox(slide.legend, context),
    ],
  };
}

function categoryIcon(slide: AccessSlide, { onSlide }: ComposeContext): ElementSpec {
  const { commands, size } = icon(iconNameFor(slide.icon));
  const scale = slide.iconBox.width / size;
  return {
    kind: 'shape',
    name: 'Category',
    box: slide.iconBox,
    geometry: { kind: 'path', commands, viewBox: [size, size] },
    stroke: { color: onSlide.quiet, width: 2 * scale },
    description: { decorative: true },
  };
}
