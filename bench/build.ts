import { join } from 'node:path';
import { type Measured, measureProcess } from './process.ts';

/** The command as it was built. */
export const cli = join(import.meta.dirname, '../../../dist/cli/main.js');

/** `persona-deck build` in `root`, of one output or of `all`. */
export function measureBuild(root: string, output: string, isWatched = false): Promise<Measured> {
  const only = output === 'all' ? [] : ['--only', output];
  return measureProcess(process.execPath, [cli, 'build', '--quiet', ...only], root, isWatched);
}
