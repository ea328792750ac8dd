import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { referencePages } from './reference/pages.ts';

/** Writes `docs/reference/` and `docs/checks/` anew. Run by `npm run docs`, in the root of the repository. */
const root = process.cwd();

for (const [path, text] of await referencePages(root)) {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
