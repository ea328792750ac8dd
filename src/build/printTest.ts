import { resolve } from 'node:path';
import { createBrowserPool } from '../browser/puppeteerPool.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printTestSheet, smallestTestSheet } from '../outputs/print/testSheet.ts';
import { readSettings } from '../schema/readSettings.ts';
import { findProjectRoot } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { chosenPaper } from './choices.ts';
import { chosenPrint } from './printChoices.ts';
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

/** Makes the sheet that tells how far a printer misses the back, for the paper and the duplex of the settings. */
export async function printTest(options: PrintTestOptions): Promise<PrintTestResult> {
  const root = await findProjectRoot(options.cwd);
  const { settings, ...reading } = await readSettings(root);
  if (settings === undefined) return { status: 'refused', ...reading };
  const { duplex, backOffset, stock } = chosenPrint({}, settings);
  if (duplex === 'gutterfold') {
    throw new UsageError('Sheets with a fold have no backs to test', 'change print.duplex to test the printer');
  }
  const choices = options.paper === undefined ? {} : { paper: options.paper };
  const paper = chosenPaper(choices, settings, stock);
  const { width, height } = smallestTestSheet;
  if (paper.width < width || paper.height < height) {
    throw new UsageError(
      `The test does not fit on paper ${paper.name}`,
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
