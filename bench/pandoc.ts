import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Measured, measureProcess } from './process.ts';

/** What pandoc took to make slides of the same cards and access tables; undefined where it is not installed. */
export async function measurePandoc(root: string): Promise<Measured | undefined> {
  const sources = [join(root, 'out/markdown'), join(root, 'out/rbac')].filter((folder) => existsSync(folder));
  const files = sources.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'index.md')
      .sort()
      .map((name) => join(folder, name)),
  );
  if (files.length === 0) throw new Error('Markdown has to be built before pandoc can read it');
  try {
    const target = join(root, 'pandoc.pptx');
    const args = [...files, '--slide-level=2', '-o', target];
    const measured = await measure((isWatched) => measureProcess('pandoc', args, root, isWatched));
    if (statSync(target).size === 0) throw new Error('pandoc wrote nothing');
    return measured;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
