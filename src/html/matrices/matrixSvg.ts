import type { MatrixCell, MatrixHead } from '../../deck/matrices/model.ts';
import type { Theme } from '../../design/design.ts';
import type { PlacedHead, PlacedMatrix, PlacedMatrixCell, PlacedSigns } from '../../layout/matrices/model.ts';
import type { Box } from '../../layout/box.ts';
import { num } from '../diagrams/numbers.ts';
import { type DiagramPaint, fixedPaint } from '../diagrams/paint.ts';
import { linkMarkup } from '../diagrams/painting.ts';
import { svgFile } from '../diagrams/svgFile.ts';
import { lineMarkup, textMarkup } from '../diagrams/textMarkup.ts';
import { signShapes } from './signShapes.ts';

export interface MatrixFileOptions {
  readonly theme: Theme;
  /** BCP 47. */
  readonly language: string;
  readonly families: readonly string[];
  readonly fontFaces: string;
  /** Where a head leads to; what is given no address is not linked. */
  readonly href: (head: MatrixHead) => string | undefined;
}

/** A picture of a matrix as a file of its own, in the colours of the theme. */
export function matrixFile(matrix: PlacedMatrix, options: MatrixFileOptions): string {
  const { theme, language, families, fontFaces } = options;
  const { title, alt, width, height, direction } = matrix;
  const paint = fixedPaint(theme);
  const painter = new Painter(matrix, paint, options.href);
  return svgFile({ title, alt, width, height, direction, language, families, fontFaces, paint }, painter.all());
}

class Painter {
  readonly #matrix: PlacedMatrix;
  readonly #paint: DiagramPaint;
  readonly #href: MatrixFileOptions['href'];

  constructor(matrix: PlacedMatrix, paint: DiagramPaint, href: MatrixFileOptions['href']) {
    this.#matrix = matrix;
    this.#paint = paint;
    this.#href = href;
  }

  all(): string {
    const { heading, corner, columns, rows, groups, cells, legend, remark, matrix } = this.#matrix;
    const text = this.#paint.part('text');
    return [
      this.#text(heading, text),
      rect(this.#matrix.head, this.#paint.part(matrix.emphasized ? 'emphasizedGround' : 'groupGround')),
      ...groups.map(({ box }) => rect(box, this.#paint.part('groupGround'))),
      this.#rules(),
      this.#text(corner, this.#paint.part('quietText')),
      ...columns.map((head) => this.#head(head)),
      ...groups.map((group) => this.#text(group.text, this.#paint.part('quietText'))),
      ...rows.map((head) => this.#head(head)),
      ...cells.map((cell) => this.#cell(cell)),
      ...legend.map(
        (entry) => `<g>${this.#signs(entry.sign, 'text')}${this.#text(entry.text, this.#paint.part('quietText'))}</g>`,
      ),
      ...(remark === undefined ? [] : [this.#text(remark, this.#paint.part('quietText'))]),
    ].join('');
  }

  /** A line below each row, a stronger one below the heads and at the end. */
  #rules(): string {
    const { head, table, rows, groups } = this.#matrix;
    const line = (y: number, paint: string, width: number): string =>
      `<path d="M${num(table.x)} ${num(y)}H${num(table.x + table.width)}" stroke-width="${width}"${paint}/>`;
    const tops = [...rows.map(({ box }) => box.y), ...groups.map(({ box }) => box.y)].filter(
      (y) => y > head.y + head.height + 1,
    );
    return [
      ...tops.map((y) => line(y, this.#paint.part('group'), 0.75)),
      line(head.y + head.height, this.#paint.part('icon'), 1.25),
      line(table.y + table.height, this.#paint.part('icon'), 1),
    ].join('');
  }

  #head({ head, short, text, note }: PlacedHead): string {
    const [ink, quiet] = [this.#paint.part('text'), this.#paint.part('quietText')];
    const name = head.short === undefined ? head.text : `${head.short} ${head.text}`;
    const drawn = [
      ...(short === undefined ? [] : [this.#text(short, ink)]),
      ...(text === undefined ? [] : [this.#text(text, short === undefined ? ink : quiet)]),
    ].join('');
    const remark =
      note === undefined ? '' : this.#text(note, head.tone === 'attention' ? this.#paint.part('feedbackText') : quiet);
    return linkMarkup(this.#href(head), name, drawn) + remark;
  }

  #cell({ cell, signs, note }: PlacedMatrixCell): string {
    const words = cell.note === undefined ? cell.word : `${cell.word}, ${cell.note}`;
    const drawn = [
      ...(signs === undefined ? [] : [this.#signs(signs, partOf(cell))]),
      ...(note === undefined ? [] : [this.#text(note, this.#paint.part(signs === undefined ? 'text' : 'quietText'))]),
    ].join('');
    return linkMarkup(undefined, words, drawn);
  }

  #signs({ y, size, bold, pieces }: PlacedSigns, part: InkPart): string {
    const paint = this.#paint.part(part);
    return pieces
      .map(({ x, width, piece }) => {
        if (piece.kind === 'letters') {
          // Letters of signs are of the language, in its order.
          return lineMarkup(
            { text: piece.text, x: x + width / 2, y, size, bold, anchor: 'middle', direction: 'ltr' },
            paint,
          );
        }
        const { fill, line } = signShapes[piece.sign];
        const scale = Math.round((width / 24) * 1e4) / 1e4;
        return (
          `<g transform="translate(${num(x)} ${num(y - width / 2)}) scale(${scale})">` +
          (fill === undefined ? '' : `<path d="${fill}"${paint}/>`) +
          (line === undefined
            ? ''
            : `<path d="${line}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"${this.#paint.part(lines[part])}/>`) +
          '</g>'
        );
      })
      .join('');
  }

  #text(text: Parameters<typeof textMarkup>[0], paint: string): string {
    return textMarkup(text, paint, this.#matrix.direction);
  }
}

/** Parts of pictures that are ink, and lines of the same colour. */
const lines = { text: 'arrow', quietText: 'icon', feedbackText: 'feedback' } as const;
type InkPart = keyof typeof lines;

const partOf = ({ tone }: MatrixCell): InkPart =>
  tone === 'attention' ? 'feedbackText' : tone === 'quiet' ? 'quietText' : 'text';

const rect = ({ x, y, width, height }: Box, paint: string): string =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${paint}/>`;

/** Every text that is drawn: their characters choose the fonts. */
export function matrixTexts({ heading, corner, columns, rows, groups, cells, legend, remark }: PlacedMatrix): string[] {
  const heads = [...columns, ...rows].flatMap(({ short, text, note }) => [short, text, note]);
  const texts = [
    heading,
    corner,
    remark,
    ...heads,
    ...groups.map(({ text }) => text),
    ...cells.map(({ note }) => note),
  ];
  const signs = [...legend.map(({ sign }) => sign), ...cells.map((cell) => cell.signs)];
  return [
    ...[...texts, ...legend.map(({ text }) => text)].flatMap((text) => text?.lines ?? []),
    ...signs.flatMap(
      (sign) => sign?.pieces.flatMap(({ piece }) => (piece.kind === 'letters' ? [piece.text] : [])) ?? [],
    ),
  ];
}
