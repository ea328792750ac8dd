import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Confinement } from '../../src/source/confine.ts';
import { discoverFiles } from '../../src/source/discover.ts';
import { FolderNotFound } from '../../src/source/folderNotFound.ts';
import { LineIndex } from '../../src/source/lineIndex.ts';
import { followLocal } from '../../src/source/localReference.ts';
import { findProjectRoot } from '../../src/source/projectRoot.ts';
import { maxTextBytes, readText } from '../../src/source/readText.ts';
import { decodeUtf8 } from '../../src/source/utf8.ts';
import { folderWith, places } from '../workload/reading.ts';

describe('LineIndex', () => {
  it('goes from offsets to positions and back, whatever the line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', '\t')), fc.nat(), (parts, seed) => {
        const text = parts.join('');
        const index = new LineIndex(text);
        const offset = seed % (text.length + 1);
        const position = index.positionAt(offset);
        const inside = text.slice(offset - 1, offset + 1) === '\r\n';
        expect(index.offsetAt(position)).toBe(inside ? offset - 1 : offset);
        expect(position.line).toBeLessThanOrEqual(index.lineCount);
        expect(index.lineCount).toBe(text.split(/\r\n|\n|\r/).length);
      }),
    );
  });
});

describe('decodeUtf8', () => {
  it.each([
    ['a Latin 1 letter', [0x61, 0x0a, 0x62, 0xe4, 0x63], 3, 2, 2],
    ['an overlong form', [0xc0, 0x80], 0, 1, 1],
    ['an overlong form of three bytes', [0xe0, 0x80, 0x80], 0, 1, 1],
    ['an overlong form of four bytes', [0xf0, 0x80, 0x80, 0x80], 0, 1, 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 1, 2],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0, 1, 1],
    ['a sequence cut short', [0xc3, 0xa4, 0xe2, 0x82], 2, 1, 2],
  ])('finds %s', (_, bytes, byteOffset, line, column) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ byteOffset, line, column, looksLikeUtf16: false });
  });

  it('drops the byte order mark', () => {
    expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
  });

  it('agrees with the platform on what is wrong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const decoded = decodeUtf8(bytes);
        if (typeof decoded === 'string') return;
        const before = bytes.subarray(0, decoded.byteOffset);
        expect(typeof decodeUtf8(before)).toBe('string');
        expect(decoded.byteOffset).toBeLessThan(bytes.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Confinement', () => {
  it('lets nothing out', async () => {
    const outside = folderWith({ 'secret.md': 'x', 'sub/deep.md': 'x' });
    const root = folderWith({ 'a/b.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    symlinkSync(outside, join(root, 'a/folder'));
    symlinkSync(join(root, 'a'), join(root, 'inner'));
    symlinkSync('nowhere', join(root, 'broken.md'));
    const confinement = await Confinement.of(root);
    const status = async (path: string): Promise<string> => (await confinement.resolve(root, path)).status;
    expect(await status('a/b.md')).toBe('found');
    expect(await status('a/../a/b.md')).toBe('found');
    expect(await status('inner/b.md')).toBe('found');
    expect(await status('..a.md')).toBe('missing');
    expect(await status('a/none.md')).toBe('missing');
    expect(await status('broken.md')).toBe('missing');
    expect(await status('../x')).toBe('outside');
    expect(await status('a/../../x')).toBe('outside');
    expect(await status('/etc/passwd')).toBe('outside');
    expect(await status('a\0b')).toBe('outside');
    expect(await status('link.md')).toBe('outsideByLink');
    expect(await status('a/folder/sub/deep.md')).toBe('outsideByLink');
    // What does not exist behind a link that leads outside is none of our business either.
    expect(await status('a/folder/none/at/all.md')).toBe('outsideByLink');
    expect(await status('x'.repeat(5000))).toBe('missing');
  });
});

describe('followLocal', () => {
  it('follows links as a viewer would', async () => {
    const root = folderWith({ 'docs/a.md': '', 'docs/b c.md': '', 'top.md': '', 'docs/100%.md': '' });
    const confinement = await Confinement.of(root);
    const follow = async (destination: string) => {
      const target = await followLocal(confinement, join(root, 'docs/a.md'), destination);
      return target?.status === 'file' ? target.file : target?.status;
    };
    expect(await follow('b%20c.md#part')).toBe('docs/b c.md');
    expect(await follow('100%.md?raw=1')).toBe('docs/100%.md');
    expect(await follow('../top.md')).toBe('top.md');
    expect(await follow('/top.md')).toBe('top.md');
    expect(await follow('none.md')).toBe('missing');
    expect(await follow('../../x.md')).toBe('outside');
    expect(await follow('%2e%2e/%2e%2e/x.md')).toBe('outside');
    expect(await follow('.')).toBe('folder');
    for (const elsewhere of ['#part', '', '?q', 'https://x.y/z', '//x.y/z', 'mailto:a@b', 'C:\\x']) {
      expect(await follow(elsewhere)).toBeUndefined();
    }
  });
});

describe('readText', () => {
  it('reads with byte order mark and CRLF as they are', async () => {
    const root = folderWith({ 'a.md': '\ufeffa\r\nb' });
    const read = await readText(await Confinement.of(root), join(root, 'a.md'));
    expect(read).toEqual({ ok: true, value: { file: 'a.md', absolutePath: join(root, 'a.md'), text: 'a\r\nb' } });
  });

  it('says what is wrong', async () => {
    const root = folderWith({
      'latin.md': Uint8Array.from([0x0a, 0xe4]),
      'utf16.md': Uint8Array.from([0xff, 0xfe, 0x61, 0]),
      'large.md': '',
    });
    truncateSync(join(root, 'large.md'), maxTextBytes + 1);
    mkdirSync(join(root, 'folder.md'));
    const confinement = await Confinement.of(root);
    const problemOf = async (name: string) => {
      const read = await readText(confinement, join(root, name));
      return read.ok ? undefined : read.problems[0];
    };
    const latin = await problemOf('latin.md');
    expect(latin === undefined ? [] : places([latin])).toEqual(['SRC001 latin.md:2:1']);
    expect((await problemOf('utf16.md'))?.hint).toBe('the file looks like UTF-16; save it as UTF-8');
    expect(await problemOf('large.md')).toMatchObject({ code: 'SRC002', message: 'larger than 4 MiB' });
    expect(await problemOf('folder.md')).toMatchObject({ code: 'SRC003' });
    expect(await problemOf('none.md')).toMatchObject({ code: 'SRC006', location: { file: 'none.md' } });
    expect(await problemOf('../x.md')).toMatchObject({ code: 'SRC004' });
  });
});

describe('discoverFiles', () => {
  const find = async (
    files: Readonly<Record<string, string>>,
    folder = 'personas',
    exclude: readonly string[] = [],
  ) => {
    const root = folderWith(files);
    const confinement = await Confinement.of(root);
    const found = await discoverFiles(
      confinement,
      join(root, folder),
      exclude.map((path) => join(root, path)),
    );
    const names = (paths: readonly string[]): string[] => paths.map((path) => confinement.fileOf(path));
    return {
      workload: found.workloadFile === undefined ? undefined : confinement.fileOf(found.workloadFile),
      personas: names(found.personaFiles),
      rbac: names(found.rbacFiles),
      single: found.single,
    };
  };

  it('tells workload, personas and RBAC files apart, in the order of their paths', async () => {
    expect(
      await find({
        'personas/workload.yaml': '',
        'personas/b.yml': '',
        'personas/A.YAML': '',
        'personas/team/c.yaml': '',
        'personas/notes.txt': '',
        'personas/.hidden.yaml': '',
        'personas/.git/x.yaml': '',
        'personas/node_modules/x/y.yaml': '',
        'personas/rbac/z.md': '',
        'personas/rbac/sub/a.markdown': '',
        'personas/rbac/values.yaml': '',
      }),
    ).toEqual({
      workload: 'personas/workload.yaml',
      personas: ['personas/A.YAML', 'personas/b.yml', 'personas/team/c.yaml'],
      rbac: ['personas/rbac/sub/a.markdown', 'personas/rbac/z.md'],
      single: false,
    });
  });

  it('leaves out what has another meaning when the folder is the project root', async () => {
    const files = {
      'persona-deck.yaml': '',
      'a.yaml': '',
      'themes/x/theme.yaml': '',
      'templates/t.yaml': '',
      'locales/fi.yaml': '',
      'out/rbac/copied.yaml': '',
    };
    expect((await find(files, '.', ['out'])).personas).toEqual(['a.yaml']);
  });

  it('takes a single file', async () => {
    expect(
      await find({ 'personas/one.yaml': '', 'personas/two.yaml': '', 'personas/rbac/a.md': '' }, 'personas/one.yaml'),
    ).toEqual({
      workload: 'personas/one.yaml',
      personas: [],
      rbac: ['personas/rbac/a.md'],
      single: true,
    });
  });

  it('follows links inside the root once, and reports those that lead outside', async () => {
    const outside = folderWith({ 'x.yaml': '' });
    const root = folderWith({ 'personas/a.yaml': '', 'shared/b.yaml': '' });
    symlinkSync(join(root, 'shared'), join(root, 'personas/shared'));
    symlinkSync(join(root, 'personas'), join(root, 'personas/loop'));
    symlinkSync(outside, join(root, 'personas/team'));
    symlinkSync(join(outside, 'x.yaml'), join(root, 'personas/x.yaml'));
    symlinkSync(join(outside, 'notes.txt'), join(root, 'personas/notes.txt'));
    const confinement = await Confinement.of(root);
    const found = await discoverFiles(confinement, join(root, 'personas'));
    expect(found.personaFiles.map((path) => confinement.fileOf(path))).toEqual([
      'personas/a.yaml',
      'personas/shared/b.yaml',
    ]);
    expect(places(found.problems).sort()).toEqual(['SRC005 personas/team', 'SRC005 personas/x.yaml']);
  });

  it('throws when there is no such folder', async () => {
    await expect(find({})).rejects.toThrow(FolderNotFound);
  });
});

describe('findProjectRoot', () => {
  it('is the nearest folder with settings, then the current one, then the workload folder', async () => {
    const root = folderWith({ 'p/persona-deck.yaml': '', 'p/w/x/a.yaml': '', 'q/w/a.yaml': '' });
    expect(await findProjectRoot(root, join(root, 'p/w/x'))).toBe(join(root, 'p'));
    expect(await findProjectRoot(root, join(root, 'p/w/x/a.yaml'))).toBe(join(root, 'p'));
    expect(await findProjectRoot(root, join(root, 'p'))).toBe(join(root, 'p'));
    expect(await findProjectRoot(root, join(root, 'q/w'))).toBe(root);
    expect(await findProjectRoot(join(root, 'p/w'), join(root, 'q/w'))).toBe(join(root, 'q/w'));
    expect(await findProjectRoot(join(root, 'p/w'))).toBe(join(root, 'p'));
    expect(await findProjectRoot(join(root, 'q/w'))).toBe(join(root, 'q/w'));
    await expect(findProjectRoot(root, join(root, 'none'))).rejects.toThrow(FolderNotFound);
  });
});
