import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { requests } from '../../src/outputs/wiki/embed/request.ts';
import { cli, exampleProject, writeFiles } from '../support/project.ts';

const markdown = markdownIt({ html: true });
const part = (asked: string, content = ''): string =>
  `<!-- persona-deck: ${asked} -->\n${content}<!-- /persona-deck -->\n`;

/** The example, its pictures and cards built as far as links need them. */
function project(page: string, name = 'README.md'): string {
  const root = exampleProject();
  for (const folder of ['out/png', 'out/markdown']) mkdirSync(join(root, folder), { recursive: true });
  for (const stem of [
    'P001-ai-data-engineer',
    'P003-bi-analyst',
    'P004-discriminative-ai-data-scientist',
    'P006-genai-data-scientist',
    'P007-genai-chat-developer',
    'P009-buildagent-mlops',
  ]) {
    writeFiles(root, { [`out/png/${stem}.png`]: 'x', [`out/markdown/${stem}.md`]: 'x' });
  }
  writeFiles(root, { [name]: page });
  return root;
}

const page = (root: string, name = 'README.md'): string => readFileSync(join(root, name), 'utf8');

describe('embed', () => {
  it('fills each part with what it asks for, and leaves the rest byte for byte as it was', async () => {
    const before = '\ufeff# Title  \r\n\r\nText \t\r\n';
    const between = '\nOdd   spacing\u00a0here\r\n\r\n';
    const text = `${before}${part('cards P001, BI Analyst')}${between}${part('table P001')}\n\n\nend without line end`;
    const root = project(text.replaceAll(/(?<!\r)\n/g, '\r\n'));
    const original = page(root);
    const answer = await cli(root, 'embed', 'README.md');
    expect(answer).toMatchObject({ code: 0, out: 'README.md\n' });
    const filled = page(root);
    const empty = filled.replaceAll(/(<!-- persona-deck: .*? -->\r\n)[\s\S]*?(<!-- \/persona-deck -->)/g, '$1$2');
    expect(empty).toBe(original);
    expect(filled.replaceAll('\r\n', '')).not.toContain('\n');
    expect([...filled.matchAll(/<img src="(.*?)"/g)].map(([, source]) => source)).toEqual([
      'out/png/P001-ai-data-engineer.png',
      'out/png/P003-bi-analyst.png',
    ]);
    const html = markdown.render(filled);
    expect(html).toContain('<a href="out/markdown/P001-ai-data-engineer.md"><img');
    expect(html).toContain('<td><a href="out/markdown/P001-ai-data-engineer.md">AI Data Engineer</a></td>');
    expect(html).toContain('<a href="personas/rbac/azure-storage.md">Azure Storage</a>');
  });

  it('does nothing the second time', async () => {
    const root = project(part('table'));
    expect((await cli(root, 'embed', 'README.md')).code).toBe(0);
    const { mtimeMs } = statSync(join(root, 'README.md'));
    expect(await cli(root, 'embed', 'README.md')).toMatchObject({ code: 0, out: '' });
    expect(statSync(join(root, 'README.md')).mtimeMs).toBe(mtimeMs);
  });

  it('says with --check what is out of date, and writes nothing', async () => {
    const root = project(part('access Production'));
    const before = page(root);
    expect(await cli(root, 'embed', '--check', 'README.md')).toMatchObject({ code: 1, out: 'README.md\n' });
    expect(page(root)).toBe(before);
    await cli(root, 'embed', 'README.md');
    expect(await cli(root, 'embed', '--check', 'README.md')).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    ['card P001', ['<th>AI Data Engineer</th>', '<td>Components access</td>']],
    ['access production', ['<td>◐ Storage Blob Data Reader (eligible, 4 h)</td>']],
    ['component azure-storage', ['<th>Production</th>', 'P009 BuildAgent MLOps</a></td>']],
    ['component Azure Storage', ['<th>Production</th>']],
  ])('knows %s', async (asked, expected) => {
    const root = project(part(asked));
    expect((await cli(root, 'embed', 'README.md')).code).toBe(0);
    const html = markdown.render(page(root));
    for (const text of expected) expect(html).toContain(text);
    expect(html).toContain('<table>');
  });

  it('finds pages in folders, and links from there', async () => {
    const root = project(part('table P003'), 'docs/team/page.md');
    expect((await cli(root, 'embed', 'docs/team/page.md')).code).toBe(0);
    expect(page(root, 'docs/team/page.md')).toContain('(../../personas/rbac/power-bi.md)');
  });

  it('takes addresses where the output is published', async () => {
    const root = project(part('cards P003'));
    const base = 'https://example.org/deck';
    expect((await cli(root, 'embed', 'README.md', '--link-base', base, '--out', 'elsewhere')).code).toBe(0);
    expect(page(root)).toContain(
      `<a href="${base}/markdown/P003-bi-analyst.md"><img src="${base}/png/P003-bi-analyst.png"`,
    );
  });

  it('fills HTML', async () => {
    const root = project(`<main>\n${part('table P003')}</main>\n`, 'page.html');
    expect((await cli(root, 'embed', 'page.html')).code).toBe(0);
    expect(page(root, 'page.html')).toContain('<a href="personas/rbac/power-bi.md">Power BI</a>');
  });

  it('leaves marks in code alone', async () => {
    const text = `\`\`\`\n${part('nonsense')}\`\`\`\n\n${part('nonsense').replaceAll(/^(?=.)/gm, '    ')}`;
    const root = project(text);
    expect(await cli(root, 'embed', 'README.md')).toMatchObject({ code: 0, out: '' });
    expect(page(root)).toBe(text);
  });
});

