import { describe, expect, test } from 'vitest';
import type { BrandLayout, BrandTemplate } from '../../src/design/brand/model.ts';
import { templateOf } from '../../src/design/brand/readTemplate.ts';
import { brandTemplateFile, templateParts, type TemplateWish } from '../support/brandTemplate.ts';
import { unsoundness } from '../support/soundPackage.ts';

function read(wish?: TemplateWish): BrandTemplate {
  const { template, diagnostics } = templateOf(brandTemplateFile(wish), 'brand/company.potx');
  expect(diagnostics).toEqual([]);
  if (template === undefined) throw new Error('no template');
  return template;
}

function layoutOf(template: BrandTemplate, name: string): BrandLayout {
  const found = template.layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
}

const text = (template: BrandTemplate, part: string): string =>
  Buffer.from(template.package.parts.get(part) ?? []).toString('utf8');

describe('a company template', () => {
  test('gives size, colours and fonts of its first theme', () => {
    const template = read();
    expect(template).toMatchObject({
      file: 'brand/company.potx',
      name: 'Harbour',
      width: 960,
      height: 540,
      fonts: { heading: 'Georgia', body: 'Segoe UI' },
      colors: { tx1: '#101820', bg1: '#ffffff', tx2: '#003b49', bg2: '#eef2f4', accent6: '#f2a900', hlink: '#005eb8' },
    });
    expect(template.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(read({ ratio: '4:3' })).toMatchObject({ width: 720, height: 540 });
  });

  test('lists layouts as PowerPoint does, master by master', () => {
    expect(read().layouts.map(({ name, type, master, part }) => [name, type, master, part.at(-5)])).toEqual([
      ['Title Slide', 'title', 0, '1'],
      ['Title and Content', 'obj', 0, '3'],
      ['Title Only', 'titleOnly', 0, '2'],
      ['Two Content', 'twoObj', 0, '4'],
      ['Night', 'titleOnly', 1, '5'],
    ]);
  });

  test('resolves what a placeholder inherits from the master', () => {
    const [title, body, , , number] = layoutOf(read(), 'Title and Content').placeholders;
    expect(title).toMatchObject({
      type: 'title',
      insets: { left: 0, top: 3.6, right: 7.2, bottom: 3.6 },
      anchor: 'middle',
    });
    expect(title?.index).toBeUndefined();
    expect(title?.box.x).toBeCloseTo(0.92 * 72, 3);
    expect(title?.box.width).toBeCloseTo((960 / 72 - 1.84) * 72, 3);
    expect(title?.levels[0]).toEqual({
      size: 44,
      sized: true,
      bold: true,
      capitals: true,
      font: 'heading',
      color: { hex: '#003b49', scheme: 'tx2' },
      align: 'start',
      lineSpacing: 0.9,
      spaceBefore: 0,
      indent: 0,
      bullet: false,
    });
    expect(body).toMatchObject({ type: 'obj', index: 1, prompt: 'Text, please', anchor: 'top' });
    expect(body?.levels).toHaveLength(9);
    expect(body?.levels[1]).toMatchObject({ size: 24, bullet: true, indent: 54, spaceBefore: 10, font: 'body' });
    expect(number).toMatchObject({ type: 'sldNum', index: 12 });
    expect(number?.levels[0]).toMatchObject({ size: 12, align: 'end' });
  });

  test('says a colour by its name only where nothing changes it', () => {
    const template = read();
    const color = layoutOf(template, 'Title and Content').placeholders[1]?.levels[0]?.color;
    // #101820 at 75 % of its lightness and 25 % more of it.
    expect(color?.scheme).toBeUndefined();
    expect(color?.hex).toBe('#36526d');
  });

  test('follows a layout that swaps dark and light', () => {
    const dark = layoutOf(read(), 'Title Slide');
    expect(dark.background).toBe('#101820');
    const [title, subtitle] = dark.placeholders;
    expect(title).toMatchObject({ type: 'ctrTitle', anchor: 'bottom' });
    expect(title?.levels[0]).toMatchObject({ size: 60, capitals: false, align: 'center' });
    expect(title?.levels[0]?.color).toEqual({ hex: '#eef2f4', scheme: 'bg2' });
    // A slide calls this colour bg1: its own map is the master's.
    expect(subtitle?.levels[0]).toMatchObject({
      color: { hex: '#ffffff', scheme: 'bg1' },
      bullet: false,
      indent: 0,
      size: 24,
    });
  });

  test('keeps to the map and fonts of a second master', () => {
    const night = layoutOf(read(), 'Night');
    expect(night.background).toBe('#202020');
    expect(night.placeholders[0]?.levels[0]).toMatchObject({
      color: { hex: '#ffffff', scheme: 'tx1' },
      font: { family: 'Verdana' },
    });
  });

  test('offers no place for text that is turned, nor for pictures', () => {
    const types = layoutOf(read(), 'Two Content').placeholders.map(({ type, index }) => `${type} ${index ?? ''}`);
    expect(types).toEqual(['title ', 'obj 1', 'obj 2', 'other 13', 'other 14', 'dt 10', 'ftr 11', 'sldNum 12']);
  });

  test('has no plain background behind a picture that covers the slide', () => {
    const parts = templateParts();
    const covered = String(parts['ppt/slideLayouts/slideLayout2.xml']).replace(
      '<p:grpSpPr/>',
      '<p:grpSpPr/><p:pic><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm></p:spPr></p:pic>',
    );
    const template = read({ parts: { 'ppt/slideLayouts/slideLayout2.xml': covered } });
    expect(layoutOf(template, 'Title Only').background).toBeUndefined();
    expect(layoutOf(template, 'Two Content').background).toBe('#ffffff');
  });
});

describe('the kept package', () => {
  test('has no slides, authors, tags, views and own data', () => {
    const { parts, contentTypes } = read().package;
    expect([...parts.keys()].filter((name) => /slides\/|tags|author|view|customXml|docProps/i.test(name))).toEqual([]);
    expect(contentTypes.get('ppt/media/logo.png')).toBe('image/png');
    expect(contentTypes.get('ppt/presentation.xml')).toMatch(/presentation\.main\+xml$/);
    expect(text(read(), 'ppt/presentation.xml')).not.toMatch(/sldIdLst|custDataLst|modifyVerifier/);
  });

  test('leads nowhere that is not there', () => {
    expect(unsoundness(read().package)).toEqual([]);
  });

  test('fetches no picture from elsewhere, and keeps links to web pages', () => {
    const template = read();
    const relations = text(template, 'ppt/slideMasters/_rels/slideMaster1.xml.rels');
    expect(relations).not.toMatch(/tracker|secret|slides\//);
    expect(relations).toContain('https://example.com/"');
    const master = text(template, 'ppt/slideMasters/slideMaster1.xml');
    expect(master).toMatch(/<a:blip r:embed="rId7"\/>/);
    expect(master).toMatch(/name="Button rId8"><a:hlinkClick/);
    expect(master).toMatch(/name="Button rId10"\/>/);
  });

  test('leaves bytes as they are where nothing had to go', () => {
    const parts = templateParts();
    const template = read();
    for (const name of ['ppt/slideLayouts/slideLayout1.xml', 'ppt/theme/theme1.xml']) {
      expect(text(template, name)).toBe(parts[name]);
    }
  });
});
