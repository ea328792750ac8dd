import { withPrivateFolder } from './privateFolder.ts';
import { type LaunchOptions, startBrowser } from './launch.ts';
import { BrowserUnavailable } from './unavailable.ts';

/** What a build would find on this machine. */
export interface BrowserReport {
  /** The browser that a build uses; absent when none starts. */
  readonly used?: BrowserInUse;
  /** What was passed over, and why, one line each. */
  readonly tried: readonly string[];
  /** What to do when there is none. */
  readonly advice: readonly string[];
}

export interface BrowserInUse {
  /** `--browser`, `CHROME_PATH`, `embedded Chromium 147.0.0`, `installed`, ... */
  readonly origin: string;
  readonly executable: string;
  /** As the browser tells it: `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
}

/** Starts the browser that a build would use, asks its version, and ends it: finding a file does not show that it runs. */
export async function describeBrowsers(options: LaunchOptions = {}): Promise<BrowserReport> {
  return withPrivateFolder(async (folder) => {
    try {
      const { browser, origin, executable, tried } = await startBrowser(folder, options);
      const version = await browser.version();
      await browser.close();
      return { used: { origin, executable, version }, tried, advice: [] };
    } catch (error) {
      if (!(error instanceof BrowserUnavailable)) throw error;
      return { tried: error.tried, advice: error.advice };
    }
  });
}
