import { describe, expect, it } from 'vitest';
import type { DiagramLink } from '../../src/html/diagrams/painting.ts';
import { type FileOptions, diagramFile, diagramInPage } from '../../src/html/diagrams/diagramSvg.ts';
import { diagramTexts } from '../../src/html/diagrams/diagramTexts.ts';
import { classPaint } from '../../src/html/diagrams/paint.ts';
import { litPart } from '../../src/layout/diagrams/highlight.ts';
import type { Diagram } from '../../src/layout/diagrams/model.ts';
import { parseXml, type XmlElement } from '../../src/ooxml/xml.ts';
import { darkTheme, lightTheme, lowInkTheme } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram } from '../support/diagramFixture.ts';

const address = (link: DiagramLink): string | undefined =>
  link.on === 'persona' ? `p/${link.badge.id}.html?a&b` : link.target && `rbac/${link.id}`;

function draw(diagram: Diagram, options: Partial<FileOptions> = {}): XmlElement {
  const all = { theme: lightTheme, language: 'en', families: ['Carlito'], fontFaces: '', href: address, ...options };
  return parseXml(diagramFile(diagram, all));
}

/** The element and all that are in it, from front to back of the text. */
function* elementsOf(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

const named = (root: XmlElement, name: string): XmlElement[] =>
  [...elementsOf(root)].filter((one) => one.name === name);
const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
const drawnTexts = (root: XmlElement): string[] => named(root, 'text').map(textOf);
const isolated = /[\u2068\u2069]/g;

/** The fixture with another text in every place. */
function withTexts(diagram: Diagram, text: string): Diagram {
  const json = JSON.stringify(diagram, (key, value: unknown) => {
    if (key === 'lines') return [text];
    return key === 'id' || key === 'title' || key === 'name' || key === 'words' || key === 'alt'
      ? typeof value === 'string'
        ? `${text}${key === 'id' ? value : ''}`
        : value
      : value;
  });
  return JSON.parse(json) as Diagram;
}

describe('a picture as a file', () => {
  it.each([flowDiagram(), architectureDiagram()])(
    '$title draws every text once, as it was broken into lines',
    (diagram) => {
      const expected = diagramTexts(diagram).flatMap((text) => (text.length > 0 ? [text] : []));
      const drawn = drawnTexts(draw(diagram));
      // Letters of badges with a half circle are drawn one by one, and of the legend as they are.
      const together = (texts: readonly string[]): string => texts.join('').split('').sort().join('');
      expect(together(drawn)).toBe(together([...expected, ...legendIds(diagram)]));
      for (const text of diagram.nodes.flatMap(({ title }) => title.lines)) expect(drawn).toContain(text);
    },
  );

  const legendIds = ({ legend }: Diagram): string[] => legend.personas.map(({ badge }) => badge.id);

  it('says what it is, in what language, and is larger than the picture by its margins and title', () => {
    const diagram = flowDiagram();
    const root = draw(diagram, { language: 'fi' });
    expect(root.attributes).toMatchObject({
      width: `${diagram.width + 24}pt`,
      height: `${diagram.height + 56}pt`,
      viewBox: `0 0 ${diagram.width + 24} ${diagram.height + 56}`,
      role: 'img',
      direction: 'ltr',
      'xml:lang': 'fi',
    });
    const ids = root.attributes['aria-labelledby']?.split(' ') ?? [];
    const said = ids
      .map((id) => [...elementsOf(root)].find((one) => one.attributes['id'] === id))
      .map((one) => one && textOf(one));
    expect(said).toEqual([diagram.title, diagram.alt]);
  });

  it('links badges and components, and nothing inside of another link', () => {
    const links = named(draw(flowDiagram()), 'a');
    const hrefs = links.map(({ attributes }) => attributes['href']);
    expect(hrefs.filter((href) => href === 'p/P004.html?a&b')).toHaveLength(6 + 1);
    expect(hrefs.filter((href) => href === 'rbac/azure-machine-learning')).toHaveLength(8);
    expect(links.flatMap((link) => named(link, 'a').slice(1))).toEqual([]);
    expect(links.map((link) => textOf(named(link, 'title')[0] ?? link))).toContain(
      'P004 Discriminative AI Data Scientist: writes',
    );
    const nodes = named(draw(architectureDiagram()), 'a').map(({ attributes }) => attributes['href']);
    expect(nodes.filter((href) => href?.startsWith('rbac/'))).toEqual([
      'rbac/azure-data-factory',
      'rbac/azure-databricks',
      'rbac/power-bi',
    ]);
  });

  it('has no links where there is nothing to lead to, and keeps what they would say', () => {
    const root = draw(flowDiagram(), { href: () => undefined });
    expect(named(root, 'a')).toEqual([]);
    expect(named(root, 'title').map(textOf)).toContain('P009 BuildAgent MLOps: reads');
  });

  it('needs no style sheet: all that is painted has its colours on it', () => {
    for (const theme of [lightTheme, darkTheme, lowInkTheme]) {
      const painted = [...elementsOf(draw(flowDiagram(), { theme }))].filter(({ name }) =>
        /^(rect|path|circle|text)$/.test(name),
      );
      expect(painted.length).toBeGreaterThan(100);
      expect(painted.filter(({ attributes }) => !/^(#[0-9a-f]{6}|none)$/.test(attributes['fill'] ?? ''))).toEqual([]);
    }
  });

  it('dashes arrows that lead back, and no others', () => {
    const dashed = named(draw(flowDiagram()), 'path').filter(({ attributes }) => 'stroke-dasharray' in attributes);
    expect(dashed.map(({ attributes }) => attributes['stroke'])).toEqual([lightTheme.colors.attention]);
  });

  it('ends each arrow with a tip where the edge ends', () => {
    const { edges } = flowDiagram();
    const paths = named(draw(flowDiagram()), 'path').map(({ attributes }) => attributes['d'] ?? '');
    for (const { points } of edges) {
      const tip = points.at(-1);
      expect(paths.some((d) => d.startsWith(`M${tip?.x} ${tip?.y}L`) && d.endsWith('Z'))).toBe(true);
    }
  });
});

describe('texts that nobody should write', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"quoted" & \'single\' ]]> {{x}}',
    'a\u0001b\ud800c',
    '<![CDATA[',
    'مهندس',
  ];

  it.each(hostile)('are text: %j', (text) => {
    const shown = text.replace('\u0001', '').replace('\ud800', '');
    const root = draw(withTexts(flowDiagram(), text), { href: () => `x?${text}` });
    expect(drawnTexts(root).map((one) => one.replace(isolated, ''))).toContain(shown);
    expect(new Set([...elementsOf(root)].map(({ name }) => name))).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'g', 'text', 'path', 'circle', 'a']),
    );
    expect(named(root, 'a')[0]?.attributes['href']).toBe(`x?${shown}`);
  });
});

