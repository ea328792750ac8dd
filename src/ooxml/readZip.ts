import { unzipSync } from 'fflate';

/** What an archive may hold at most, by what its directory says. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries once they are unpacked. */
  readonly unpacked: number;
}

/** An archive whose directory was read; nothing is unpacked until asked for. */
export interface ZipArchive {
  /** Of its files, folders left out. */
  readonly names: readonly string[];
  /** The files whose names are wanted. Throws `UnreadableZip` when one is damaged. */
  unpack(wanted: (name: string) => boolean): Map<string, Uint8Array>;
}

/** Why an archive is not unpacked. */
export class UnreadableZip extends Error {
  readonly reason: 'no zip' | 'too large' | 'damaged';

  constructor(reason: UnreadableZip['reason'], message: string) {
    super(message);
    this.name = 'UnreadableZip';
    this.reason = reason;
  }
}

/**
 * Opens an archive and adds up what it says that it unpacks to. A directory that says less than there is gains nothing:
 * no entry is unpacked past the size it states. Throws `UnreadableZip`.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipArchive {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new UnreadableZip('no zip', 'it is no zip archive');
  const names: string[] = [];
  let unpacked = 0;
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        if (names.length > limits.entries) throw tooLarge(`it holds more than ${limits.entries} files`);
        if (unpacked > limits.unpacked) {
          throw tooLarge(`it unpacks to more than ${Math.round(limits.unpacked / 1024 / 1024)} MB`);
        }
        return false;
      },
    }),
  );
  checkNames(names);
  const files = names.filter((name) => !name.endsWith('/'));
  return {
    names: files,
    unpack: (wanted) =>
      new Map(
        Object.entries(guarded(() => unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') && wanted(name) }))),
      ),
  };
}

const tooLarge = (message: string): UnreadableZip => new UnreadableZip('too large', message);

function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UnreadableZip) throw error;
    throw new UnreadableZip('damaged', 'the archive is incomplete or damaged');
  }
}

/** Names that lead elsewhere, and two files of one name, are what no program writes that means well. */
function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const odd = name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || name.includes('\0');
    if (odd) throw new UnreadableZip('damaged', 'a file in the archive has a name that leads out of it');
    if (seen.has(name.toLowerCase())) throw new UnreadableZip('damaged', 'the archive holds two files of one name');
    seen.add(name.toLowerCase());
  }
}
