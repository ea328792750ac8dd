/** An HTML document that stays open while its body is swapped: styles and fonts load once. */
export interface Shell {
  /** Whole document: doctype, head with styles and `@font-face` by `file://` address, an empty body. */
  readonly html: string;
}

/** Pages of one browser, opened when first needed and reused. */
export interface BrowserPool {
  /**
   * Lends a page that shows `shell`. At most `limit` pages are open at once; further calls wait. The page goes back
   * when `use` settles. Throws `BrowserUnavailable` when no browser can be started.
   */
  withPage<T>(shell: Shell, use: (page: ShellPage) => Promise<T>): Promise<T>;
  /** Closes all pages and the browser, if any was started. */
  close(): Promise<void>;
}

/** A page that shows a shell. Scripts, network and files other than the shell's fonts are refused inside it. */
export interface ShellPage {
  /** Replaces the body, lays it out, waits for its fonts; throws when a font cannot be loaded. */
  setContent(html: string): Promise<void>;
  /** Runs a self-contained function in the page. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<R>;
  /** PNG of the top left `width` x `height` CSS px at `scale` device px a CSS px, pixels exact, encoded for speed. */
  capture(size: { readonly width: number; readonly height: number; readonly scale: number }): Promise<Uint8Array>;
  /** PDF of the whole document, tagged, with outline; page sizes come from `@page` in the shell's CSS. */
  print(): Promise<Uint8Array>;
}
