import sharp from 'sharp';

export type PixelRect = readonly [x: number, y: number, width: number, height: number];

export interface Changes {
  /** 1 where two pictures differ. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Which pixels of two pictures differ. */
export async function changes(one: string | Uint8Array, other: string | Uint8Array): Promise<Changes> {
  const [first, second] = await Promise.all(
    [one, other].map((file) => sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  const { width = 0, height = 0, channels = 3 } = first?.info ?? {};
  const data = new Uint8Array(width * height);
  for (const [index, value] of (first?.data ?? Buffer.of()).entries()) {
    if (value !== second?.data[index]) data[Math.floor(index / channels)] = 1;
  }
  return { data, width, height };
}

/** How many of the changed pixels lie in each rectangle, and how many in none. */
export function countIn(found: Changes, rects: readonly PixelRect[]): [number[], number] {
  const counts = rects.map(() => 0);
  let outside = 0;
  for (const [index, changed] of found.data.entries()) {
    if (changed === 0) continue;
    const [x, y] = [index % found.width, Math.floor(index / found.width)];
    const at = rects.findIndex(
      ([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height,
    );
    if (at < 0) outside += 1;
    else counts[at] = (counts[at] ?? 0) + 1;
  }
  return [counts, outside];
}
