import { beforeAll, describe, expect, test } from 'vitest';
import { child, descendants, elements, textContent, type XmlElement } from '../../src/ooxml/xml.ts';
import type { Diagram } from '../../src/layout/diagrams/model.ts';
import type { SlidePlan } from '../../src/layout/slides/model.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { drawnPath } from '../support/connectorPath.ts';
import { baseline, fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram } from '../support/diagramFixture.ts';
import { checkPackage } from '../support/packageCheck.ts';
import { paragraphsOf, type PptxPackage, readPackage, titleOf } from '../support/pptxPackage.ts';

const EMU_PER_POINT = 12_700;
/** Of the smallest text of the fixture, and half of it: a picture without groups to cut between is drawn smaller. */
const FIXTURE_FLOOR = 4;

const plan: SlidePlan = { sections: ['cover', 'personas', 'flows', 'architectures', 'access'], findings: [] };
const diagrams = [flowDiagram(), architectureDiagram()];

const slidesOf = (pptx: PptxPackage, title: RegExp): string[] =>
  pptx.slides.filter((name) => title.test(titleOf(pptx.tree(name)) ?? ''));
const nameOf = (shape: XmlElement): string => descendants(shape, 'p:cNvPr')[0]?.attributes['name'] ?? '';
const idOf = (shape: XmlElement): string => descendants(shape, 'p:cNvPr')[0]?.attributes['id'] ?? '';
const connectorsOf = (slide: XmlElement): XmlElement[] => descendants(slide, 'p:cxnSp');
const glueOf = (connector: XmlElement, end: 'a:stCxn' | 'a:endCxn'): XmlElement | undefined =>
  descendants(connector, end)[0];

/** Middle of a side of a shape, by the number of its connection site, in points. */
function siteOf(shape: XmlElement, site: number): readonly [number, number] {
  const frame = child(child(shape, 'p:spPr'), 'a:xfrm');
  const at = (name: string, key: string): number => Number(child(frame, name)?.attributes[key]) / EMU_PER_POINT;
  const [x, y, w, h] = [at('a:off', 'x'), at('a:off', 'y'), at('a:ext', 'cx'), at('a:ext', 'cy')];
  const sites = [
    [x + w / 2, y],
    [x, y + h / 2],
    [x + w / 2, y + h],
    [x + w, y + h / 2],
  ] as const;
  return sites[site] ?? [Number.NaN, Number.NaN];
}

/** Ends of connectors that are more than half a point away from the side that they are glued to. */
function looseEnds(slide: XmlElement): string[] {
  const shapes = new Map(descendants(slide, 'p:sp').map((shape) => [idOf(shape), shape]));
  return connectorsOf(slide).flatMap((connector) => {
    const path = drawnPath(connector);
    return (['a:stCxn', 'a:endCxn'] as const).flatMap((end) => {
      const glue = glueOf(connector, end);
      if (glue === undefined) return [];
      const shape = shapes.get(glue.attributes['id'] ?? '');
      if (shape === undefined) return [`${nameOf(connector)}: no shape ${glue.attributes['id']}`];
      const [x, y] = siteOf(shape, Number(glue.attributes['idx']));
      const [px = 0, py = 0] = (end === 'a:stCxn' ? path[0] : path.at(-1)) ?? [];
      const off = Math.hypot(px - x, py - y);
      return off < 0.5 ? [] : [`${nameOf(connector)}: ${end} is ${off} pt off ${nameOf(shape)}`];
    });
  });
}

/** Where shapes lead, by their names. */
function shapeLinks(pptx: PptxPackage, slide: string): Map<string, string | undefined> {
  const targets = new Map(pptx.relations(slide).map(({ id, target }) => [id, target]));
  return new Map(
    descendants(pptx.tree(slide), 'p:cNvPr').flatMap((properties) => {
      const link = child(properties, 'a:hlinkClick');
      return link === undefined
        ? []
        : [[properties.attributes['name'] ?? '', targets.get(link.attributes['r:id'] ?? '')] as const];
    }),
  );
}

/** The fixture's flow so small that all of it is on one slide. */
function smallFlow(): Diagram {
  const flow = flowDiagram();
  const nodes = flow.nodes.filter(({ node }) => node.group !== 'lane:2');
  const ids = new Set(nodes.map(({ node }) => node.id));
  return {
    ...flow,
    groups: flow.groups.filter(({ group }) => group.id !== 'lane:2'),
    nodes,
    edges: flow.edges.filter(({ edge }) => ids.has(edge.from) && ids.has(edge.to)),
    legend: { ...flow.legend, letters: [], personas: [] },
  };
}

