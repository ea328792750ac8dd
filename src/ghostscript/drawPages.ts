import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGhostscript, withFolder } from './run.ts';

/** Draws every page of a PDF as a PNG picture, one at a time in their order. Throws `GhostscriptUnavailable`. */
export async function drawPages(
  pdf: Uint8Array,
  dpi: number,
  look: (page: Uint8Array, index: number) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'in.pdf'), pdf);
    await runGhostscript({
      what: 'pictures of pages',
      cwd: folder,
      args: ['-sDEVICE=png16m', `-r${dpi}`, '-dTextAlphaBits=1', '-sOutputFile=page-%06d.png', 'in.pdf'],
    });
    const pages = (await readdir(folder)).filter((name) => name.startsWith('page-')).sort();
    for (const [index, name] of pages.entries()) await look(await readFile(join(folder, name)), index);
  });
}
