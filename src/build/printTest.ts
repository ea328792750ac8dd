import { resolve } from 'node:path';
import { createBrowserPool } from '../browser/puppeteerPool.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { impose } from '../layout/imposition/impose.ts';
import { impositionOptions } from '../outputs/print/setup.ts';
import { printTestSheet, smallestTestSheet } from '../outputs/print/testSheet.ts';
import { readSettings } from '../schema/readSettings.ts';
import { findProjectRoot } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { chosenCard, chosenPaper } from './choices.ts';
import { checkSheets, chosenPrint } from './printChoices.ts';
import { UsageError } from './usageError.ts';

export interface PrintTestOptions {
  readonly cwd: string;
  /** Goes before the paper of the settings. */
  readonly paper?: string;
  readonly browser?: string;
  readonly signal?: AbortSignal;
  readonly onNotice?: (message: string) => void;
}

/** `refused`: the settings have problems. */
export type PrintTestResult =
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] }
  | { readonly status: 'made'; readonly pdf: Uint8Array };

/** Makes the sheet that tells how far a printer misses the back, as the settings have the sheets of the deck. */
export async function printTest(options: PrintTestOptions): Promise<PrintTestResult> {
  const root = await findProjectRoot(options.cwd);
  const { settings, ...reading } = await readSettings(root);
  if (settings === undefined) return { status: 'refused', ...reading };
  const setup = chosenPrint({}, settings);
  const { duplex, backOffset, stock } = setup;
  if (duplex === 'gutterfold') {
    throw new UsageError('Sheets with a fold have no backs to test', 'change print.duplex to test the printer');
  }
  const choices = options.paper === undefined ? {} : { paper: options.paper };
  const design = {
    card: chosenCard(choices, settings, stock),
    paper: chosenPaper(choices, settings, stock),
  };
  checkSheets(design, setup);
  // As the sheets of the deck lie: numbers read off an upright page would be others on one that is turned.
  const paper = impose(impositionOptions(design, setup))?.paper ?? design.paper;
  const { width, height } = smallestTestSheet;
  if (paper.width < width || paper.height < height) {
    throw new UsageError(
      `The test does not fit on paper ${design.paper.name}`,
      `name one of at least ${width} x ${height} mm: --paper a4`,
    );
  }
  const pages = createBrowserPool({
    limit: 1,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.browser === undefined ? {} : { executablePath: resolve(options.cwd, options.browser) }),
    onNotice: (message) => options.onNotice?.(message),
  });
  try {
    return { status: 'made', pdf: await printTestSheet({ paper, duplex, backOffset, root }, pages) };
  } finally {
    await pages.close();
  }
}
