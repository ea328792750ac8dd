import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/outputs/wiki/flavours.ts';
import { keptPart, withMarks } from '../../src/outputs/wiki/keptParts.ts';
import { type WikiFlavour, wikiFlavours } from '../../src/schema/settings.ts';
import { type Answer, cli, persona, projectWith } from '../support/project.ts';
import { wikiOf } from './wikiOf.ts';

const marks = { open: '<!-- keep -->', close: '<!-- /keep -->' };

const pages: Readonly<Record<WikiFlavour, string>> = {
  github: 'P002-Analyst.md',
  gitlab: 'P002-Analyst.md',
  'azure-devops': 'P002-Analyst.md',
  confluence: 'pages/P002-Analyst.xml',
  mediawiki: 'pages/P002_Analyst.wiki',
  dokuwiki: 'pages/p002_analyst.txt',
  html: 'P002-Analyst.html',
};

const filesFor = (...wikis: readonly WikiFlavour[]): Record<string, string> => ({
  'persona-deck.yaml': `outputs: [wiki]\nwiki: {flavours: [${wikis.join(', ')}]}\n`,
  'personas/P001.yaml': persona('P001', 'Engineer', 'components: [Storage]\n'),
  'personas/P002.yaml': persona('P002', 'Analyst', 'summary: Before\n'),
});

const build = (root: string, ...args: string[]): Promise<Answer> => cli(root, 'build', ...args);
const read = (path: string): string => readFileSync(path, 'utf8');

/** Puts a text between the marks of a page, whatever stands there. */
function write(path: string, text: string, { open, close }: typeof marks): void {
  const page = read(path);
  const [before = ''] = page.split(open);
  const after = page.slice(page.lastIndexOf(close));
  writeFileSync(path, `${before}${open}\n${text}${after}`);
}

describe.each(['github', 'dokuwiki', 'html'] as const)('what people write on a page of %s', (wiki) => {
  const { marks: own } = flavours[wiki];
  const started = async (): Promise<{ root: string; page: string }> => {
    const root = projectWith(filesFor(wiki));
    await build(root);
    return { root, page: join(root, 'out/wiki', wiki, pages[wiki]) };
  };
  const text = '\r\nMine: **x** \u00a0\r\n\tä 😀\r\n\n\n  <!-- note -->\r\n';

  it('stays byte for byte, whatever else changes', async () => {
    const { root, page } = await started();
    write(page, text, own);
    const edited = read(page);
    for (const args of [[], ['--force'], ['--only', 'wiki', '--wiki', wiki], ['--persona', 'P002', '--force']]) {
      await build(root, ...args);
      expect(read(page)).toBe(edited);
    }
    writeFileSync(join(root, 'personas/P002.yaml'), persona('P002', 'Analyst', 'summary: After\n'));
    await build(root);
    expect(read(page)).toBe(edited.replaceAll('Before', 'After'));
    expect((await build(root)).err).toContain('Nothing to do');
  });

  it('outside of the marks is overwritten, also where it is as long as before', async () => {
    const { root, page } = await started();
    const before = read(page);
    for (const edited of [before.replace('Before', 'Behind'), before.replace('Before', 'Before and more')]) {
      writeFileSync(page, edited);
      await build(root);
      expect(read(page)).toBe(before);
    }
  });

  it('has marks again where they were deleted', async () => {
    const { root, page } = await started();
    const before = read(page);
    writeFileSync(page, before.replaceAll(own.open, '').replaceAll(own.close, ''));
    await build(root);
    expect(read(page)).toBe(before);
  });

  it('is told and left where it is when its persona goes, until somebody has moved it', async () => {
    const { root, page } = await started();
    write(page, text, own);
    const edited = read(page);
    rmSync(join(root, 'personas/P002.yaml'));
    for (const _ of [1, 2]) {
      const { code, err } = await build(root);
      expect(code).toBe(0);
      expect(err).toContain(`WIK901`);
      expect(err).toContain(`wiki/${wiki}/${pages[wiki]} is no longer made`);
      expect(read(page)).toBe(edited);
    }
    write(page, '\n', own);
    const { err } = await build(root);
    expect(err).not.toContain('WIK901');
    expect(existsSync(page)).toBe(false);
  });
});

describe.each(wikiFlavours)('a page of %s', (wiki) => {
  it('is the same when it is made from what an earlier build left and people filled in', async () => {
    const first = await wikiOf(wiki);
    const { open, close } = flavours[wiki].marks;
    const filled = new Map(
      [...first].map(([path, page]) => [path, page.replace(`${open}\n\n${close}`, `${open}\n${path}\r\n\t\n${close}`)]),
    );
    const again = await wikiOf(wiki, { earlier: (path) => filled.get(path.slice(`wiki/${wiki}/`.length)) });
    const pages = [...filled].filter(([path, page]) => page !== first.get(path));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.map(([path]) => again.get(path))).toEqual(pages.map(([, page]) => page));
  });
});

describe('a page without text of people', () => {
  it('goes with its persona, without a word', async () => {
    const root = projectWith(filesFor(...wikiFlavours));
    await build(root);
    rmSync(join(root, 'personas/P002.yaml'));
    expect((await build(root)).err).not.toContain('WIK901');
    for (const wiki of wikiFlavours) expect(existsSync(join(root, 'out/wiki', wiki, pages[wiki]))).toBe(false);
  });
});

describe('the part between the marks', () => {
  it('is the same after any number of builds', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(marks.open, marks.close, ` ${marks.open} `, '', '\t', `x ${marks.close}`),
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), (lines) => {
        const text = lines.map(([shown, close]) => shown + close).join('');
        const first = keptPart(`before\n${marks.open}\n${text}${marks.close}\nafter\n`, marks);
        expect(first).toBe(text.trim() === '' ? '' : text);
        expect(keptPart(`other\n${withMarks(first, marks)}\nafter\n`, marks)).toBe(first);
      }),
    );
  });

  it('is rather too much than too little where the second mark is gone', () => {
    expect(keptPart(`a\n${marks.open}\nmine\nfooter\n`, marks)).toBe('mine\nfooter\n');
    expect(keptPart(`a\n${marks.close}\nmine\n`, marks)).toBe('');
    expect(keptPart(undefined, marks)).toBe('');
  });
});
