import type { Box } from '../../../layout/box.ts';
import type { PlacedText } from '../../../layout/diagrams/model.ts';
import { isRightToLeft } from '../guards.ts';
import type { Color, Insets, PanelSpec, ParagraphSpec, RunSpec } from '../slideSpec.ts';

export interface PanelTextLook {
  readonly color: Color;
  readonly rtl: boolean;
  readonly align?: ParagraphSpec['align'];
}

type TextOfPanel = Pick<PanelSpec, 'paragraphs' | 'lineSpacing' | 'inset' | 'wrap' | 'anchor'>;

/** One paragraph, which breaks where the panel ends: people edit it as a whole. */
export function paragraphOf(text: string, runs: Omit<RunSpec, 'text'>, look: PanelTextLook): ParagraphSpec {
  return {
    runs: [{ text, color: look.color, ...runs }],
    rtl: /\p{L}/u.test(text) ? isRightToLeft(text) : look.rtl,
    ...(look.align === undefined ? {} : { align: look.align }),
  };
}

export const noInset: Insets = { left: 0, top: 0, right: 0, bottom: 0 };

/** A text as the panel that stands exactly where it was measured: its lines do not break there. */
export function textInPlace(text: PlacedText, look: PanelTextLook): TextOfPanel & Pick<PanelSpec, 'box'> {
  return {
    box: text.box,
    paragraphs: linesOf(text, look),
    lineSpacing: text.lineHeight,
    inset: noInset,
    wrap: false,
    anchor: 'middle',
  };
}

/** Each line as it was broken. */
function linesOf({ lines, size, bold }: PlacedText, look: PanelTextLook): ParagraphSpec[] {
  return lines.map((line) => paragraphOf(line, { size, ...(bold ? { bold } : {}) }, look));
}

/**
 * A text in a larger panel, at its place in it. What is typed more goes on below. Office sets lines a little wider than
 * they were measured: on the side where lines end, text may come so much nearer to the edge.
 */
export function textWithin(text: PlacedText, panel: Box, whole: string, look: PanelTextLook): TextOfPanel {
  const spare = text.box.width * SPARE;
  const ends = { left: text.box.x - panel.x, right: panel.x + panel.width - text.box.x - text.box.width };
  const least = (side: number): number => Math.max(LEAST_INSET, side - spare);
  return {
    paragraphs: [paragraphOf(whole, { size: text.size, ...(text.bold ? { bold: true } : {}) }, look)],
    lineSpacing: text.lineHeight,
    inset: {
      left: look.rtl ? least(ends.left) : ends.left,
      top: text.box.y - panel.y,
      right: look.rtl ? ends.right : least(ends.right),
      bottom: 0,
    },
    wrap: true,
    anchor: 'top',
  };
}

const SPARE = 0.04;
const LEAST_INSET = 2;
