import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolders } from '../../src/browser/cacheFolder.ts';
import { installedBrowsers, namedBrowser } from '../../src/browser/find.ts';
import { temporaryFolder } from './temporaryFolder.ts';

test('the option goes before PUPPETEER_EXECUTABLE_PATH, that before CHROME_PATH', () => {
  const env = { PUPPETEER_EXECUTABLE_PATH: '/p', CHROME_PATH: '/c' };
  expect(namedBrowser('/o', env)).toEqual({ by: '--browser', executable: '/o' });
  expect(namedBrowser(undefined, env)).toEqual({ by: 'PUPPETEER_EXECUTABLE_PATH', executable: '/p' });
  expect(namedBrowser(undefined, { ...env, PUPPETEER_EXECUTABLE_PATH: '' })).toEqual({
    by: 'CHROME_PATH',
    executable: '/c',
  });
  expect(namedBrowser(undefined, {})).toBeUndefined();
});

describe('installed browsers', () => {
  test('are programs on the PATH, the headless shell first', () => {
    const folder = temporaryFolder();
    for (const name of ['chromium', 'chromium-headless-shell', 'google-chrome', 'firefox']) {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), 0o755);
    }
    chmodSync(join(folder, 'google-chrome'), 0o644);
    mkdirSync(join(folder, 'empty'));
    // A relative entry would depend on the folder that a build is started in.
    const env = { PATH: `${join(folder, 'empty')}:${relative(process.cwd(), folder)}:${folder}` };
    const found = installedBrowsers(env, 'linux');
    expect(found).toEqual([join(folder, 'chromium-headless-shell'), join(folder, 'chromium')]);
  });

  test('are none without a PATH', () => {
    expect(installedBrowsers({}, 'linux')).toEqual([]);
  });
});

test('the cache is in XDG_CACHE_HOME if that is absolute, then in the home folder, at last in the temporary one', () => {
  expect(cacheFolders({ XDG_CACHE_HOME: '/cache' })[0]).toBe('/cache/persona-deck');
  expect(cacheFolders({ XDG_CACHE_HOME: 'relative' })[0]).toMatch(/\/\.cache\/persona-deck$/);
  expect(cacheFolders({}).at(-1)).toMatch(/\/persona-deck-\w+$/);
});
