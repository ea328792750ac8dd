/** An HTML document that stays open while its body is swapped: styles and fonts load once. */
export interface Shell {
  /**
   * Whole document: doctype, head with styles and `@font-face` by `file://` address, an empty body. A shell that is only
   * printed should have `@media screen { body { display: none } }`: that saves the layout for the screen, half the time.
   */
  readonly html: string;
}

/** What draws and measures: pages lent one at a time. */
export interface Pages {
  /**
   * Lends a page that shows `shell`. At most `limit` pages are open at once; further calls wait. The page goes back
   * when `use` settles. Throws `BrowserUnavailable` when no browser can be started, the signal's reason when aborted.
   * Do not call it inside `use`: with all pages lent, it would wait for itself.
   */
  withPage<T>(shell: Shell, use: (page: ShellPage) => Promise<T>): Promise<T>;
}

/** Pages of one browser, opened when first needed and reused. */
export interface BrowserPool extends Pages {
  /** Starts the browser now, to be up when the first page is asked for. What fails then is told to who asks for one. */
  begin(): void;
  /**
   * Closes the browser, if it has shown a page, and with it all that its pages hold. The next page is of a new one, and
   * at most `limit` are open at once. Call it between stages: pages that are lent end with it.
   */
  renew(limit: number): Promise<void>;
  /** Closes all pages and the browser, if any was started. */
  close(): Promise<void>;
}

export interface CaptureSize {
  /** CSS px. */
  readonly width: number;
  /** CSS px. */
  readonly height: number;
  /** Device px a CSS px. */
  readonly scale: number;
}

/** A page that shows a shell. Scripts, network and files other than the shell's fonts are refused inside it. */
export interface ShellPage {
  /**
   * Replaces the body, lays it out, waits for its fonts and images. Throws `PageContentError` when one cannot be loaded,
   * or when the HTML holds an element that reaches out of the page. Images must be `data:` addresses.
   */
  setContent(html: string): Promise<void>;
  /** Runs a self-contained function in the page; a promise is waited for. Arguments and result travel as JSON. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /**
   * PNG of the top left corner at `scale`, pixels exact, encoded for speed, not for size. The browser paints whole CSS
   * px: the picture covers `width` x `height` rounded up, so a size in mm leaves up to one CSS px too much at the right
   * and bottom. `finishPng` cuts it to the exact device px, at no cost while it compresses. Nothing is laid out anew
   * for a scale: lines break as they were measured and as they print.
   */
  capture(size: CaptureSize): Promise<Uint8Array>;
  /**
   * PDF of the whole document, tagged, with outline; page sizes come from `@page` in the shell's CSS. Throws
   * `PageContentError` when a font that the shell declares cannot be loaded.
   */
  print(): Promise<Uint8Array>;
}
