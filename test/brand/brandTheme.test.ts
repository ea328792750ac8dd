import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandTheme } from '../../src/design/brand/brandTheme.ts';
import type { BrandColor, BrandTemplate } from '../../src/design/brand/model.ts';
import { brandColors } from '../../src/design/brand/colors.ts';
import { templateOf } from '../../src/design/brand/readTemplate.ts';
import { contrast } from '../../src/design/contrast.ts';
import { faintPairs } from '../../src/design/readable.ts';
import { brandTemplateFile, rgb, type TemplateWish } from '../support/brandTemplate.ts';
import { repository } from '../support/project.ts';

function template(wish?: TemplateWish): BrandTemplate {
  const reading = templateOf(brandTemplateFile(wish), 'company.potx');
  if (reading.template === undefined) throw new Error('no template');
  return reading.template;
}

const hex = fc.integer({ min: 0, max: 0xff_ffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const scheme = fc.record(Object.fromEntries(brandColors.map((name) => [name, hex])) as Record<BrandColor, typeof hex>);

describe('the theme of a template', () => {
  test('reads whatever colours the template has', () => {
    const base = template();
    fc.assert(
      fc.property(scheme, (colors) => {
        const { theme } = brandTheme({ ...base, colors }, repository);
        expect(faintPairs(theme.colors)).toEqual([]);
        expect(theme.teams.length).toBeGreaterThanOrEqual(6);
        expect(theme.teams.length).toBeLessThanOrEqual(8);
        for (const { color, ink } of theme.teams) expect(contrast(color, ink)).toBeGreaterThanOrEqual(4.5);
        const painted = [...Object.values(theme.colors), ...theme.teams.map(({ color }) => color)];
        expect(painted.filter((color) => !/^#[0-9a-f]{6}$/.test(color))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('takes the brand as it is where it reads', () => {
    const { theme, remarks } = brandTheme(template({ fonts: { heading: 'Arial', body: 'Calibri' } }), repository);
    expect(theme).toMatchObject({
      name: 'Harbour',
      mode: 'light',
      rail: 'filled',
      colors: { surface: '#ffffff', ink: '#101820', ground: '#eef2f4', quiet: '#003b49' },
      fonts: { heading: { browser: 'Arimo', office: 'Arial' }, body: { browser: 'Carlito', office: 'Calibri' } },
    });
    expect(theme.teams.slice(0, 3).map(({ color }) => color)).toEqual(['#00677f', '#e87722', '#6cc24a']);
    expect(new Set(theme.teams.map(({ pattern }) => pattern)).size).toBe(theme.teams.length);
    expect(remarks.map(({ code }) => code)).toEqual([]);
  });

  test('is dark where the template is', () => {
    const swapped = template({ colors: { dk1: rgb('FFFFFF'), lt1: rgb('0B1F3A'), hlink: rgb('0B3A8A') } });
    const { theme, remarks } = brandTheme(swapped, repository);
    expect(theme.mode).toBe('dark');
    expect(theme.colors.surface).toBe('#0b1f3a');
    expect(remarks.find(({ code }) => code === 'TPL102')?.message).toMatch(/links #0b3a8a as #/);
  });

  test('tells teams apart where all accents are one grey', () => {
    const gray = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, rgb('808080')]));
    const { teams } = brandTheme(template({ colors: gray }), repository).theme;
    expect(new Set(teams.map(({ color }) => color)).size).toBeGreaterThanOrEqual(6);
  });

  test('says which font stands in for which, with how much room', () => {
    const { theme, remarks } = brandTheme(template({ fonts: { heading: 'Open Sans', body: 'Verdana' } }), repository);
    expect(theme.fonts.body).toEqual({ browser: 'Arimo', office: 'Verdana', widthFactor: 1.15, lineHeight: 1.2153 });
    expect(theme.fonts.heading).toMatchObject({ browser: 'Arimo', office: 'Open Sans' });
    expect(remarks.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['TPL101 info', 'TPL101 info']);
    expect(remarks[0]?.hint).toContain('npm install @fontsource/open-sans');
    expect(remarks[1]?.hint).not.toContain('npm');
  });

  test.each([
    ['Calibri', 'Carlito', undefined],
    ['calibri light', 'Carlito', 1],
    ['Times New Roman', 'Tinos', undefined],
    ['Acme Serif Pro', 'Tinos', 1.15],
    ['Acme Mono', 'Cousine', 1.15],
    ['Acme Sans', 'Arimo', 1.15],
    ['Noto Sans JP', 'Noto Sans JP', 1],
    ['../../etc', 'Arimo', 1.15],
  ])('shows %s as %s', (office, browser, widthFactor) => {
    const { theme } = brandTheme(template({ fonts: { heading: office, body: 'Arial' } }), repository);
    expect(theme.fonts.heading.browser).toBe(browser);
    expect(theme.fonts.heading.widthFactor).toBe(widthFactor);
  });
});
