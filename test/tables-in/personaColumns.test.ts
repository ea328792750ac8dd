import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/build/project.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { type PersonaInput, personaSchema } from '../../src/schema/persona.ts';
import { guardFormula, unguardFormula } from '../../src/tables/formulaGuard.ts';
import { personaCells, personaColumns, personaHeaders } from '../../src/tables/personaColumns.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const labels = loadLabels('en');

/** What reading the cells of a persona gives. */
function readBack(persona: PersonaInput): unknown {
  const entries = personaCells(persona, labels).flatMap((cell, nth) => {
    const reading = personaColumns[nth]?.read(cell);
    if (reading !== undefined && 'wrong' in reading) throw new Error(reading.wrong);
    return reading === undefined ? [] : [[personaColumns[nth]?.key, reading.value] as const];
  });
  return Object.fromEntries(entries);
}

describe('the columns of a table of personas', () => {
  it('are the keys of the schema', () => {
    expect(personaColumns.map(({ key }) => key).toSorted()).toEqual(Object.keys(personaSchema.shape).toSorted());
  });

  it('have headers in every language, each once, and synonyms that lead to one column', () => {
    for (const language of ['en', 'fi']) {
      const headers = personaHeaders(loadLabels(language));
      expect(new Set(headers).size).toBe(personaColumns.length);
      const words = personaColumns.flatMap(({ synonyms }) => synonyms);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('stand in the documentation, in order', () => {
    const rows = readFileSync(`${root}docs/tables.md`, 'utf8').split('\n');
    const starts = personaColumns.map(({ key, header }) => `| \`${key}\` | ${labels[header]} |`);
    const described = rows.filter((row) => starts.some((start) => row.startsWith(start)));
    expect(described).toHaveLength(starts.length);
    for (const row of described) {
      const [key, , synonyms = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      const column = personaColumns.find((one) => `\`${one.key}\`` === key);
      const known = [...(column?.synonyms ?? []), column?.key];
      for (const name of synonyms.split(', ')) expect(known).toContain(name.toLowerCase());
    }
  });

  it('give the example back', async () => {
    const { workload } = await readProject(root, 'personas');
    expect(workload?.personas).toHaveLength(
      readdirSync(`${root}personas`).filter((name) => name.startsWith('P')).length,
    );
    for (const { written } of workload?.personas ?? []) expect(readBack(written)).toEqual(written);
  });

  it('give any names, skills and identities back', () => {
    const name = fc
      .array(fc.constantFrom('a', 'B', ' ', '\\', ';', '|', ',', ':', '-', '—', '/', '='), {
        minLength: 1,
        maxLength: 8,
      })
      .map((letters) => letters.join('').trim())
      .filter((text) => text !== '');
    const persona = fc.record({
      id: fc.constant('P001'),
      name,
      components: fc.array(name),
      tools: fc.array(name),
      skills: fc.array(
        fc.oneof(
          name,
          fc.record({ name, level: name }),
          fc.record({ name, learn: fc.constantFrom('https://example.com/a;b|c', 'https://example.com/') }),
          fc.record({ name, level: name, learn: fc.constant('https://example.com/?a=1,2') }),
        ),
      ),
      identity: fc.oneof(
        name,
        fc.tuple(name, name, name).map(([one, first, second]) => ({ Dev: first, [`x${one}`]: second })),
      ),
      notes: fc.constant('One line.\n\nAnother; with | signs.'),
    });
    fc.assert(
      fc.property(persona, (written) => {
        expect(readBack(written)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a level that is an address as one, and a wrong kind as wrong', () => {
    const read = (key: string, cell: string) => personaColumns.find((column) => column.key === key)?.read(cell);
    expect(read('skills', 'SQL; PySpark | expert\nGo | https://example.com/go')).toEqual({
      value: ['SQL', { name: 'PySpark', level: 'expert' }, { name: 'Go', learn: 'https://example.com/go' }],
    });
    expect(read('kind', 'Agentti')).toEqual({ value: 'agent' });
    expect(read('kind', 'penguin')).toMatchObject({ wrong: '"penguin" is no kind of persona' });
    expect(read('identity', 'one\ntwo')).toHaveProperty('wrong');
  });
});

describe('the guard against formulas', () => {
  it('comes off as it was put on', () => {
    for (const text of ['=1+1', '+1', '-x', '@me', "'=x", "'quoted'", 'plain', '\tx', '']) {
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }
    expect(guardFormula('=1+1')).toBe("'=1+1");
  });
});
