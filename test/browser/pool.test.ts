import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BrowserPool, ShellPage } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { pictureOf } from './pixels.ts';
import { shellWith } from './shells.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let pool: BrowserPool;
beforeAll(() => {
  pool = createBrowserPool({ limit: 2 });
});
afterAll(() => pool.close());

declare const document: {
  title: string;
  querySelector(selector: string): { getBoundingClientRect(): { width: number } };
};

const widthOf = (page: ShellPage, selector: string): Promise<number> =>
  page.evaluate((wanted) => document.querySelector(wanted).getBoundingClientRect().width, selector);

describe('content', () => {
  test('is laid out with the web font of the shell, the first time too', async () => {
    const widths = await pool.withPage(shellWith(), async (page) => {
      await page.setContent('<span id="a">Privileged access</span>');
      const first = await widthOf(page, '#a');
      await page.setContent('<span id="a" style="font-family:serif">Privileged access</span>');
      return { first, fallback: await widthOf(page, '#a') };
    });
    // The sum of Carlito's advances at 16 px, unrounded; with hinting each letter would be a whole number of px wide.
    expect(widths.first).toBe(109.109375);
    expect(Math.abs(widths.first - widths.fallback)).toBeGreaterThan(1);
  });

  test('replaces the content before it', async () => {
    const found = await pool.withPage(shellWith(), async (page) => {
      await page.setContent('<i id="old">old</i>');
      await page.setContent('<i id="new">new</i>');
      return page.evaluate(() => [document.querySelector('#old') === null, document.querySelector('#new') === null]);
    });
    expect(found).toEqual([true, false]);
  });

  test('fails when a font file is missing, and says which', async () => {
    const css = '@font-face{font-family:Gone;src:url("file:///nowhere/gone.woff2")}';
    const shown = pool.withPage(shellWith(css), (page) => page.setContent('<p style="font-family:Gone">x</p>'));
    await expect(shown).rejects.toMatchObject({
      name: 'PageContentError',
      faults: [expect.stringContaining('Gone')],
    });
  });

  test('fails when an image cannot be shown', async () => {
    const shown = pool.withPage(shellWith(), (page) => page.setContent('<img src="data:image/png;base64,AAAA">'));
    await expect(shown).rejects.toThrow(/image cannot be shown: <img src="data:image\/png/);
  });

  test('waits for lazy images, which nobody would scroll to', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const image = `<img loading="lazy" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
    const hidden = shellWith('@media screen{body{display:none}}');
    const shown = pool.withPage(hidden, (page) => page.setContent(image));
    await expect(shown).resolves.toBeUndefined();
  });

  test('waits for large images', async () => {
    const { default: sharp } = await import('sharp');
    const blue = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#0000ff' } })
      .png()
      .toBuffer();
    const image = `<img style="display:block;width:60px" src="data:image/png;base64,${blue.toString('base64')}">`;
    const png = await pool.withPage(shellWith(), async (page) => {
      await page.setContent(image);
      return page.capture({ width: 60, height: 60, scale: 2 });
    });
    const picture = await pictureOf(png);
    expect([picture.at(1, 1), picture.at(118, 118)]).toEqual(['#0000ff', '#0000ff']);
  });
});

describe('capture', () => {
  const block = (color: string): string => `<div style="background:${color};width:30px;height:20px"></div>`;

  test('shows the content set last, at each size and scale', async () => {
    await pool.withPage(shellWith(), async (page) => {
      for (const [color, scale] of [
        ['#ff0000', 1],
        ['#00ff00', 2],
        ['#0000ff', 2],
        ['#102030', 3.125],
      ] as const) {
        await page.setContent(block(color));
        const picture = await pictureOf(await page.capture({ width: 40, height: 40, scale }));
        expect([picture.width, picture.height]).toEqual([40 * scale, 40 * scale]);
        expect([picture.at(2, 2), picture.at(Math.round(38 * scale), 2)]).toEqual([color, '#ffffff']);
      }
    });
  });

  test.each([
    ['euro-poker', 63, 88, 300, 744, 1039],
    ['poker with bleed', 69.85, 95.25, 300, 825, 1125],
    ['business-eu', 55, 85, 300, 650, 1004],
  ])(
    'covers the pixels that print services count, and less than a CSS px more: %s',
    async (_, widthMm, heightMm, dpi, width, height) => {
      const px = (mm: number): number => (mm * 96) / 25.4;
      const png = await pool.withPage(shellWith(), async (page) => {
        await page.setContent(`<div style="background:#336699;width:${widthMm}mm;height:${heightMm}mm"></div>`);
        return page.capture({ width: px(widthMm), height: px(heightMm), scale: dpi / 96 });
      });
      const picture = await pictureOf(png);
      for (const [got, wanted] of [
        [picture.width, width],
        [picture.height, height],
      ] as const) {
        expect(got).toBeGreaterThanOrEqual(wanted);
        expect(got).toBeLessThan(wanted + Math.ceil(dpi / 96));
      }
      expect([picture.at(0, 0), picture.at(width - 2, height - 2)]).toEqual(['#336699', '#336699']);
    },
  );

  test('gives the same bytes whatever the page showed before, and on every page', async () => {
    const card = '<div style="width:200px;height:200px;background:linear-gradient(45deg,#123,#fed)">Same</div>';
    const capture = async (page: ShellPage): Promise<Uint8Array> => {
      await page.setContent(card);
      return page.capture({ width: 200, height: 200, scale: 3.125 });
    };
    const [one, other] = await Promise.all([
      pool.withPage(shellWith(), capture),
      pool.withPage(shellWith(), async (page) => {
        await page.setContent(block('#ff00ff'));
        await page.capture({ width: 70, height: 90, scale: 1 });
        return capture(page);
      }),
    ]);
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

/** A promise, and what fulfils it. */
function rendezvous(): { readonly met: Promise<void>; readonly meet: () => void } {
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  return { met, meet: () => meet() };
}

describe('pages', () => {
  const marks = () => (globalThis as { mark?: number }).mark;
  const mark = (value: number) => {
    (globalThis as { mark?: number }).mark = value;
  };

  test('stay open for a shell and are shared out again', async () => {
    const shell = shellWith('/* reuse */');
    await pool.withPage(shell, (page) => page.evaluate(mark, 7));
    expect(await pool.withPage({ html: shell.html }, (page) => page.evaluate(marks))).toBe(7);
  });

  test('are closed when they were used often, since they grow', async () => {
    const shell = shellWith('/* worn */');
    await pool.withPage(shell, (page) => page.evaluate(mark, 7));
    for (let use = 0; use < 20; use += 1) await pool.withPage(shell, (page) => page.evaluate(marks));
    expect(await pool.withPage(shell, (page) => page.evaluate(marks))).toBeUndefined();
  });

  test('end with their browser when the pool is renewed, which then lends as many as was asked', async () => {
    const own = createBrowserPool({ limit: 1 });
    try {
      await own.withPage(shellWith(), (page) => page.evaluate(mark, 7));
      await own.renew(2);
      let open = 0;
      const both = rendezvous();
      const seen = await Promise.all(
        [1, 2].map(() =>
          own.withPage(shellWith(), async (page) => {
            open += 1;
            if (open === 2) both.meet();
            await both.met;
            return page.evaluate(marks);
          }),
        ),
      );
      expect(seen).toEqual([undefined, undefined]);
    } finally {
      await own.close();
    }
  });

  test('show another shell when asked', async () => {
    for (const color of ['#aa0000', '#00aa00', '#0000aa', '#aa0000']) {
      const png = await pool.withPage(shellWith(`html{background:${color}}`), (page) =>
        page.capture({ width: 10, height: 10, scale: 1 }),
      );
      expect((await pictureOf(png)).at(5, 5)).toBe(color);
    }
  });

  test('are never more than the limit, and as many as that', async () => {
    let open = 0;
    let most = 0;
    const second = rendezvous();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        pool.withPage(shellWith(), async (page) => {
          open += 1;
          most = Math.max(most, open);
          if (open === 2) second.meet();
          // However long the second page takes to open, it is there while the first one is used.
          await second.met;
          await page.setContent(`<p>${index}</p>`);
          open -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
  });

  test('that failed are not lent again, and the place they took is free', async () => {
    const shell = shellWith('/* failing */');
    for (let count = 0; count < 3; count += 1) {
      await expect(
        pool.withPage(shell, async (page) => {
          await page.evaluate(mark, 1);
          throw new Error('broken');
        }),
      ).rejects.toThrow('broken');
    }
    expect(await pool.withPage(shell, (page) => page.evaluate(marks))).toBeUndefined();
  });
});

describe('the end', () => {
  test('an abort ends the browser, rejects who uses a page and who waits, and close removes the files', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const controller = new AbortController();
    const own = createBrowserPool({ limit: 1, signal: controller.signal });
    const reason = new Error('interrupted');
    const forever = () => new Promise<never>(() => {});
    const using = own.withPage(shellWith(), async (page) => {
      setTimeout(() => controller.abort(reason), 20);
      await page.evaluate(forever);
    });
    const waiting = own.withPage(shellWith(), async () => undefined);
    expect(await Promise.allSettled([using, waiting])).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    await expect(own.withPage(shellWith(), async () => undefined)).rejects.toBe(reason);
    await own.close();
    vi.unstubAllEnvs();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an abort does not wait for who holds a page', async () => {
    const controller = new AbortController();
    const own = createBrowserPool({ limit: 1, signal: controller.signal });
    const reason = new Error('interrupted');
    let letGo = (): void => {};
    let using: Promise<void> = Promise.resolve();
    await new Promise<void>((entered) => {
      using = own.withPage(shellWith(), () => {
        entered();
        return new Promise((resolve) => {
          letGo = resolve;
        });
      });
    });
    const waiting = own.withPage(shellWith(), async () => undefined);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    letGo();
    await Promise.allSettled([using]);
    await own.close();
  });

  test('a browser that was begun ahead is the one that is used, and goes with the pool, used or not', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const own = createBrowserPool({ limit: 1 });
    own.begin();
    await own.renew(2);
    await own.withPage(shellWith(), async () => undefined);
    const started = readdirSync(folder).filter((name) => name.startsWith('persona-deck-'));
    await own.close();
    const unused = createBrowserPool({ limit: 1 });
    unused.begin();
    await unused.close();
    vi.unstubAllEnvs();
    expect(started).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that a browser could not begin ahead is told to who asks for a page', async () => {
    const own = createBrowserPool({ limit: 1, executablePath: '/nowhere/chrome' });
    own.begin();
    await own.renew(2);
    await expect(own.withPage(shellWith(), async () => undefined)).rejects.toMatchObject({
      name: 'BrowserUnavailable',
    });
    await own.close();
  });

  test('a pool that was never used closes without starting a browser', async () => {
    const own = createBrowserPool({ limit: 1, executablePath: '/nowhere/chrome' });
    await own.close();
    await expect(own.withPage(shellWith(), async () => undefined)).rejects.toThrow('closed');
  });
});
