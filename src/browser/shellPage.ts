import type { CDPSession, Page } from 'puppeteer-core';
import { loadFonts, nextFrame, swapBody } from './inPage.ts';
import type { CaptureSize, ShellPage } from './pool.ts';

/** The HTML put into a page cannot be shown as it is meant: a font or image is missing, an element is not allowed. */
export class PageContentError extends Error {
  override readonly name = 'PageContentError';
  /** One line each. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The page cannot be shown: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

/**
 * What a page keeps of each use, about, in megabytes: a print of forty cards, twenty-five cards laid out to be measured,
 * a card drawn. A new page costs a tenth of a second, so some growth is worth it.
 */
const kept = { print: 15, evaluation: 2, capture: 0.3 };
const MOST_KEPT = 30;

const printTimeout = 15 * 60_000;

/** A page of Puppeteer's as the rest of the program sees it. */
export class PuppeteerShellPage implements ShellPage {
  readonly #page: Page;
  readonly #session: CDPSession;
  #metrics = '';
  #kept = 0;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  async setContent(html: string): Promise<void> {
    this.#failOn(await this.#page.evaluate(swapBody, html));
  }

  async evaluate<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    this.#kept += kept.evaluation;
    return (await this.#page.evaluate(fn as (...args: unknown[]) => unknown, ...args)) as Awaited<R>;
  }

  async capture({ width, height, scale }: CaptureSize): Promise<Uint8Array> {
    this.#kept += kept.capture;
    // Chromium cuts the clip to whole CSS px, so it is given the next ones up: see `capture` in pool.ts.
    const whole = { width: Math.ceil(width), height: Math.ceil(height) };
    await this.#setMetrics({ ...whole, deviceScaleFactor: scale, mobile: false });
    // Captured amid drawing, a page is painted in other pieces, and the edges of shapes round to other shades.
    await this.#page.evaluate(nextFrame);
    const { data } = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, ...whole, scale: 1 },
    });
    return Buffer.from(data, 'base64');
  }

  /** Whether the page should be closed rather than lent again. */
  get spent(): boolean {
    return this.#kept >= MOST_KEPT;
  }

  async print(): Promise<Uint8Array> {
    this.#kept += kept.print;
    this.#failOn(await this.#page.evaluate(loadFonts));
    return this.#page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      waitForFonts: false,
      timeout: printTimeout,
    });
  }

  /** Each change costs a layout and a new surface, so a run of cards of one size sets them once. */
  async #setMetrics(metrics: {
    width: number;
    height: number;
    deviceScaleFactor: number;
    mobile: boolean;
  }): Promise<void> {
    const key = JSON.stringify(metrics);
    if (key === this.#metrics) return;
    await this.#session.send('Emulation.setDeviceMetricsOverride', metrics);
    this.#metrics = key;
  }

  #failOn(faults: readonly string[]): void {
    if (faults.length > 0) throw new PageContentError(faults);
  }
}
