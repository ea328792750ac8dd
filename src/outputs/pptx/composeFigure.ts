import { type Figure, figureOf } from '../../deck/figure.ts';
import type { Card } from '../../deck/model.ts';
import type { Box } from '../../layout/box.ts';
import type { ComposeContext } from './composeContext.ts';
import type { DrawingSpec, PictureSpec } from './slideSpec.ts';

/** The persona's own picture, or the figure that stands for it; what the figure says stands beside it as text. */
export function figureElement(
  card: Card,
  box: Box,
  context: Pick<ComposeContext, 'images' | 'design' | 'palette'>,
): DrawingSpec | PictureSpec {
  const image = context.images.get(card.id);
  if (image !== undefined) {
    return { kind: 'picture', name: `Picture of ${card.id}`, box, image, description: { alt: card.name } };
  }
  return figureDrawing(figureOf(card, context.design.theme), card, box, context);
}

function figureDrawing(
  figure: Figure,
  card: Card,
  box: Box,
  { palette }: Pick<ComposeContext, 'palette'>,
): DrawingSpec {
  const names = [
    'Ground',
    ...figure.shapes.slice(1, -3).map((_shape, index) => `Pattern ${index + 1}`),
    'Ring',
    'Badge',
    'Icon',
  ];
  return {
    kind: 'drawing',
    name: `Figure of ${card.id}`,
    box,
    description: { decorative: true },
    shapes: figure.shapes.map(({ commands, paint }, index) => ({
      kind: 'shape',
      name: names[index] ?? 'Shape',
      box,
      geometry: { kind: 'path', commands, viewBox: figure.viewBox },
      fill: palette.paint(paint, card.team),
    })),
  };
}
