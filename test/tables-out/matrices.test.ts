import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import MarkdownIt from 'markdown-it';
import { exampleWorkload } from '../support/exampleWorkload.ts';
import { persona } from '../support/project.ts';
import type { Files } from '../workload/reading.ts';
import { rendered, renderedOf, tablesOf } from './planned.ts';
import { readSheets } from './xlsxReading.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const rowsOf = (bytes: Uint8Array): string[][] =>
  parseCsv(textOf(bytes), { delimiter: ',' }).map((row) => row.map((value) => String(value ?? '')));

/** Rows of a table of a markdown page, below a heading. */
function markdownTable(text: string, heading: string): string[][] {
  const section =
    new MarkdownIt()
      .render(text)
      .split('<h2>')
      .find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) => cell),
  );
}

const many: Files = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `personas/P${index}.yaml`,
    persona(`P${index}`, `Persona ${index}`, `processes: [Ops ${index % 2}]`),
  ]),
);

describe('matrices as CSV', () => {
  it('have a file each', async () => {
    const paths = tablesOf(await exampleWorkload()).flatMap(({ path }) => (path.includes('matrix-') ? [path] : []));
    expect(paths).toHaveLength(9);
    expect(paths).toContain('tables/matrix-components-prod.csv');
  });

  it('have groups first, and what is to be said of rows last', async () => {
    const raci = rowsOf(await renderedOf(await exampleWorkload(), 'matrix-responsibilities-dataops.csv'));
    expect(raci[0]).toEqual(['Lane', 'Step', 'P001 AI Data Engineer', 'P003 BI Analyst', 'P009 BuildAgent MLOps']);
    expect(raci[3]).toEqual(['Stage', '3 Deploy the pipeline', 'I', '', 'A R']);
    const skills = rowsOf(await renderedOf(await exampleWorkload(), 'matrix-skills.csv'));
    expect(skills[0]?.at(-1)).toBe('Notes');
    expect(skills.find(([name]) => name === 'RAG')?.at(-1)).toMatch(/^needed by GenAIOps: /);
    const access = rowsOf(await renderedOf(await exampleWorkload(), 'matrix-components-prod.csv'));
    expect(access.find(([name]) => name === 'Azure Databricks')?.slice(1)).toEqual([
      '● R ◐ U',
      '',
      '● R',
      '',
      '',
      '● W',
    ]);
  });

  it('are turned where there would be very many columns, so that rows can be filtered', async () => {
    const rows = rowsOf(await rendered(many, 'matrix-processes.csv'));
    expect(rows[0]).toEqual(['Persona', 'Ops 0', 'Ops 1']);
    expect(rows).toHaveLength(41);
    expect(rows.find(([name]) => name === 'P3 Persona 3')).toEqual(['P3 Persona 3', '', '●']);
  });
});

describe('matrices in the workbook', () => {
  it('have a sheet each under a name that Excel takes, with links to RBAC files', async () => {
    const sheets = await readSheets(await renderedOf(await exampleWorkload(), 'workload.xlsx'));
    expect(sheets.map(({ name }) => name).slice(5)).toEqual([
      'Processes by personas',
      'Skills by personas',
      'Teams who works with whom',
      'Access in Production',
      'Access in Dev',
      'Access in Stage',
      'RACI DataOps',
      'RACI MLOps',
      'RACI GenAIOps',
    ]);
    const access = sheets.find(({ name }) => name === 'Access in Production');
    expect(access?.links).toContainEqual(
      expect.objectContaining({ text: 'Azure Databricks', target: '../rbac/azure-databricks.md' }),
    );
    const names = sheets.flatMap(({ tables }) => tables.map((table) => /displayName="([^"]+)"/.exec(table)?.[1]));
    expect(new Set(names).size).toBe(sheets.length);
  });

  it('have names of their own, whatever flows are called', async () => {
    const name = 'A flow with a long name that ends';
    const flow = (more: string): string =>
      `  - {name: "${name} ${more}", steps: [{name: Go, personas: {P1: write}}]}\n`;
    const files = {
      'personas/P1.yaml': persona('P1', 'One'),
      'personas/workload.yaml': `flows:\n${flow('here')}${flow('there')}`,
    };
    const names = (await readSheets(await rendered(files, 'workload.xlsx'))).map((sheet) => sheet.name);
    expect(names.slice(-2)).toEqual(['RACI A flow with a long name th', 'RACI A flow with a long name 2']);
  });
});

describe('matrices as markdown', () => {
  it('are tables with linked heads and a legend', async () => {
    const text = textOf(await renderedOf(await exampleWorkload(), 'tables/matrices.md', { withCards: true }));
    const rows = markdownTable(text, 'Access in Production');
    expect(rows).toHaveLength(19);
    expect(rows.find(([name]) => name?.includes('Azure Databricks'))).toEqual([
      '<a href="../rbac/azure-databricks.md">Azure Databricks</a>',
      '●\u00a0R ◐\u00a0U',
      '',
      '●\u00a0R',
      '',
      '',
      '<strong>●\u00a0W</strong>',
    ]);
    expect(text).toContain('● standing · ◐ eligible · R may read');
  });

  it('list what rows have where a page is too narrow for columns', async () => {
    const text = textOf(await rendered(many, 'tables/matrices.md', { withCards: true }));
    const [, first] = markdownTable(text, 'Processes by personas');
    expect(first?.[0]).toBe('Ops 0');
    expect(first?.[1]?.split(', ')).toHaveLength(20);
    expect(first?.[1]).toMatch(/^<a href="\.\.\/markdown\/P0-persona-0\.md">P0<\/a>, /);
  });
});
