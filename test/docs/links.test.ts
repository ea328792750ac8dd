import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/source/markdown.ts';
import { repository } from '../support/project.ts';

const pages = [
  'README.md',
  ...readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => posix.join('docs', file.replaceAll('\\', '/')))
    .sort(),
];

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

describe('the pages of the repository', () => {
  it('are found', () => {
    expect(pages).toContain('docs/reference/files.md');
  });

  it.each(pages)('%s leads to files and headings that exist', (page) => {
    expect(localLinks(page).flatMap((target) => faultOf(page, target) ?? [])).toEqual([]);
  });

  it('have the anchors that GitHub makes', () => {
    const text =
      '# A *title*: `code` & more\n\n```md\n# none\n```\n\n## Same\n\n## Same\n\n## Ääkköset, [linked](x.md)\n';
    expect(anchorsIn(text)).toEqual(['a-title-code--more', 'same', 'same-1', 'ääkköset-linked']);
  });
});

function localLinks(page: string): string[] {
  const { links } = parseMarkdown({ file: page, absolutePath: join(repository, page), text: read(page) });
  return links.map(({ target }) => target).filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

function faultOf(page: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : posix.join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(repository, file))) return `${target}: there is no ${file}`;
  if (anchor === undefined || anchorsIn(read(file)).includes(decodeURIComponent(anchor))) return undefined;
  return `${target}: ${file} has no such heading`;
}

/** Anchors of the headings of a page, as GitHub names them. */
function anchorsIn(text: string): string[] {
  const seen = new Map<string, number>();
  const headings = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, heading = '']) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const nth = seen.get(anchor) ?? 0;
    seen.set(anchor, nth + 1);
    return nth === 0 ? anchor : `${anchor}-${nth}`;
  });
}
