import { expect, test } from 'vitest';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import { shrunkSlideTexts } from '../../src/layout/slides/shrunk.ts';
import { pt } from '../../src/design/units.ts';
import type { Diagram } from '../../src/layout/diagrams/model.ts';
import { baseline, corePlan, fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';
import { flowDiagram } from '../support/diagramFixture.ts';
import { fakeMeasure } from '../support/fakeMeasure.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';

test('a usual persona is set as the design says', async () => {
  const slides = await fitSlides(
    fixtureDeck(baseline.slice(0, 2)),
    fixtureDesign(),
    fakeMeasure(),
    corePlan,
    ownFormat,
  );
  expect(shrunkSlideTexts(slides)).toEqual([]);
});

test('texts that had to shrink are listed once a part, with the slides they take', async () => {
  const slides = await fitSlides(fixtureDeck(hostilePersonas), fixtureDesign(), fakeMeasure(), corePlan, ownFormat);
  const own = shrunkSlideTexts(slides).filter(({ slide }) => slide === 'persona:P010');
  const pages = slides.slides.filter(({ key }) => key === 'persona:P010').length;
  expect(own.map(({ part, pages: count }) => [part, count])).toEqual([
    ['title', pages],
    ['fields', pages],
  ]);
  expect(own.find(({ part }) => part === 'fields')).toMatchObject({ size: 12, designSize: 16, fits: true });
});

test('a picture that cannot be cut is listed with the size of its text; with a persona lit, it is not listed again', async () => {
  const flow = flowDiagram();
  const tall: Diagram = {
    ...flow,
    groups: flow.groups.slice(0, 1).map((lane) => ({ ...lane, box: { ...lane.box, height: pt(820) } })),
    nodes: flow.nodes.map((placed) => ({ ...placed, node: { ...placed.node, group: 'lane:0' } })),
  };
  const plan = { sections: ['flows', 'highlights'], findings: [] } as const;
  const slides = await fitSlides(fixtureDeck(), fixtureDesign(), fakeMeasure(), plan, ownFormat, [tall]);
  const [found, ...more] = shrunkSlideTexts(slides);
  expect(found).toMatchObject({ slide: 'flow:mlops', part: 'picture', designSize: 12, fits: true, pages: 1 });
  // The smallest text of the fixture is 9 pt before it is drawn smaller.
  expect(found?.size).toBeLessThan(6);
  expect(more).toEqual([]);
});
