import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureArea } from '../../src/deck/pages/model.ts';
import type { CardPicture } from '../../src/outputs/cardPicture.ts';
import { sharePictures, type Task } from '../../src/outputs/task.ts';
import { PicturesOfCards } from '../../src/outputs/wiki/cardPictures.ts';
import { stripsOf } from '../../src/outputs/wiki/strips.ts';
import { wikiFlavours } from '../../src/schema/settings.ts';
import { fixtureDeck } from '../support/deckFixture.ts';
import { readers } from './readers/readers.ts';
import { pictures, wikiOf } from './wikiOf.ts';

const area = (id: string, y: number, height: number, x = 20): PictureArea => ({
  text: `Component ${id}`,
  page: { kind: 'component', id },
  x,
  y,
  width: 160,
  height,
});

const cut = (...areas: readonly PictureArea[]) =>
  stripsOf({ name: 'P1', alt: 'Card', width: 800, height: 1400, areas }).map(({ name, alt, page, top, height }) => [
    name,
    alt,
    page?.kind === 'component' ? page.id : '',
    top,
    height,
  ]);

describe('stripsOf', () => {
  it('cuts where areas begin, over the whole height', () => {
    expect(cut(area('a', 600, 50), area('b', 650, 50), area('c', 800, 60))).toEqual([
      ['P1-slice-1', 'Card', '', 0, 600],
      ['P1-slice-2', 'Component a', 'a', 600, 50],
      ['P1-slice-3', 'Component b', 'b', 650, 150],
      ['P1-slice-4', 'Component c', 'c', 800, 60],
      ['P1-slice-5', '', '', 860, 540],
    ]);
  });

  it('has one strip for what runs on over the end of a line, none of no height', () => {
    expect(cut(area('a', 0, 50), area('a', 50, 50, 60), area('b', 100, 1300))).toEqual([
      ['P1-slice-1', 'Component a', 'a', 0, 100],
      ['P1-slice-2', 'Component b', 'b', 100, 1300],
    ]);
  });

  it('leaves a picture whole that has no areas, or some beside each other', () => {
    expect(cut()).toEqual([]);
    expect(cut(area('a', 100, 50), area('b', 120, 50, 300))).toEqual([]);
  });
});

describe('files of strips', async () => {
  const noise = await sharp({
    create: {
      width: 825,
      height: 1425,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .png()
    .toBuffer();
  const deck = fixtureDeck([{ id: 'P1', name: 'Lead', components: ['Storage', 'Keys', 'Queue'] }]);
  const drawn: CardPicture[] = pictures(deck).map((picture) => ({
    ...picture,
    task: (path) => ({ ...picture.task(path), key: picture.name, render: async () => noise }),
  }));
  const tasks = new PicturesOfCards(() => drawn, { sliced: true }).tasks((name) => `wiki/x/${name}.png`);
  const context = {} as Parameters<Task['render']>[0];

  it('put together are the picture, pixel for pixel', async () => {
    expect(tasks.map(({ path }) => path.slice('wiki/x/P1-lead'.length))).toEqual([
      '.png',
      ...[1, 2, 3, 4, 5].map((number) => `-slice-${number}.png`),
      '-back.png',
    ]);
    const strips = await Promise.all(
      tasks.slice(1, 6).map(async (task) => {
        const { from } = task;
        const alone = Buffer.from(await task.render(context));
        expect(from?.path).toBe('wiki/x/P1-lead.png');
        // Cut out of the file of the picture it is the same.
        expect(alone.equals(Buffer.from((await from?.make?.(noise)) ?? []))).toBe(true);
        return sharp(alone).removeAlpha().raw().toBuffer();
      }),
    );
    const whole = await sharp(noise).removeAlpha().raw().toBuffer();
    expect(Buffer.concat(strips).equals(whole)).toBe(true);
  });

  it('are cut out of the first of pictures that are the same', () => {
    const shared = sharePictures([...drawn.map((picture) => picture.task(`png/${picture.name}.png`)), ...tasks]);
    expect(shared.filter(({ path }) => path.includes('slice')).map(({ from }) => from?.path)).toEqual(
      Array.from({ length: 5 }, () => 'png/P1-lead.png'),
    );
  });
});

describe.each(wikiFlavours)('pages of %s with strips', (wiki) => {
  const hasMaps = wiki === 'html' || wiki === 'mediawiki';

  it('lead from each strip to the component, in their order', async () => {
    const deck = fixtureDeck([{ id: 'P1', name: 'Lead', components: ['Storage', 'Keys [[x]] }}', 'Queue'] }]);
    const [whole, sliced] = await Promise.all([
      wikiOf(wiki, { deck, pictures }),
      wikiOf(wiki, { deck, pictures, sliced: true }),
    ]);
    const page = (files: ReadonlyMap<string, string>) => {
      const path = [...files.keys()].find((name) => /p1.lead\.(?:md|xml|txt|html|wiki)$/i.test(name)) ?? '';
      return readers[wiki](files.get(path) ?? '');
    };
    const [before, after] = [page(whole), page(sliced)];
    if (hasMaps) {
      expect([...sliced]).toEqual([...whole]);
      return;
    }
    // The list of components repeats the links, each once on either page.
    const listed = before.links.slice(0, 3);
    expect(after.links.slice(0, 6)).toEqual([...listed, ...listed]);
    expect(before.pictures).toHaveLength(2);
    expect(after.pictures.filter((picture) => /slice.[1-5]\.png$/.test(picture))).toHaveLength(5);
    for (const picture of after.pictures) {
      expect(
        [...sliced.keys()].some((path) =>
          path.endsWith(picture.slice(picture.lastIndexOf('/') + 1).replace(/^\.:/, '')),
        ),
      ).toBe(true);
    }
  });
});
