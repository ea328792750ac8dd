import type { PlacedLegend, PlacedText } from '../../../layout/diagrams/model.ts';
import type { ComposeContext } from '../composeContext.ts';
import type { GroupSpec, PanelSpec } from '../slideSpec.ts';
import { idPanel } from './badgePanels.ts';
import type { DiagramLook } from './diagramLook.ts';
import { textInPlace } from './panelText.ts';

/** What letters mean, and whose ids stand in the picture: in one group, below it. */
export function legendElements(
  { title, letters, personas }: PlacedLegend,
  look: DiagramLook,
  context: ComposeContext,
): GroupSpec[] {
  const { ink, quiet } = context.onSlide;
  const plain = (text: PlacedText, color = ink): PanelSpec => ({
    kind: 'panel',
    name: text.lines.join(' '),
    ...textInPlace(text, { color, rtl: look.isRtl }),
  });
  const members = [
    ...(title === undefined ? [] : [plain(title)]),
    ...letters.flatMap(({ sign, text }) => [plain(sign), plain(text, quiet)]),
    ...personas.flatMap(({ badge, box, text }) => {
      const isLit = look.lit?.hasBadge(badge) ?? true;
      return [idPanel(badge, box, isLit, look, context), plain(text, isLit ? ink : quiet)];
    }),
  ];
  if (members.length === 0) return [];
  const { labels } = context.design;
  return [{ kind: 'group', name: labels.legend, members, description: { alt: labels.legend } }];
}
