import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/runChecks.ts';
import type { Diagnostic, Location } from '../../src/diagnostics/diagnostic.ts';
import { maxMarkdownBytes } from '../../src/source/readText.ts';
import type { Workload } from '../../src/workload/model.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { type Files, folderWith, persona, place, places, readFiles, textAt, workloadOf } from './reading.ts';

const file = 'personas/rbac/store.md';
const project = (markdown: string | Uint8Array, more: Files = {}): Files => ({
  'personas/a.yaml': persona('P001', 'AI Data Engineer', 'components: [Store]\n'),
  'personas/b.yaml': persona('P003', 'BI Analyst'),
  [file]: markdown,
  ...more,
});
const read = (markdown: string, more: Files = {}): Promise<Workload> => workloadOf(project(markdown, more));

const roles = async (markdown: string, more: Files = {}): Promise<string[]> =>
  (await read(markdown, more)).assignments.map(({ role, status }) => role?.name ?? status);

/** Findings of some codes, with their text. */
const findings = async (markdown: string, code: string, more: Files = {}): Promise<Diagnostic[]> =>
  runChecks(await read(markdown, more)).filter((found) => found.code === code);

describe('several roles in a cell', () => {
  const wide = (cell: string): string => `| Persona | Dev |\n|-|-|\n| P001 | ${cell} |\n`;

  it.each([
    ['Reader; Contributor', ['Reader', 'Contributor']],
    ['reader;Storage Blob Data Reader ;', ['reader', 'Storage Blob Data Reader']],
    ['Reader; Unheard Of', ['Reader; Unheard Of']],
    ['Reader, Contributor', ['Reader, Contributor']],
    ['Reader;Contributor<br>Owner', ['Reader', 'Contributor', 'Owner']],
    ['Reader;', ['Reader']],
    [';', [';']],
  ])('%s', async (cell, expected) => {
    expect(await roles(wide(cell))).toEqual(expected);
  });

  it('are known in the system of the component or the row, or to the workload', async () => {
    const elsewhere = { 'personas/workload.yaml': 'components: [{name: Store, system: own}]\n' };
    expect(await roles(wide('Reader; Contributor'), elsewhere)).toEqual(['Reader; Contributor']);
    const own = {
      'personas/workload.yaml':
        'components: [{name: Store, system: own}]\nroles: [{system: own, name: Steward}, {system: own, name: Look; see}]\n',
    };
    expect(await roles(wide('Steward; Steward (PIM, 2 h)'), own)).toEqual(['Steward', 'Steward']);
    expect(await roles(wide('Look; see'), own)).toEqual(['Look; see']);
    const long =
      '| Persona | Env | Role | System | Role id |\n|-|-|-|-|-|\n| P001 | Dev | Reader; Owner | azure-rbac | a; b |\n';
    const { assignments } = await read(long, elsewhere);
    expect(assignments.map(({ role }) => role)).toEqual([
      { name: 'Reader', id: 'a', system: 'azure-rbac' },
      { name: 'Owner', id: 'b', system: 'azure-rbac' },
    ]);
  });
});

