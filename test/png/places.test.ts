import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, persona, projectWith, repository, writeFiles } from '../support/project.ts';
import { changes, countIn } from './pixels.ts';
import { sampled } from '../support/sampled.ts';

interface Links {
  readonly persona: string;
  readonly name: string;
  readonly images: readonly {
    readonly file: string;
    readonly side: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
    readonly places: readonly PlaceEntry[];
  }[];
}

interface PlaceEntry {
  readonly kind: string;
  readonly text: string;
  readonly id?: string;
  readonly number?: number;
  readonly address?: string;
  readonly rect: readonly [number, number, number, number];
}

const list = (name: string, count: number): string =>
  `[${Array.from({ length: count }, (_, index) => `${name} number ${index + 1}`).join(', ')}]`;

const rbac = '# Storage\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| P001 | Reader | Reader | — |\n';

const files = {
  'personas/P001.yaml': persona(
    'P001',
    'Data Engineer',
    'team: Data Team\nsummary: Brings data in.\ncomponents: [Storage, Long name of a component that goes over the end of its line, Keys]\n' +
      'primaryInteraction: [P002 Analyst, Operations]\nprocesses: [Ingestion, Cleaning of what comes in, Publishing of what is clean, ETL]\n' +
      'skills: [SQL]\n',
  ),
  'personas/P002.yaml': persona(
    'P002',
    'Analyst of everything',
    `team: Data Team\ncomponents: ${list('Component', 34)}\nprocesses: ${list('Process', 9)}\n`,
  ),
  'personas/rbac/storage.md': rbac,
};

const looks: readonly (readonly [string, string, readonly string[]])[] = [
  ['tarot', 'en', []],
  ['poker', 'ar', ['--theme', 'dark']],
  ['tarot', 'he', ['--orientation', 'landscape', '--theme', 'low-ink']],
];

const ourStyle = readFileSync(join(repository, 'templates/card.css'), 'utf8');

/** Dots between items are not part of them. */
const hide = (what: string): string => `.card ${what}{visibility:hidden}.card ${what}::after{visibility:visible}`;

function linksOf(out: string): Links[] {
  return readdirSync(join(out, 'png'))
    .filter((name) => name.endsWith('.links.json'))
    .map((name) => JSON.parse(readFileSync(join(out, 'png', name), 'utf8')) as Links);
}

const overlap = ([a, b, c, d]: PlaceEntry['rect'], [e, f, g, h]: PlaceEntry['rect']): boolean =>
  a < e + g && e < a + c && b < f + h && f < b + d;

const inner = ([x, y, width, height]: PlaceEntry['rect']): PlaceEntry['rect'] => [x, y + 3, width, height - 6];

