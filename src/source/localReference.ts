import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Confinement } from './confine.ts';

/** What a local link leads to. */
export type LocalTarget =
  | { readonly status: 'file'; readonly absolutePath: string; readonly file: string }
  | { readonly status: 'missing' | 'outside' | 'folder' };

/**
 * Follows a link destination as a markdown viewer would: relative to the file it stands in, or to the project root when
 * it begins with `/`; without its query and fragment; percent-decoded.
 *
 * @param fromPath absolute path of the file that the link stands in
 * @returns undefined for what does not lead to a file: addresses with a scheme, and places within the same file
 */
export async function followLocal(
  confinement: Confinement,
  fromPath: string,
  destination: string,
): Promise<LocalTarget | undefined> {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(destination)) return undefined;
  const path = decode(destination.replace(/[?#].*$/s, ''));
  if (path === '') return undefined;
  const from = path.startsWith('/') ? confinement.root : dirname(fromPath);
  const confined = await confinement.resolve(from, path.replace(/^\/+/, ''));
  if (confined.status === 'missing') return { status: 'missing' };
  if (confined.status !== 'found') return { status: 'outside' };
  const { absolutePath, file } = confined;
  return isFolder(absolutePath) ? { status: 'folder' } : { status: 'file', absolutePath, file };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone `%` is meant as it stands.
    return path;
  }
}