describe('ACC411: a table in HTML', () => {
  const gfm = '| Persona | Dev |\n|-|-|\n| P001 | Reader |\n';

  it('is told of at its tag, wherever it stands', async () => {
    const text = `# Store\r\n\r\n<div><table border="1">\r\n<tr><td>P001</td></tr>\r\n</table></div>\r\n\r\n> text <TABLE> more\r\n\r\n${gfm}`;
    const found = await findings(text, 'ACC411');
    expect(found.map(({ location }) => textAt(text, location))).toEqual(['<table border="1">', '<TABLE>']);
    expect(places(found)).toEqual([`ACC411 ${file}:3:6`, `ACC411 ${file}:7:8`]);
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it('is not one in code or a comment, nor on a page about the folder', async () => {
    const text = `${gfm}\n\`<table>\` \\<table>\n\n\`\`\`\n<table>\n\`\`\`\n\n<!-- <table> -->\n\n<tablet>\n`;
    expect(await findings(text, 'ACC411')).toEqual([]);
    expect(await findings(gfm, 'ACC411', { 'personas/rbac/README.md': '<table></table>\n' })).toEqual([]);
  });
});

describe('rows that are too long or too short', () => {
  it('ACC412: text behind the last column is told of, and not read', async () => {
    const text = '| Persona | Env | Role |\n|-|-|-|\n| P001 | Dev | a | b | c |\n| P003 | Dev | a \\| b | |\n';
    expect(await roles(text)).toEqual(['a', 'a | b']);
    const found = await findings(text, 'ACC412');
    expect(places(found)).toEqual([`ACC412 ${file}:3:20`]);
    expect(found[0]?.message).toContain('"b"');
    expect(await findings('| What | Else |\n|-|-|\n| a | b | c |\n', 'ACC412')).toEqual([]);
  });

  it('missing cells are not filled in', async () => {
    const workload = await read('| Persona | Dev | Production |\n|-|-|-|\n| P001 | Reader\n| P003\n');
    expect(workload.assignments.map(({ role, status }) => role?.name ?? status)).toEqual([
      'Reader',
      'open',
      'open',
      'open',
    ]);
    expect(workload.assignments.slice(1).map(({ location }) => place(location))).toEqual([
      `${file}:3:16`,
      `${file}:4:7`,
      `${file}:4:7`,
    ]);
  });
});

describe('ACC413: the same role twice', () => {
  it('is told of at the second place, with the first', async () => {
    const text =
      '| Persona | Env | Role | Scope |\n|-|-|-|-|\n| P001 | all | Reader | a |\n| AI Data Engineer | Dev, Prod | reader | A |\n| P001 | Dev | Reader | b |\n| P003 | Dev | Reader | a |\n| P003 | Dev | — | |\n| P003 | Dev | — | |\n';
    const found = await findings(text, 'ACC413');
    expect(places(found)).toEqual([`ACC413 ${file}:4:34`]);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: 'P001 AI Data Engineer is given reader on Store in Dev twice',
      about: { persona: 'P001', component: 'store', environment: 'dev' },
    });
    expect(found[0]?.related?.map(({ location }) => place(location))).toEqual([`${file}:3:16`]);
  });
});

describe('unknown names', () => {
  it('are guessed for the first hundred, so that a table of another workload costs little', async () => {
    const row = (nth: number): string => `| P${nth} Data Engineer | Dev | Reader |\n`;
    const rows = Array.from({ length: 150 }, (_, nth) => row(nth + 100)).join('');
    const { rbacIssues } = await read(`| Persona | Env | Role |\n|-|-|-|\n${rows}`);
    expect(rbacIssues.map(({ suggestion }) => suggestion !== undefined)).toEqual(
      Array.from({ length: 150 }, (_, nth) => nth < 100),
    );
  });

  it('are about the component of the file', async () => {
    const table = '| Persona | Env | Role |\n|-|-|-|\n| P9 | Dev | Reader |\n';
    expect((await findings(table, 'ACC402')).map(({ about }) => about)).toEqual([{ component: 'store' }]);
  });
});

describe('a file', () => {
  const rows = [
    '| Persona | Env | Role | Why |',
    '|-|-|-|-|',
    '|\tP001\t|\tDev\t| Reader | a \\| b |',
    '| P003 | Dev | X \\| Y | |',
  ];

  it.each([
    ['with CRLF', rows.join('\r\n')],
    ['with lone CR', rows.join('\r')],
    ['with a byte order mark', `\ufeff${rows.join('\n')}`],
  ])('%s has its places where an editor shows them', async (_, text) => {
    const { assignments } = await read(text);
    expect(assignments.map(({ role, why, location }) => [role?.name, why, place(location)])).toEqual([
      ['Reader', 'a | b', `${file}:3:16`],
      ['X | Y', undefined, `${file}:4:16`],
    ]);
    expect(textAt(text.replace('\ufeff', ''), assignments[1]?.location)).toBe('X \\| Y');
  });

  it('of ten megabytes is read in full', async () => {
    const row = `| P001 | Reader | Reader (eligible) | ${'why '.repeat(25)}|\n`;
    const count = Math.ceil((10 * 1024 * 1024) / row.length);
    const { assignments } = await read(`| Persona | Dev | Production | Why |\n|-|-|-|-|\n${row.repeat(count)}`);
    expect(assignments.length).toBe(2 * count);
    expect(place(assignments.at(-1)?.location)).toBe(`${file}:${count + 2}:19`);
  }, 60_000);

  it('beyond what is read is a problem', async () => {
    const { diagnostics } = await readFiles(project(new Uint8Array(maxMarkdownBytes + 1).fill(0x61)));
    expect(diagnostics).toMatchObject([{ code: 'SRC002', message: 'larger than 16 MiB', location: { file } }]);
  });
});

