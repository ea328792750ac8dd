/** PDF/X was asked for, and this machine has no Ghostscript. `advice` tells what the user can do, one line each. */
export class GhostscriptUnavailable extends Error {
  override readonly name = 'GhostscriptUnavailable';
  readonly tried: readonly string[] = [];
  readonly advice: readonly string[] = ghostscriptAdvice;

  constructor(what: string) {
    super(`${what} needs Ghostscript, which is not installed`);
  }
}

/** How to get Ghostscript. */
export const ghostscriptAdvice: readonly string[] = [
  'install Ghostscript (Debian, Ubuntu: apt-get install ghostscript; macOS: brew install ghostscript; Windows: ghostscript.com)',
  'or leave PDFs in RGB: print.pdfx: false in persona-deck.yaml',
];

/** Ghostscript could not do what was asked. */
export class GhostscriptFailed extends Error {
  override readonly name = 'GhostscriptFailed';
}
