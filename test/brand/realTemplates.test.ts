import { describe, expect, test } from 'vitest';
import { brandTheme } from '../../src/design/brand/brandTheme.ts';
import { templateOf } from '../../src/design/brand/readTemplate.ts';
import { faintPairs } from '../../src/design/readable.ts';
import { repository } from '../support/project.ts';
import { realTemplates } from '../support/realTemplates.ts';
import { unsoundness } from '../support/soundPackage.ts';

/** What other programs write is read, with places for titles on the slide. */
describe.each(await realTemplates())('a template of $name', ({ bytes, missing }) => {
  test.skipIf(bytes === undefined)(`is read${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
    const { template, diagnostics } = templateOf(bytes ?? new Uint8Array(), 'company.potx');
    expect(diagnostics).toEqual([]);
    if (template === undefined) throw new Error('no template');
    expect(template.width / template.height).toBeGreaterThan(1.3);
    expect(template.layouts.length).toBeGreaterThan(0);
    const placeholders = template.layouts.flatMap((layout) => layout.placeholders);
    const titles = placeholders.filter(({ type }) => type === 'title' || type === 'ctrTitle');
    expect(titles.length).toBeGreaterThan(0);
    for (const { box, levels } of titles) {
      expect(box.width).toBeGreaterThan(100);
      expect(box.x + box.width).toBeLessThanOrEqual(template.width + 1);
      expect(levels[0]?.size).toBeGreaterThanOrEqual(10);
    }
    expect(unsoundness(template.package)).toEqual([]);
    const { theme } = brandTheme(template, repository);
    expect(faintPairs(theme.colors)).toEqual([]);
  });
});
