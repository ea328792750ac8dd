import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** Texts of parts to change, by the name of the part. */
export type PartChanges = Readonly<Record<string, (text: string) => string>>;

interface Entry {
  readonly name: string;
  readonly header: Buffer;
  readonly body: Buffer;
}

/**
 * Changes parts of an archive that was written without data descriptors, comments and extra fields. All other entries
 * stay as they are, byte for byte.
 */
export function repack(archive: Uint8Array, changes: PartChanges): Uint8Array {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { entries, end } = localEntries(bytes);
  const sizes = new Map<string, { readonly header: Buffer; readonly offset: number }>();
  const packed: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const change = changes[entry.name];
    const { header, body } = change === undefined ? entry : changed(entry, change);
    sizes.set(entry.name, { header, offset });
    packed.push(header, body);
    offset += header.length + body.length;
  }
  const directory = Buffer.from(bytes.subarray(end));
  let at = 0;
  for (; directory.readUInt32LE(at) === CENTRAL; at += 46 + directory.readUInt16LE(at + 28)) {
    const name = directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28));
    const place = sizes.get(name);
    if (place === undefined) throw new Error(`The archive lists ${name}, which it does not hold`);
    // Method, time, checksum and sizes stand in both headers in the same order.
    place.header.copy(directory, at + 10, 8, 26);
    directory.writeUInt32LE(place.offset, at + 42);
  }
  if (directory.readUInt32LE(at) !== END) throw new Error('The archive has a part that is not understood');
  directory.writeUInt32LE(offset, at + 16);
  return Buffer.concat([...packed, directory]);
}

function localEntries(bytes: Buffer): { entries: Entry[]; end: number } {
  const entries: Entry[] = [];
  let at = 0;
  while (bytes.readUInt32LE(at) === LOCAL) {
    const start = at + 30 + bytes.readUInt16LE(at + 26);
    const end = start + bytes.readUInt32LE(at + 18);
    const name = bytes.toString('utf8', at + 30, start);
    entries.push({ name, header: bytes.subarray(at, start), body: bytes.subarray(start, end) });
    at = end;
  }
  return { entries, end: at };
}

function changed({ header, body }: Entry, change: (text: string) => string): Omit<Entry, 'name'> {
  const plain = header.readUInt16LE(8) === DEFLATED ? inflateRawSync(body) : body;
  const text = Buffer.from(change(plain.toString('utf8')));
  const packed = deflateRawSync(text);
  const renewed = Buffer.from(header);
  renewed.writeUInt16LE(DEFLATED, 8);
  renewed.writeUInt32LE(crc32(text), 14);
  renewed.writeUInt32LE(packed.length, 18);
  renewed.writeUInt32LE(text.length, 22);
  return { header: renewed, body: packed };
}
