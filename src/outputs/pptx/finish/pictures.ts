import type { PictureSpec } from '../slideSpec.ts';
import type { SlidePass } from './slidePart.ts';
import { descend, element, elements } from '../../../ooxml/xml.ts';

/** Crops pictures to the shape of their box, in the middle; they can be moved within it in PowerPoint. */
export const pictures: SlidePass = ({ made }) => {
  for (const { element: picture, node } of made) {
    if (picture.kind !== 'picture') continue;
    const fill = descend(node, 'p:blipFill');
    const [blip, ...others] = elements(fill);
    if (blip !== undefined) fill.children = [blip, element('a:srcRect', cropOf(picture)), ...others];
  }
};

/** Thousandths of a per cent. */
const WHOLE = 100_000;

/** What is cut off at each side, as shares of the picture. */
function cropOf({ image, box }: PictureSpec): Record<string, number> {
  const wanted = box.width / box.height;
  const given = image.width / image.height;
  const share = Math.round((WHOLE * (1 - Math.min(wanted, given) / Math.max(wanted, given))) / 2);
  if (share === 0) return {};
  return given > wanted ? { l: share, r: share } : { t: share, b: share };
}
