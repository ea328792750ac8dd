import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { describeBrowsers } from '../../src/browser/describe.ts';
import { findEmbedded } from '../../src/browser/embedded.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { BrowserUnavailable } from '../../src/browser/unavailable.ts';
import { unpackEmbedded } from '../../src/browser/unpack.ts';
import { shellWith } from './shells.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const embedded = findEmbedded();

/** Puts a program in the place of the unpacked browser, and gives the environment in which it is found there. */
function cacheWith(script: string): Record<string, string> {
  const cache = temporaryFolder();
  const version = typeof embedded === 'string' ? '' : embedded.version;
  const folder = join(cache, 'persona-deck', `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'chromium'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { HOME: homedir(), XDG_CACHE_HOME: cache };
}

async function realBrowser(): Promise<string> {
  if (typeof embedded === 'string') throw new Error(embedded);
  return (await unpackEmbedded(embedded, { env: process.env })).executable;
}

describe('a named browser that does not start', () => {
  test.each([
    ['--browser', { executablePath: '/nowhere/chrome' }],
    ['CHROME_PATH', { env: { CHROME_PATH: '/nowhere/chrome', PATH: process.env.PATH } }],
  ])('is an error, no other is taken: %s', async (name, options) => {
    const pool = createBrowserPool({ limit: 1, ...options });
    const failure = await pool.withPage(shellWith(), async () => undefined).catch((error: unknown) => error);
    await pool.close();
    expect(failure).toBeInstanceOf(BrowserUnavailable);
    expect(failure).toMatchObject({
      message: expect.stringContaining(name),
      tried: [expect.stringMatching(`^${name}: /nowhere/chrome: `)],
      advice: [expect.stringContaining(name)],
    });
  });
});

describe.skipIf(typeof embedded === 'string')('the embedded browser', () => {
  test('is the one that is used', async () => {
    expect(await describeBrowsers({ env: { ...process.env, CHROME_PATH: '', PUPPETEER_EXECUTABLE_PATH: '' } })).toEqual(
      {
        used: {
          origin: expect.stringMatching(/^embedded Chromium \d+/),
          executable: expect.stringMatching(/\/chromium-[\d.]+\/chromium$/),
          version: expect.stringMatching(/^HeadlessChrome\/\d+/),
        },
        tried: [],
        advice: [],
      },
    );
  });

  test('gets its own libraries where the system has none', async () => {
    const env = cacheWith(
      `case "$LD_LIBRARY_PATH" in */libraries/lib) unset LD_LIBRARY_PATH; exec ${await realBrowser()} "$@";; esac
       echo "chromium: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127`,
    );
    const report = await describeBrowsers({ env });
    expect(report.used?.executable).toContain(env.XDG_CACHE_HOME);
    expect(report.tried).toEqual([expect.stringMatching(/: error while loading shared libraries: libnss3.so/)]);
  });

  test('runs without its sandbox where that is not possible, and says so', async () => {
    const env = cacheWith(
      `case "$*" in *--no-sandbox*) exec ${await realBrowser()} "$@";; esac
       echo "[1:FATAL:zygote_host_impl_linux.cc(1)] No usable sandbox! See https://chromium.example" >&2; exit 1`,
    );
    const user = vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const notices: string[] = [];
    const report = await describeBrowsers({ env, onNotice: (notice) => notices.push(notice) });
    user.mockRestore();
    expect(report.used?.executable).toContain(env.XDG_CACHE_HOME);
    expect(notices).toEqual([expect.stringMatching(/no sandbox/)]);
  });

  test('makes way for an installed one when it does not start, and for advice when there is none', async () => {
    const env = cacheWith('echo "some other trouble" >&2; exit 1');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'chromium'), `#!/bin/sh\nexec ${await realBrowser()} "$@"\n`, { mode: 0o755 });
    const installed = await describeBrowsers({ env: { ...env, PATH: `${folder}:/bin` } });
    expect(installed.used).toMatchObject({ origin: 'installed', executable: join(folder, 'chromium') });
    const none = await describeBrowsers({ env: { ...env, PATH: '/nowhere' } });
    expect(none.used).toBeUndefined();
    expect(none.tried).toEqual([
      expect.stringMatching(/^embedded Chromium/),
      expect.stringMatching(/^installed: found no/),
    ]);
    expect(none.advice.join()).toMatch(/apt-get install chromium/);
  });
});
