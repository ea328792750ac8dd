import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBrowserPool } from '../browser/puppeteerPool.ts';
import type { OutputName } from '../schema/settings.ts';
import { chosenOutputs, showsCards } from './choices.ts';
import { MEASUREMENTS } from './measurements.ts';
import type { BuildOptions, BuildResult } from './model.ts';
import { type FoundProject, findProject } from './project.ts';

/**
 * Builds the outputs of a workload. Throws `UsageError` for what was asked wrongly, `FolderNotFound`,
 * `BrowserUnavailable` and `TemplateError`; an abort throws the signal's reason. Nothing is written in any of these.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const signal = options.signal ?? new AbortController().signal;
  const pages = createBrowserPool({
    limit: 1,
    signal,
    ...(options.browser === undefined ? {} : { executablePath: resolve(options.cwd, options.browser) }),
    onNotice: (message) => options.onEvent?.({ kind: 'notice', message }),
  });
  try {
    const found = await findProject(options.cwd, options.folder, options.out);
    const outputs = chosenOutputs(options, found.settings);
    if (needsBrowser(found, outputs)) pages.begin();
    // What builds is loaded while the browser starts.
    const { buildProject } = await import('./buildProject.ts');
    return await buildProject(found, outputs, pages, signal, options);
  } finally {
    await pages.close();
  }
}

/** Whether it is certain before the workload is read, as long as nothing is wrong there: what was never measured needs one. */
function needsBrowser({ reading, out }: FoundProject, outputs: readonly OutputName[]): boolean {
  return reading.settings !== undefined && showsCards(outputs) && !existsSync(join(out, MEASUREMENTS));
}
