import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/build/project.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { personaColumns } from '../../src/tables/personaColumns.ts';
import { unguardFormula } from '../../src/tables/formulaGuard.ts';
import { writeCsv } from '../../src/tables/writeCsv.ts';
import { repository } from '../support/project.ts';
import type { Files } from '../workload/reading.ts';
import { rendered, renderedOf } from './planned.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const rowsOf = (bytes: Uint8Array): string[][] =>
  parseCsv(textOf(bytes), { delimiter: ',' }).map((row) => row.map((value) => String(value ?? '')));

const files: Files = {
  'personas/P1.yaml': 'id: P1\nname: "=HYPERLINK(1)"\nteam: "a, \\"b\\""\nnotes: "one\\ntwo"\ncomponents: [Store]\n',
  'personas/rbac/store.md':
    '| Persona | Environment | Role | Belongs to | Assignment | Limit | Approver | Review | Ticket | Why |\n|---|---|---|---|---|---|---|---|---|---|\n' +
    '| P1 | Production | @Reader | x \\| y | eligible | 4 h | Ann | P6M | T-1 | -because |\n| P1 | Dev | | | | | | | | |\n\n' +
    '| Identity | Environment | Role |\n|---|---|---|\n| id-store | Dev | Reader |\n',
};

describe('a CSV file', () => {
  it('is as RFC 4180 has it, in UTF-8 with a mark', async () => {
    const text = textOf(
      await writeCsv([
        ['a', 'b,"c"'],
        ['ä\nö', ''],
      ]),
    );
    expect(text).toBe('\ufeffa,"b,""c"""\r\n"ä\nö",\r\n');
  });

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])('keeps %j a text', async (text) => {
    const [[cell = ''] = []] = rowsOf(await writeCsv([[text]]));
    expect(cell).toBe(`'${text}`);
    expect(unguardFormula(cell)).toBe(text);
  });
});

describe('tables/personas.csv', () => {
  it('has the columns of a table that is read, and gives the files back', async () => {
    const { workload } = await readProject(repository, 'personas');
    if (workload === undefined) throw new Error('the example has problems');
    const labels = loadLabels('en');
    const [header, ...rows] = rowsOf(await renderedOf(workload, 'personas.csv'));
    expect(header).toEqual(personaColumns.map((column) => labels[column.header]));
    expect(rows).toHaveLength(workload.personas.length);
    const read = rows.map((row) =>
      Object.fromEntries(
        row.flatMap((cell, nth) => {
          const reading = personaColumns[nth]?.read(unguardFormula(cell));
          return reading !== undefined && 'value' in reading ? [[personaColumns[nth]?.key, reading.value]] : [];
        }),
      ),
    );
    expect(read).toEqual(workload.personas.map(({ written }) => written));
  });
});

describe('tables/access.csv', () => {
  it('has a row for each assignment, with what its file says', async () => {
    const [header = [], ...rows] = rowsOf(await rendered(files, 'access.csv'));
    const table = rows.map((row) => Object.fromEntries(row.map((cell, nth) => [header[nth] ?? '', cell])));
    expect(table).toHaveLength(3);
    expect(table[0]).toMatchObject({ 'Persona id': 'P1', Environment: 'Dev', Status: 'not filled in', Role: '' });
    expect(table[1]).toEqual({
      'Persona id': 'P1',
      Persona: "'=HYPERLINK(1)",
      'Kind of principal': 'Persona',
      Component: 'Store',
      Environment: 'Production',
      Status: 'granted',
      Role: "'@Reader",
      'Role id': '',
      'Role system': 'azure-rbac',
      Scope: '',
      Assignment: 'eligible',
      Limit: '4 h',
      Approver: 'Ann',
      Review: 'P6M',
      Ticket: 'T-1',
      Why: "'-because",
      Power: '',
      'RBAC file': 'personas/rbac/store.md',
      Line: '3',
      'Other columns': 'Belongs to: x | y',
    });
    expect(table[2]).toMatchObject({
      'Persona id': '',
      Persona: 'id-store',
      'Kind of principal': 'Identity',
      Power: 'read',
    });
  });
});
