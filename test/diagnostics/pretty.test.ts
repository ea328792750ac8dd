import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatJson } from '../../src/diagnostics/json.ts';
import { ansiPalette } from '../../src/diagnostics/palette.ts';
import { formatPretty } from '../../src/diagnostics/pretty.ts';
import { sortDiagnostics } from '../../src/diagnostics/sort.ts';

const unknownKey: Diagnostic = {
  kind: 'problem',
  code: 'SCH001',
  severity: 'error',
  message: 'unknown key "compnents"',
  hint: 'did you mean "components"?',
  location: { file: 'personas/P001.yaml', range: { start: { line: 3, column: 1 }, end: { line: 3, column: 10 } } },
  related: [{ message: 'first here', location: { file: 'personas/P002.yaml' } }],
};
const text = 'id: P001\nname: AI Data Engineer\ncompnents:\n  - Azure Storage\n';

const at = (line: number, column: number, endColumn: number): Pick<Diagnostic, 'location'> => ({
  location: { file: 'f', range: { start: { line, column }, end: { line, column: endColumn } } },
});

const frameOf = (source: string, line: number, column: number, endColumn: number): string[] =>
  formatPretty([{ ...unknownKey, ...at(line, column, endColumn) }], { sources: new Map([['f', source]]) })
    .split('\n')
    .filter((row) => /^[> ] *\d* \|/.test(row));

describe('formatPretty', () => {
  it('shows place, code, message, frame, hint and other places', () => {
    expect(formatPretty([unknownKey], { sources: new Map([['personas/P001.yaml', text]]) })).toMatchInlineSnapshot(`
      "personas/P001.yaml:3:1 error SCH001 unknown key "compnents"
        2 | name: AI Data Engineer
      > 3 | compnents:
          | ^^^^^^^^^
        hint: did you mean "components"?
        see: personas/P002.yaml first here
      "
    `);
  });

  it('does without source, range, hint and place', () => {
    const { hint: _hint, related: _related, location: _location, ...bare } = unknownKey;
    expect(formatPretty([bare, { ...bare, location: { file: 'a.md' } }])).toBe(
      'error SCH001 unknown key "compnents"\n\na.md error SCH001 unknown key "compnents"\n',
    );
    expect(formatPretty([])).toBe('');
  });

  it('puts carets below tabs, wide characters and combining marks', () => {
    expect(frameOf('\tid: x', 1, 2, 4)).toEqual(['> 1 |   id: x', '    |   ^^']);
    expect(frameOf('名前: x', 1, 5, 6)).toEqual(['> 1 | 名前: x', '    |       ^']);
    expect(frameOf('e\u0301: x', 1, 3, 4)).toEqual(['> 1 | e\u0301: x', '    |  ^']);
  });

  it('marks one column for an empty range and for the end of the line', () => {
    expect(frameOf('ab', 1, 3, 3)).toEqual(['> 1 | ab', '    |   ^']);
  });

  it('crops long lines around the place', () => {
    const [shown, carets] = frameOf(`${'a'.repeat(300)}WRONG${'b'.repeat(300)}`, 1, 301, 306);
    expect(shown).toContain('WRONG');
    expect(shown?.length).toBeLessThan(120);
    expect(carets?.indexOf('^')).toBe(shown?.indexOf('WRONG'));
    expect(carets?.trim().split(' ').at(-1)).toBe('^^^^^');
  });

  it('shows the same columns of the line before as of a long line', () => {
    const row = (name: string) => `| ${'a'.repeat(150)} | ${name} | ${'b'.repeat(150)} |`;
    const [before = '', shown = ''] = frameOf(`${row('FIRST')}\n${row('WRONG')}`, 2, 156, 161);
    expect(shown.indexOf('WRONG')).toBeGreaterThan(0);
    expect(before.indexOf('FIRST')).toBe(shown.indexOf('WRONG'));
    expect(frameOf(`short\n${row('WRONG')}`, 2, 156, 161).length).toBe(2);
  });

  it('shows the heads of a table, and the beginning of a row where there is room', () => {
    const table = ['text', '| Persona | Role |', '|-|-|', '| P1 | Reader |', `| P2 | Writer | ${'b'.repeat(150)} |`];
    const [head, row] = frameOf(table.join('\n'), 5, 8, 14);
    expect(head).toBe('  2 | | Persona | Role |');
    expect(row).toMatch(/^> 5 \| \| P2 \| Writer \| b+…$/);
    expect(frameOf(table.join('\n'), 2, 3, 10)[0]).toBe('  1 | text');
  });

  it('lets nothing through that a terminal would obey', () => {
    const evil = { ...unknownKey, message: 'a\u001b[31mb\u202ec', hint: 'x\ny' };
    const shown = formatPretty([{ ...evil, ...at(1, 1, 2) }], { sources: new Map([['f', 'k: \u001b]0;x\u0007']]) });
    expect(shown).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(shown).toContain('hint: x\ufffdy');
  });

  it('counts other places past the fourth', () => {
    const related = Array.from({ length: 7 }, (_, n) => ({ message: `m${n}`, location: { file: 'f' } }));
    expect(formatPretty([{ ...unknownKey, related }]).match(/ {2}see: .*/g)).toEqual([
      ...['m0', 'm1', 'm2', 'm3'].map((message) => `  see: f ${message}`),
      '  see: 3 more',
    ]);
  });

  it('colours when asked', () => {
    expect(formatPretty([unknownKey], { palette: ansiPalette })).toContain('\u001b[31merror\u001b[39m');
  });
});

describe('sortDiagnostics', () => {
  it('goes by file, line, column and code, and leaves its input alone', () => {
    const input = [
      { ...unknownKey, location: { file: 'b' } },
      { ...unknownKey, ...at(10, 1, 1) },
      { ...unknownKey, ...at(2, 5, 5) },
      { ...unknownKey, code: 'A', ...at(2, 5, 5) },
    ];
    const before = [...input];
    expect(sortDiagnostics(input).map(({ code, location }) => [code, location?.range?.start.line])).toEqual([
      ['SCH001', undefined],
      ['A', 2],
      ['SCH001', 2],
      ['SCH001', 10],
    ]);
    expect(input).toEqual(before);
  });
});

describe('formatJson', () => {
  it('holds the diagnostics and their numbers', () => {
    const parsed = JSON.parse(formatJson([unknownKey, { ...unknownKey, severity: 'info' }]));
    expect(parsed.diagnostics[0]).toEqual(unknownKey);
    expect(parsed.counts).toEqual({ error: 1, warning: 0, info: 1, waived: 0 });
  });

  it('keeps what is waived, and counts it apart', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-01' };
    const parsed = JSON.parse(formatJson([{ ...unknownKey, kind: 'finding', waived }]));
    expect(parsed.diagnostics[0].waived).toEqual(waived);
    expect(parsed.counts).toEqual({ error: 0, warning: 0, info: 0, waived: 1 });
  });
});
