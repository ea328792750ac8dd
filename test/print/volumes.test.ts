import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { volumesOf } from '../../src/outputs/print/volumes.ts';
import { cli, persona, projectWith } from '../support/project.ts';

interface TagNode {
  readonly role?: string;
  readonly children?: readonly TagNode[];
}

const rolesIn = ({ role = '', children = [] }: TagNode): string[] => [role, ...children.flatMap(rolesIn)];

/** What a document says of itself, and its first page: the rest of a long one takes a while to read. */
async function glance(file: string) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const { info } = await document.getMetadata();
  const page = await document.getPage(1);
  const { Title: title, Language: language } = info as { Title: string; Language: string };
  const seen = {
    title,
    language,
    outline: ((await document.getOutline()) ?? []).map((entry) => entry.title),
    roles: rolesIn(((await page.getStructTree()) ?? {}) as TagNode),
    links: (await page.getAnnotations()).map(({ unsafeUrl }) => String(unsafeUrl)),
  };
  await document.cleanup();
  return seen;
}

describe('volumes', () => {
  it('hold every card once, in order, whole sheets but for the last, and not many more than 500', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 40 }), (count, unit) => {
        const cards = Array.from({ length: count }, () => ({ number: 1 }));
        const volumes = volumesOf(cards, unit);
        expect(volumes.flatMap((volume) => volume.cards)).toEqual(cards);
        for (const volume of volumes.slice(0, -1)) expect(volume.cards.length % unit).toBe(0);
        for (const volume of volumes) expect(volume.cards.length).toBeLessThanOrEqual(500);
        expect(volumes.map(({ suffix }) => suffix)).toEqual(
          volumes.length === 1 ? [''] : volumes.map((_, index) => `-${index + 1}`),
        );
        expect(new Set(volumes.map(({ mark }) => mark)).size).toBe(volumes.length);
      }),
    );
  });

  it('keep the cards of a persona together, unless they are more than a volume holds', () => {
    const runs = fc.array(fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.constant(700)), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 40 }), (lengths, unit) => {
        const cards = lengths.flatMap((count, id) =>
          Array.from({ length: count }, (_, index) => ({ id, number: index + 1 })),
        );
        const volumes = volumesOf(cards, unit);
        expect(volumes.flatMap((volume) => volume.cards)).toEqual(cards);
        for (const [index, volume] of volumes.entries()) {
          expect(volume.cards.length).toBeLessThanOrEqual(500);
          const [first] = volume.cards;
          if (index > 0 && first?.number !== 1) expect(lengths[first?.id ?? 0]).toBe(700);
        }
      }),
    );
  });

  it('end with a full sheet where a persona ends there, and are alike in length', () => {
    // A persona of three cards would lie across the 300th.
    const cards = [...Array.from({ length: 298 }, () => 1), 1, 2, 3, ...Array.from({ length: 299 }, () => 1)];
    const lengths = (unit: number) =>
      volumesOf(
        cards.map((number) => ({ number })),
        unit,
      ).map((volume) => volume.cards.length);
    expect(lengths(1)).toEqual([301, 299]);
    expect(lengths(10)).toEqual([310, 290]);
  });

  it('are each a whole document', { timeout: 120_000 }, async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `P${String(index + 1).padStart(3, '0')}`);
    const root = projectWith({
      'persona-deck.yaml': 'outputs: [print]\n',
      'personas/all.yaml': ids.map((id) => persona(id, `Engineer ${id}`, 'components: [Storage]\n')).join('---\n'),
      'personas/rbac/storage.md': '# Storage\n\n| Persona | Dev |\n|---|---|\n| P001 | Reader |\n',
    });
    const { code, err } = await cli(root, 'build');
    expect([code, err]).toEqual([0, err]);
    expect(existsSync(join(root, 'out/cards.pdf'))).toBe(false);
    const outlines: string[] = [];
    for (const [index, name] of ['cards-1', 'cards-2'].entries()) {
      const { title, outline, roles, links, language } = await glance(join(root, `out/${name}.pdf`));
      expect(title).toBe(`Personas (${index + 1}/2)`);
      expect(roles).toEqual(expect.arrayContaining(['H1', 'Link']));
      expect(language).toBe('en');
      expect(new Set(links)).toEqual(new Set(['./rbac/storage.md']));
      outlines.push(...outline);
    }
    expect(outlines).toEqual(ids.map((id) => `Engineer ${id}`));
    expect(existsSync(join(root, 'out/sheets-2.pdf'))).toBe(true);
  });
});
