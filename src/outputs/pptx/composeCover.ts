import type { CoverSlide } from '../../layout/slides/model.ts';
import type { ComposeContext } from './composeContext.ts';
import { figureElement } from './composeFigure.ts';
import { layoutText, textBox, titleText } from './composeText.ts';
import type { GroupSpec, SlideBody } from './slideSpec.ts';

/** The first slide: the deck's title, and its personas as a row of figures that lead to their slides. */
export function composeCover(slide: CoverSlide, context: ComposeContext): SlideBody {
  const { ink, quiet } = context.onSlide;
  return {
    layout: 'cover',
    elements: [
      titleText(slide.title, 'cover', context),
      layoutText(slide.subtitle, 'cover', 'subtitle', { color: ink, quiet }, context),
      ...slide.figures.map(
        ({ card, box, caption }): GroupSpec => ({
          kind: 'group',
          name: `Persona ${card.id}`,
          members: [
            figureElement(card, box, context),
            textBox(`Caption of ${card.id}`, caption, { size: caption.size, color: ink, quiet }, context),
          ],
          description: { alt: `${card.id} ${card.name}` },
        }),
      ),
    ],
  };
}
