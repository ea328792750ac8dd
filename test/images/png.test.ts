import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { finishPng } from '../../src/images/png.ts';
import { readChunks, textChunk } from '../../src/images/pngChunks.ts';

/** A picture with every value, as the browser's fast encoder would leave it. */
async function gradient(width: number, height: number): Promise<Uint8Array> {
  const raw = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7 + (index >> 5)) % 256));
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

const finish = { width: 60, height: 40, dpi: 300 };

describe('finishPng', () => {
  test('keeps the pixels of the top left part, and only those', async () => {
    const picture = await gradient(64, 43);
    const wanted = await sharp(picture).extract({ left: 0, top: 0, width: 60, height: 40 }).raw().toBuffer();
    const finished = await sharp(await finishPng(picture, finish))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(finished.info).toMatchObject({ width: 60, height: 40, channels: 3 });
    expect(finished.data.equals(wanted)).toBe(true);
  });

  test('writes resolution, colour space and texts, each once and before the pixels', async () => {
    const text = { Title: 'AI Data Engineer', Description: 'Työkuorma – データ' };
    const finished = await finishPng(await gradient(60, 40), { ...finish, text });
    const types = readChunks(finished).map(({ type }) => type);
    expect(types.join()).toMatch(/^IHDR,sRGB,pHYs,tEXt,iTXt(,IDAT)+,IEND$/);
    const metadata = await sharp(finished).metadata();
    expect(metadata).toMatchObject({ density: 300, space: 'srgb' });
    expect(metadata.comments).toEqual([
      { keyword: 'Title', text: 'AI Data Engineer' },
      { keyword: 'Description', text: 'Työkuorma – データ' },
    ]);
  });

  test('has checksums that a strict reader accepts', async () => {
    const finished = await finishPng(await gradient(60, 40), { ...finish, text: { Title: 'x' } });
    await expect(sharp(finished, { failOn: 'warning' }).raw().toBuffer()).resolves.toBeDefined();
    // The checksum of an empty IEND is the same in every PNG.
    expect(Buffer.from(finished.subarray(-12)).toString('hex')).toBe('0000000049454e44ae426082');
    // sRGB, perceptual.
    expect(Buffer.from(finished).toString('hex')).toContain('000000017352474200aece1ce9');
  });

  test('gives the same bytes for the same pixels, however they were encoded before', async () => {
    const picture = await gradient(64, 43);
    const other = await sharp(picture).png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    expect(Buffer.compare(await finishPng(picture, finish), await finishPng(other, finish))).toBe(0);
  });

  test('refuses a picture that is too small', async () => {
    await expect(finishPng(await gradient(59, 40), finish)).rejects.toThrow('59 x 40 px is too small for 60 x 40');
  });
});

test.each(['', ' Title', 'Title ', 'Tit\u0000le', 'x'.repeat(80), '題'])('%j is no keyword', (keyword) => {
  expect(() => textChunk(keyword, 'x')).toThrow(RangeError);
});

test('readChunks refuses what is no PNG, and a PNG that ends early', async () => {
  expect(() => readChunks(Buffer.from('GIF89a'))).toThrow('not a PNG');
  expect(() => readChunks(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x09IHDR', 'latin1'))).toThrow('ends');
});
