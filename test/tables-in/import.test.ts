import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/build/project.ts';
import { run } from '../../src/cli/run.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { guardFormula } from '../../src/tables/formulaGuard.ts';
import { personaCells, personaHeaders } from '../../src/tables/personaColumns.ts';
import { cli, persona, projectWith, repository, temporaryFolder, writeFiles } from '../support/project.ts';

const simple = 'Persona id,Name,Team,Skills\nP001,Data Engineer,Data Team,"SQL\nPython"\n,Release Agent,,\n';

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** A spreadsheet as a program would save it. */
async function spreadsheet(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets });
}

/** What the personas of a folder say. */
async function personasOf(root: string, folder: string): Promise<unknown[]> {
  const { workload } = await readProject(root, folder);
  return (workload?.personas ?? []).map(({ written }) => written);
}

describe('import of CSV', () => {
  it('writes a YAML file a row, ids given where they lack', async () => {
    const root = projectWith({ 'people.csv': simple });
    expect(await cli(root, 'import', 'people.csv', '--yes')).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(join(root, 'personas')).toSorted()).toEqual([
      'P001-data-engineer.yaml',
      'P002-release-agent.yaml',
    ]);
    expect(read(root, 'personas/P001-data-engineer.yaml')).toBe(
      'id: P001\nname: Data Engineer\nteam: Data Team\nskills:\n  - SQL\n  - Python\n',
    );
    expect(read(root, 'personas/P002-release-agent.yaml')).toBe('id: P002\nname: Release Agent\n');
    expect(await cli(root, 'check')).toMatchObject({ code: 0 });
  });

  const dialects: Record<string, string | Uint8Array> = {
    'semicolons and a byte order mark': '\ufeffId;Nimi;Tiimi\r\nP001;Ada, the first;Datatiimi\r\n',
    tabs: 'Id\tNimi\tTiimi\nP001\tAda, the first\tDatatiimi\n',
    quotes: '"Id","Nimi","Tiimi"\r"P001","Ada, the first","Datatiimi"\r',
    'a stated delimiter': 'sep=;\r\nId;Nimi;Tiimi\r\nP001;Ada, the first;Datatiimi\r\n',
    'UTF-16, little end first': Buffer.from('\ufeffId\tNimi\tTiimi\r\nP001\tAda, the first\tDatatiimi\r\n', 'utf16le'),
    'UTF-16, big end first': Buffer.from('\ufeffId;Nimi;Tiimi\nP001;Ada, the first;Datatiimi', 'utf16le').swap16(),
  };

  it.each(Object.entries(dialects))('reads %s', async (_, content) => {
    const root = projectWith({ 'people.csv': content });
    expect(await cli(root, 'import', 'people.csv', '--yes')).toMatchObject({ code: 0 });
    expect(await personasOf(root, 'personas')).toEqual([{ id: 'P001', name: 'Ada, the first', team: 'Datatiimi' }]);
  });

  it('refuses what is no text it knows, and a quote that never ends', async () => {
    const root = projectWith({
      'latin.csv': Buffer.from('Name\nH\xe4n\n', 'latin1'),
      'open.csv': 'Name\n"Ada\nBert\n',
    });
    const latin = await cli(root, 'import', 'latin.csv', '--yes');
    expect(latin.code).toBe(1);
    expect(latin.err).toMatch(/TAB001 .*neither UTF-8 nor UTF-16[^]*CSV UTF-8/);
    const open = await cli(root, 'import', 'open.csv', '--yes');
    expect(open.code).toBe(1);
    expect(open.err).toMatch(/TAB001 a quote that begins "Ada.*is never closed/);
    expect(existsSync(join(root, 'personas'))).toBe(false);
  });

  it('takes off the apostrophe that keeps a text from being a formula', async () => {
    const cells = ['P001', '=Ada', "'=Bert", '-', '+1'].map(guardFormula).map((text) => `"${text}"`);
    const root = projectWith({ 'people.csv': `Id,Name,Summary,Tools,Notes\n${cells.join(',')}\n` });
    await cli(root, 'import', 'people.csv', '--yes');
    expect(await personasOf(root, 'personas')).toEqual([
      { id: 'P001', name: '=Ada', summary: "'=Bert", notes: '+1', tools: [] },
    ]);
  });

  it('splits lists at line breaks and semicolons, at commas only when asked', async () => {
    const root = projectWith({ 'people.csv': 'Name,Services\nAda,"Data Factory, Storage; SQL"\n' });
    await cli(root, 'import', 'people.csv', '--yes', '--into', 'one');
    await cli(root, 'import', 'people.csv', '--yes', '--into', 'two', '--separator', ',');
    expect(await personasOf(root, 'one')).toMatchObject([{ components: ['Data Factory, Storage', 'SQL'] }]);
    expect(await personasOf(root, 'two')).toMatchObject([{ components: ['Data Factory', 'Storage', 'SQL'] }]);
  });
});

