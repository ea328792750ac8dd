import type { PersonaBadge } from '../../../deck/graphs/model.ts';
import { type Box, box } from '../../../layout/box.ts';
import type { PlacedBadge } from '../../../layout/diagrams/model.ts';
import type { ComposeContext } from '../composeContext.ts';
import type { LinkSpec, PanelSpec } from '../slideSpec.ts';
import type { DiagramLook } from './diagramLook.ts';
import { noInset, paragraphOf } from './panelText.ts';

/** Of the height of a pill, for its text: 12 pt in one of 18. */
const TYPE = 2 / 3;
/** Of processes and agents; pills of persons are round at their ends. */
const SQUARE = 2.5;

/** A persona as a pill: its letters, and on them the id in the colour of its team. Leads to its slide. */
export function badgePanels(
  { badge, box: place, idWidth }: PlacedBadge,
  isLit: boolean,
  look: DiagramLook,
  context: ComposeContext,
): PanelSpec[] {
  const { letters } = badge;
  const idBox = box(look.isRtl ? place.x + place.width - idWidth : place.x, place.y, idWidth, place.height);
  const id = idPanel(badge, idBox, isLit, look, context);
  if (letters === '') return [id];
  const { line } = look.badge(badge, isLit);
  const link = linkTo(badge, context);
  const size = place.height * TYPE;
  return [
    {
      kind: 'panel',
      name: `${badge.id} ${badge.words}`,
      box: place,
      corner: cornerOf(badge, place),
      fill: look.surface,
      stroke: { color: line, width: 1 },
      paragraphs: [
        paragraphOf(letters, { size }, { color: look.color('text', isLit), rtl: look.isRtl, align: 'center' }),
      ],
      anchor: 'middle',
      inset: look.isRtl ? { ...noInset, right: idWidth } : { ...noInset, left: idWidth },
      wrap: false,
      lineSpacing: size * 1.2,
      ...(link && { link }),
    },
    id,
  ];
}

/** The id alone, as the legend has it. */
export function idPanel(
  badge: PersonaBadge,
  place: Box,
  isLit: boolean,
  look: DiagramLook,
  context: ComposeContext,
): PanelSpec {
  const { fill, line, text } = look.badge(badge, isLit);
  const link = linkTo(badge, context);
  const size = place.height * TYPE;
  return {
    kind: 'panel',
    name: badge.id,
    box: place,
    corner: cornerOf(badge, place),
    fill,
    stroke: { color: line, width: 1 },
    paragraphs: [paragraphOf(badge.id, { size, bold: true }, { color: text, rtl: look.isRtl, align: 'center' })],
    anchor: 'middle',
    inset: noInset,
    wrap: false,
    lineSpacing: size * 1.2,
    ...(link && { link }),
  };
}

const cornerOf = ({ kind }: PersonaBadge, { height }: Box): number => (kind === 'person' ? height / 2 : SQUARE);

function linkTo({ id, name, words, link }: PersonaBadge, context: ComposeContext): LinkSpec | undefined {
  const tip = words === '' ? name : `${name}: ${words}`;
  return context.linkIn(`persona:${id}`, tip) ?? context.linkOut(link, tip);
}
