import { createHash } from 'node:crypto';
import { encodePath, relativePath } from '../deck/links.ts';
import type { FileReference, RbacFile, Workload } from '../workload/model.ts';
import { digestOf } from './digest.ts';
import type { Task } from './task.ts';

export interface RbacInput {
  readonly workload: Workload;
  /** Folder below `out/` that the files are put in. */
  readonly folder: string;
  /** What the output holds in place of a persona's YAML file, by the stems of the personas in it; a path below `out/`. */
  readonly placeOfPersonas: (stems: readonly string[]) => string;
  /** Path in `folder` of an RBAC file, by the path that it is published at; that itself unless given. */
  readonly fileOf?: (publishPath: string) => string;
  /** How the file `from` leads to another, both paths below `out/`; by a relative path unless given. */
  readonly addressOf?: (path: string, from: string) => string;
  /** Bytes of a file under the project root. */
  readonly readBytes: (absolutePath: string) => Promise<Uint8Array>;
}

/**
 * The RBAC files in a folder, byte for byte where their links still lead somewhere from there; links to files that
 * stand elsewhere in the output are rewritten, and nothing else. The local files that they show come along.
 */
export async function planRbacFiles(input: RbacInput): Promise<Task[]> {
  const places = placesOf(input);
  const tasks = input.workload.rbacFiles.map((file) => rbacTask(input, file, places));
  const shown = new Map<string, Promise<Task>>();
  for (const file of input.workload.rbacFiles) {
    for (const reference of file.references) {
      const path = placeOf(input, file, reference, places);
      if (path === undefined || places.has(reference.file ?? '') || shown.has(path)) continue;
      shown.set(path, copyTask(input, path, reference));
    }
  }
  return [...tasks, ...(await Promise.all(shown.values()))];
}

/** Where the output has the file that a reference in an RBAC file leads to; undefined for none. */
export function referencePlaces(
  input: Omit<RbacInput, 'readBytes'>,
): (from: RbacFile, reference: FileReference) => string | undefined {
  const places = placesOf(input);
  return (from, reference) => placeOf(input, from, reference, places);
}

/** Output paths of files that the output holds in a form of its own, by path below the project root. */
function placesOf(input: Omit<RbacInput, 'readBytes'>): Map<string, string> {
  const { workload, placeOfPersonas } = input;
  const places = new Map(workload.rbacFiles.map((file) => [file.path, pathOf(input, file)]));
  const owners = new Map<string, string[]>();
  for (const persona of workload.personas) {
    owners.set(persona.location.file, [...(owners.get(persona.location.file) ?? []), persona.stem]);
  }
  for (const [file, stems] of owners) {
    places.set(file, placeOfPersonas(stems));
  }
  return places;
}

const pathOf = ({ folder, fileOf = (path) => path }: Omit<RbacInput, 'readBytes'>, { publishPath }: RbacFile): string =>
  `${folder}/${fileOf(publishPath)}`;

function placeOf(
  { folder: target }: Pick<RbacInput, 'folder'>,
  from: RbacFile,
  { file }: FileReference,
  places: ReadonlyMap<string, string>,
): string | undefined {
  if (file === undefined) return undefined;
  const known = places.get(file);
  if (known !== undefined) return known;
  // The folder that the RBAC file is published from: what lies in it keeps its place beside the file.
  const folder = from.path.slice(0, from.path.length - from.publishPath.length);
  if (from.path.endsWith(from.publishPath) && file.startsWith(folder)) return `${target}/${file.slice(folder.length)}`;
  return `${target}/_files/${file}`;
}

function rbacTask(input: RbacInput, file: RbacFile, places: ReadonlyMap<string, string>): Task {
  const path = pathOf(input, file);
  const text = rewritten(input, file, path, places);
  return {
    path,
    mediaType: 'text/markdown; charset=utf-8',
    key: digestOf('rbac', text),
    sources: [file.path],
    render: async () => Buffer.from(text),
  };
}

const relativeAddress = (path: string, from: string): string => encodePath(relativePath(from, path));

function rewritten(input: RbacInput, file: RbacFile, path: string, places: ReadonlyMap<string, string>): string {
  const { addressOf = relativeAddress } = input;
  let text = '';
  let done = 0;
  for (const reference of file.references) {
    const place = placeOf(input, file, reference, places);
    if (place === undefined) continue;
    const [start, end] = reference.offset;
    const target = addressOf(place, path) + (/#.*$/.exec(reference.target)?.[0] ?? '');
    text += file.text.slice(done, start) + (sameAddress(target, reference.target) ? reference.target : target);
    done = end;
  }
  return text + file.text.slice(done);
}

function sameAddress(a: string, b: string): boolean {
  const plain = (address: string): string => decode(address.replace(/^(\.\/)+/, ''));
  return plain(a) === plain(b);
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

async function copyTask(input: RbacInput, path: string, reference: FileReference): Promise<Task> {
  const bytes = await input.readBytes(reference.absolutePath ?? '');
  return {
    path,
    mediaType: mediaTypeOf(path),
    key: createHash('sha256').update(bytes).digest('hex'),
    sources: [reference.file ?? ''],
    render: async () => bytes,
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
};

const mediaTypeOf = (path: string): string =>
  mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
