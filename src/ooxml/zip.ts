import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day that a zip archive can name: the same on every build. */
const DOS_DATE = 0x21;
/** Version 2.0 of the format: deflate and folders. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** More entries would need the 64-bit format, which Office does not read in packages of this kind. */
const MOST_ENTRIES = 65_535;
/** Compressed already; deflate would only cost time. */
const compressed = /\.(png|jpe?g|gif)$/i;

interface Entry {
  readonly name: Buffer;
  readonly header: Buffer;
  readonly body: Uint8Array;
}

/** Collects an archive entry by entry, compressed at once, so that only compressed bytes are held. */
export class ZipWriter {
  readonly #entries = new Map<string, Entry>();

  add(name: string, bytes: Uint8Array): void {
    if (this.#entries.has(name)) throw new Error(`The archive has ${name} already`);
    const method = compressed.test(name) ? STORED : DEFLATED;
    // Copied: what zlib returns is a view of a buffer of 16 KB at least, which would be held as long as the view.
    const body = Buffer.from(method === STORED ? bytes : deflateRawSync(bytes, { level: 6 }));
    const encodedName = Buffer.from(name, 'utf8');
    const header = localHeader({
      method,
      crc: crc32(bytes),
      packed: body.length,
      size: bytes.length,
      name: encodedName,
    });
    this.#entries.set(name, { name: encodedName, header, body });
  }

  /** The archive, with `first` in front of all others. Throws a RangeError past what the format can hold. */
  finish(first: string): Uint8Array {
    const entries = [...this.#entries]
      .sort(([a], [b]) => Number(b === first) - Number(a === first))
      .map(([, entry]) => entry);
    if (entries.length > MOST_ENTRIES) {
      throw new RangeError(`A PowerPoint file holds at most ${MOST_ENTRIES} parts, this one has ${entries.length}`);
    }
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const { name, header, body } of entries) {
      directory.push(directoryEntry(header, offset), name);
      offset += header.length + name.length + body.length;
    }
    const directorySize = directory.reduce((total, chunk) => total + chunk.length, 0);
    const bodies = entries.flatMap(({ name, header, body }) => [header, name, body]);
    return Buffer.concat([...bodies, ...directory, endRecord(entries.length, directorySize, offset)]);
  }
}

function localHeader(entry: { method: number; crc: number; packed: number; size: number; name: Uint8Array }): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_FLAG, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.packed, 18);
  header.writeUInt32LE(entry.size, 22);
  header.writeUInt16LE(entry.name.length, 26);
  return header;
}

function directoryEntry(header: Buffer, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  header.copy(entry, 6, 4, 30);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

function endRecord(entries: number, directorySize: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** Entries of an archive that was written without compression, as views of it. Folders are left out. */
export function readStored(archive: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('Not a zip archive');
  const parts = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (method !== STORED) throw new Error(`${name} is compressed`);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (!name.endsWith('/')) parts.set(name, bytes.subarray(start, start + size));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}