describe('embed refuses, with the line and nothing written,', () => {
  it.each([
    ['# x\n\n<!-- persona-deck: cards -->\n', 'README.md:3:1 error', 'nothing ends this part'],
    ['# x\n\n<!-- /persona-deck -->\n', 'README.md:3:1', 'nothing begins this part'],
    [`<!-- persona-deck: cards -->\n\n${part('table')}`, 'README.md:1:1', 'nothing ends this part'],
    [part('crads'), 'README.md:1:1', 'did you mean cards?'],
    [part(''), 'README.md:1:1', 'does not say what to show'],
    [part('card'), 'README.md:1:1', 'card takes one name, not 0'],
    [part('cards P001, P01'), 'README.md:1:1', 'there is no persona P01'],
    [part('access Prodution'), 'README.md:1:1', 'did you mean Production?'],
    [part('component Azure Stoarge'), 'README.md:1:1', 'did you mean Azure Storage?'],
  ])('%j', async (text, place, message) => {
    const root = project(text);
    const before = page(root);
    const { code, err } = await cli(root, 'embed', 'README.md');
    expect(code).toBe(1);
    expect(err).toContain(place);
    expect(err).toContain(message);
    expect(err).toContain('Nothing was written.');
    expect(page(root)).toBe(before);
  });

  it('pictures that are not built', async () => {
    const root = exampleProject();
    writeFiles(root, { 'README.md': part('cards P001') });
    const { code, err } = await cli(root, 'embed', 'README.md');
    expect(code).toBe(1);
    expect(err).toContain('shows what is not built: out/markdown/P001-ai-data-engineer.md and 1 more');
  });

  it('one page of two, and leaves the other as it was', async () => {
    const root = project(part('table'));
    writeFiles(root, { 'other.md': part('crads') });
    const before = page(root);
    expect((await cli(root, 'embed', 'README.md', 'other.md')).code).toBe(1);
    expect(page(root)).toBe(before);
  });

  it('pages of another kind, and pages outside the project', async () => {
    const root = project('');
    writeFileSync(join(root, 'page.txt'), '');
    expect((await cli(root, 'embed', 'page.txt')).code).toBe(2);
    writeFileSync(join(root, 'persona-deck.yaml'), '');
    symlinkSync('/etc/hostname', join(root, 'link.md'));
    const { code, err } = await cli(root, 'embed', 'link.md');
    expect(code).toBe(1);
    expect(err).toContain('outside the project root');
  });
});

it('has a document that tells of every request', () => {
  const text = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
  for (const [name, more] of Object.entries(requests)) expect(text).toContain(`\`${name} ${more}\``);
});
