import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Writes the licences of all packages that became part of the program: what each of them asks for. */
export function licensesOf(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
      const texts = [...folders].map(licenseOf).sort();
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: `${intro}\n\n${texts.join('\n\n')}\n` });
    },
  };
}

const intro = 'These packages are part of the programs in this folder, under their own licences.';

/** The folder of the package that a module belongs to; undefined for our own. */
function packageFolder(module: string): string | undefined {
  if (!module.includes('node_modules')) return undefined;
  let folder = dirname(module.replace(/^\0/, '').replace(/\?.*$/, ''));
  // Some packages have a package.json for a folder of theirs, without a name.
  while (!existsSync(join(folder, 'package.json')) || manifestOf(folder).version === undefined)
    folder = dirname(folder);
  return folder;
}

/** Throws when a package tells no licence: then it cannot ship. */
function licenseOf(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  if (license === undefined) throw new Error(`${name} names no licence`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text =
    file === undefined
      ? `The package holds no text of it: see https://spdx.org/licenses/${license}.html`
      : readFileSync(join(folder, file), 'utf8').trim();
  return `${'='.repeat(72)}\n${name} ${version} (${license})\n\n${text}`;
}

interface PackageManifest {
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
}

const manifestOf = (folder: string): PackageManifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
