import { checkPages } from './checkPages.ts';
import { commandsPage } from './commandsPage.ts';
import { filesPage } from './filesPage.ts';
import { presetsPage } from './presetsPage.ts';
import { problemsPage } from './problemsPage.ts';

/** The pages that are made from the code: path below `root` to text. The same code gives the same text everywhere. */
export async function referencePages(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/reference/commands.md', commandsPage()],
    ['docs/reference/files.md', await filesPage(root)],
    ['docs/reference/presets.md', await presetsPage(root)],
    ...checkPages(),
    ['docs/reference/problems.md', problemsPage()],
  ]);
}
