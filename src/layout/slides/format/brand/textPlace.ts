import type { BrandPlaceholder, BrandTextStyle } from '../../../../design/brand/model.ts';
import { type Pt, pt } from '../../../../design/units.ts';
import type { TextPlace } from '../model.ts';

/** How text in a placeholder of a template looks before it is set smaller; `usual` is its size where nothing says one. */
export function textPlace({ box: place, levels, insets }: BrandPlaceholder, usual: Pt): TextPlace {
  const level = levels[0] as BrandTextStyle;
  return {
    box: place,
    ...(level.sized ? { size: level.size } : { size: usual, unsized: true }),
    style: {
      font: level.font === 'body' ? 'body' : 'heading',
      bold: level.bold,
      ...(level.capitals ? { capitals: true } : {}),
      lineSpacing: level.lineSpacing,
      spaceBefore: level.spaceBefore,
      kept: keptOf(insets, level.indent),
    },
  };
}

function keptOf(insets: BrandPlaceholder['insets'], indent: Pt): { width: Pt; height: Pt } {
  return { width: pt(insets.left + insets.right + indent), height: pt(insets.top + insets.bottom) };
}
