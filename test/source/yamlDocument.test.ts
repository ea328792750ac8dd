import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml, type YamlFile } from '../../src/source/yamlDocument.ts';
import { places, textAt } from '../workload/reading.ts';

const parse = (text: string): YamlFile => parseYaml({ file: 'f.yaml', absolutePath: '/f.yaml', text });

const values = (text: string): unknown[] => {
  const { documents, problems } = parse(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
};

describe('parseYaml: values', () => {
  it('follows the YAML 1.2 core schema', () => {
    expect(values('a: yes\nb: 2024-01-01\nc: 010\nd: true\ne: ~\nf: 1.5')).toEqual([
      { a: 'yes', b: '2024-01-01', c: 10, d: true, e: null, f: 1.5 },
    ]);
    expect(values('%YAML 1.1\n---\na: yes')).toEqual([{ a: 'yes' }]);
  });

  it('reads several documents and leaves empty ones out', () => {
    expect(values('# nothing\n---\na: 1\n---\n---\n- b\n')).toEqual([{ a: 1 }, ['b']]);
    expect(values('')).toEqual([]);
    expect(values('# only a comment')).toEqual([]);
  });

  it('resolves aliases to the anchor before them', () => {
    expect(values('a: &x [1]\nb: *x\nc: &x 2\nd: *x')).toEqual([{ a: [1], b: [1], c: 2, d: 2 }]);
  });

  it('has no merge keys, and takes __proto__ for a key', () => {
    expect(values('<<: x')).toEqual([{ '<<': 'x' }]);
    const [value] = values('__proto__: {polluted: 1}') as [object];
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('parseYaml: places', () => {
  const text = 'id: P1\r\n# ä\r\nskills:\r\n  - SQL\r\n  - {name: "Py\\u0041", level: x}\r\nempty:\r\nlast: [a, b]';
  const at = (path: readonly PropertyKey[], part?: 'key' | 'value'): string =>
    textAt(text, parse(text).documents[0]?.locationOf(path, part));

  it.each([
    [['id'], 'value', 'P1'],
    [['id'], 'key', 'id'],
    [['skills', 0], 'value', 'SQL'],
    [['skills', 1, 'name'], 'value', '"Py\\u0041"'],
    [['skills', 1, 'name'], 'key', 'name'],
    // A mapping is shown by its first key, and so is what lacks a key.
    [['skills', 1], 'value', 'name'],
    [['skills', 1, 'missing'], 'value', 'name'],
    [['missing'], 'key', 'id'],
    [[], 'value', 'id'],
    // An empty value is nowhere: its key stands for it.
    [['empty'], 'value', 'empty'],
    [['last', 1], 'value', 'b'],
    [['last', 9], 'value', '[a, b]'],
  ] as const)('of %j (%s) cover %s', (path, part, expected) => {
    expect(at(path, part)).toBe(expected);
  });

  it('of a part are those of the whole', () => {
    const node = parse(text).documents[0]?.at(['skills', 1]);
    expect(node?.value).toEqual({ name: 'PyA', level: 'x' });
    expect(textAt(text, node?.locationOf(['level']))).toBe('x');
  });

  it('of what an alias stands for are at the anchor', () => {
    const aliased = 'a: &x {name: one}\nb: *x';
    expect(textAt(aliased, parse(aliased).documents[0]?.locationOf(['b', 'name']))).toBe('one');
  });

  it('count tabs and characters of two units as editors do', () => {
    const wide = 'a:\t"😀" \nb: "😀😀": x';
    expect(places(parse(wide).problems)).toEqual(['YAML001 f.yaml:2:4']);
  });
});

describe('parseYaml: problems', () => {
  it.each([
    ['a: "x', ['YAML001 f.yaml:1:6']],
    ['a: b: c', ['YAML001 f.yaml:1:4']],
    ['\ta: 1', ['YAML001 f.yaml:1:1']],
    ['a: @x', ['YAML001 f.yaml:1:4']],
    ['a: *x', ['YAML001 f.yaml:1:4']],
    ['? [a]\n: b', ['YAML001 f.yaml:1:3']],
    // One mistake a line, although the parser stumbles three times over this one.
    ['- a\nb: c', ['YAML001 f.yaml:2:1']],
    ['a: 1\nb: 2\na: 3\nb: 4', ['YAML002 f.yaml:3:1', 'YAML002 f.yaml:4:1']],
    ['a: &x [*x]', ['YAML003 f.yaml:1:8']],
    ['a: !include b.yaml', ['YAML004 f.yaml:1:4']],
    ['color: #ff0000\nb: 1', ['YAML005 f.yaml:1:8']],
    ['a: 1\n---\nb: "', ['YAML001 f.yaml:3:5']],
  ])('%j', (text, expected) => {
    const { documents, problems } = parse(text);
    expect(places(problems)).toEqual(expected);
    expect(documents).toEqual([]);
  });

  it('takes an ordinary comment behind an empty value for one', () => {
    expect(parse('color: # to be chosen\nteam: #42').problems).toEqual([]);
  });

  it('refuses aliases that expand beyond reason, quickly', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 30; n += 1)
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    const { problems } = parse(lines.join('\n'));
    expect(places(problems)).toEqual(['YAML003 f.yaml:6:9']);
    expect(problems[0]?.message).toBe('its aliases expand to more than 1,000,000 values');
  });

  it('allows many aliases of something small', () => {
    expect(parse(`a: &a {level: x}\nlist:\n${'  - *a\n'.repeat(5000)}`).problems).toEqual([]);
  });

  it.each(['[', '{a: ', '- ', '? '])('refuses absurd nesting of %j instead of exhausting the stack', (open) => {
    expect(parse(open.repeat(20_000)).problems.map(({ code }) => code)).toEqual(['YAML006']);
  });

  it('lists twenty at most', () => {
    expect(parse('a: 1\n'.repeat(500)).problems).toHaveLength(20);
  });

  it('reads as a sentence', () => {
    expect(parse('a: b: c').problems[0]).toMatchObject({
      kind: 'problem',
      severity: 'error',
      message: 'nested mappings are not allowed in compact mappings',
      hint: 'put a text that contains ": " in quotes',
    });
  });
});

describe('parseYaml: any text', () => {
  const fragment = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '\r\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&x ',
    '*x',
    '!t ',
    '#',
    '%',
    '---',
    '...',
    '\t',
    '?',
    '\ufeff',
    '😀',
    '\u0000',
  );
  it('gives documents or problems, with places inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const { documents, problems } = parse(text);
          expect(documents.length === 0 || problems.length === 0).toBe(true);
          const lines = text.split(/\r\n|\n|\r/);
          const ranges = [
            ...problems.map(({ location }) => location?.range),
            ...documents.map((node) => node.rangeOf([])),
          ];
          for (const range of ranges) {
            expect(range?.end.line).toBeLessThanOrEqual(lines.length);
            expect(range?.start.column).toBeLessThanOrEqual((lines[(range?.start.line ?? 0) - 1] ?? '').length + 1);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives back what was written as JSON, which is YAML too', () => {
    // Keys are texts in YAML files of ours; a lone surrogate is no text.
    const json = fc.jsonValue({ stringUnit: 'grapheme' }).filter((value) => value !== null);
    fc.assert(
      fc.property(json, (value) => {
        expect(values(JSON.stringify(value))).toEqual([JSON.parse(JSON.stringify(value))]);
      }),
    );
  });
});
