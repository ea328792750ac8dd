import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shopNames } from '../../src/cli/names.ts';
import { shopPage, shops } from '../../src/design/shops.ts';
import { cardSizes } from '../../src/design/sizes.ts';
import { settingsSchema } from '../../src/schema/settings.ts';
import { repository } from '../support/project.ts';

const page = readFileSync(join(repository, 'docs/print-shops.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z]+)` \| (.*) \|$/gm)].map(([, name = '', rest = '']) => [
  name,
  ...rest.split(' | '),
]);

describe('the page about print services', () => {
  it('lists each service with its figures and their source', () => {
    for (const { name, title, form, bleed, safe, pdfx, source } of shops) {
      const [, found, files, over, inside, from] = rows.find((row) => row[0] === name && row.length === 6) ?? [];
      expect([found, files, from]).toEqual([title, pdfx ? 'PDF/X-1a' : form.toUpperCase(), source]);
      expect(
        [Number.parseFloat(over ?? ''), Number.parseFloat(inside ?? '')].map(
          (mm, at) => Math.abs(mm - (at ? safe : bleed)) < 1e-6,
        ),
      ).toEqual([true, true]);
    }
  });

  it('lists the sizes that each sells', () => {
    for (const { name, cards } of shops) {
      const [, sizes] = rows.find((row) => row[0] === name && row.length === 2) ?? [];
      const listed = cards?.map(({ card, width, height }) => `\`${card}\` ${width} x ${height}`).join(', ') ?? 'any';
      expect([name, sizes]).toEqual([name, listed]);
    }
  });

  it('shows settings that are valid', () => {
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text) as unknown);
    expect(examples.length).toBe(2);
    for (const example of examples) expect(settingsSchema.safeParse(example)).toMatchObject({ success: true });
  });
});

describe('print services', () => {
  it('have the names that the help text lists', () => {
    expect([...shopNames]).toEqual(shops.map(({ name }) => name));
  });

  it('sell cards that we make, in the pixels that trim and bleed come to', () => {
    for (const shop of shops) {
      for (const { card, width, height } of shop.cards ?? []) {
        const size = cardSizes.find(({ name }) => name === card);
        expect([shop.name, card, size && shopPage(shop, size)?.dots]).toEqual([shop.name, card, { width, height }]);
      }
    }
  });
});
