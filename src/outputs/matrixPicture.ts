import { resolve } from '../deck/links.ts';
import type { MatrixHead } from '../deck/matrices/model.ts';
import { matrixFile, matrixTexts } from '../html/matrices/matrixSvg.ts';
import type { PlacedMatrix } from '../layout/matrices/model.ts';
import { familiesOf, type SvgPicture, type SvgPictureInput, svgPicture } from './svgPicture.ts';

export interface MatrixPictureInput extends SvgPictureInput {
  readonly matrices: readonly PlacedMatrix[];
}

/** A picture of a matrix, or of as much of it as one picture holds. */
export interface MatrixPicture extends SvgPicture {
  readonly matrix: PlacedMatrix;
  /** File name without extension: `matrix-skills`; later pictures of the same matrix end in `-2`, `-3`, ... */
  readonly name: string;
}

/** The one place that draws matrices, for any output. */
export function matrixPictures(input: MatrixPictureInput): MatrixPicture[] {
  const first = new Set(input.matrices.map(({ matrix }) => `matrix-${matrix.id}`));
  return input.matrices.map((matrix) => {
    const { title, alt, width, height } = matrix;
    const picture = svgPicture(input, {
      title,
      alt,
      width,
      height,
      texts: matrixTexts(matrix),
      draw: (fontFaces, path) =>
        matrixFile(matrix, {
          theme: input.design.theme,
          language: input.deck.language,
          families: familiesOf(input),
          fontFaces,
          href: (head) => (path === undefined ? undefined : hrefOf(input, head, path)),
        }),
    });
    return { ...picture, matrix, name: nameOf(matrix, first) };
  });
}

/** No picture is called like the first one of another matrix: a flow may be called `deploy-2`. */
function nameOf({ matrix, page }: PlacedMatrix, first: ReadonlySet<string>): string {
  if (page === 1) return `matrix-${matrix.id}`;
  const name = `matrix-${matrix.id}-${page}`;
  return first.has(name) ? `matrix-${matrix.id}--${page}` : name;
}

function hrefOf({ policy, describedAt }: MatrixPictureInput, { link }: MatrixHead, path: string): string | undefined {
  const target = link?.kind === 'card' ? describedAt?.({ stem: link.id }) : link;
  return target && resolve(target, path, policy);
}
