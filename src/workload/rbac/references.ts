import type { Confinement } from '../../source/confine.ts';
import { followLocal } from '../../source/localReference.ts';
import type { MarkdownLink } from '../../source/markdown.ts';
import type { SourceFile } from '../../source/sourceFile.ts';
import type { FileReference } from '../model.ts';

/** The links of an RBAC file that lead to local files, or were meant to. */
export async function findReferences(
  confinement: Confinement,
  source: SourceFile,
  links: readonly MarkdownLink[],
): Promise<FileReference[]> {
  const references: FileReference[] = [];
  for (const { target, destination, range, offset } of links) {
    const found = await followLocal(confinement, source.absolutePath, destination);
    if (found === undefined) continue;
    references.push({
      target,
      location: { file: source.file, range },
      offset,
      ...(found.status === 'file' ? { file: found.file, absolutePath: found.absolutePath } : { broken: found.status }),
    });
  }
  return references;
}
