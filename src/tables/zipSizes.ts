/** Largest spreadsheet once it is unpacked, in bytes; a table of 10,000 personas stays far below. */
const maxUnpackedBytes = 100 * 1024 * 1024;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const zip64Sign = 0xffffffff;
const forHugeFiles = 'it is packed in the format for huge files';

/**
 * Adds up what a zip file says its entries unpack to, before anything is unpacked. The library that unpacks stops an
 * entry at the size that is stated, so that a lie gains nothing; entries that state none are refused.
 *
 * @returns why the file is refused; undefined when it may be unpacked
 */
export function refusedZip(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - endLength;
  // Spreadsheet programs write no comment; one could hide a second directory.
  if (end < 0 || view.getUint32(end, true) !== endSignature) return 'it is not a spreadsheet, or it is damaged';
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entries === 0xffff || at === zip64Sign || view.getUint32(end + 12, true) === zip64Sign) return forHugeFiles;
  let unpacked = 0;
  for (let nth = 0; nth < entries; nth += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) return 'its list of parts is damaged';
    const flags = view.getUint16(at + 8, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    if (packed === zip64Sign || size === zip64Sign) return forHugeFiles;
    const unstated = packed === 0 ? (flags & 8) !== 0 : size === 0 && packed > 2;
    if (unstated) return 'it does not state how large its parts are';
    unpacked += size;
    if (unpacked > maxUnpackedBytes) return `it unpacks to more than ${maxUnpackedBytes / 1024 / 1024} MB`;
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return undefined;
}
