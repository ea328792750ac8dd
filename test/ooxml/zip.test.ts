import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readStored, ZipWriter } from '../../src/ooxml/zip.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('zip archives', () => {
  test('are read by others, with the named entry first', () => {
    const zip = new ZipWriter();
    zip.add('a/å.xml', bytes('one '.repeat(100)));
    zip.add('first', bytes('two'));
    zip.add('picture.png', bytes('three'));
    const archive = zip.finish('first');
    const entries = unzipSync(archive);
    expect(Object.keys(entries)).toEqual(['first', 'a/å.xml', 'picture.png']);
    expect(Buffer.from(entries['a/å.xml'] ?? []).toString()).toBe('one '.repeat(100));
    expect(archive.length).toBeLessThan(500);
  });

  test('hold no date of their making', () => {
    const made = (): Uint8Array => {
      const zip = new ZipWriter();
      zip.add('a', bytes('a'));
      return zip.finish('a');
    };
    expect(made()).toEqual(made());
    // 1 January 1980 in the local header.
    expect([...made().subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  test('refuse a name twice', () => {
    const zip = new ZipWriter();
    zip.add('a', bytes('a'));
    expect(() => zip.add('a', bytes('b'))).toThrow('a already');
  });

  test('without compression are read as they are', () => {
    const archive = zipSync({ 'a.xml': bytes('one'), b: { 'c.xml': bytes('two') } }, { level: 0 });
    const parts = readStored(archive);
    expect([...parts].map(([name, part]) => [name, Buffer.from(part).toString()])).toEqual([
      ['a.xml', 'one'],
      ['b/c.xml', 'two'],
    ]);
  });

  test.each([
    ['compressed ones', zipSync({ a: bytes('one '.repeat(100)) }), 'a is compressed'],
    ['other files', bytes('no archive'), 'Not a zip archive'],
  ])('%s are refused', (_what, archive, message) => {
    expect(() => readStored(archive)).toThrow(message);
  });
});
