import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, persona, projectWith, snapshot, temporaryFolder, writeFiles } from '../support/project.ts';

const good = { 'personas/P001.yaml': persona('P001', 'Data Engineer', 'components: [Storage]\n') };

/** Names of problems, and files that have them. Each is built over a good output, which must stay as it was. */
const problems: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp, RegExp])[] = [
  [
    'a YAML syntax error',
    { 'personas/P001.yaml': 'id: P001\nname: "Data\nteam: [A\n' },
    /personas\/P001\.yaml:\d+:\d+ error YAML/,
    /./,
  ],
  [
    'an unknown key',
    { 'personas/P001.yaml': persona('P001', 'Data Engineer', 'compnents: [Storage]\n') },
    /personas\/P001\.yaml:3:1 error \w+ .*compnents/,
    /did you mean "?components/,
  ],
  [
    'a missing id',
    { 'personas/P001.yaml': 'name: Data Engineer\n' },
    /personas\/P001\.yaml:1:1 error \w+ .*id/,
    /hint/,
  ],
  ['a missing name', { 'personas/P001.yaml': 'id: P001\n' }, /personas\/P001\.yaml:1:1 error \w+ .*name/, /hint/],
  [
    'a duplicate id',
    { 'personas/P002.yaml': persona('P001', 'Other') },
    /personas\/P002\.yaml:1:\d+ error \w+ .*P001/,
    /see: personas\/P001\.yaml:1/,
  ],
  [
    'file names that clash',
    {
      'personas/P002.yaml': persona('p-001', 'Data Engineer'),
      'personas/P003.yaml': persona('P 001', 'Data Engineer'),
    },
    /error \w+ .*file/i,
    /see: personas/,
  ],
  [
    'a file that is not UTF-8',
    { 'personas/P001.yaml': Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe]) },
    /personas\/P001\.yaml:1:5 error SRC001/,
    /save the file as UTF-8/,
  ],
  ['an alias bomb', { 'personas/P001.yaml': aliasBomb() }, /personas\/P001\.yaml:\d+:\d+ error YAML/, /hint/],
  [
    'an image outside the project',
    { 'personas/P001.yaml': persona('P001', 'Data Engineer', 'image: ../../secret.png\n') },
    /personas\/P001\.yaml:3:\d+ error SRC004/,
    /outside the project root/,
  ],
  [
    'an RBAC file outside the project',
    { 'personas/workload.yaml': 'components: [{name: Storage, rbac: ../../../etc/passwd}]\n' },
    /personas\/workload\.yaml:1:\d+ error SRC004/,
    /outside the project root/,
  ],
  [
    'an image that is none',
    { 'personas/P001.yaml': persona('P001', 'Data Engineer', 'image: a.png\n'), 'personas/a.png': 'not a picture' },
    /personas\/P001\.yaml:3:\d+ error IMG003/,
    /hint/,
  ],
];

function aliasBomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    const [from, to] = [String.fromCharCode(96 + level), String.fromCharCode(97 + level)];
    lines.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`);
  }
  return `${lines.join('\n')}\nid: P001\nname: Bomb\n`;
}

describe('a build that is refused', () => {
  it.each(problems)(
    '%s: says where, what to do, and leaves the last good output',
    async (_name, files, message, hint) => {
      const root = projectWith(good);
      expect(await cli(root, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
      const before = snapshot(join(root, 'out'));
      writeFiles(root, files);
      const { code, err } = await cli(root, 'build', '--only', 'markdown');
      expect(err).toMatch(message);
      expect(err).toMatch(hint);
      expect(err).not.toMatch(/\n\s+at .*:\d+/);
      expect(code).toBe(1);
      expect(snapshot(join(root, 'out'))).toEqual(before);
    },
  );

  it('follows no symbolic link out of the project', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.md'), '# secret\n');
    const root = projectWith({
      ...good,
      'personas/workload.yaml': 'components: [{name: Storage, rbac: rbac/storage.md}]\n',
    });
    mkdirSync(join(root, 'personas/rbac'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'personas/rbac/storage.md'));
    const { code, err } = await cli(root, 'build', '--only', 'markdown');
    expect(code).toBe(1);
    expect(err).toMatch(/SRC005/);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  it('a folder without personas', async () => {
    const root = projectWith({ 'personas/readme.txt': 'nothing here' });
    const { code, err } = await cli(root, 'build');
    expect(code).toBe(1);
    expect(err).toMatch(/error \w+ .*persona/);
  });

  it('names every problem of every file at once', async () => {
    const root = projectWith({ 'personas/P001.yaml': 'id: P001\n', 'personas/P002.yaml': 'name: X\ntaem: Y\n' });
    const { err } = await cli(root, 'build');
    expect(err).toMatch(/P001\.yaml/);
    expect(err).toMatch(/taem/);
    expect(err).toMatch(/3 errors/);
  });
});

describe('wrong usage', () => {
  it.each([
    [['build', 'no-such-folder'], /no folder or file no-such-folder/],
    [['build', '--thme', 'dark'], /unknown option.*--thme[\s\S]*--theme/],
    [['bild'], /unknown command.*bild[\s\S]*build/],
    [['build', '--only', 'powerpoint'], /no output powerpoint[\s\S]*pptx/],
    [['build', '--persona', 'P01'], /no persona P01[\s\S]*P001/],
    [['build', '--theme', 'drak'], /no theme drak[\s\S]*dark/],
    [['build', '--card', 'tarrot'], /no card size tarrot[\s\S]*tarot/],
    [['build', '--card', '10x10'], /cannot hold a persona/],
    [['build', '--paper', 'a9'], /no paper a9/],
    [['build', '--link-base', 'ftp://x'], /no address for links/],
    [[], /Usage: persona-deck/],
  ])('%j exits with 2', async (args, message) => {
    const { code, err } = await cli(projectWith(good), ...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('a missing browser', () => {
  it('exits with 3 and says what to do; what needs none is built', async () => {
    const root = projectWith(good);
    const { code, err } = await cli(root, 'build', '--browser', '/nonexistent/chrome');
    expect(code).toBe(3);
    expect(err).toMatch(/nonexistent\/chrome/);
    expect(err).toMatch(/leave it out to use the browser that comes with/);
    expect(existsSync(join(root, 'out/manifest.json'))).toBe(false);
    expect(await cli(root, 'build', '--browser', '/nonexistent/chrome', '--only', 'markdown')).toMatchObject({
      code: 0,
    });
  });
});

describe('a template of the project', () => {
  it.each([
    ['asks for what pages refuse', '<article class="card"><script src="x.js"></script></article>', /script/],
    ['makes no card', '<p>{{name}}</p>', /class "card"/],
    ['names a key that does not exist', '<article class="card">{{nmae}}</article>', /card-front\.hbs[\s\S]*nmae/],
    ['cannot be compiled', '<article class="card">{{#if}</article>', /card-front\.hbs/],
  ])('that %s is named, with exit code 2 and no stack', async (_name, template, message) => {
    const root = projectWith({ ...good, 'templates/card-front.hbs': template });
    const { code, err } = await cli(root, 'build', '--only', 'png');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at .*:\d+/);
    expect(code).toBe(2);
  });
});
