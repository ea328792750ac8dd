import type { Matrix, MatrixCell, MatrixHead, MatrixRow, PlacedCell } from '../../deck/matrices/model.ts';
import { paragraph } from './accessCells.ts';
import type { Cell, Paragraph, Run } from './model.ts';
import { oneLine } from './oneLine.ts';

/** Entries in a line of a list. */
const ENTRIES_A_LINE = 10;

/**
 * A column's short name, linked, and its name where there is room. A long one is not linked: LibreOffice breaks links
 * within words.
 */
export function columnHead(head: MatrixHead, named: boolean): Cell {
  const { short, text } = head;
  const name = oneLine(text);
  if (short === undefined) {
    return { paragraphs: [paragraph({ text: name, bold: true }), ...noteOf(head)] };
  }
  return {
    paragraphs: [
      paragraph({ text: oneLine(short), bold: true, ...linkOf(head), tip: name }),
      ...(named ? [paragraph({ text: name })] : []),
    ],
  };
}

/**
 * A row's name, and what is missing. The whole line is the link: LibreOffice loses the looks of a link that text follows
 * in a cell.
 */
export function rowHead(head: MatrixHead): Cell {
  const { short, text, tone } = head;
  const name = short === undefined ? text : `${short}\u00a0 ${text}`;
  return {
    paragraphs: [paragraph({ text: oneLine(name), ...linkOf(head) }), ...(tone === undefined ? [] : noteOf(head))],
  };
}

function noteOf({ note, tone }: MatrixHead): Paragraph[] {
  return note === undefined ? [] : [paragraph({ text: oneLine(note), tone: tone ?? 'quiet' })];
}

/** To the slide about it, which falls out where the deck has none; else out of the deck. */
function linkOf({ about, link }: MatrixHead): Partial<Run> {
  if (about?.kind === 'persona') return { slide: `persona:${about.id}` };
  if (about?.kind === 'component') return { slide: `access:${about.id}` };
  if (about?.kind === 'team') return { slide: 'overview' };
  return link === undefined ? {} : { link };
}

export function cellParagraphs({ sign, note, tone, strong, link }: MatrixCell): Paragraph[] {
  const address = link === undefined ? {} : { link };
  const look = { ...(tone === undefined ? {} : { tone }), ...(strong === true ? { bold: true } : {}) };
  if (note === undefined) return [paragraph({ text: sign, ...look, ...address })];
  return [paragraph({ text: sign, ...look }), paragraph({ text: oneLine(note), tone: 'quiet', ...address })];
}

/** Short names of the columns that a row has something in, with what it is where it is not the usual. */
export function entryLines({ cells }: MatrixRow, matrix: Matrix): Paragraph[] {
  return Array.from({ length: Math.ceil(cells.length / ENTRIES_A_LINE) }, (_, line) =>
    paragraph(
      ...cells
        .slice(line * ENTRIES_A_LINE, (line + 1) * ENTRIES_A_LINE)
        .flatMap((placed, index): Run[] => [...(index === 0 ? [] : [{ text: '   ' }]), ...entryRuns(placed, matrix)]),
    ),
  );
}

function entryRuns({ column, cell }: PlacedCell, { columns, legend }: Matrix): Run[] {
  const head = columns[column];
  if (head === undefined) return [];
  const { sign, note, tone = 'quiet' } = cell;
  const isUsual = note === undefined && sign === legend[0]?.sign;
  const said = [sign, ...(note === undefined ? [] : [note])].join('\u00a0');
  return [
    {
      text: oneLine(head.short ?? head.text),
      ...linkOf(head),
      ...(head.short === undefined ? {} : { tip: oneLine(head.text) }),
    },
    ...(isUsual ? [] : [{ text: `\u00a0${oneLine(said)}`, tone } as const]),
  ];
}
