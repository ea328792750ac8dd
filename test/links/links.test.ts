import { describe, expect, it } from 'vitest';
import { type LinkTarget, resolve } from '../../src/deck/links.ts';

const storage: LinkTarget = { kind: 'rbac', id: 'azure-storage.md', sourceFile: 'personas/rbac/azure-storage.md' };

describe('resolve', () => {
  it.each([
    ['workshop.pptx', 'rbac/azure-storage.md'],
    ['markdown/P001.md', '../rbac/azure-storage.md'],
    ['wiki/github/cards/P001.md', '../../../rbac/azure-storage.md'],
    ['rbac/index.md', 'azure-storage.md'],
  ])('leads from %s to %s', (from, address) => {
    expect(resolve(storage, from, {})).toBe(address);
  });

  it.each(['https://example.org/deck', 'https://example.org/deck/'])('is absolute below %s', (base) => {
    expect(resolve(storage, 'markdown/P001.md', { base })).toBe('https://example.org/deck/rbac/azure-storage.md');
  });

  it('sends RBAC links to the source repository, and only those', () => {
    const policy = { rbac: 'https://git.example/blob/main/{file}' };
    expect(resolve(storage, 'cards.pdf', policy)).toBe('https://git.example/blob/main/personas/rbac/azure-storage.md');
    expect(resolve({ kind: 'card', id: 'P001' }, 'cards.pdf', policy)).toBe('markdown/P001.md');
  });

  it('percent-encodes each segment and the anchor', () => {
    const target: LinkTarget = { kind: 'rbac', id: "sub/a b#c (d)'ä.md", anchor: 'dev & stage' };
    expect(resolve(target, 'cards.pdf', {})).toBe('rbac/sub/a%20b%23c%20%28d%29%27%C3%A4.md#dev%20%26%20stage');
  });

  it('leaves web addresses as they are', () => {
    expect(
      resolve({ kind: 'web', id: 'https://learn.example/a?b=c#d' }, 'cards.pdf', { base: 'https://x.example' }),
    ).toBe('https://learn.example/a?b=c#d');
  });
});