describe('pictures of the work in a deck', () => {
  let pptx: PptxPackage;
  let flow: string[];
  let architecture: string;
  beforeAll(async () => {
    pptx = readPackage(await buildDeck(fixtureDeck(), { plan, diagrams }));
    flow = slidesOf(pptx, /^MLOps/);
    architecture = slidesOf(pptx, /^Lambda/)[0] ?? '';
  });

  test('are whole packages', () => {
    expect(checkPackage(pptx, FIXTURE_FLOOR)).toEqual([]);
  });

  test('have a connector an arrow, glued to both shapes where it is drawn', () => {
    const slide = pptx.tree(architecture);
    expect(connectorsOf(slide)).toHaveLength(architectureDiagram().edges.length);
    for (const connector of connectorsOf(slide)) {
      expect(glueOf(connector, 'a:stCxn')).toBeDefined();
      expect(glueOf(connector, 'a:endCxn')).toBeDefined();
      expect(descendants(connector, 'a:tailEnd')[0]?.attributes['type']).toBe('triangle');
    }
    expect(looseEnds(slide)).toEqual([]);
  });

  test('go on over slides by lanes, every step on one of them and its title in its shape', () => {
    expect(flow.length).toBeGreaterThan(1);
    const titles = flow.map((name) => titleOf(pptx.tree(name)));
    expect(titles.slice(0, 2)).toEqual(['MLOps', 'MLOps (continued)']);
    const named = flow.flatMap((name) =>
      descendants(pptx.tree(name), 'p:sp')
        .filter((shape) => descendants(shape, 'a:gd').length > 0 && descendants(shape, 'a:t').length > 0)
        .map((shape) => descendants(shape, 'a:t').map(textContent).join('')),
    );
    for (const { node } of flowDiagram().nodes) expect(named).toContain(node.title);
  });

  test('cut arrows where the other end is on another slide, and say what it is', () => {
    const slides = flow.map((name) => pptx.tree(name));
    for (const slide of slides) expect(looseEnds(slide)).toEqual([]);
    const open = slides.flatMap(connectorsOf).filter((connector) => descendants(connector, 'a:stCxn').length === 0);
    const leaving = slides.flatMap(connectorsOf).filter((connector) => descendants(connector, 'a:endCxn').length === 0);
    expect(open).toHaveLength(leaving.length);
    expect(open.length).toBeGreaterThan(1);
    // From step 4 to step 5, and back from step 10.
    const marks = paragraphsOf(slides[0] as XmlElement);
    expect(marks.filter((text) => text === '5' || text === '10')).toHaveLength(2);
  });

  test('are dashed where they lead back', () => {
    const dashed = flow.flatMap((name) =>
      connectorsOf(pptx.tree(name)).flatMap((connector) => descendants(connector, 'a:prstDash')),
    );
    expect(dashed).toHaveLength(2);
  });

  test('say what they show, and are read in the order of the steps', () => {
    for (const [names, { alt, title }] of [
      [flow, flowDiagram()],
      [[architecture], architectureDiagram()],
    ] as const) {
      for (const name of names) {
        const described = descendants(pptx.tree(name), 'p:cNvPr').find(({ attributes }) => attributes['descr'] === alt);
        expect(described?.attributes['name']).toBe(title);
      }
    }
    const order = flow.flatMap((name) =>
      descendants(pptx.tree(name), 'p:grpSp').flatMap((group) => /^(\d+)\. /.exec(nameOf(group))?.[1] ?? []),
    );
    expect(order).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  test('lead from badges to personas and from components to their access', () => {
    const links = shapeLinks(pptx, flow[0] ?? '');
    expect(links.get('P004')).toBe(slidesOf(pptx, /^Discriminative AI Data Scientist$/)[0]);
    expect(links.get('Azure Machine Learning')).toBe(slidesOf(pptx, /^Access to Azure Machine Learning$/)[0]);
    expect(shapeLinks(pptx, architecture).get('Power BI')).toBe(slidesOf(pptx, /^Access to Power BI$/)[0]);
  });

  test('lead to files where the deck has no slide for it', async () => {
    const alone = readPackage(await buildDeck(fixtureDeck(), { plan: { ...plan, sections: ['flows'] }, diagrams }));
    const links = shapeLinks(alone, alone.slides[0] ?? '');
    expect(links.get('P004')).toBe('markdown/P004-discriminative-ai-data-scientist.md');
    expect(links.get('Azure Machine Learning')).toBe('rbac/azure-machine-learning.md');
  });

  test('are as large as they were laid out when they have room, and whole', async () => {
    const small = readPackage(await buildDeck(fixtureDeck(), { plan, diagrams: [smallFlow()] }));
    const [name = '', ...more] = slidesOf(small, /^MLOps/);
    expect(more).toEqual([]);
    const slide = small.tree(name);
    expect(connectorsOf(slide)).toHaveLength(smallFlow().edges.length);
    expect(looseEnds(slide)).toEqual([]);
    const step = descendants(slide, 'p:sp').find((shape) => nameOf(shape) === 'Deploy endpoint');
    expect(descendants(step as XmlElement, 'a:rPr')[0]?.attributes['sz']).toBe('1000');
  });

  test('hold their titles in the language and the colours of the deck', () => {
    const step = descendants(pptx.tree(flow[0] ?? ''), 'p:sp').find((shape) => nameOf(shape) === 'Deploy endpoint');
    const properties = descendants(step as XmlElement, 'a:rPr')[0];
    expect(properties?.attributes['lang']).toBe('en-US');
    expect(descendants(properties as XmlElement, 'a:schemeClr')[0]?.attributes['val']).toBe('tx1');
  });

  test('have notes with a purpose, questions and a time', () => {
    for (const name of [flow[0] ?? '', architecture]) {
      const notes = paragraphsOf(pptx.tree(name.replace('slides/slide', 'notesSlides/notesSlide')));
      expect(notes.filter((line) => /^(Purpose|Questions|Time): \S/.test(line))).toHaveLength(3);
    }
  });
});

describe('pictures with a persona lit', () => {
  const lit: SlidePlan = { sections: ['highlights'], findings: [] };

  test('are one a picture that the persona has a part in', async () => {
    const pptx = readPackage(
      await buildDeck(fixtureDeck(), { plan: lit, diagrams: [smallFlow(), architectureDiagram()] }),
    );
    expect(checkPackage(pptx, FIXTURE_FLOOR)).toEqual([]);
    expect(pptx.slides.map((name) => titleOf(pptx.tree(name)))).toEqual([
      'AI Data Engineer in MLOps',
      'AI Data Engineer in Lambda architecture',
      'BI Analyst in Lambda architecture',
      'Discriminative AI Data Scientist in MLOps',
      'Discriminative AI Data Scientist in Lambda architecture',
      'GenAI Chat Developer in MLOps',
      'BuildAgent MLOps in MLOps',
      'BuildAgent MLOps in Lambda architecture',
    ]);
  });

  test('keep the rest quiet by tones that can still be read', async () => {
    const pptx = readPackage(await buildDeck(fixtureDeck(), { plan: lit, diagrams: [architectureDiagram()] }));
    const slide = pptx.tree(slidesOf(pptx, /^BI Analyst/)[0] ?? '');
    const colorsOf = (name: string): (string | undefined)[] => {
      const group = descendants(slide, 'p:grpSp').find((each) => nameOf(each) === name) as XmlElement;
      const panel = elements(group)[2] as XmlElement;
      return [
        descendants(descendants(panel, 'a:ln')[0] as XmlElement, 'a:schemeClr')[0]?.attributes['val'],
        descendants(descendants(panel, 'a:rPr')[0] as XmlElement, 'a:schemeClr')[0]?.attributes['val'],
      ];
    };
    // The line of the team's colour, text of ink; elsewhere text of the colour of remarks.
    expect(colorsOf('Power BI')).toEqual(['accent2', 'tx1']);
    expect(colorsOf('Source systems')[1]).toBe('tx2');
    const pill = descendants(slide, 'p:sp').filter((shape) => nameOf(shape) === 'P001');
    for (const shape of pill) {
      const fill = child(child(shape, 'p:spPr'), 'a:solidFill');
      expect(descendants(fill as XmlElement, 'a:schemeClr')[0]?.attributes['val']).toBe('bg1');
    }
  });
});

test('pictures stand on the right of a deck that reads from right to left', async () => {
  const arabic = fixtureDeck(baseline, { language: 'ar', title: 'عبء العمل' });
  const picture: Diagram = { ...smallFlow(), direction: 'rtl' };
  const pptx = readPackage(
    await buildDeck(arabic, { design: fixtureDesign(undefined, 'ar'), plan, diagrams: [picture] }),
  );
  const slide = pptx.tree(slidesOf(pptx, /^MLOps/)[0] ?? '');
  expect(looseEnds(slide)).toEqual([]);
  const lane = descendants(slide, 'p:sp').find((shape) => nameOf(shape) === 'Dev');
  const [x] = siteOf(lane as XmlElement, 3);
  // 56 pt from the edge of a slide of 960, within the picture's margin.
  expect(x).toBeGreaterThan(960 - 56 - 20);
});
