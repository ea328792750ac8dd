import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds } from '../../src/workload/compareIds.ts';
import { nameKey, slug, stemOf } from '../../src/workload/slug.ts';

describe('slug', () => {
  it.each([
    ['Azure SQL Database', 'azure-sql-database'],
    ['Käyttäjän Å-palvelu', 'kayttajan-a-palvelu'],
    ['Straße & Łódź', 'strasse-lodz'],
    ['C#', 'c-sharp'],
    ['C++', 'c-plus-plus'],
    ['.NET 8', 'net-8'],
    ['データ エンジニア', 'データ-エンジニア'],
    ['हिन्दी', 'हिन्दी'],
    ['Инженер', 'инженер'],
    ['🚀', 'u1f680'],
    ['', 'u2d'],
    ['ᴭ Ø', 'ae-o'],
    ['CON', 'con-x'],
    ['aux.', 'aux-x'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('of %j is %s', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  it('keeps long names apart, and within the bytes of a file name', () => {
    const a = slug(`${'長'.repeat(199)}い`);
    const b = slug(`${'長'.repeat(199)}ろ`);
    expect(a).not.toBe(b);
    expect(Buffer.byteLength(a)).toBeLessThanOrEqual(100);
  });

  it('is the same for a slug, never empty, and a file name on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const made = slug(name);
        expect(made).not.toBe('');
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(102);
        expect(made).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
        expect(made).toBe(made.toLowerCase());
        expect(slug(made)).toBe(made);
        expect(nameKey(name.toUpperCase().toLowerCase())).toBe(nameKey(name.toUpperCase()));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stemOf', () => {
  it.each([
    ['P001', 'AI Data Engineer', 'P001-ai-data-engineer'],
    ['P 1/a', 'X', 'P-1-a-x'],
    ['★', 'X', 'u2605-x'],
  ])('%s %s', (id, name, expected) => {
    expect(stemOf(id, name)).toBe(expected);
  });

  it('leaves room in 255 bytes', () => {
    expect(Buffer.byteLength(stemOf('名'.repeat(40), '長'.repeat(200)))).toBeLessThanOrEqual(221);
  });
});

describe('compareIds', () => {
  it('counts as people do', () => {
    expect(['P10', 'P2', 'P002', 'A', 'P', 'P1b', 'P1a'].sort(compareIds)).toEqual([
      'A',
      'P',
      'P1a',
      'P1b',
      'P002',
      'P2',
      'P10',
    ]);
  });

  it('is an order', () => {
    const id = fc.string({ unit: fc.constantFrom('P', 'a', '0', '1', '2', '-'), maxLength: 6 });
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        expect(Math.sign(compareIds(a, b)) + Math.sign(compareIds(b, a))).toBe(0);
        expect(compareIds(a, b) === 0).toBe(a === b);
        const chain = compareIds(a, b) < 0 && compareIds(b, c) < 0;
        expect(chain && compareIds(a, c) >= 0).toBe(false);
      }),
    );
  });
});
