import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/design/themes.ts';
import { cli, exampleProject, projectWith, repository, snapshot, writeFiles } from '../support/project.ts';

const page = readFileSync(join(repository, 'docs/templates.md'), 'utf8');
const exampleIn = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
const mentioned = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text));

const folder = join(repository, 'templates');
const templates = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
const sources = [...templates, 'card.css'].map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the page about templates', () => {
  it.each(templates)('names the file %s', (name) => {
    expect(mentioned).toContain(name);
  });

  it('explains every key that the templates use', () => {
    const keys = sources.flatMap((text) =>
      [...text.matchAll(/\{\{#?(?:if |each )?(?:\.\.\/)*([a-zA-Z.]+)\}\}/g)].map(([, key = '']) => key),
    );
    expect(keys.length).toBeGreaterThan(50);
    expect([...new Set(keys)].filter((key) => key !== 'else' && !mentioned.has(key))).toEqual([]);
  });

  it('explains every property and attribute that they use', () => {
    const properties = sources.flatMap((text) =>
      [...text.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name = '']) => name),
    );
    const attributes = sources.flatMap((text) => [...text.matchAll(/\b(data-[a-z]+)/g)].map(([, name = '']) => name));
    expect(new Set(attributes).size).toBe(5);
    expect([...new Set([...properties, ...attributes])].filter((name) => !mentioned.has(name))).toEqual([]);
  });

  it('shows a theme that can be used', async () => {
    const root = projectWith({ 'themes/harbour/theme.yaml': exampleIn('yaml') });
    const reading = await loadTheme(root, 'harbour');
    expect(reading?.diagnostics).toEqual([]);
    expect(reading?.theme?.fonts.body.office).toBe('Arial');
  });

  it('shows a template that builds every card', async () => {
    const root = exampleProject();
    const build = (out: string) => cli(root, 'build', '--only', 'png', '--persona', 'P001', '--out', out);
    expect(await build('ours')).toMatchObject({ code: 0 });
    writeFiles(root, { 'templates/card-front.hbs': exampleIn('handlebars') });
    expect(await build('shadowed')).toMatchObject({ code: 0 });
    const [ours, shadowed] = ['ours', 'shadowed'].map((out) => snapshot(join(root, out, 'png')));
    expect([...(shadowed?.keys() ?? [])]).toEqual([...(ours?.keys() ?? [])]);
    for (const [name, bytes] of shadowed ?? []) {
      expect([name, bytes.equals(ours?.get(name) ?? Buffer.of())]).toEqual([name, name.endsWith('-back.png')]);
    }
  });
});
