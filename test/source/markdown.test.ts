import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { type MarkdownDocument, type MarkdownTable, parseMarkdown } from '../../src/source/markdown.ts';
import { textAt } from '../workload/reading.ts';

const parse = (text: string): MarkdownDocument => parseMarkdown({ file: 'f.md', absolutePath: '/f.md', text });

const rowsOf = ({ header, rows }: MarkdownTable) => [header, ...rows];

/** Text of each cell. */
const texts = (text: string): string[][][] =>
  parse(text).tables.map((table) => rowsOf(table).map(({ cells }) => cells.map((cell) => cell.text)));

/** What the range of each cell covers. */
const covered = (text: string): string[][][] =>
  parse(text).tables.map((table) =>
    rowsOf(table).map(({ cells }) => cells.map(({ range }) => textAt(text, { file: 'f.md', range }))),
  );

describe('tables', () => {
  it('are read by GitHub rules: outer pipes may lack, short rows are filled, long rows cut', () => {
    expect(texts('a | b\n--|--\n1 | 2 | 3\n| 4')).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
        ['4', ''],
      ],
    ]);
    expect(texts('|a|\n|b|')).toEqual([]);
    expect(texts('```\n|a|\n|-|\n```')).toEqual([]);
  });

  it('give plain text, split at breaks', () => {
    const [table] = parse('| **R** `x` |\n|-|\n| A<br>B<br/> C &amp; \\*D\\* ~~no~~ |').tables;
    expect(table?.header.cells[0]?.text).toBe('R x');
    expect(table?.rows[0]?.cells[0]).toMatchObject({ text: 'A\nB\n C & *D* no', lines: ['A', 'B', 'C & *D* no'] });
    expect(parse('|a|\n|-|\n| |').tables[0]?.rows[0]?.cells[0]).toMatchObject({ text: '', lines: [] });
    expect(texts('| db_datareader | job:etl-* |\n|-|-|')).toEqual([[['db_datareader', 'job:etl-*']]]);
  });

  it.each([
    ['plain', '| a | b |\n|---|---|\n|  1  | 2 |'],
    ['with CRLF', '# T\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n'],
    ['with lone CR', '| a | b |\r|---|---|\r| 1 | 2 |\r'],
    ['with tabs', '|\ta\t|\tb\t|\n|---|---|\n|\t1\t|\t2\t|'],
    ['without outer pipes', 'a | b\n--|--\n1 | 2'],
    ['in a quote', '> | a | b |\n> |---|---|\n> | 1 | 2 |'],
    ['in a quote without outer pipes', '> a | b\n> --|--\n> 1 | 2'],
    ['in a list', '- text\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |'],
    ['on a list mark', '- | a | b |\n  |---|---|\n  | 1 | 2 |'],
    ['in a list in a quote', '> 1.  | a | b |\n>     |---|---|\n>     | 1 | 2 |'],
    ['in a list indented by a tab', '1.\t| a | b |\n\t|---|---|\n\t| 1 | 2 |'],
    ['after wide characters', '😀\n\n| a | b |\n|---|---|\n| 1 | 2 |'],
  ])('know the place of each cell: %s', (_, text) => {
    expect(covered(text)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ]);
    expect(texts(text)).toEqual(covered(text));
  });

  it('know the place of cells with escapes, marks and nothing', () => {
    const text = '| a \\| b | `x\\|y` | |\n|-|-|-|\n| -|-|\n|  **z** |';
    expect(covered(text)).toEqual([
      [
        ['a \\| b', '`x\\|y`', ''],
        ['-', '-', ''],
        ['**z**', '', ''],
      ],
    ]);
    expect(texts(text)[0]?.[0]).toEqual(['a | b', 'x|y', '']);
  });

  it('put empty cells where one would type, and missing ones at the end of the row', () => {
    const [row] = parse('| a | b | c |\n|-|-|-|\n| x | |').tables[0]?.rows ?? [];
    expect(row?.cells.map(({ range }) => range.start)).toEqual([
      { line: 3, column: 3 },
      { line: 3, column: 6 },
      { line: 3, column: 8 },
    ]);
  });

  it('know the headings they stand under', () => {
    const text = '# A\n## B\n### C\n## D\n|a|\n|-|\n# E\n### F\n|b|\n|-|';
    expect(parse(text).tables.map(({ headings }) => headings.map(({ text: words }) => words))).toEqual([
      ['A', 'D'],
      ['E', 'F'],
    ]);
  });
});

describe('title', () => {
  it.each([
    ['## Not\n# The **title** `x`\n# Other', 'The title x'],
    ['Title\n=====', 'Title'],
    ['#\n# Second', 'Second'],
    ['no heading', undefined],
    ['```\n# code\n```', undefined],
  ])('of %j is %s', (text, expected) => {
    expect(parse(text).title).toBe(expected);
  });
});

