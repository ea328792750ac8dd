import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { packageFolder } from '../../build/package.ts';
import type { Terminal } from '../terminal.ts';

const starter = join(packageFolder, 'templates/starter');
const example = join(packageFolder, 'personas');

/** Writes a small workload to start from into `folder`; touches nothing that is there. */
export function init(
  terminal: Terminal,
  folder: string | undefined,
  options: { readonly example?: boolean },
): ExitCode {
  const target = resolve(terminal.cwd, folder ?? '.');
  const files = filesBelow(starter).filter((file) => !options.example || !file.startsWith('personas'));
  const taken = [...files, 'personas'].filter((file) => existsSync(join(target, file)));
  if (taken.length > 0) {
    terminal.err(
      `Nothing was written: ${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already in ${target}\n`,
    );
    terminal.err('  Name an empty folder: persona-deck init my-workload\n');
    return exitCode.usage;
  }
  for (const file of files) cpSync(join(starter, file), join(target, file));
  if (options.example) cpSync(example, join(target, 'personas'), { recursive: true });
  const place = relative(terminal.cwd, target);
  terminal.err(`Wrote persona-deck.yaml and personas/ to ${place === '' ? 'this folder' : place}\n`);
  terminal.err(`Next: ${place === '' ? '' : `cd ${place} && `}npx persona-deck build\n`);
  return exitCode.done;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
