/** A picture in greys. `dataUri` is one that `loadPicture` made, and so is the answer. */
export async function greyPicture(dataUri: string): Promise<string> {
  const { default: sharp } = await import('sharp');
  const start = dataUri.indexOf(',') + 1;
  const grey = sharp(Buffer.from(dataUri.slice(start), 'base64')).grayscale();
  const isJpeg = dataUri.startsWith('data:image/jpeg');
  const encoded = isJpeg ? grey.jpeg({ quality: 85 }) : grey.png({ compressionLevel: 9 });
  return `${dataUri.slice(0, start)}${(await encoded.toBuffer()).toString('base64')}`;
}
