import { type LinkPolicy, type LinkTarget, resolve } from '../deck/links.ts';
import type { Deck } from '../deck/model.ts';
import type { Design } from '../design/design.ts';
import { type FontFace, type FontSet, facesToShip, fontFaceCss } from '../design/fonts.ts';
import { diagramFile, fileFrame } from '../html/diagrams/diagramSvg.ts';
import { diagramTexts } from '../html/diagrams/diagramTexts.ts';
import type { DiagramLink } from '../html/diagrams/painting.ts';
import { pictureShell } from '../html/diagrams/pictureShell.ts';
import type { Diagram } from '../layout/diagrams/model.ts';
import type { PictureLook } from './cardPicture.ts';
import { digestOf } from './digest.ts';
import type { Sources } from './sources.ts';
import type { RenderContext, Task } from './task.ts';

export interface DiagramPictureInput {
  readonly deck: Pick<Deck, 'title' | 'language'>;
  readonly diagrams: readonly Diagram[];
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

/** A picture of a flow or an architecture, wherever it is to lie. */
export interface DiagramPicture {
  readonly diagram: Diagram;
  /** File name without extension: `flow-mlops`. */
  readonly name: string;
  /** Of the PNG, in device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a point. */
  readonly scale: number;
  /** CSS px that a page shows it wide, for type as large as that around it. */
  readonly shownWidth: number;
  /** Where the diagram begins in the picture, in points. */
  readonly origin: { readonly x: number; readonly y: number };
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

/** The one place that draws flows and architectures, for any output. */
export function diagramPictures(input: DiagramPictureInput): DiagramPicture[] {
  return input.diagrams.map((diagram) => pictureOf(input, diagram));
}

/** `flow-mlops`: ids are unique among graphs of a kind. */
export const diagramName = ({ kind, id }: Pick<Diagram, 'kind' | 'id'>): string => `${kind}-${id}`;

function pictureOf(input: DiagramPictureInput, diagram: Diagram): DiagramPicture {
  const { sources, look } = input;
  const frame = fileFrame(diagram);
  const dpi = dpiOf(frame, look);
  const scale = dpi / POINTS_PER_INCH;
  const size = { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) };
  return {
    diagram,
    name: diagramName(diagram),
    ...size,
    scale,
    shownWidth: Math.round((frame.width * PX_PER_INCH) / POINTS_PER_INCH),
    origin: { x: frame.left, y: frame.top },
    svg(path) {
      const faces = facesToShip(input.fonts, diagramTexts(diagram));
      const named = faces.map(({ package: from, file, unicodeRange }) => [
        from,
        file.split(/[\\/]/).at(-1),
        unicodeRange,
      ]);
      const draw = (fontFaces: string): string =>
        fileOf(input, diagram, (link) => hrefOf(input, link, path), fontFaces);
      return {
        path,
        mediaType: 'image/svg+xml',
        key: digestOf('diagram svg', draw(''), named),
        sources: sources.all,
        render: async () => Buffer.from(draw(await embedded(faces, input.readBytes))),
      };
    },
    png(path) {
      // Links have no place in pixels: the picture is the same wherever it lies.
      const drawn = fileOf(input, diagram, () => undefined, '');
      return {
        path,
        mediaType: 'image/png',
        key: digestOf('diagram png', drawn, input.deck.title, input.fonts.digest, look, dpi),
        sources: sources.all,
        render: async (context) =>
          finish(input, diagram, { ...size, dpi }, await capture(input, drawn, { ...size, dpi }, context)),
      };
    },
  };
}

interface Dots {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

function dpiOf({ width, height }: Pick<Diagram, 'width' | 'height'>, { scale }: PictureLook): number {
  const wanted = PX_PER_INCH * FINENESS * scale;
  const most = (LONGEST * POINTS_PER_INCH) / Math.max(width, height);
  return Math.min(wanted, most);
}

function fileOf(
  { design, fonts, deck }: DiagramPictureInput,
  diagram: Diagram,
  href: (link: DiagramLink) => string | undefined,
  fontFaces: string,
): string {
  return diagramFile(diagram, {
    theme: design.theme,
    language: deck.language,
    families: [design.theme.fonts.body.browser, design.theme.fonts.body.office, ...fonts.fallbacks],
    fontFaces,
    href,
  });
}

function hrefOf({ policy, describedAt }: DiagramPictureInput, link: DiagramLink, path: string): string | undefined {
  const target = link.on === 'component' ? link.target : describedAt?.({ stem: link.badge.link.id });
  return target && resolve(target, path, policy);
}

/** Rules with the fonts in them. */
async function embedded(faces: readonly FontFace[], readBytes: DiagramPictureInput['readBytes']): Promise<string> {
  const data = new Map<FontFace, string>();
  for (const face of faces) data.set(face, Buffer.from(await readBytes(face.file)).toString('base64'));
  return fontFaceCss(faces, (face) => `data:font/woff2;base64,${data.get(face) ?? ''}`);
}

async function capture(
  { fonts, deck }: DiagramPictureInput,
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
  { deck, look }: DiagramPictureInput,
  { title, alt }: Diagram,
  dots: Dots,
  png: Uint8Array,
): Promise<Uint8Array> {
  const { finishPng } = await import('../images/png.ts');
  const text = { Title: title, Description: alt, Source: deck.title, Software: 'persona-deck' };
  return finishPng(png, { ...dots, palette: look.palette, text });
}
