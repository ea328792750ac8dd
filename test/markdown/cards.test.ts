import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import markdownIt from 'markdown-it';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cli, exampleProject, persona, projectWith, repository, temporaryFolder } from '../support/project.ts';

const markdown = markdownIt({ html: true });
let out: string;

beforeAll(async () => {
  const folder = exampleProject(temporaryFolder(true));
  expect(await cli(folder, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
  out = join(folder, 'out');
});
afterAll(() => rmSync(dirname(out), { recursive: true, force: true }));

/** A page's front matter and what follows it. */
function pageOf(text: string): { data: Record<string, unknown>; body: string } {
  const [, data = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  return { data: parse(data) as Record<string, unknown>, body };
}

const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const cardFiles = (): string[] => readdirSync(join(out, 'markdown')).filter((name) => /^P\d+/.test(name));

/** Addresses of all links of a page. */
function linksOf(body: string): string[] {
  return markdown
    .parse(body, {})
    .flatMap((token) => token.children ?? [])
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')));
}

describe('a markdown card', () => {
  it('has the data of the persona as front matter', () => {
    for (const name of cardFiles()) {
      const { data } = pageOf(read(`markdown/${name}`));
      const written = parse(readFileSync(join(repository, 'personas', name.replace(/md$/, 'yaml')), 'utf8')) as Record<
        string,
        unknown
      >;
      for (const key of ['id', 'name', 'team', 'summary', 'goal', 'components', 'processes', 'skills'] as const) {
        expect([name, key, data[key]]).toEqual([name, key, written[key]]);
      }
      expect(data['kind']).toBe(written['kind'] ?? 'person');
    }
  });

  it('is a table of the fields of the template, in their order', () => {
    const { body } = pageOf(read('markdown/P001-ai-data-engineer.md'));
    const html = markdown.render(body);
    const [table = ''] = /<table>[\s\S]*?<\/table>/.exec(html) ?? [];
    const labels = [...table.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, label]) => label);
    expect(labels).toEqual(['Kind', 'Team', 'Primary interaction', 'Components access', 'Processes', 'Skills', 'Goal']);
    expect(table).toContain('<th>P001</th>');
    expect(table).toContain('<th>AI Data Engineer</th>');
  });

  it('has links that lead to files, and to anchors that are there', () => {
    let anchors = 0;
    for (const name of [...cardFiles(), 'index.md']) {
      const links = linksOf(read(`markdown/${name}`));
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) {
        const [path = '', anchor] = decodeURIComponent(link).split('#');
        const file = join(out, 'markdown', path);
        expect(existsSync(file), `${name} -> ${link}`).toBe(true);
        if (anchor === undefined) continue;
        anchors += 1;
        expect(readFileSync(file, 'utf8')).toContain(`<a id="${anchor}"></a>`);
      }
    }
    expect(anchors).toBeGreaterThan(6);
  });

  it('has the same anchors in another language', async () => {
    const folder = exampleProject();
    expect(await cli(folder, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
    const anchors = (text: string): string[] => [...text.matchAll(/<a id="(.*?)"/g)].map(([, id]) => id ?? '');
    const english = cardFiles()
      .concat('index.md')
      .map((name) => anchors(read(`markdown/${name}`)));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'persona-deck.yaml'), 'language: fi\noutputs: [markdown]\n');
    expect(await cli(folder, 'build')).toMatchObject({ code: 0 });
    const finnish = cardFiles()
      .concat('index.md')
      .map((name) => anchors(readFileSync(join(folder, 'out/markdown', name), 'utf8')));
    expect(finnish).toEqual(english);
  });

  it('leads to other personas', async () => {
    const folder = projectWith({
      'personas/a.yaml': persona('A', 'First', 'primaryInteraction: [B]\n'),
      'personas/b.yaml': persona('B', 'Second | <b>', 'team: "Team [x]"\nskills: ["--- x", "a: b"]\n'),
    });
    expect(await cli(folder, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
    const names = readdirSync(join(folder, 'out/markdown'));
    const other = names.find((name) => name.startsWith('B-')) ?? '';
    expect(linksOf(readFileSync(join(folder, 'out/markdown/A-first.md'), 'utf8'))).toContain(encodeURI(other));
    const { data, body } = pageOf(readFileSync(join(folder, 'out/markdown', other), 'utf8'));
    expect(data).toMatchObject({ name: 'Second | <b>', team: 'Team [x]', skills: ['--- x', 'a: b'] });
    expect(markdown.render(body)).toContain('<th>Second | &lt;b&gt;</th>');
  });
});
