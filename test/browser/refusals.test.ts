import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from '../../src/browser/launch.ts';
import type { BrowserPool, ShellPage } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { pictureOf } from './pixels.ts';
import { shellWith } from './shells.ts';

let pool: BrowserPool;
let server: Server;
let folder: string;
let web: string;
let requests: string[];

beforeAll(async () => {
  pool = createBrowserPool({ limit: 1 });
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'refusals-'));
  writeFileSync(
    join(folder, 'secret.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="red"/></svg>',
  );
  writeFileSync(join(folder, 'secret.html'), '<body style="background:red">');
});
beforeEach(() => {
  requests = [];
});
afterAll(async () => {
  await pool.close();
  server.close();
  await rm(folder, { recursive: true });
});

const file = (name: string): string => pathToFileURL(join(folder, name)).href;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

interface Outcome {
  readonly failed: boolean;
  readonly ran: unknown;
  readonly address: string;
  readonly color: string;
}

/** Puts content into a page and tells what became of it, whether `setContent` threw or not. */
async function show(html: string, shell = shellWith('html,body{background:#00ff00}')): Promise<Outcome> {
  return pool.withPage(shell, async (page: ShellPage) => {
    await page.setContent('');
    const failed = await page.setContent(html).then(
      () => false,
      () => true,
    );
    await settle();
    const state = await page.evaluate(() => {
      const scope = globalThis as { ran?: unknown; location?: { href: string } };
      return { ran: scope.ran ?? null, address: scope.location?.href ?? '' };
    });
    const picture = await pictureOf(await page.capture({ width: 20, height: 20, scale: 1 }));
    return { failed, ...state, color: picture.at(10, 10) };
  });
}

test('the server hears a request when one is made', async () => {
  await fetch(`${web}/heard`);
  expect(requests).toEqual(['/heard']);
});

describe('content that reaches out fails', () => {
  test.each([
    ['an image from the web', () => `<img src="${web}/image.png">`],
    ['an image from a file', () => `<img src="${file('secret.svg')}" style="position:absolute;left:0;top:0">`],
    ['a frame of the web', () => `<iframe src="${web}/frame"></iframe>`],
    [
      'a frame of a file',
      () => `<iframe src="${file('secret.html')}" style="position:absolute;left:0;top:0"></iframe>`,
    ],
    ['an object', () => `<object data="${file('secret.svg')}"></object>`],
    ['a script', () => '<script>globalThis.ran = 1</script>'],
    ['a script in a vector image', () => '<svg><script>globalThis.ran = 1</script></svg>'],
    ['a style sheet', () => `<link rel="stylesheet" href="${web}/style.css">`],
    ['a move to the web', () => `<meta http-equiv="refresh" content="0;url=${web}/moved">`],
    [
      'a move to a file',
      () =>
        `<svg><foreignObject><meta http-equiv="refresh" content="0;url=${file('secret.html')}"></foreignObject></svg>`,
    ],
    ['another base', () => `<base href="${web}/">`],
  ])('%s', async (_, html) => {
    const outcome = await show(html());
    expect(outcome).toMatchObject({
      failed: true,
      ran: null,
      address: expect.stringMatching(/\/shell-\d+\.html$/),
    });
    expect(outcome.color).not.toBe('#ff0000');
    expect(requests).toEqual([]);
  });
});

describe('content that reaches out has no effect', () => {
  test.each([
    ['an event attribute', () => '<svg onload="globalThis.ran = 1"></svg><p onclick="globalThis.ran=1" id="p">x</p>'],
    ['a failing image with an event attribute', () => '<img src="data:," onerror="globalThis.ran = 1">'],
    ['an imported style sheet', () => `<style>@import url(${web}/import.css); p { color: red }</style><p>x`],
    [
      'a background from the web',
      () => `<div style="width:20px;height:20px;background:url(${web}/background.png)"></div>`,
    ],
    [
      'a background from a file',
      () => `<div style="width:20px;height:20px;background:url(${file('secret.svg')})"></div>`,
    ],
    [
      'a vector image with an image',
      () => `<svg width="20" height="20"><image width="20" height="20" href="${file('secret.svg')}"/></svg>`,
    ],
    [
      'a vector image with a used file',
      () => `<svg width="20" height="20"><use href="${file('secret.svg')}#x"/></svg>`,
    ],
    ['a form', () => `<form action="${web}/form"><input autofocus></form>`],
    ['a video', () => `<video src="${web}/video.mp4" poster="${web}/poster.png" autoplay></video>`],
    [
      'a script in a data image',
      () => {
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>fetch("${web}/svg")</script><image href="${web}/in.png"/></svg>`;
        return `<img src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
      },
    ],
  ])('%s', async (_, html) => {
    const outcome = await show(html());
    expect(outcome).toMatchObject({ ran: null, address: expect.stringMatching(/\/shell-\d+\.html$/) });
    expect(outcome.color).not.toBe('#ff0000');
    expect(requests).toEqual([]);
  });

  test('a font from the web', async () => {
    const html = `<style>@font-face{font-family:W;src:url(${web}/font.woff2)}</style><p style="font-family:W">x</p>`;
    expect(await show(html)).toMatchObject({ failed: true });
    expect(requests).toEqual([]);
  });
});

test('a browser finds no host, whatever the page allows', async () => {
  const own = await mkdtemp(join(tmpdir(), 'refusals-'));
  const { browser } = await startBrowser(own, {});
  const page = await browser.newPage();
  await expect(page.goto(`${web}/direct`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  await browser.close();
  await rm(own, { recursive: true, maxRetries: 5, retryDelay: 50 });
  expect(requests).toEqual([]);
});

test('a shell runs no script of its own', async () => {
  const { html } = shellWith();
  const scripted = { html: html.replace('<style>', '<script>globalThis.ran = 1</script><style>') };
  expect(await show('<p>x</p>', scripted)).toMatchObject({ failed: false, ran: null });
});

test('an image inside the document is shown', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#0000ff"/></svg>';
  const html = `<img style="display:block" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
  expect(await show(html)).toMatchObject({ failed: false, color: '#0000ff' });
});