/** Whether a place is inside one of these files. */
function isInside({ file: name, range }: Location, files: Files): boolean {
  const text = files[name];
  if (range === undefined) return name !== '';
  const lines = String(text ?? '').split(/\r\n|\n|\r/);
  return [range.start, range.end].every(
    ({ line, column }) =>
      line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1,
  );
}

/** Reads a folder again and again, with other contents of some files; gives back what is told without a place in them. */
function placelessReader(): (files: Readonly<Record<string, string>>) => Promise<readonly Diagnostic[]> {
  const fixed = project('', { 'personas/workload.yaml': '' });
  const root = folderWith(fixed);
  return async (files) => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
    const { workload, diagnostics } = await readWorkload({ root, folder: 'personas' });
    const found = workload === undefined ? diagnostics : [...diagnostics, ...runChecks(workload)];
    // What stands in a file is without its byte order mark.
    const texts = Object.entries({ ...fixed, ...files }).map(([path, text]) => [
      path,
      String(text).replace(/^\ufeff/, ''),
    ]);
    const all: Files = Object.fromEntries(texts);
    return found.filter(({ location, related = [] }) => {
      const locations = [location, ...related.map((one) => one.location)];
      return !locations.every((at) => at !== undefined && isInside(at, all));
    });
  };
}

describe('whatever is in the files', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '| Persona | Dev | Production |\n|---|---|---|\n',
      '| Persona | Environment | Role | Assignment | Component |\n|-|-|-|-|-|\n',
      '| Persona | Store | Moon |\n|-|-|-|\n',
      '| Code | Role | System |\n|-|-|-|\n',
      '| R | Reader | azure-rbac |\n',
      '| P001 | R, W (eligible, 2 h) | — |\n',
      '| p001 | Dev, Prodction | Reader; Owner | often | Stor |\n',
      '| P001 | all | Reader | PIM | Store | more |\n',
      '| P9 \\| x | <table> |\r\n',
      '## Production\n',
      '# Dev\r',
      '<table\n>',
      '<!-- ',
      '> ',
      '- ',
      '\t',
      '\n\n',
      '```\n',
      '[x](y.md)',
      '[x]: z.md\n',
      '&amp;',
      '\\',
      '|',
      '`',
      '<br>',
      '\ufeff',
      '😀',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.replace(/\p{Cs}/gu, '')),
  );
  const markdown = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('markdown is read, and what is said of it has a place in it', async () => {
    const placeless = placelessReader();
    await fc.assert(
      fc.asyncProperty(markdown, fc.boolean(), async (text, isMatrix) => {
        const files = {
          [file]: text,
          'personas/workload.yaml': isMatrix ? 'matrices: [rbac/store.md]\n' : 'name: X\n',
        };
        expect(await placeless(files)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  const yamlPiece = fc.oneof(
    fc.constantFrom(
      'id: P002\n',
      'name: X\n',
      'components: [Store, Moon]\n',
      'components:\n  - {name: Store, rbac: rbac/store.md}\n',
      'matrices: rbac/none.md\n',
      'roles: [{system: own, name: A}]\n',
      'waivers: [{code: ACC401}]\n',
      'people: [{name: A, personas: P001}]\n',
      '---\n',
      '- ',
      '  ',
      '\t',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a ',
      '*a ',
      '!!int ',
      '? ',
      '| \n',
      '<<: *a\n',
      '#',
      '\r\n',
      '\u0000',
      '\ufeff',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const yaml = fc.array(yamlPiece, { maxLength: 15 }).map((pieces) => pieces.join(''));

  it('YAML is read, and what is said of it has a place in it', async () => {
    const placeless = placelessReader();
    await fc.assert(
      fc.asyncProperty(yaml, yaml, async (workload, extra) => {
        const files = { 'personas/workload.yaml': workload, 'personas/extra.yaml': extra };
        expect(await placeless(files)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
