import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A page as a program reads it, without a browser. */
export interface SitePage {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  /** Values of `href` and `src`, entities resolved. */
  readonly links: readonly string[];
}

export function pagesOf(out: string): SitePage[] {
  return readdirSync(join(out, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => posix.join('site', name.replaceAll('\\', '/')))
    .sort()
    .map((path) => readPage(out, path));
}

export function readPage(out: string, path: string): SitePage {
  const html = readFileSync(join(out, path), 'utf8');
  const attributes = (name: string): string[] =>
    [...html.matchAll(new RegExp(`<[a-z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => resolved(value));
  return { path, html, ids: new Set(attributes('id')), links: [...attributes('href'), ...attributes('src')] };
}

/** Links of the pages that lead to no file, or to no element of the page that they lead to. */
export function brokenLinks(out: string, pages: readonly SitePage[]): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    page.links.flatMap((link) => {
      if (/^[a-z]+:/i.test(link)) return [];
      const [target = '', anchor = ''] = link.split('#');
      const path = target === '' ? page.path : posix.join(dirname(page.path), decodeURIComponent(target));
      if (!existsSync(join(out, path))) return [`${page.path}: ${link}`];
      // Filters in the address are no anchors.
      if (anchor === '' || anchor.includes('=')) return [];
      const found = byPath.get(path)?.ids.has(decodeURIComponent(anchor)) ?? path.startsWith('rbac/');
      return found ? [] : [`${page.path}: ${link}`];
    }),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

export const resolved = (text: string): string => text.replace(/&#?\w+;/g, (entity) => entities[entity] ?? entity);