describe('a picture from right to left', () => {
  const mirrored = { ...flowDiagram(), direction: 'rtl' } as const;

  it('starts lines at the right edge of their box', () => {
    const [node] = mirrored.nodes;
    const box = node?.title.box ?? { x: 0, width: 0 };
    const line = named(draw(mirrored, { language: 'ar' }), 'text').find((one) => textOf(one).includes('Data ingested'));
    expect(Number(line?.attributes['x'])).toBeCloseTo(box.x + box.width, 1);
    expect(line && textOf(line)).toBe('\u2068Data ingested,\u2069');
  });

  it('has the letters of a badge at the left of its id', () => {
    const [first] = named(draw(mirrored), 'a').filter((one) => textOf(one).includes('P004'));
    const [id, letters] = named(first ?? draw(mirrored), 'text').map(({ attributes }) => Number(attributes['x']));
    expect(letters).toBeLessThan(id ?? 0);
  });
});

describe('a persona lit', () => {
  it('leaves all quiet that is not its own', () => {
    const diagram = flowDiagram();
    const lit = litPart(diagram, 'P001');
    const root = draw(diagram, lit === undefined ? {} : { lit });
    const quiet = named(root, 'g').filter(({ attributes }) => 'opacity' in attributes);
    const quietTexts = quiet.map(textOf).join('\n');
    expect(quietTexts).toContain('Refine data and');
    expect(quietTexts).not.toContain('Data ingested,');
    // At its own node, the badge of another is quiet and its own is not.
    expect(quietTexts).toContain('P004 Discriminative AI Data Scientist: writes');
    expect(quietTexts).not.toContain('P001 AI Data Engineer: reads');
  });
});

describe('a picture in a page', () => {
  it('has classes in place of colours, those of the team around what is its own', () => {
    const svg = diagramInPage(flowDiagram(), { paint: classPaint((team) => `team-${team?.index}`), href: () => 'x' });
    expect(svg).not.toMatch(/#[0-9a-f]{6}|style=/);
    const badges = named(parseXml(svg), 'g').filter(({ attributes }) => attributes['class'] === 'team-2');
    expect(badges).toHaveLength(6 + 1);
    expect(new Set(named(badges[0] ?? parseXml(svg), 'path').map(({ attributes }) => attributes['class']))).toEqual(
      new Set(['fill-band', 'fill-none stroke-team']),
    );
  });
});
