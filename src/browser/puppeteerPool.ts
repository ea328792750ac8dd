import type { LaunchOptions } from './launch.ts';
import type { BrowserPool, Shell, ShellPage } from './pool.ts';
import { type OpenPage, ShellBrowser } from './shellBrowser.ts';
import { Slots } from './slots.ts';

export interface BrowserPoolOptions extends LaunchOptions {
  /** Pages open at once, at least 1. */
  readonly limit: number;
}

/** A pool that starts its browser when the first page is asked for. Close it, or the browser stays. */
export function createBrowserPool(options: BrowserPoolOptions): BrowserPool {
  return new PuppeteerPool(options);
}

class PuppeteerPool implements BrowserPool {
  readonly #options: BrowserPoolOptions;
  #slots: Slots<OpenPage>;
  #browser: Promise<ShellBrowser> | undefined;
  /** Whether a page of the browser was asked for. */
  #isUsed = false;

  constructor(options: BrowserPoolOptions) {
    this.#options = options;
    this.#slots = new Slots(options.limit);
    // Puppeteer ends the browser at an abort; who waits for a page must hear of it too.
    options.signal?.addEventListener('abort', () => this.#slots.stop(options.signal?.reason), { once: true });
  }

  async withPage<T>(shell: Shell, use: (page: ShellPage) => Promise<T>): Promise<T> {
    this.#options.signal?.throwIfAborted();
    let open = await this.#slots.take((idle) => idle.shell.html === shell.html);
    let lendable = false;
    try {
      open = await this.#show(shell, open);
      const result = await use(open.shown);
      lendable = !open.shown.spent;
      return result;
    } catch (error) {
      throw await this.#explain(error);
    } finally {
      // What broke a page may still be in it, and what was printed is not given back while it is open.
      if (!lendable) await open?.page.close().catch(() => undefined);
      this.#slots.give(lendable ? open : undefined);
    }
  }

  begin(): void {
    this.#start().catch(() => undefined);
  }

  #start(): Promise<ShellBrowser> {
    // Kept when it fails, so that a hundred tasks do not try a hundred times.
    this.#browser ??= ShellBrowser.start(this.#options);
    return this.#browser;
  }

  async renew(limit: number): Promise<void> {
    this.#slots.stop(new Error('The browser pool was renewed'));
    this.#slots = new Slots(limit);
    if (!this.#isUsed) return;
    this.#isUsed = false;
    const browser = this.#browser;
    this.#browser = undefined;
    await (await browser?.catch(() => undefined))?.close();
  }

  async close(): Promise<void> {
    this.#slots.stop(new Error('The browser pool is closed'));
    // A browser that did not start was reported to whoever asked for a page.
    const browser = await this.#browser?.catch(() => undefined);
    await browser?.close();
  }

  async #show(shell: Shell, open: OpenPage | undefined): Promise<OpenPage> {
    this.#isUsed = true;
    const browser = await this.#start();
    if (open === undefined) {
      const opened = browser.open(shell);
      if (this.#slots.hasRoom) browser.openAhead();
      return opened;
    }
    return open.shell.html === shell.html ? open : browser.show(shell, open.page);
  }

  /** What a browser says when it is ended under way tells nobody why. */
  async #explain(error: unknown): Promise<unknown> {
    if (this.#options.signal?.aborted) return this.#options.signal.reason;
    const browser = await this.#browser?.catch(() => undefined);
    if (browser === undefined || browser.running) return error;
    return new Error('The browser ended while it was in use; it may have run out of memory', { cause: error });
  }
}
