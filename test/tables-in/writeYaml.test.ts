import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/source/yamlDocument.ts';
import { writeYaml } from '../../src/source/writeYaml.ts';

function readBack(text: string): unknown {
  const { documents, problems } = parseYaml({ file: 'a.yaml', absolutePath: '/a.yaml', text });
  expect(problems).toEqual([]);
  return documents[0]?.value;
}

describe('writing YAML', () => {
  it('writes as people do', () => {
    const long = `Ask first: ${'who gets the call when a load fails at night? '.repeat(4)}`.trim();
    const value = {
      id: 'P001',
      image: 'no',
      tools: [],
      skills: ['SQL', { name: 'Go', level: '1.0' }],
      goal: 'a\n\nb',
      notes: long,
    };
    const text = writeYaml(value);
    expect(text).toMatch(
      /^id: P001\nimage: "no"\ntools: \[\]\nskills:\n {2}- SQL\n {2}- name: Go\n {4}level: "1\.0"\ngoal: \|-\n {2}a\n\n {2}b\nnotes: >-\n {2}Ask first: who/,
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(112);
    expect(readBack(text)).toEqual(value);
  });

  it('gives any text back', () => {
    const signs = Array.from('#:-"\'{[>|%&*!?@`\\\t\n ä🚀\u2028\u00a0');
    const words = [
      'Words ',
      '  ',
      '\n\n',
      ' #',
      ': ',
      '- ',
      '---',
      '...',
      '日本',
      'no',
      '1',
      'a long word and another ',
    ];
    const letters = fc.constantFrom(...signs, ...words);
    const text = fc
      .array(letters, { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join('').trim())
      .filter((one) => one !== '');
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (notes, tools) => {
        const value = { notes, tools, skills: [{ name: notes, level: notes }], identity: { Dev: notes } };
        expect(readBack(writeYaml(value))).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });
});