describe('import of spreadsheets', () => {
  it('reads the sheet called Personas, a title above the header, numbers, dates and line breaks', async () => {
    const rows = [
      ['All of us', null, null],
      ['Id', 'Role name', 'Works with', 'Notes', 'Kind'],
      [7, 'Data Engineer', 'AI Team\nP009', new Date(Date.UTC(2026, 4, 1)), 'Henkilö'],
      [null, null, null],
      ['', 'Build Agent', '', 'One.\r\n\r\nTwo.', 'bot'],
    ];
    const root = projectWith({
      'people.xlsx': await spreadsheet({ name: 'Read me', rows: [['Name'], ['Nobody']] }, { name: 'Personas', rows }),
    });
    expect(await cli(root, 'import', 'people.xlsx', '--yes')).toMatchObject({ code: 0 });
    expect(await personasOf(root, 'personas')).toEqual([
      { id: '7', name: 'Data Engineer', kind: 'person', primaryInteraction: ['AI Team', 'P009'], notes: '2026-05-01' },
      { id: 'P001', name: 'Build Agent', kind: 'agent', notes: 'One.\n\nTwo.' },
    ]);
  });

  it('reads the sheet that is named, and names the sheets when there is no such one', async () => {
    const bytes = await spreadsheet(
      { name: 'A', rows: [['Name'], ['Ada']] },
      { name: 'Our team', rows: [['Name'], ['Bert']] },
    );
    const root = projectWith({ 'people.xlsx': bytes });
    expect((await cli(root, 'import', 'people.xlsx', '--dry-run')).err).toContain('P001-ada.yaml');
    expect((await cli(root, 'import', 'people.xlsx', '--dry-run', '--sheet', 'our team')).err).toContain(
      'P001-bert.yaml',
    );
    const { code, err } = await cli(root, 'import', 'people.xlsx', '--dry-run', '--sheet', 'Our tem');
    expect(code).toBe(1);
    expect(err).toMatch(/TAB003 there is no sheet "Our tem"[^]*did you mean "Our team"\?/);
  });

  it('reads merged cells as one for all their rows, but for names', async () => {
    const rows = [
      ['Team', 'Name', 'Skills'],
      ['Data', 'Ada', 'SQL_x000D_\nGo'],
      [null, 'Bert'],
      [null, null],
      ['AI', 'Cy'],
      [null, null, 'SQL'],
    ];
    const team = { startRow: 1, endRow: 3, startCol: 0, endCol: 0 };
    const name = { startRow: 4, endRow: 5, startCol: 1, endCol: 1 };
    const hidden = { name: 'Hidden', rows: [['Name'], ['Nobody']], hidden: true };
    const root = projectWith({
      'people.xlsx': await spreadsheet(hidden, { name: 'S', rows: rows.slice(0, 5), merges: [team] }),
      'two.xlsx': await spreadsheet({ name: 'S', rows, merges: [team, name] }),
    });
    expect(await cli(root, 'import', 'people.xlsx', '--yes')).toMatchObject({ code: 0 });
    expect(await personasOf(root, 'personas')).toEqual([
      { id: 'P001', name: 'Ada', team: 'Data', skills: ['SQL', 'Go'] },
      { id: 'P002', name: 'Bert', team: 'Data' },
      { id: 'P003', name: 'Cy', team: 'AI' },
    ]);
    expect((await cli(root, 'import', 'two.xlsx', '--yes')).err).toMatch(/TAB005 the row has no name/);
  });

  it('refuses more columns and rows than anybody needs, however empty', async () => {
    const far: null[] = Array.from({ length: 600 }, () => null);
    const low: (string | null)[][] = Array.from({ length: 20_000 }, () => []);
    const root = projectWith({
      'wide.xlsx': await spreadsheet({ name: 'S', rows: [['Name'], [...far, 'x']] }),
      'low.xlsx': await spreadsheet({ name: 'S', rows: [['Name'], ['Ada'], ...low, ['Bert']] }),
    });
    expect((await cli(root, 'import', 'wide.xlsx', '--yes')).err).toMatch(/TAB002 more than 500 columns/);
    expect((await cli(root, 'import', 'low.xlsx', '--yes')).err).toMatch(/TAB002 more than 10,000 rows/);
  });

  it('names the cell of each row that cannot be read, and writes nothing', async () => {
    const rows = [
      ['Id', 'Name', 'Kind', 'Skills'],
      ['P001', 'Ada', 'penguin', ''],
      ['P002', '', '', 'SQL'],
      ['P003', 'Cy', '', 'SQL | basic | nonsense'],
      ['p004', 'Di', '', ''],
      ['P004', 'Ed', '', ''],
      ['P005', 'x'.repeat(300), '', ''],
      ['P006', '#REF!', '', ''],
    ];
    const root = projectWith({ 'people.xlsx': await spreadsheet({ name: 'Sheet1', rows }, { name: 'Two', rows: [] }) });
    const { code, err } = await cli(root, 'import', 'people.xlsx', '--yes');
    expect(code).toBe(1);
    expect(err).toContain('people.xlsx Sheet1!C2: error TAB005 "penguin" is no kind of persona');
    expect(err).toContain('people.xlsx Sheet1!B3: error TAB005 the row has no name');
    expect(err).toMatch(/people\.xlsx Sheet1!D4: error SCH004 "skills\[0\]\.learn" has to be an address/);
    expect(err).toMatch(/Sheet1!B6: error WLD001 the id P004 is taken/);
    expect(err).toMatch(/Sheet1!B7: error SCH004 "name"/);
    expect(err).toMatch(/Sheet1!B8: error TAB005 the cell holds the error #REF!/);
    expect(err).toContain('6 errors');
    expect(err).toContain('Nothing was written.');
    expect(existsSync(join(root, 'personas'))).toBe(false);
  });

  it('refuses damaged files, huge ones and those that unpack to more than they should', async () => {
    const bytes = Buffer.from(await spreadsheet({ name: 'S', rows: [['Name'], ['Ada']] }));
    // The size that the first entry of the directory states.
    const bomb = Buffer.from(bytes);
    bomb.writeUInt32LE(0x7fffffff, bytes.readUInt32LE(bytes.length - 6) + 24);
    const unstated = Buffer.from(bytes);
    unstated.writeUInt32LE(0, bytes.readUInt32LE(bytes.length - 6) + 24);
    const root = projectWith({
      'cut.xlsx': bytes.subarray(0, 900),
      'text.xlsx': 'Name\nAda\n',
      'old.xlsx': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'bomb.xlsx': bomb,
      'unstated.xlsx': unstated,
      'huge.csv': Buffer.alloc(20 * 1024 * 1024 + 1, 'a'),
    });
    const said = async (file: string) => (await cli(root, 'import', file, '--yes')).err;
    expect(await said('cut.xlsx')).toMatch(/TAB001 .*damaged/);
    expect(await said('text.xlsx')).toMatch(/TAB001 .*not a spreadsheet/);
    expect(await said('old.xlsx')).toMatch(/TAB001 an old Excel file/);
    expect(await said('bomb.xlsx')).toMatch(/TAB001 .*unpacks to more than 100 MB/);
    expect(await said('unstated.xlsx')).toMatch(/TAB001 .*does not state/);
    expect(await said('huge.csv')).toMatch(/SRC002 larger than 20 MiB/);
    expect(existsSync(join(root, 'personas'))).toBe(false);
  });

  it('refuses more than 10,000 rows', async () => {
    const rows = Array.from({ length: 10_001 }, (_, nth) => `Persona ${nth}`);
    const root = projectWith({
      'people.csv': `Name\n${rows.join('\n')}\n`,
      'fits.csv': `Name\n${rows.slice(1).join('\n')}\n\n\n`,
    });
    expect((await cli(root, 'import', 'people.csv', '--yes')).err).toMatch(/TAB002 more than 10,000 rows/);
    expect((await cli(root, 'import', 'fits.csv', '--dry-run')).err).toContain('Would write 10000 files');
  });
});

describe('import of markdown', () => {
  it('reads the table with a column for names', async () => {
    const root = projectWith({
      'people.md':
        '| Key | Value |\n|---|---|\n| a | b |\n\n| Persona | Responsible team | Components access |\n|---|---|---|\n| P004 Data *Scientist* | [AI Team](x.md) | Storage<br>SQL \\| Database |\n',
    });
    expect(await cli(root, 'import', 'people.md', '--yes')).toMatchObject({ code: 0 });
    expect(await personasOf(root, 'personas')).toEqual([
      { id: 'P004', name: 'Data Scientist', team: 'AI Team', components: ['Storage', 'SQL | Database'] },
    ]);
  });

  it('points into the file', async () => {
    const root = projectWith({ 'people.md': '# Us\n\n| Name | Kind |\n|---|---|\n| Ada | penguin |\n' });
    const { code, err } = await cli(root, 'import', 'people.md', '--yes');
    expect(code).toBe(1);
    expect(err).toMatch(/people\.md:5:9 error TAB005[^]*> 5 \| \| Ada \| penguin \|/);
  });
});

describe('columns', () => {
  it('are shown; one that is not known is left out and said so', async () => {
    const root = projectWith({ 'people.csv': 'Name,Skils,Mood,Component,Services\nAda,SQL,fine,A,B\n' });
    const { err } = await cli(root, 'import', 'people.csv', '--yes');
    expect(err).toMatch(/Name +name\n/);
    expect(err).toMatch(/Skils +left out \(not known; did you mean skills\?\)/);
    expect(err).toMatch(/Mood +left out \(not known\)/);
    expect(err).toMatch(/Services +left out \(components is read from Component\)/);
    expect(await personasOf(root, 'personas')).toEqual([{ id: 'P001', name: 'Ada', components: ['A'] }]);
  });

  it('are read as the user says', async () => {
    const root = projectWith({ 'people.csv': 'Who,a=b,Component,Services,Team\nAda,SQL,A,B,T\n' });
    const map = ['--map', 'Who=name', '--map', 'a=b=skills', '--map', 'services=components', '--map', 'Team=none'];
    expect(await cli(root, 'import', 'people.csv', '--yes', ...map)).toMatchObject({ code: 0 });
    expect(await personasOf(root, 'personas')).toEqual([
      { id: 'P001', name: 'Ada', components: ['B'], skills: ['SQL'] },
    ]);
  });

  it('have to exist when they are named, and so do keys', async () => {
    const root = projectWith({ 'people.csv': 'Name\nAda\n', 'nobody.csv': 'Alpha,Beta\n1,2\n' });
    const wrong = async (...args: string[]) => cli(root, 'import', 'people.csv', '--yes', ...args);
    expect(await wrong('--map', 'Nome=name')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no column "Nome"/),
    });
    expect(await wrong('--map', 'Name=nam')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/did you mean name\?/),
    });
    expect(await wrong('--map', 'Name')).toMatchObject({ code: 2 });
    expect(await wrong('--sheet', 'A')).toMatchObject({ code: 2 });
    expect(await cli(root, 'import', 'people.txt', '--yes')).toMatchObject({ code: 2 });
    expect(await cli(root, 'import', 'missing.csv', '--yes')).toMatchObject({ code: 2 });
    const nobody = await cli(root, 'import', 'nobody.csv', '--yes');
    expect(nobody.code).toBe(1);
    expect(nobody.err).toMatch(/nobody\.csv A1: error TAB003[^]*--map "Column=name"/);
  });

  it('called Persona holds ids beside a column for names', async () => {
    const root = projectWith({ 'people.csv': 'Persona,Name\nP012,Ada\n' });
    await cli(root, 'import', 'people.csv', '--yes');
    expect(await personasOf(root, 'personas')).toEqual([{ id: 'P012', name: 'Ada' }]);
  });

  it('that a row has too many of are an error', async () => {
    const root = projectWith({ 'people.csv': 'Name,Team\nAda,Data, Team\n' });
    const { code, err } = await cli(root, 'import', 'people.csv', '--yes');
    expect(code).toBe(1);
    expect(err).toMatch(/people\.csv C2: error TAB004/);
  });
});

