import { type Matrix, nameOfHead } from '../../deck/matrices/model.ts';
import { personaCells, personaHeaders } from '../../tables/personaColumns.ts';
import { writeCsv } from '../../tables/writeCsv.ts';
import { writeWorkbook } from '../../tables/writeWorkbook.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { accessColumns, type AccessRow, accessRows } from './accessRows.ts';
import { byComponentOrder } from './componentOrder.ts';
import { composeWorkbook } from './composeWorkbook.ts';
import type { TablesInput } from './input.ts';
import { MATRICES_PATH, matricesMarkdown } from './matricesMarkdown.ts';
import { matrixTexts } from './matrixSheets.ts';
import { INDEX_PATH, personasMarkdown } from './personasMarkdown.ts';
import { WORKBOOK_PATH } from './workbookLinks.ts';

/**
 * `tables/`: personas, access and each matrix as CSV, the workload as a workbook, an index of personas and the matrices as
 * markdown.
 */
export function planTables(input: TablesInput): Task[] {
  const { workload, design } = input;
  const order = byComponentOrder(input).map(({ id }) => id);
  const rows = accessRows(workload, order, design.labels);
  return [
    csvTask(input, 'tables/personas.csv', personasCsv(input)),
    csvTask(input, 'tables/access.csv', accessCsv(input, rows)),
    ...input.deck.matrices.map((matrix) => csvTask(input, `tables/matrix-${matrix.id}.csv`, matrixCsv(matrix, input))),
    workbookTask(input, rows),
    markdownTask(input, INDEX_PATH, personasMarkdown(input)),
    ...(input.deck.matrices.length === 0 ? [] : [markdownTask(input, MATRICES_PATH, matricesMarkdown(input))]),
  ];
}

type Cells = readonly (readonly string[])[];

function personasCsv({ workload, design }: TablesInput): Cells {
  const { labels } = design;
  return [personaHeaders(labels), ...workload.personas.map(({ written }) => personaCells(written, labels))];
}

function accessCsv({ design }: TablesInput, rows: readonly AccessRow[]): Cells {
  const { labels } = design;
  return [
    accessColumns.map((column) => labels[column]),
    ...rows.map(({ texts }) => accessColumns.map((column) => texts[column])),
  ];
}

function matrixCsv(matrix: Matrix, { design }: TablesInput): Cells {
  const { header, rows } = matrixTexts(matrix, design.labels);
  return [header, ...rows.map(({ head, group, texts }) => [...group, nameOfHead(head), ...texts])];
}

function csvTask({ sources }: TablesInput, path: string, cells: Cells): Task {
  return {
    path,
    mediaType: 'text/csv; charset=utf-8',
    key: digestOf('csv', cells),
    sources: sources.all,
    render: () => writeCsv(cells),
  };
}

function workbookTask(input: TablesInput, rows: readonly AccessRow[]): Task {
  const workbook = composeWorkbook(input, rows);
  return {
    path: WORKBOOK_PATH,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    key: digestOf('workbook', workbook),
    sources: input.sources.all,
    render: () => writeWorkbook(workbook),
  };
}

function markdownTask({ sources }: TablesInput, path: string, text: string): Task {
  return {
    path,
    mediaType: 'text/markdown; charset=utf-8',
    key: digestOf('markdown table', text),
    sources: sources.all,
    render: async () => Buffer.from(text),
  };
}
