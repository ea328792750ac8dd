import { inflateSync } from 'node:zlib';

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Uint8Array;
}

/**
 * Takes a WOFF 1.0 file apart and gives the TrueType or OpenType font inside it, which fontconfig can read.
 * Layout of both: https://www.w3.org/TR/WOFF/. Throws when the bytes are no WOFF 1.0 file.
 */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font');
  return sfnt(woff.subarray(4, 8), tablesOf(woff));
}

function tablesOf(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = woff.subarray(44 + index * 20);
    const offset = entry.readUInt32BE(4);
    const stored = entry.readUInt32BE(8);
    const original = entry.readUInt32BE(12);
    const data = woff.subarray(offset, offset + stored);
    return {
      tag: entry.toString('latin1', 0, 4),
      checksum: entry.readUInt32BE(16),
      data: stored < original ? inflateSync(data) : data,
    };
  });
}

function sfnt(flavour: Buffer, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  // searchRange, entrySelector and rangeShift: relics of binary search that readers still check.
  const selector = Math.floor(Math.log2(tables.length));
  flavour.copy(directory, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 << selector, 6);
  directory.writeUInt16BE(selector, 8);
  directory.writeUInt16BE(16 * tables.length - (16 << selector), 10);
  const parts: Uint8Array[] = [directory];
  let offset = directory.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = directory.subarray(12 + 16 * index);
    entry.write(tag, 0, 'latin1');
    entry.writeUInt32BE(checksum, 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(data.length, 12);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}