describe('what is there already', () => {
  const there = {
    'people.csv': simple,
    'personas/P001-data-engineer.yaml': persona('P001', 'Data Engineer', 'team: Old\n'),
  };

  it('is overwritten with --force only', async () => {
    const root = projectWith(there);
    const refused = await cli(root, 'import', 'people.csv', '--yes');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/people\.csv B2: error TAB006 personas\/P001-data-engineer\.yaml is there already/);
    expect(readdirSync(join(root, 'personas'))).toEqual(['P001-data-engineer.yaml']);
    expect(read(root, 'personas/P001-data-engineer.yaml')).toContain('team: Old');
    expect(await cli(root, 'import', 'people.csv', '--yes', '--force')).toMatchObject({ code: 0 });
    expect(read(root, 'personas/P001-data-engineer.yaml')).toContain('team: Data Team');
    expect(readdirSync(join(root, 'personas'))).toHaveLength(2);
  });

  it('keeps its ids, also with --force; new ids come after the highest', async () => {
    const root = projectWith({
      'people.csv': 'Id,Name\nP001,Ada\n',
      'new.csv': 'Name\nBert\n',
      'personas/a.yaml': persona('p001', 'Old'),
    });
    const { code, err } = await cli(root, 'import', 'people.csv', '--yes', '--force');
    expect(code).toBe(1);
    expect(err).toMatch(/people\.csv B2: error WLD001 the id P001 is taken[^]*see: personas\/a\.yaml:1:5 Old/);
    await cli(root, 'import', 'new.csv', '--yes');
    expect(existsSync(join(root, 'personas/P002-bert.yaml'))).toBe(true);
  });

  it('is not overwritten when it holds other personas too, or cannot be read', async () => {
    const root = projectWith({
      'people.csv': 'Id,Name\nP001,Ada\nP002,Bert\n',
      'personas/P001-ada.yaml': `- ${persona('P001', 'Ada').trim().replace('\n', '\n  ')}\n- { id: P009, name: Cy }\n`,
      'personas/P002-bert.yaml': 'id: [broken\n',
    });
    const forced = await cli(root, 'import', 'people.csv', '--yes', '--force');
    expect(forced.err).toMatch(/TAB006 personas\/P001-ada\.yaml is there and holds other personas too/);
    const plain = await cli(root, 'import', 'people.csv', '--yes');
    expect(plain.err).toMatch(/TAB006 personas\/P002-bert\.yaml is there already/);
    writeFiles(root, { 'new.csv': 'Name\nDi\n', 'personas/P020-old.yaml': '{' });
    expect((await cli(root, 'import', 'new.csv', '--dry-run')).err).toContain('personas/P021-di.yaml');
  });
});

