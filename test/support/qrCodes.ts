import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import reader from 'jsqr';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp, { type Sharp } from 'sharp';
import { temporaryFolder } from './project.ts';

/** A QR code found in a picture, its modules from edge to edge, in pixels. */
export interface FoundCode {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels along the edge of a module. */
  readonly module: number;
}

/** The code in a PNG that holds one at most, as a telephone reads it: dark on light only. */
export async function codeIn(png: Uint8Array | Sharp): Promise<FoundCode | undefined> {
  const picture = png instanceof Uint8Array ? sharp(png) : png;
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data);
  const found = reader.default(pixels, info.width, info.height, { inversionAttempts: 'dontInvert' });
  // A pattern that looks like a code and says nothing is none.
  if (found === null || found.data === '') return undefined;
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location;
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  return { text: found.data, left, top, right, bottom, module: (right - left) / (17 + 4 * found.version) };
}

/** Whether nothing is drawn in the quiet zone of a code: all of it has one colour. */
export async function isQuietAround(
  png: Uint8Array,
  { left, top, right, bottom, module }: FoundCode,
): Promise<boolean> {
  const inner = Math.ceil(module / 2);
  const outer = Math.floor(3.5 * module);
  const width = Math.floor(right - left) + 2 * outer;
  const height = Math.floor(bottom - top) + 2 * outer;
  const [x, y] = [Math.floor(left) - outer, Math.floor(top) - outer];
  const strips = [
    { left: x, top: y, width: outer - inner, height },
    { left: x + width - outer + inner, top: y, width: outer - inner, height },
    { left: x, top: y, width, height: outer - inner },
    { left: x, top: y + height - outer + inner, width, height: outer - inner },
  ];
  const stats = await Promise.all(
    strips.map(async (strip) => sharp(await sharp(png).extract(strip).toBuffer()).stats()),
  );
  return stats.every(({ channels }) => channels.every(({ min, max }) => min === max));
}

/** A square that can be clicked on a page of a PDF, and the code that is drawn there. */
export interface LinkedCode {
  readonly page: number;
  readonly url: string;
  readonly code: FoundCode | undefined;
}

/** White around a code that belongs to it, in points. */
const QUIET = 4;

/** Every link of a PDF that is as high as it is wide, with what is drawn there; pages that hold several codes can be read so. */
export async function linkedCodes(pdf: string): Promise<LinkedCode[]> {
  const pages = pagesOf(pdf);
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const codes: LinkedCode[] = [];
  for (const [index, png] of pages.entries()) {
    const page = await document.getPage(index + 1);
    const { height } = page.getViewport({ scale: 1 });
    for (const { subtype, unsafeUrl, rect } of await page.getAnnotations()) {
      const [left, bottom, right, top] = rect as [number, number, number, number];
      if (subtype !== 'Link' || Math.abs(right - left - (top - bottom)) > 1) continue;
      const scale = 300 / 72;
      const area = {
        left: Math.round((left - QUIET) * scale),
        top: Math.round((height - top - QUIET) * scale),
        width: Math.round((right - left + 2 * QUIET) * scale),
        height: Math.round((top - bottom + 2 * QUIET) * scale),
      };
      codes.push({ page: index + 1, url: String(unsafeUrl), code: await codeIn(sharp(png).extract(area)) });
    }
  }
  await document.cleanup();
  return codes;
}

/** Whether poppler is installed, which draws PDF pages. */
export const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

/** Pages of a PDF as PNG at 300 dots an inch. */
function pagesOf(pdf: string): Buffer[] {
  const folder = temporaryFolder();
  execFileSync('pdftoppm', ['-r', '300', '-png', pdf, join(folder, 'page')]);
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name)));
}
