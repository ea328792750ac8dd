import type { BrandLayout, BrandPlaceholder, BrandTemplate } from '../../../../design/brand/model.ts';
import { AA_TEXT, contrast } from '../../../../design/contrast.ts';
import type { Box } from '../../../box.ts';
import { brandFrames } from './brandFrames.ts';
import { brandSizes, scaleOf } from './brandSizes.ts';
import { contentArea } from './contentArea.ts';
import { panelOn } from './panel.ts';
import { type LayoutMatch, matchLayouts, placesOf, titleOf, type UsedLayout } from './matchLayouts.ts';
import type { LayoutSpec, PlaceholderName, PlaceholderSpec, SlideFormat } from '../model.ts';

/** The format, and how each kind of slide found its layout: data for hints. */
export interface BrandFormat {
  readonly format: SlideFormat;
  readonly matches: Readonly<Record<UsedLayout, LayoutMatch>>;
}

/**
 * A format on a company's template: titles and running text stand in its placeholders, everything else in the area that
 * its own content has. Undefined when no layout of the template has a title.
 */
export function brandFormat(template: BrandTemplate): BrandFormat | undefined {
  const matches = matchLayouts(template);
  if (matches === undefined) return undefined;
  const scale = scaleOf(template);
  const layouts = Object.fromEntries(
    Object.entries(matches).map(([name, { layout }]) => {
      const area = contentArea(layout, matches.content.layout, template, scale);
      const panel = readsOnPanel(name as UsedLayout, layout, template) ? panelOn(layout, area, scale) : undefined;
      return [name, layoutSpec(name as UsedLayout, layout, panel)];
    }),
  ) as Record<UsedLayout, LayoutSpec>;
  const sizes = brandSizes(scale);
  const frames = brandFrames({ template, scale, sizes, matches, layouts });
  const text = placesOf(matches.content.layout)[0]?.levels[0]?.color;
  return {
    matches,
    format: {
      width: template.width,
      height: template.height,
      sizes,
      layouts: Object.values(layouts),
      ...frames,
      // Text on a panel is the theme's.
      ...(text === undefined || layouts.table.panel !== undefined ? {} : { text }),
    },
  };
}

/** Running text of a template may be made for its own ground alone. A company's cover is left as it is. */
function readsOnPanel(name: UsedLayout, layout: BrandLayout, { colors }: BrandTemplate): boolean {
  if (name === 'cover') return false;
  const color = name === 'content' ? placesOf(layout)[0]?.levels[0]?.color.hex : undefined;
  return color === undefined || contrast(color, colors.bg1) >= AA_TEXT;
}

/** A layout of the template as one of ours: the placeholders that our slides fill. */
function layoutSpec(name: UsedLayout, layout: BrandLayout, panel: Box | undefined): LayoutSpec {
  const number = layout.placeholders.find(({ type }) => type === 'sldNum');
  return {
    name,
    label: layout.name,
    part: layout.part,
    placeholders: placeholdersOf(name, layout),
    ...(panel === undefined ? {} : { panel }),
    ...(number?.index === undefined ? {} : { number: { box: number.box, index: number.index } }),
  };
}

function placeholdersOf(name: UsedLayout, layout: BrandLayout): PlaceholderSpec[] {
  const title = titleOf(layout);
  const subtitle = layout.placeholders.find(({ type }) => type === 'subTitle');
  const [largest] = placesOf(layout);
  return [
    ...(title === undefined ? [] : [placeholderSpec('title', title)]),
    ...(name === 'cover' && subtitle !== undefined ? [placeholderSpec('subtitle', subtitle)] : []),
    ...(name === 'content' && largest !== undefined ? [placeholderSpec('content', largest)] : []),
    ...ownNames(name, layout),
  ];
}

/** Names under which authors of templates give places to parts of a persona's or component's slide. */
const partNames: Partial<Record<UsedLayout, readonly (readonly [PlaceholderName, string])[]>> = {
  persona: [
    ['summary', 'summary'],
    ['first', 'fields'],
    ['second', 'more fields'],
  ],
  more: [
    ['first', 'fields'],
    ['second', 'more fields'],
  ],
  access: [['source', 'rbac file']],
};

function ownNames(name: UsedLayout, layout: BrandLayout): PlaceholderSpec[] {
  const places = placesOf(layout);
  return (partNames[name] ?? []).flatMap(([ours, written]) => {
    const found = places.find((place) => place.name.toLowerCase().replace(/ \d+$/, '') === written);
    return found === undefined ? [] : [placeholderSpec(ours, found)];
  });
}

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function placeholderSpec(name: PlaceholderName, from: BrandPlaceholder): PlaceholderSpec {
  const { type, index, name: label, prompt, anchor, levels } = from;
  return {
    name,
    label,
    type: type === 'sldNum' || type === 'ftr' || type === 'dt' || type === 'other' ? 'body' : type,
    ...(index === undefined ? {} : { index }),
    prompt,
    box: from.box,
    anchor: anchors[anchor],
    // Fields are an outline of labels and values.
    ...(name === 'first' || name === 'second'
      ? { levels: levels.slice(0, 2).map(({ size, bold }) => ({ size, bold, color: 'tx1' })) }
      : {}),
  };
}
