import { pt, ptToEmu } from '../../../design/units.ts';
import type { PanelSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { placeOf } from './place.ts';
import { emptyText } from './shapes.ts';
import { slideLinks } from './slideLinks.ts';
import type { SlidePass } from './slidePart.ts';
import { type TextContext, textParagraph } from './textParagraph.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Turns the rectangle that the emitter writes for a panel into one with its corners, its colours and its text. */
export const panels: SlidePass = (slide) => {
  const { language, rtl } = slide.deck;
  const linkTo = slideLinks(slide);
  for (const { element: spec, node } of slide.made) {
    if (spec.kind !== 'panel') continue;
    node.name = 'p:sp';
    node.children = [
      element('p:nvSpPr', {}, element('p:cNvPr'), element('p:cNvSpPr'), element('p:nvPr')),
      properties(spec),
      textBody(spec, { language, rtl, lineSpacing: spec.lineSpacing, linkTo }),
    ];
  }
};

function properties({ box, corner, fill, stroke }: PanelSpec): XmlElement {
  const { offset, extent } = placeOf(box);
  return element(
    'p:spPr',
    {},
    element('a:xfrm', {}, element('a:off', offset), element('a:ext', extent)),
    corner === undefined ? element('a:prstGeom', { prst: 'rect' }, element('a:avLst')) : rounded(box, corner),
    fill === undefined ? element('a:noFill') : element('a:solidFill', {}, colorElement(fill)),
    stroke === undefined
      ? element('a:ln', {}, element('a:noFill'))
      : element('a:ln', { w: ptToEmu(pt(stroke.width)) }, element('a:solidFill', {}, colorElement(stroke.color))),
  );
}

/** The adjust value is the radius as a share of the shorter side, half of which is a pill. */
const SHARE = 100_000;

function rounded({ width, height }: PanelSpec['box'], corner: number): XmlElement {
  const share = Math.min(SHARE / 2, Math.round((SHARE * corner) / Math.min(width, height)));
  return element(
    'a:prstGeom',
    { prst: 'roundRect' },
    element('a:avLst', {}, element('a:gd', { name: 'adj', fmla: `val ${share}` })),
  );
}

/** Text that wraps gets smaller when people type more than there is room for. */
function textBody({ paragraphs, anchor, inset, wrap }: PanelSpec, context: TextContext): XmlElement {
  if (paragraphs.length === 0) return emptyText(context.language);
  const length = (points: number): number => ptToEmu(pt(points));
  return element(
    'p:txBody',
    {},
    element(
      'a:bodyPr',
      {
        wrap: wrap ? 'square' : 'none',
        lIns: length(inset.left),
        tIns: length(inset.top),
        rIns: length(inset.right),
        bIns: length(inset.bottom),
        rtlCol: 0,
        anchor: anchor === 'middle' ? 'ctr' : 't',
      },
      ...(wrap ? [element('a:normAutofit')] : []),
    ),
    element('a:lstStyle'),
    ...paragraphs.map((paragraph) => textParagraph(paragraph, context)),
  );
}
