import { afterAll, describe, expect, test } from 'vitest';
import { installedBrowsers } from '../../src/browser/find.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { pictureOf } from './pixels.ts';
import { shellWith } from './shells.ts';

const [installed] = installedBrowsers(process.env);

/** Two engines of different age and build: what one paints, the other paints too, so artifacts do not depend on the host. */
describe.skipIf(installed === undefined || process.platform !== 'linux')('an installed browser', () => {
  const pools = [createBrowserPool({ limit: 1 }), createBrowserPool({ limit: 1, executablePath: installed })];
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  test('paints the same pixels as the default one', async () => {
    const card = `<div style="width:60mm;padding:3mm;background:linear-gradient(160deg,#fff,#def)"><b>AI Data Engineer</b>
      <p style="font-size:7.25pt;border:.3mm solid #c00;border-radius:2mm">The quick brown fox jumps over the lazy dog</p></div>`;
    const [one, other] = await Promise.all(
      pools.map((pool) =>
        pool.withPage(shellWith(), async (page) => {
          await page.setContent(card);
          return pictureOf(await page.capture({ width: 250, height: 120, scale: 3.125 }));
        }),
      ),
    );
    expect(one?.raw.equals(other?.raw ?? Buffer.of())).toBe(true);
  });

  test('draws in four pages at once', { timeout: 30_000 }, async () => {
    const pool = createBrowserPool({ limit: 4, executablePath: installed });
    try {
      const pictures = await Promise.all(
        ['red', 'lime', 'blue', 'gray', 'aqua', 'navy'].map((color) =>
          pool.withPage(shellWith(`body{background:${color}}`), async (page) => {
            await page.setContent(color);
            return pictureOf(await page.capture({ width: 40, height: 40, scale: 1 }));
          }),
        ),
      );
      expect(new Set(pictures.map(({ raw }) => raw.toString('base64'))).size).toBe(6);
    } finally {
      await pool.close();
    }
  });
});
