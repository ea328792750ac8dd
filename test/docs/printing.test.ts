import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bleed, cardSizes, paperSizes, printerMargin } from '../../src/design/sizes.ts';
import { impose } from '../../src/layout/imposition/impose.ts';
import { settingsSchema } from '../../src/schema/settings.ts';
import { repository } from '../support/project.ts';

const page = readFileSync(join(repository, 'docs/printing.md'), 'utf8');

describe('the page about printing', () => {
  it('says how many cards a sheet holds', () => {
    const rows = [...page.matchAll(/^\| ([a-z0-9-]+) \| (\d+) \| (\d+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(3);
    const paper = paperSizes.find(({ name }) => name === 'a4');
    for (const [, name, apart, touching] of rows) {
      const card = cardSizes.find((size) => size.name === name);
      if (card === undefined || paper === undefined) throw new Error(`no card ${name}`);
      const held = (['bleed', 'shared'] as const).map(
        (edges) => impose({ card, paper, bleed, margin: printerMargin, edges })?.slots.length,
      );
      expect([name, ...held]).toEqual([name, Number(apart), Number(touching)]);
    }
  });

  it('shows settings that are valid', () => {
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text) as unknown);
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) expect(settingsSchema.safeParse(example)).toMatchObject({ success: true });
  });
});
