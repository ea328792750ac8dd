import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { program } from '../../scripts/reference/commandsPage.ts';
import { referencePages } from '../../scripts/reference/pages.ts';
import { problemCodes } from '../../scripts/reference/problemCodes.ts';
import { keysOf, schemaOf } from '../../scripts/reference/schemaKeys.ts';
import { buildRules } from '../../src/build/buildRules.ts';
import { rules } from '../../src/checks/runChecks.ts';
import { labelKeys } from '../../src/design/design.ts';
import { shippedLanguages } from '../../src/design/locale.ts';
import { type DocumentName, documentSchemas } from '../../src/schema/jsonSchema.ts';
import { repository } from '../support/project.ts';

const pages = await referencePages(repository);
const documents = Object.keys(documentSchemas) as DocumentName[];

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

describe('the reference', () => {
  it.each([...pages])('%s is what the code says: if not, run `npm run docs`', (path, text) => {
    expect(read(path)).toBe(text);
  });

  it('has a page for each check, and no other', () => {
    const expected = [...rules, ...buildRules].map(({ code }) => `${code}.md`);
    expect(readdirSync(join(repository, 'docs/checks')).sort()).toEqual([...expected, 'README.md'].sort());
  });

  it('lists each check once in the index, below its area', () => {
    const index = pages.get('docs/checks/README.md') ?? '';
    for (const { code, area } of [...rules, ...buildRules]) {
      expect(index.split(`[${code}](${code}.md)`).length).toBe(2);
      const [before = ''] = index.split(`[${code}](${code}.md)`);
      expect([...before.matchAll(/^## (.*)$/gm)].at(-1)?.[1]?.toLowerCase()).toBe(area);
    }
  });

  it('comes out the same again', async () => {
    expect([...(await referencePages(repository))]).toEqual([...pages]);
  });
});

describe('what the reference is made from', () => {
  it.each(documents)('describes every key of a %s', (name) => {
    const keys = keysOf(name).map(({ path, schema }) => ({ path, description: schema.description }));
    expect(keys.filter(({ description = '' }) => !/^[^a-z].{4}/.test(description))).toEqual([]);
    expect(schemaOf(name).description).toBeTruthy();
  });

  it('knows nested keys too', () => {
    const keys = new Map(documents.map((name) => [name, keysOf(name).map(({ path }) => path)]));
    expect(keys.get('persona')).toContain('skills[].learn');
    expect(keys.get('workload')).toContain('environments[].production');
    expect(keys.get('settings')).toContain('links.base');
    expect(keys.get('theme')).toContain('colors.ground');
    for (const paths of keys.values()) expect(new Set(paths).size).toBe(paths.length);
  });

  it('gives each check a reason and a remedy', () => {
    const bare = [...rules, ...buildRules].filter(
      ({ title, why, fix, source }) => title === '' || why.length < 20 || fix.length < 10 || source.length < 5,
    );
    expect(bare).toEqual([]);
  });

  it('has every code of the source, and no other', () => {
    const known = [...rules, ...buildRules].map(({ code }) => code).concat(Object.keys(problemCodes));
    expect(known.sort()).toEqual(codesInSource());
  });

  it('describes every command, argument and option', () => {
    const main: Command = program();
    expect(main.commands.length).toBeGreaterThan(3);
    const inner = main.commands.flatMap(({ commands }) => commands);
    const entries = [main, ...main.commands, ...inner].flatMap((command) =>
      [command, ...command.registeredArguments, ...command.options].map((entry) => [
        `${command.name()} ${'flags' in entry ? entry.flags : entry.name()}`,
        typeof entry.description === 'string' ? entry.description : entry.description(),
      ]),
    );
    expect(entries.filter(([, description = '']) => description.length < 5)).toEqual([]);
  });

  const locales = readdirSync(join(repository, 'locales'));

  it.each(locales)('has every label in locales/%s', (file) => {
    const labels = parse(read(`locales/${file}`)) as Record<string, unknown>;
    expect(labelKeys.filter((key) => typeof labels[key] !== 'string' || labels[key] === '')).toEqual([]);
    expect(Object.keys(labels).filter((key) => !(labelKeys as readonly string[]).includes(key))).toEqual([]);
  });

  it('names every language that ships', () => {
    expect(shippedLanguages.map((tag) => `${tag}.yaml`).sort()).toEqual(locales.sort());
  });
});

/** Codes of problems and findings: texts such as `'SCH001'`, each once. */
function codesInSource(): string[] {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  const codes = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...read(join('src', file)).matchAll(/'([A-Z]{3,4}\d{3})'/g)].map(([, code = '']) => code));
  return [...new Set(codes)].sort();
}
