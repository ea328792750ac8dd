import { beforeAll, describe, expect, test } from 'vitest';
import { child, descendants, elements, serializeXml, type XmlElement } from '../../src/ooxml/xml.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, fixtureDeck, fixtureDesign, lowInkTheme } from '../support/deckFixture.ts';
import { type PptxPackage, readPackage } from '../support/pptxPackage.ts';

const named = (slide: XmlElement, name: string): XmlElement => {
  const found = [...descendants(slide, 'p:sp'), ...descendants(slide, 'p:grpSp')].find(
    (shape) => descendants(shape, 'p:cNvPr')[0]?.attributes['name'] === name,
  );
  if (found === undefined) throw new Error(`no shape ${name}`);
  return found;
};

describe('shapes', () => {
  let pptx: PptxPackage;
  let persona: XmlElement;
  beforeAll(async () => {
    pptx = readPackage(await buildDeck(fixtureDeck(baseline.slice(0, 2))));
    persona = pptx.tree('ppt/slides/slide2.xml');
  });

  test('of a figure are a group that moves as one', () => {
    const group = named(persona, 'Figure of P001');
    const names = descendants(group, 'p:cNvPr').map(({ attributes }) => attributes['name']);
    expect(names).toEqual(['Figure of P001', 'Ground', 'Pattern 1', 'Pattern 2', 'Pattern 3', 'Ring', 'Badge', 'Icon']);
    const [offset, extent, childOffset, childExtent] = elements(
      child(child(group, 'p:grpSpPr') ?? group, 'a:xfrm') ?? group,
    );
    expect(childOffset?.attributes).toEqual(offset?.attributes);
    expect(childExtent?.attributes).toEqual(extent?.attributes);
  });

  test('of a card are one group, with its texts and its figure', () => {
    const group = named(persona, 'Card of P001');
    const members = elements(group).slice(2);
    const names = members.map((member) => descendants(member, 'p:cNvPr')[0]?.attributes['name']);
    expect(names).toEqual(['Team colour', 'Figure of P001', 'Team pattern', 'Id', 'Team']);
    const [, extent] = elements(child(child(group, 'p:grpSpPr'), 'a:xfrm') ?? group);
    expect(extent?.attributes).toEqual({ cx: String(232 * 12_700), cy: String(540 * 12_700) });
    expect(descendants(group, 'p:cNvPr')[0]?.attributes['descr']).toBe('P001 AI Data Engineer');
  });

  test('of a figure are drawn as paths', () => {
    const icon = descendants(named(persona, 'Figure of P001'), 'p:sp').at(-1) ?? persona;
    const path = descendants(icon, 'a:path')[0];
    expect(path?.attributes).toEqual({ w: '24000', h: '24000' });
    expect(descendants(icon, 'a:cubicBezTo').length).toBeGreaterThan(4);
    expect(descendants(icon, 'a:prstGeom')).toEqual([]);
  });

  test('drawn with a line have round ends and no area', () => {
    const access = pptx.slides.map((name) => pptx.tree(name)).at(-1) ?? persona;
    const icon = named(access, 'Category');
    expect(descendants(icon, 'a:path')[0]?.attributes['fill']).toBe('none');
    const line = descendants(icon, 'a:ln')[0];
    expect(line?.attributes['cap']).toBe('rnd');
    expect(line?.children.at(-1)).toEqual({ name: 'a:round', attributes: {}, children: [] });
  });

  test('can be typed into, and have a line only where one was asked for', () => {
    for (const shape of descendants(persona, 'p:sp')) expect(child(shape, 'p:txBody')).toBeDefined();
    const line = descendants(named(persona, 'Team colour'), 'a:ln')[0];
    expect(line?.children.map((node) => (typeof node === 'string' ? node : node.name))).toEqual(['a:noFill']);
  });

  test('in a theme that saves ink are a rule instead of a painted rail', async () => {
    const deck = readPackage(await buildDeck(fixtureDeck(), { design: fixtureDesign(lowInkTheme) }));
    const rail = named(deck.tree('ppt/slides/slide2.xml'), 'Team colour');
    expect(child(descendants(rail, 'a:xfrm')[0], 'a:ext')?.attributes['cx']).toBe(String(6 * 12_700));
  });
});

describe('tables', () => {
  let table: XmlElement;
  beforeAll(async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck(baseline.slice(0, 1))));
    table = descendants(pptx.tree('ppt/slides/slide2.xml'), 'a:tbl')[0] ?? pptx.tree('ppt/slides/slide2.xml');
  });

  test('have lines of one height, whatever signs stand in them', () => {
    const spacings = new Set(
      descendants(table, 'a:p').map((paragraph) => serializeXml(child(paragraph, 'a:pPr') ?? paragraph)),
    );
    expect(spacings.size).toBe(1);
    // 13 pt times the line height of Calibri.
    expect([...spacings][0]).toContain('<a:lnSpc><a:spcPts val="1587"/></a:lnSpc>');
  });

  test('set Production apart by ground and line', () => {
    const rows = descendants(table, 'a:tr').map((row) => descendants(row, 'a:tcPr'));
    for (const cells of rows) {
      expect(cells.map((cell) => child(cell, 'a:lnL') !== undefined)).toEqual([false, false, false, true]);
      expect(serializeXml(child(cells[3] ?? table, 'a:solidFill') ?? table)).toContain(
        '<a:schemeClr val="accent2"><a:alpha val="17000"/></a:schemeClr>',
      );
    }
  });
});
