import { graphName } from '../deck/graphs/graphParts.ts';
import { resolve } from '../deck/links.ts';
import { diagramFile, fileFrame } from '../html/diagrams/diagramSvg.ts';
import { diagramTexts } from '../html/diagrams/diagramTexts.ts';
import type { DiagramLink } from '../html/diagrams/painting.ts';
import type { Diagram } from '../layout/diagrams/model.ts';
import { familiesOf, type SvgPicture, type SvgPictureInput, svgPicture } from './svgPicture.ts';

export interface DiagramPictureInput extends SvgPictureInput {
  readonly diagrams: readonly Diagram[];
}

/** A picture of a flow or an architecture, wherever it is to lie. */
export interface DiagramPicture extends SvgPicture {
  readonly diagram: Diagram;
  /** File name without extension: `flow-mlops`. */
  readonly name: string;
  /** CSS px that a page shows it wide, for type as large as that around it. */
  readonly shownWidth: number;
  /** Where the diagram begins in the picture, in points. */
  readonly origin: { readonly x: number; readonly y: number };
}

const POINTS_PER_INCH = 72;
const PX_PER_INCH = 96;

/** The one place that draws flows and architectures, for any output. */
export function diagramPictures(input: DiagramPictureInput): DiagramPicture[] {
  return input.diagrams.map((diagram) => pictureOf(input, diagram));
}

function pictureOf(input: DiagramPictureInput, diagram: Diagram): DiagramPicture {
  const { design, deck } = input;
  const { title, alt } = diagram;
  const { left, top, width, height } = fileFrame(diagram);
  const picture = svgPicture(input, {
    title,
    alt,
    width,
    height,
    texts: diagramTexts(diagram),
    draw: (fontFaces, path) =>
      diagramFile(diagram, {
        theme: design.theme,
        language: deck.language,
        families: familiesOf(input),
        fontFaces,
        href: (link) => (path === undefined ? undefined : hrefOf(input, link, path)),
      }),
  });
  return {
    ...picture,
    diagram,
    name: graphName(diagram),
    shownWidth: Math.round((width * PX_PER_INCH) / POINTS_PER_INCH),
    origin: { x: left, y: top },
  };
}

function hrefOf({ policy, describedAt }: DiagramPictureInput, link: DiagramLink, path: string): string | undefined {
  const target = link.on === 'component' ? link.target : describedAt?.({ stem: link.badge.link.id });
  return target && resolve(target, path, policy);
}
