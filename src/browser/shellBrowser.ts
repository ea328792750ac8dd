import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type LaunchOptions, type StartedBrowser, startBrowser } from './launch.ts';
import type { Shell } from './pool.ts';
import { createPrivateFolder, removePrivateFolder } from './privateFolder.ts';
import { PuppeteerShellPage } from './shellPage.ts';
import { withPolicy } from './shellPolicy.ts';

/** A page, and the shell that it shows. */
export interface OpenPage {
  readonly page: Page;
  readonly shell: Shell;
  readonly shown: PuppeteerShellPage;
}

/** A started browser with a private folder for its font settings and the shells that it visits. */
export class ShellBrowser {
  readonly #started: StartedBrowser;
  readonly #folder: string;
  readonly #addresses = new Map<string, Promise<string>>();
  /** A browser starts with one page. */
  readonly #unused: Page[];
  #ahead: Promise<Page> | undefined;

  private constructor(started: StartedBrowser, folder: string, unused: Page[]) {
    this.#started = started;
    this.#folder = folder;
    this.#unused = unused;
  }

  /** Throws `BrowserUnavailable`. */
  static async start(options: LaunchOptions): Promise<ShellBrowser> {
    const folder = await createPrivateFolder();
    try {
      const started = await startBrowser(folder, options);
      return new ShellBrowser(started, folder, await started.browser.pages());
    } catch (error) {
      await removePrivateFolder(folder);
      throw error;
    }
  }

  get running(): boolean {
    return this.#started.browser.connected;
  }

  /** Opens a page that the next `open` takes: it takes as long as printing a few cards. */
  openAhead(): void {
    if (this.#unused.length > 0) return;
    this.#ahead ??= this.#newPage();
    this.#ahead.catch(() => undefined);
  }

  /** Opens a new page with the shell, in a window of its own: an installed Chrome draws only the tab in front. */
  async open(shell: Shell): Promise<OpenPage> {
    const ahead = this.#ahead;
    const unused = this.#unused.pop();
    if (unused === undefined) this.#ahead = undefined;
    return this.show(shell, unused ?? (await (ahead ?? this.#newPage())));
  }

  async #newPage(): Promise<Page> {
    return this.#started.browser.newPage({ type: 'window' });
  }

  /** Shows another shell in a page. */
  async show(shell: Shell, page: Page): Promise<OpenPage> {
    await page.goto(await this.#addressOf(shell));
    return { page, shell, shown: new PuppeteerShellPage(page, await page.createCDPSession()) };
  }

  /** Ends the browser and removes its files. */
  async close(): Promise<void> {
    await this.#started.browser.close();
    await removePrivateFolder(this.#folder);
  }

  /** Fonts load from `file://` only into a page that is a file itself. */
  async #addressOf(shell: Shell): Promise<string> {
    const known = this.#addresses.get(shell.html);
    if (known !== undefined) return known;
    const file = join(this.#folder, `shell-${this.#addresses.size + 1}.html`);
    const address = writeFile(file, withPolicy(shell.html)).then(() => pathToFileURL(file).href);
    this.#addresses.set(shell.html, address);
    return address;
  }
}
