import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { loadPicture } from '../../src/images/picture.ts';

const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

const svg = (inside: string, attributes = 'width="40" height="20"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

/** `#rrggbb` near a corner, as JPEG changes colours a little. */
async function colorAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left: x, top: y, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data].map((value) => Math.round(value / 16) * 16);
}

describe('a picture that is read', () => {
  test('keeps PNG as PNG, with its transparency', async () => {
    const png = await sharp({ create: { width: 30, height: 20, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer();
    const picture = await loadPicture(png, 'a.png');
    expect(picture).toMatchObject({ mediaType: 'image/png', width: 30, height: 20 });
    expect(picture.dataUri).toBe(`data:image/png;base64,${Buffer.from(picture.bytes).toString('base64')}`);
    expect((await sharp(picture.bytes).stats()).isOpaque).toBe(false);
  });

  test('is told by its content, not by its name', async () => {
    const jpeg = await solid(30, 20, '#0000ff').jpeg().toBuffer();
    expect(await loadPicture(jpeg, 'misnamed.png')).toMatchObject({ mediaType: 'image/jpeg', width: 30, height: 20 });
  });

  test('shrinks to the longest side, and never grows', async () => {
    const wide = await solid(3000, 1500, '#123456').jpeg().toBuffer();
    expect(await loadPicture(wide, 'wide.jpg')).toMatchObject({ width: 1200, height: 600 });
    expect(await loadPicture(wide, 'wide.jpg', 300)).toMatchObject({ width: 300, height: 150 });
    const small = await solid(30, 15, '#123456').png().toBuffer();
    expect(await loadPicture(small, 'small.png')).toMatchObject({ width: 30, height: 15 });
  });

  test('stands upright, and no longer tells where it was taken', async () => {
    // Red left, blue right; orientation 6 says: turn a quarter to the right, so red comes to the top.
    const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#ff0000' } })
      .composite([{ input: await solid(30, 30, '#0000ff').png().toBuffer(), left: 30, top: 0 }])
      .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    const picture = await loadPicture(photo, 'photo.jpg');
    expect(picture).toMatchObject({ width: 30, height: 60 });
    expect(await colorAt(picture.bytes, 15, 5)).toEqual([256, 0, 0]);
    expect(await colorAt(picture.bytes, 15, 55)).toEqual([0, 0, 256]);
    const metadata = await sharp(picture.bytes).metadata();
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
  });

  test('comes out as 8 bit sRGB, whatever went in', async () => {
    const cmyk = await solid(20, 20, '#336699').toColourspace('cmyk').jpeg().toBuffer();
    const deep = await solid(20, 20, '#336699').toColourspace('rgb16').png().toBuffer();
    for (const bytes of [cmyk, deep]) {
      const picture = await loadPicture(bytes, 'x');
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3, depth: 'uchar' });
    }
  });

  test('is drawn large when it is an SVG', async () => {
    const picture = await loadPicture(
      svg('<rect width="40" height="20" fill="#00ff00"/><a href="https://example.com"><path d="M0 0h1"/></a>'),
      'a.svg',
    );
    expect(picture).toMatchObject({ mediaType: 'image/png', width: 1200, height: 600 });
    expect(await colorAt(picture.bytes, 1199, 599)).toEqual([0, 256, 0]);
  });

  test('may be an SVG with a prologue, a huge or a view-box-only one', async () => {
    const rect = '<rect width="9" height="9"/>';
    const prologue = Buffer.concat([
      Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg>\n'),
      svg(rect),
    ]);
    expect(await loadPicture(prologue, 'a.svg')).toMatchObject({ width: 1200, height: 600 });
    expect(await loadPicture(svg(rect, 'viewBox="0 0 9 18"'), 'a.svg')).toMatchObject({ width: 600, height: 1200 });
    expect(await loadPicture(svg(rect, 'width="9000" height="9000"'), 'a.svg')).toMatchObject({
      width: 1200,
      height: 1200,
    });
  });

  test('is the same each time', async () => {
    const jpeg = await solid(2000, 999, '#c0ffee').jpeg().toBuffer();
    const [one, other] = [await loadPicture(jpeg, 'a'), await loadPicture(jpeg, 'b')];
    expect(one.dataUri).toBe(other.dataUri);
  });
});

describe('a picture that is refused', () => {
  test.each([
    ['WebP', () => solid(4, 4, '#fff').webp().toBuffer()],
    ['GIF', () => solid(4, 4, '#fff').gif().toBuffer()],
    ['TIFF', () => solid(4, 4, '#fff').tiff().toBuffer()],
    ['AVIF', () => solid(16, 16, '#fff').avif().toBuffer()],
    ['an unknown format', async () => Buffer.from('<html><body>Not found</body></html>')],
    ['an unknown format', async () => Buffer.alloc(0)],
  ])('%s', async (name, bytes) => {
    await expect(loadPicture(await bytes(), 'team/photo.png')).rejects.toMatchObject({
      name: 'PictureError',
      fault: 'format',
      path: 'team/photo.png',
      message: `the picture is ${name}`,
      hint: 'save it as PNG, JPEG or SVG',
    });
  });

  test('a file that ends early', async () => {
    const noise = Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * index) % 251));
    const whole = sharp(noise, { raw: { width: 300, height: 100, channels: 3 } });
    for (const bytes of [await whole.clone().png().toBuffer(), await whole.clone().jpeg().toBuffer()]) {
      const half = bytes.subarray(0, bytes.length / 2);
      await expect(loadPicture(half, 'half')).rejects.toMatchObject({
        fault: 'broken',
        message: expect.stringContaining('cannot be read'),
      });
    }
  });

  test('one with more pixels than is sane', async () => {
    const bomb = await solid(20_000, 6_000, '#000').png({ compressionLevel: 1 }).toBuffer();
    await expect(loadPicture(bomb, 'bomb.png')).rejects.toMatchObject({ fault: 'too-large' });
  });

  test.each([
    ['a script', '<script>1</script>'],
    ['an event', '<rect onload="x()" width="1" height="1"/>'],
    ['a file', '<image href="photo.png" width="9" height="9"/>'],
    ['the web, by the old name', '<image xlink:href="https://example.com/a.png" width="9" height="9"/>'],
    ['a file in use', '<use href="other.svg#x"/>'],
    ['an SVG inside, which may hold anything', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['a style', '<style>@import "a.css";</style>'],
    ['a style in CDATA', '<style><![CDATA[rect { fill: url(https://example.com/a#b) }]]></style>'],
    ['a fill', '<rect fill="url(other.svg#gradient)"/>'],
    ['a style attribute', '<rect style="fill:url( \'other.svg#gradient\')"/>'],
    ['HTML', '<foreignObject><p>x</p></foreignObject>'],
    ['an include', '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="a.xml"/>'],
  ])('an SVG that reaches out: %s', async (_, inside) => {
    await expect(loadPicture(svg(inside), 'a.svg')).rejects.toMatchObject({ fault: 'reaches-out' });
  });

  test('an SVG with entities, a style sheet, text, or a missing end', async () => {
    const prologue = (line: string): Buffer => Buffer.concat([Buffer.from(line), svg('')]);
    const faults = [
      [prologue('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'reaches-out'],
      [prologue('<?xml-stylesheet href="a.css"?>'), 'reaches-out'],
      [svg('<text y="9">AI</text>'), 'needs-fonts'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect>'), 'broken'],
    ] as const;
    for (const [bytes, fault] of faults) await expect(loadPicture(bytes, 'a.svg')).rejects.toMatchObject({ fault });
  });

  test('but parts of itself and pictures inside are fine', async () => {
    const pixel = (await solid(1, 1, '#f00').png().toBuffer()).toString('base64');
    const inside = `<defs><linearGradient id="g"/><rect id="r" width="3" height="3"/></defs><rect fill="url(#g)" width="9" height="9"/>
      <use href="#r"/><image href="data:image/png;base64,${pixel}" width="2" height="2"/>`;
    await expect(loadPicture(svg(inside), 'a.svg')).resolves.toMatchObject({ width: 1200 });
  });
});
