import { expect, test } from 'vitest';
import { fitSlides } from '../../src/layout/slides/fitSlides.ts';
import { ownFormat } from '../../src/layout/slides/format/ownFormat.ts';
import { shrunkSlideTexts } from '../../src/layout/slides/shrunk.ts';
import { baseline, corePlan, fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';
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
