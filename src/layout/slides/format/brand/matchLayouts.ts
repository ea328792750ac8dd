import type { BrandLayout, BrandTemplate } from '../../../../design/brand/model.ts';
import { overlapOf } from '../../../box.ts';
import type { LayoutName } from '../model.ts';

/** Layouts that slides of ours are made on; nothing of ours stands on `blank`. */
export type UsedLayout = Exclude<LayoutName, 'sheet' | 'blank'>;

/** A layout of the template, and how it was found: `nearest` where it has neither the name nor the type. */
export interface LayoutMatch {
  readonly layout: BrandLayout;
  readonly by: 'name' | 'type' | 'nearest';
}

interface Wish {
  /** As authors of templates write them, in small letters and without punctuation; ours first. */
  readonly names: readonly string[];
  /** PowerPoint's own types that fit, the best first. */
  readonly types: readonly string[];
  /** How far a layout is from what is wanted; undefined when it cannot serve. */
  readonly distance: (layout: BrandLayout) => number | undefined;
}

/** A layout serves where it has a title; places that stay empty do not show on slides. */
const titleAndLittleElse = (layout: BrandLayout): number | undefined =>
  titleOf(layout) === undefined ? undefined : placesOf(layout).length + (titleOf(layout)?.type === 'title' ? 0 : 10);

const wishes: Readonly<Record<UsedLayout, Wish>> = {
  cover: {
    names: ['cover', 'title slide', 'title'],
    types: ['title'],
    distance: (layout) => {
      const title = titleOf(layout);
      if (title === undefined) return undefined;
      const subtitle = layout.placeholders.some(({ type }) => type === 'subTitle');
      return (title.type === 'ctrTitle' ? 0 : 2) + (subtitle ? 0 : 1);
    },
  },
  content: {
    names: ['title and content', 'title content', 'title bullets', 'title and body', 'title and text'],
    types: ['obj', 'tx'],
    distance: (layout) => {
      const places = placesOf(layout).length;
      return titleOf(layout) === undefined || places === 0 ? undefined : places;
    },
  },
  table: { names: ['title and table', 'title only'], types: ['titleOnly'], distance: titleAndLittleElse },
  access: { names: ['access'], types: [], distance: titleAndLittleElse },
  persona: { names: ['persona'], types: [], distance: titleAndLittleElse },
  more: { names: ['persona continued', 'persona'], types: [], distance: titleAndLittleElse },
};

/** The layout for each kind of slide; undefined when no layout of the template has a title. */
export function matchLayouts({ layouts }: BrandTemplate): Readonly<Record<UsedLayout, LayoutMatch>> | undefined {
  const table = matchOf(wishes.table, layouts);
  const cover = matchOf(wishes.cover, layouts);
  if (table === undefined || cover === undefined) return undefined;
  const named = (wish: Wish): LayoutMatch => matchOf(wish, layouts, ['name']) ?? { ...table, by: 'nearest' };
  return {
    cover,
    table,
    content: matchOf(wishes.content, layouts) ?? { ...table, by: 'nearest' },
    access: named(wishes.access),
    persona: named(wishes.persona),
    more: named(wishes.more),
  };
}

const ways = ['name', 'type', 'nearest'] as const;

/** The first layout by the surest of the given ways: a template of several masters has its main one first. */
function matchOf(
  wish: Wish,
  layouts: readonly BrandLayout[],
  allowed: readonly LayoutMatch['by'][] = ways,
): LayoutMatch | undefined {
  for (const by of allowed) {
    const layout = finders[by](wish, layouts);
    if (layout !== undefined) return { layout, by };
  }
  return undefined;
}

type Finder = (wish: Wish, layouts: readonly BrandLayout[]) => BrandLayout | undefined;

const finders: Readonly<Record<LayoutMatch['by'], Finder>> = {
  name: ({ names, distance }, layouts) => {
    const serving = layouts.filter((layout) => distance(layout) !== undefined);
    return firstOf(names, (name) => calmest(serving.filter((layout) => plainName(layout.name) === name)));
  },
  type: ({ types, distance }, layouts) => {
    const serving = layouts.filter((layout) => distance(layout) !== undefined);
    return firstOf(types, (type) => calmest(serving.filter((layout) => layout.type === type)));
  },
  nearest: ({ distance }, layouts) =>
    layouts
      .flatMap((layout) => {
        const far = distance(layout);
        return far === undefined ? [] : [{ layout, far }];
      })
      .sort((a, b) => a.far - b.far)[0]?.layout,
};

/**
 * The first, unless a later one has clearly less drawn where titles and content stand: some templates have the master of
 * their cover before that of their content.
 */
function calmest(layouts: readonly BrandLayout[]): BrandLayout | undefined {
  return [...layouts].sort((a, b) => busyness(a) - busyness(b))[0];
}

/** How often the places of a layout are drawn over, in whole numbers: little differences do not count. */
function busyness({ placeholders, drawn }: BrandLayout): number {
  const places = placeholders.filter(({ type }) => type !== 'sldNum' && type !== 'ftr' && type !== 'dt');
  const area = places.reduce((total, { box }) => total + box.width * box.height, 0);
  const covered = places.flatMap(({ box }) => drawn.map((other) => overlapOf(box, other)));
  return area === 0 ? 0 : Math.round(covered.reduce((total, part) => total + part, 0) / area);
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `1_Title Only`, `TITLE_ONLY` and `Title, only` are one name. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\d+[_ ]/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The place for the title. */
export function titleOf(layout: BrandLayout): BrandLayout['placeholders'][number] | undefined {
  return layout.placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle');
}

/** Places for text or content, the largest first. */
export function placesOf(layout: BrandLayout): BrandLayout['placeholders'] {
  return layout.placeholders
    .filter(({ type }) => type === 'body' || type === 'obj')
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}
