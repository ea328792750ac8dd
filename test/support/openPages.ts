import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { startBrowser } from '../../src/browser/launch.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser that opens pages of an output folder as a reader does, by double click. */
export class Reader {
  readonly #browser: Browser;
  readonly #profile: string;

  private constructor(browser: Browser, profile: string) {
    this.#browser = browser;
    this.#profile = profile;
  }

  static async start(): Promise<Reader> {
    const profile = mkdtempSync(join(tmpdir(), 'persona-deck-reader-'));
    const { browser } = await startBrowser(profile, {});
    return new Reader(browser, profile);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** Opens a page of the folder `out`; `address` may end with a hash. */
  async open(out: string, address: string, { width = 1280, dark = false } = {}): Promise<OpenedPage> {
    const page = await this.#browser.newPage();
    const requests: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await page.setViewport({ width, height: 900 });
    const [path = '', hash] = address.split('#');
    await page.goto(`${pathToFileURL(join(out, path)).href}${hash === undefined ? '' : `#${hash}`}`);
    return { page, requests, faults };
  }
}

export interface OpenedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  /** What the browser complained of. */
  readonly faults: readonly string[];
}

/** What axe-core finds wrong with an open page, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe;
    const { violations } = await run({ preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
