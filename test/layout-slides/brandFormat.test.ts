import { describe, expect, test } from 'vitest';
import type { BrandLayout, BrandTemplate } from '../../src/design/brand/model.ts';
import { templateOf } from '../../src/design/brand/readTemplate.ts';
import { pt } from '../../src/design/units.ts';
import type { Box } from '../../src/layout/box.ts';
import { brandFormat } from '../../src/layout/slides/format/brand/brandFormat.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import { brandTemplateFile } from '../support/brandTemplate.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, fixtureDeck } from '../support/deckFixture.ts';

function read(bytes: Uint8Array): BrandTemplate {
  const { template, diagnostics } = templateOf(bytes, 'brand.potx');
  if (template === undefined) throw new Error(JSON.stringify(diagnostics));
  return template;
}

const formatOf = (template: BrandTemplate) => {
  const found = brandFormat(template);
  if (found === undefined) throw new Error('no format');
  return found;
};

const written = read(brandTemplateFile());

/** The template with changed layouts. */
const changed = (change: (layout: BrandLayout) => BrandLayout | undefined): BrandTemplate => ({
  ...written,
  layouts: written.layouts.flatMap((layout) => change(layout) ?? []),
});

describe('layouts of a template', () => {
  test('are found by name, and the rest stands on the nearest', () => {
    const { matches } = formatOf(written);
    expect(Object.entries(matches).map(([kind, { layout, by }]) => [kind, layout.name, by])).toEqual([
      ['cover', 'Title Slide', 'name'],
      ['table', 'Title Only', 'name'],
      ['content', 'Title and Content', 'name'],
      ['access', 'Title Only', 'nearest'],
      ['persona', 'Title Only', 'nearest'],
      ['more', 'Title Only', 'nearest'],
    ]);
  });

  test('are found by type under names of another language', () => {
    const { matches } = formatOf(changed((layout) => ({ ...layout, name: `Aihe ${layout.part}` })));
    expect([matches.cover.by, matches.table.by, matches.content.by]).toEqual(['type', 'type', 'type']);
    expect(matches.cover.layout.type).toBe('title');
    expect(matches.table.layout.type).toBe('titleOnly');
  });

  test('serve by what they have where neither name nor type says anything', () => {
    const nameless = changed(({ type: _type, ...layout }) => ({ ...layout, name: '' }));
    const { matches } = formatOf(nameless);
    expect(matches.cover.layout.placeholders.map(({ type }) => type)).toContain('subTitle');
    expect(matches.table.layout.placeholders.filter(({ type }) => type === 'body' || type === 'obj')).toEqual([]);
    expect(matches.table.by).toBe('nearest');
  });

  test('with less drawn behind their content go first', () => {
    const [first] = written.layouts.filter(({ name }) => name === 'Title Only');
    if (first === undefined) throw new Error('no layout');
    const everywhere: Box = { x: pt(0), y: pt(0), width: written.width, height: written.height };
    const busy = { ...first, drawn: [everywhere, everywhere] };
    const calm = { ...first, part: 'ppt/slideLayouts/calm.xml', drawn: [] };
    const { matches } = formatOf({ ...written, layouts: [busy, calm, ...written.layouts.filter((l) => l !== first)] });
    expect(matches.table.layout.part).toBe(calm.part);
  });

  test('all without a title give no format', () => {
    const titles = ['title', 'ctrTitle'];
    const untitled = changed((layout) => ({
      ...layout,
      placeholders: layout.placeholders.filter(({ type }) => !titles.includes(type)),
    }));
    expect(brandFormat(untitled)).toBeUndefined();
  });
});

describe('places on a template', () => {
  test.each(['16:9', '4:3'] as const)('of %s stand in its content, below the title, none over another', (ratio) => {
    const template = read(brandTemplateFile({ ratio }));
    const { format, matches } = formatOf(template);
    const content = matches.content.layout.placeholders.find(({ type }) => type === 'obj')?.box;
    const { rail, columns, strip, legend, title, summary } = format.persona;
    for (const place of [rail, ...columns, strip, legend, summary]) {
      expect(place.x).toBeGreaterThanOrEqual((content?.x ?? 0) - 0.5);
      expect(place.x + place.width).toBeLessThanOrEqual((content?.x ?? 0) + (content?.width ?? 0) + 0.5);
      expect(place.y).toBeGreaterThanOrEqual(title.box.y + title.box.height);
    }
    const stacked = [summary, columns[0], strip, legend];
    for (const [index, place] of stacked.slice(1).entries()) {
      const above = stacked[index] as Box;
      expect(place.y).toBeGreaterThanOrEqual(above.y + above.height - 0.01);
    }
    expect(columns[0].x + columns[0].width).toBeLessThan(columns[1].x);
    expect(format.sizes.floor).toBe(12);
  });

  test('get a plain ground where the layout draws something, but not on the cover', () => {
    const band: Box = { x: pt(0), y: pt(200), width: written.width, height: pt(200) };
    const { format } = formatOf(changed((layout) => ({ ...layout, drawn: [band] })));
    const grounds = format.layouts.map(({ name, panel }) => [name, panel !== undefined]);
    expect(grounds).toEqual([
      ['cover', false],
      ['table', true],
      ['content', true],
      ['access', true],
      ['persona', true],
      ['more', true],
    ]);
    expect(formatOf(written).format.layouts.every(({ panel }) => panel === undefined)).toBe(true);
  });

  test('end above what is drawn along the foot', () => {
    const wave: Box = { x: pt(0), y: pt(440), width: written.width, height: pt(100) };
    const { format } = formatOf(changed((layout) => ({ ...layout, drawn: [wave] })));
    expect(format.persona.legend.y + format.persona.legend.height).toBeLessThan(440);
  });

  test('of our own deck as a template are those of our own format', async () => {
    const own = read(await buildDeck(fixtureDeck(baseline.slice(0, 1))));
    const { format, matches } = formatOf(own);
    expect([matches.persona.by, matches.more.by, matches.access.by]).toEqual(['name', 'name', 'name']);
    expect(format.persona.columns).toEqual(ownFormat.persona.columns);
    expect(format.persona.rail).toEqual(ownFormat.persona.rail);
    expect(format.access.source).toEqual(ownFormat.access.source);
  });
});
