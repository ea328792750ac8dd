import type { BrandLayout, BrandTemplate } from '../../../../design/brand/model.ts';
import { type Box, box } from '../../../box.ts';
import { placesOf, titleOf } from './matchLayouts.ts';

/** Free of a title, in points on a slide of our own size. */
const GAP = 10;
/** Where a template says nothing of its content, this share of the slide stays free at each side. */
const MARGIN = 0.06;

/**
 * The part of a slide that is for content: as wide and as low as the template's own content, up to the title, down to
 * the footers. Templates that say nothing of their content leave what lies between title and footers.
 */
export function contentArea(layout: BrandLayout, content: BrandLayout, template: BrandTemplate, scale: number): Box {
  const { width, height } = template;
  const model = placesOf(content)[0]?.box ?? box(width * MARGIN, 0, width * (1 - 2 * MARGIN), height);
  const title = titleOf(layout)?.box;
  const gap = GAP * scale;
  const footers = layout.placeholders
    .filter(({ type }) => type === 'sldNum' || type === 'ftr' || type === 'dt')
    .map((footer) => footer.box)
    .filter(({ y }) => y > height / 2);
  const drawings = layout.drawn.filter((drawn) => isAtTheFoot(drawn, template));
  const below = [...footers, ...drawings].map(({ y }) => y - gap / 2);
  const bottom = Math.min(model.y + model.height, height - gap, ...below);
  const above = title !== undefined && title.y + title.height / 2 < height / 2;
  // A title beside or below the content leaves it where the template has it.
  const top = above && overlapsInWidth(title, model) ? title.y + title.height + gap : Math.max(model.y, gap);
  return box(model.x, top, model.width, Math.max(bottom - top, height / 3));
}

/** A band or a row of drawings along the lower edge, which content keeps clear of. */
function isAtTheFoot({ y, width }: Pick<Box, 'y' | 'width'>, slide: Pick<Box, 'width' | 'height'>): boolean {
  return y > slide.height * 0.7 && width > slide.width * 0.4;
}

function overlapsInWidth(a: Pick<Box, 'x' | 'width'>, b: Pick<Box, 'x' | 'width'>): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}
