import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasKeptText } from '../outputs/wiki/hasKeptText.ts';

/** Those of the files that are no longer made in which people wrote: a build leaves them where they are. */
export async function keptPages(out: string, gone: readonly string[]): Promise<string[]> {
  const pages = gone.filter((path) => path.startsWith('wiki/'));
  const kept = await Promise.all(pages.map(async (path) => hasKeptText(path, await textOf(join(out, path)))));
  return pages.filter((_, index) => kept[index]);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Removed by hand: nothing to keep.
    return '';
  }
}

/** `WIK901` for every such page. */
export function keptPageFindings(paths: readonly string[]): Diagnostic[] {
  return paths.map((path) => ({
    kind: 'finding',
    code: 'WIK901',
    severity: 'warning',
    message: `${path} is no longer made, and people wrote on it`,
    hint: 'move what stands between its marks to another page, then delete it',
  }));
}