describe('writing', () => {
  it('needs a word where nobody can be asked', async () => {
    const root = projectWith({ 'people.csv': simple });
    const silent = await cli(root, 'import', 'people.csv');
    expect(silent.code).toBe(2);
    expect(silent.err).toMatch(/Persona id +id[^]*--yes writes the files, --dry-run only shows them/);
    const dry = await cli(root, 'import', 'people.csv', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.err).toContain('Would write 2 files:\n  personas/P001-data-engineer.yaml\n');
    expect(existsSync(join(root, 'personas'))).toBe(false);
  });

  it.each([true, false])('asks on a terminal: answer %s', async (answer) => {
    const root = projectWith({ 'people.csv': simple });
    const questions: string[] = [];
    const silent = () => undefined;
    const confirm = async (question: string) => questions.push(question) > 0 && answer;
    const signal = new AbortController().signal;
    const terminal = { out: silent, err: silent, interactive: true, color: false, cwd: root, signal, confirm };
    expect(await run(['import', 'people.csv'], terminal)).toBe(0);
    expect(questions).toEqual(['Write 2 files?']);
    expect(existsSync(join(root, 'personas'))).toBe(answer);
  });

  it('stays inside the project', async () => {
    const outside = temporaryFolder();
    const root = projectWith({ 'people.csv': simple });
    symlinkSync(outside, join(root, 'link'));
    for (const into of [outside, '../elsewhere', 'link', 'link/deep']) {
      expect(await cli(root, 'import', 'people.csv', '--yes', '--into', into)).toMatchObject({ code: 2 });
    }
    expect(await cli(root, 'import', 'people.csv', '--yes', '--into', 'people.csv')).toMatchObject({ code: 2 });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('goes to the folder of the settings, and reports as JSON', async () => {
    const root = projectWith({ 'persona-deck.yaml': 'workload: ours\n', 'people.csv': simple });
    const { code, out } = await cli(root, 'import', 'people.csv', '--yes', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'written',
      columns: [{ header: 'Persona id', key: 'id' }, { key: 'name' }, { key: 'team' }, { key: 'skills' }],
      leftOut: [],
      files: [{ id: 'P001', path: 'ours/P001-data-engineer.yaml', replaces: false }, { id: 'P002' }],
      diagnostics: [],
    });
    expect(existsSync(join(root, 'ours/P002-release-agent.yaml'))).toBe(true);
  });

  it('quotes what YAML would take for something else', async () => {
    const names = [
      'no',
      '1.20',
      '# x',
      'a: b',
      "it's",
      '"q"',
      '- x',
      '{env}',
      'true',
      '2026-01-01',
      '~',
      'Ä 日本 🚀',
      '\\n',
    ];
    const root = projectWith({
      'people.csv': `Name\n${names.map((name) => `"${name.replaceAll('"', '""')}"`).join('\n')}\n`,
    });
    expect(await cli(root, 'import', 'people.csv', '--yes')).toMatchObject({ code: 0 });
    const written = (await personasOf(root, 'personas')) as { name: string }[];
    expect(written.map(({ name }) => name)).toEqual(names);
    expect(read(root, 'personas/P012-a-日本.yaml')).toContain('name: Ä 日本 🚀\n');
  });
});

describe('the example', () => {
  it.each(['en', 'fi'])('comes back from a table in %s, value for value', async (language) => {
    const { workload } = await readProject(repository, 'personas');
    const written = (workload?.personas ?? []).map((one) => one.written);
    const labels = loadLabels(language);
    const rows = [personaHeaders(labels), ...written.map((one) => personaCells(one, labels))];
    const csv = rows
      .map((row) => row.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(','))
      .join('\r\n');
    const root = projectWith({ 'six.csv': csv, 'six.xlsx': await spreadsheet({ name: labels.personas, rows }) });
    for (const file of ['six.csv', 'six.xlsx']) {
      const { code, err } = await cli(root, 'import', file, '--yes', '--into', file.replace('.', '-'));
      expect(err).not.toContain('left out');
      expect(code).toBe(0);
      expect(await personasOf(root, file.replace('.', '-'))).toEqual(written);
    }
    const names = readdirSync(join(root, 'six-csv'));
    expect(names).toEqual(readdirSync(join(repository, 'personas')).filter((name) => name.startsWith('P')));
  });
});