describe('links', () => {
  const targets = (text: string): string[] => {
    const { links } = parse(text);
    for (const { target, offset, range } of links) {
      expect(text.slice(...offset)).toBe(target);
      expect(textAt(text, { file: 'f.md', range })).toBe(target);
    }
    return links.map(({ target }) => target);
  };

  it.each([
    ['[a](b.md) and ![c](d.png "title")', ['b.md', 'd.png']],
    ['[![a](in.png)](out.md)', ['in.png', 'out.md']],
    ['[a](<b c.md>) [d](e%20f.md#g)', ['b c.md', 'e%20f.md#g']],
    ['[a][r] [r]\n\n[r]: x/y.md "title"', ['x/y.md']],
    ['[r]:\r\n  <x y.md>\r\n\r\n[r]', ['x y.md']],
    ['# Heading [a](b.md) #', ['b.md']],
    ['> - quoted\r\n>   [a](b.md)\r\n>   text ![c](d.png)', ['b.md', 'd.png']],
    ['-\t[a](b.md)\n\t[c](d.md)', ['b.md', 'd.md']],
    ['| [a](b.md) \\| [c](d.md) |\n|-|\n| ![x](y.png)<br>[z](w.md) |', ['b.md', 'd.md', 'y.png', 'w.md']],
    ['<img alt="" src="a.png"> <a href=b.md>x</a>', ['a.png', 'b.md']],
    ["<p>\n<img\n  src='a b.png'>\n</p>", ['a b.png']],
    ['`<img src=a.png>` \\<img src=a.png> <img src=a.png>', ['a.png']],
    ['<!-- <img src="a.png"> [x](y.md) -->', []],
    ['    [code](a.md)\n\n`[code](b.md)` \\[c](d.md)', []],
    ['<https://example.com>', []],
    ['[a](javascript:x) [b](https://example.com)', ['javascript:x', 'https://example.com']],
  ])('in %j are %j', (text, expected) => {
    expect(targets(text)).toEqual(expected);
  });

  it('in HTML are those of the tag, not of what looks like it', () => {
    const text = '`<img src=a.png>` \\<img src=a.png> <img src=a.png>';
    expect(parse(text).links.map(({ offset }) => offset)).toEqual([[text.length - 6, text.length - 1]]);
  });

  it('resolve escapes and entities, and keep what was written', () => {
    expect(parse('[a](b\\_c&amp;d.md)').links).toMatchObject([{ target: 'b\\_c&amp;d.md', destination: 'b_c&d.md' }]);
  });

  it('know the destinations of the links in a cell', () => {
    const [table] = parse('| [P001](../a.yaml) |\n|-|').tables;
    expect(table?.header.cells[0]).toMatchObject({ text: 'P001', links: [{ target: '../a.yaml' }] });
  });
});

describe('any text', () => {
  const fragment = fc.constantFrom(
    '|',
    '\\|',
    '-',
    '|-|-|',
    '\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '\t',
    '    ',
    '# ',
    'a',
    'b c',
    '`',
    '*',
    '[x](y.md)',
    '![',
    '](',
    ')',
    '<br>',
    '<img src=q>',
    '<!--',
    '-->',
    '[r]: z',
    '&amp;',
    '\u0000',
    '😀',
    '```',
  );
  const text = fc.array(fragment, { maxLength: 80 }).map((parts) => parts.join(''));

  it('is read, with places that hold what they claim', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { tables, links } = parse(source);
        let end = 0;
        for (const { target, offset } of links) {
          expect(source.slice(...offset)).toBe(target);
          expect(offset[0]).toBeGreaterThanOrEqual(end);
          end = offset[1];
        }
        for (const { cells } of tables.flatMap(rowsOf)) {
          for (const cell of cells) {
            const shown = textAt(source, { file: '', range: cell.range });
            expect(shown).toBe(shown.trim());
            expect(shown === '' ? cell.text : '').toBe('');
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('holds the tables that markdown-it finds with its own rule', () => {
    const stock = new MarkdownIt({ html: true });
    const cellsOf = (source: string): string[] =>
      stock.parse(source, {}).flatMap((token, at, tokens) => {
        if (token.type === 'table_open') return ['table'];
        return token.type === 'th_open' || token.type === 'td_open' ? [tokens[at + 1]?.content ?? ''] : [];
      });
    const ours = (source: string): string[] =>
      covered(source).flatMap((rows) => ['table', ...rows.flat().map((cell) => cell.replaceAll('\\|', '|'))]);
    const line = fc.constantFrom(
      '|a|b|',
      'a|b',
      '|-|-|',
      '-|-',
      ':-:|--:',
      '|-|',
      '---',
      '',
      '- x',
      '> ',
      '> |a|b|',
      '> -|-',
      '  |c|d|',
      '    |-|-|',
      '\t-|-',
      '# h',
      '| \\| |',
      'p',
      '1. |a|b|',
      '   -|-',
      '   |x',
      '<div>',
      '||',
      '|',
    );
    const lines = fc.array(line, { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(fc.oneof(lines, text), (source) => {
        expect(ours(source.replaceAll('\0', ' '))).toEqual(cellsOf(source.replaceAll('\0', ' ')));
      }),
      { numRuns: 2000 },
    );
  });

  it('in the cells of a table is found where it stands', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\t', '\\|', '(', '1', '.', '-', '+', '>') })
      .map((words) => words.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.tuple(
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
          fc.constantFrom('', '> ', '  ', '> > '),
          fc.constantFrom('\n', '\r\n'),
        ),
      );
    fc.assert(
      fc.property(table, ([rows, prefix, lineEnd]) => {
        const width = rows[0]?.length ?? 0;
        const lines = [
          `|${'h|'.repeat(width)}`,
          `|${'-|'.repeat(width)}`,
          ...rows.map((row) => `| ${row.join(' | ')} |`),
        ];
        const source = lines.map((line) => prefix + line).join(lineEnd);
        expect(covered(source)[0]?.slice(1)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
