import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The compressed Chromium that comes as the optional package `@sparticuz/chromium`. */
export interface EmbeddedPackage {
  /** Folder that holds `chromium.br` and the libraries. */
  readonly archives: string;
  readonly version: string;
}

/** The embedded browser, or a line that says why this machine has none. */
export function findEmbedded(): EmbeddedPackage | string {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== 'linux-x64') return `made for linux-x64, this is ${platform}`;
  if (!hasGlibc()) return 'made for glibc, this system has musl';
  const folder = packageFolder('@sparticuz/chromium');
  if (folder === undefined) return 'the optional package @sparticuz/chromium is not installed';
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { archives: join(folder, 'bin'), version };
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}

/** The package does not export its `package.json`, so its folder is found upwards from its entry. */
function packageFolder(name: string): string | undefined {
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve(name));
  } catch {
    return undefined;
  }
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}
