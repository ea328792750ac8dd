/** Why bytes are not UTF-8 text: where the first bad byte stands, and what the file may be instead. */
export interface NotUtf8 {
  readonly line: number;
  readonly column: number;
  readonly byteOffset: number;
  readonly looksLikeUtf16: boolean;
}

/** Decodes strictly: a byte order mark is dropped, a wrong byte is reported and never replaced. */
export function decodeUtf8(bytes: Uint8Array): string | NotUtf8 {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return describe(bytes, firstInvalidByte(bytes));
  }
}

function describe(bytes: Uint8Array, byteOffset: number): NotUtf8 {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, byteOffset));
  const lines = before.split(/\r\n|\n|\r/);
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    byteOffset,
    looksLikeUtf16: mark === 0xfffe || mark === 0xfeff,
  };
}

/** Offset of the first byte that starts no well-formed sequence (Unicode 16, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Bytes in the well-formed sequence at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates and values above U+10FFFF narrow the second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