describe('links.json', () => {
  it.each(sampled(looks, 2))(
    'of %s in %s, %j has every place where its ink is',
    { timeout: 120_000 },
    async (card, language, more) => {
      const root = projectWith({ ...files, 'personas/workload.yaml': `name: Deck\nlanguage: ${language}\n` });
      const build = async (out: string, style?: string): Promise<string> => {
        if (style !== undefined) writeFiles(root, { 'templates/card.css': ourStyle + style });
        const { code, err } = await cli(root, 'build', '--only', 'png', '--card', card, '--out', out, ...more);
        expect([code, err]).toEqual([0, err]);
        return join(root, out);
      };
      const shown = await build('shown');
      const bare = await build('bare', hide('[data-place]:not([data-place=""])'));
      const onlyOthers = await build('others', hide('[data-place$="-0"]'));
      const links = linksOf(shown);
      expect(links.map((one) => one.persona)).toEqual(['P001', 'P002']);
      expect(links[1]?.images.length).toBeGreaterThan(2);
      for (const { images } of links) {
        for (const { file, side, width, height, places } of images) {
          const where = `${file} ${side}`;
          const rects = places.map(({ rect }) => rect);
          for (const [index, rect] of rects.entries()) {
            const hit = rects.findIndex((other, at) => at > index && overlap(rect, other));
            expect([where, places[index]?.text, places[hit]?.text]).toEqual([where, places[index]?.text, undefined]);
          }
          const all = await changes(join(shown, 'png', file), join(bare, 'png', file));
          expect([where, all.width, all.height]).toEqual([where, width, height]);
          const [ink, outside] = countIn(all, rects);
          expect([where, outside]).toEqual([where, 0]);
          for (const [index, count] of ink.entries()) {
            expect([where, places[index]?.text, count > 60]).toEqual([where, places[index]?.text, true]);
          }
          // Each is its own: with the first of each kind hidden, the ink of the others stays. Underlines may touch an edge.
          const found = await changes(join(shown, 'png', file), join(onlyOthers, 'png', file));
          const [gone] = countIn(found, rects.map(inner));
          const isFirst = ({ kind, text }: PlaceEntry): boolean =>
            kind !== 'persona' && places.find((one) => one.kind === kind)?.text === text;
          for (const [index, place] of places.entries()) {
            expect([where, place.text, (gone[index] ?? 0) > 0]).toEqual([where, place.text, isFirst(place)]);
          }
        }
      }
    },
  );

  it('says what is there and where it leads', { timeout: 60_000 }, async () => {
    const root = projectWith(files);
    expect(await cli(root, 'build', '--only', 'png,markdown')).toMatchObject({ code: 0 });
    const [first, second] = linksOf(join(root, 'out'));
    const entries = (at: number): unknown[] =>
      (first?.images[at]?.places ?? [])
        .map(({ kind, text, address }) => [kind, text, address])
        // What runs on over the end of a line is there twice.
        .filter((entry, index, all) => JSON.stringify(entry) !== JSON.stringify(all[index - 1]));
    const components = [
      ['component', 'Storage', '../rbac/storage.md'],
      ['component', 'Long name of a component that goes over the end of its line', undefined],
      ['component', 'Keys', undefined],
    ];
    expect(first).toMatchObject({ persona: 'P001', name: 'Data Engineer' });
    expect(entries(0)).toEqual([
      ['persona', 'P001 Data Engineer', '../markdown/P001-data-engineer.md'],
      ['team', 'Data Team', undefined],
      ['interaction', 'P002 Analyst of everything', '../markdown/P002-analyst-of-everything.md'],
      ['interaction', 'Operations', undefined],
      ...components,
      ...['Ingestion', 'Cleaning of what comes in', 'Publishing of what is clean', 'ETL'].map((text) => [
        'process',
        text,
        undefined,
      ]),
    ]);
    expect(entries(1)).toEqual([['persona', 'P001 Data Engineer', '../markdown/P001-data-engineer.md'], ...components]);
    expect(first?.images[0]?.alt).toBe(
      'P001 Data Engineer (Person). Brings data in. Team: Data Team. Primary interaction: P002 Analyst of everything, Operations. ' +
        'Components access: Storage, Long name of a component that goes over the end of its line, Keys. ' +
        'Processes: Ingestion, Cleaning of what comes in, Publishing of what is clean, ETL. Skills: SQL.',
    );
    expect(first?.images[1]?.alt).toMatch(/^P001 Data Engineer \(Person\)\. Access: Storage, Long .*, Keys\.$/);
    expect(first?.images[1]?.places[1]).toMatchObject({ id: 'storage', number: 1 });
    // A continued persona: every component stands on some front, once, and on some back.
    for (const side of ['front', 'back']) {
      const named = (second?.images ?? [])
        .filter((image) => image.side === side)
        .flatMap(({ places }) => places.filter(({ kind }) => kind === 'component').map(({ text }) => text));
      expect(named.filter((text) => text.startsWith('Component number')).length).toBeGreaterThan(0);
    }
    const all = (second?.images ?? []).flatMap(({ places }) => places.map(({ kind, text }) => `${kind} ${text}`));
    for (let number = 1; number <= 34; number += 1) {
      expect(all.filter((one) => one === `component Component number ${number}`)).toHaveLength(2);
    }
    const address = first?.images[0]?.places[4]?.address ?? '';
    expect(existsSync(join(root, 'out/png', address))).toBe(true);
  });

  it('leads to pages only when they are made, and by the address at which they are published', {
    timeout: 60_000,
  }, async () => {
    const root = projectWith({ ...files, 'persona-deck.yaml': 'print: { qr: none }\n' });
    const addresses = async (...args: string[]): Promise<(string | undefined)[]> => {
      expect(await cli(root, 'build', ...args)).toMatchObject({ code: 0 });
      return (linksOf(join(root, 'out'))[0]?.images[1]?.places ?? []).map(({ address }) => address);
    };
    expect(await addresses('--only', 'png')).toEqual([undefined, '../rbac/storage.md', undefined, undefined]);
    expect(await addresses('--only', 'png,markdown', '--link-base', 'https://example.com/personas/')).toEqual([
      'https://example.com/personas/markdown/P001-data-engineer.md',
      'https://example.com/personas/rbac/storage.md',
      undefined,
      undefined,
    ]);
  });
});
