import type { LinkPolicy, LinkTarget } from '../deck/links.ts';
import type { Deck } from '../deck/model.ts';
import type { Design } from '../design/design.ts';
import { type FontFace, type FontSet, facesToShip, fontFaceCss } from '../design/fonts.ts';
import { pictureShell } from '../html/diagrams/pictureShell.ts';
import type { PictureLook } from './cardPicture.ts';
import { digestOf } from './digest.ts';
import type { Sources } from './sources.ts';
import type { RenderContext, Task } from './task.ts';

/** What pictures of the work are drawn with. */
export interface SvgPictureInput {
  readonly deck: Pick<Deck, 'title' | 'language'>;
  readonly design: Design;
  readonly fonts: FontSet;
  readonly policy: LinkPolicy;
  readonly sources: Pick<Sources, 'all'>;
  readonly look: PictureLook;
  /** What this build has about a persona, by the stem of its card; personas are not linked when absent. */
  readonly describedAt?: (card: { readonly stem: string }) => LinkTarget;
  /** Bytes of a file that ships with a package. */
  readonly readBytes: (absolutePath: string) => Promise<Uint8Array>;
}

/** Something that can be drawn. Lengths in points. */
export interface SvgSubject {
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Every text in it: their characters choose the fonts. */
  readonly texts: Iterable<string>;
  /** The whole file with these `@font-face` rules; links lead on from `path`, and there are none without one. */
  draw(fontFaces: string, path?: string): string;
}

/** A picture as a file, wherever it is to lie. */
export interface SvgPicture {
  /** Of the PNG, in device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a point. */
  readonly scale: number;
  /** A file that stands alone: fonts are in it, links lead on from `path`. */
  svg(path: string): Task;
  png(path: string): Task;
}

const POINTS_PER_INCH = 72;
const PX_PER_INCH = 96;
/** Twice as fine as a screen of old; a dot for a CSS px at most of a graph that is far larger than any screen. */
const FINENESS = 2;
/** Browsers paint no picture that is wider or higher, in device pixels. */
const LONGEST = 12_000;

/** The one place that makes files of pictures that are drawn as SVG. */
export function svgPicture(input: SvgPictureInput, subject: SvgSubject): SvgPicture {
  const { sources, look } = input;
  const dpi = dpiOf(subject, look);
  const scale = dpi / POINTS_PER_INCH;
  const size = { width: Math.round(subject.width * scale), height: Math.round(subject.height * scale) };
  return {
    ...size,
    scale,
    svg(path) {
      const faces = facesToShip(input.fonts, subject.texts);
      const named = faces.map(({ package: from, file, unicodeRange }) => [
        from,
        file.split(/[\\/]/).at(-1),
        unicodeRange,
      ]);
      return {
        path,
        mediaType: 'image/svg+xml',
        key: digestOf('diagram svg', subject.draw('', path), named),
        sources: sources.all,
        render: async () => Buffer.from(subject.draw(await embedded(faces, input.readBytes), path)),
      };
    },
    png(path) {
      // Links have no place in pixels: the picture is the same wherever it lies.
      const drawn = subject.draw('');
      return {
        path,
        mediaType: 'image/png',
        key: digestOf('diagram png', drawn, input.deck.title, input.fonts.digest, look, dpi),
        sources: sources.all,
        render: async (context) =>
          finish(input, subject, { ...size, dpi }, await capture(input, drawn, { ...size, dpi }, context)),
      };
    },
  };
}

/** Families to name in a picture, the theme's own first. */
export const familiesOf = ({ design, fonts }: Pick<SvgPictureInput, 'design' | 'fonts'>): string[] => [
  design.theme.fonts.body.browser,
  design.theme.fonts.body.office,
  ...fonts.fallbacks,
];

interface Dots {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

function dpiOf({ width, height }: Pick<SvgSubject, 'width' | 'height'>, { scale }: PictureLook): number {
  const wanted = PX_PER_INCH * FINENESS * scale;
  const most = (LONGEST * POINTS_PER_INCH) / Math.max(width, height);
  return Math.min(wanted, most);
}

/** Rules with the fonts in them. */
async function embedded(faces: readonly FontFace[], readBytes: SvgPictureInput['readBytes']): Promise<string> {
  const data = new Map<FontFace, string>();
  for (const face of faces) data.set(face, Buffer.from(await readBytes(face.file)).toString('base64'));
  return fontFaceCss(faces, (face) => `data:font/woff2;base64,${data.get(face) ?? ''}`);
}

async function capture(
  { fonts, deck }: SvgPictureInput,
  svg: string,
  { width, height, dpi }: Dots,
  { pages }: RenderContext,
): Promise<Uint8Array> {
  const scale = dpi / PX_PER_INCH;
  return pages.withPage(pictureShell(fonts, deck), async (page) => {
    await page.setContent(svg);
    return page.capture({ width: width / scale, height: height / scale, scale });
  });
}

async function finish(
  { deck, look }: SvgPictureInput,
  { title, alt }: Pick<SvgSubject, 'title' | 'alt'>,
  dots: Dots,
  png: Uint8Array,
): Promise<Uint8Array> {
  const { finishPng } = await import('../images/png.ts');
  const text = { Title: title, Description: alt, Source: deck.title, Software: 'persona-deck' };
  return finishPng(png, { ...dots, palette: look.palette, text });
}
