import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatPretty } from '../../src/diagnostics/pretty.ts';
import { FolderNotFound } from '../../src/source/folderNotFound.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { folderWith, persona, place, places, readFiles, workloadOf } from './reading.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

describe('the example', () => {
  it('is read without problems, each component with its RBAC file', async () => {
    const { workload, diagnostics } = await readWorkload({ root: repository, folder: 'personas' });
    expect(diagnostics).toEqual([]);
    expect(workload?.personas.map(({ stem }) => stem)).toEqual([
      'P001-ai-data-engineer',
      'P003-bi-analyst',
      'P004-discriminative-ai-data-scientist',
      'P006-genai-data-scientist',
      'P007-genai-chat-developer',
      'P009-buildagent-mlops',
    ]);
    expect(workload?.environments.map(({ id, production }) => [id, production])).toEqual([
      ['dev', false],
      ['stage', false],
      ['prod', true],
    ]);
    for (const { components } of workload?.personas ?? []) {
      for (const component of components) expect(component.rbac?.path).toBe(`personas/rbac/${component.id}.md`);
    }
    expect(workload?.rbacIssues).toEqual([]);
    expect(workload?.rbacFiles.every(({ readable }) => readable)).toBe(true);
  });
});

describe('persona files', () => {
  it('hold one persona, a list, or several documents; personas stand in the order of their ids', async () => {
    const { personas } = await workloadOf({
      'personas/a.yaml': '- {id: P10, name: Ten}\n- {id: P9, name: Nine}\n',
      'personas/b.yaml': `${persona('P1', 'One')}---\n---\n- {id: P2, name: Two}\n`,
      'personas/c.yaml': '# nothing yet\n',
      'personas/workload.yaml': 'personas:\n  - {id: P3, name: Three}\n---\nid: P4\nname: Four\n',
    });
    expect(personas.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3', 'P4', 'P9', 'P10']);
    expect(personas.map(({ location }) => place(location))).toEqual([
      'personas/b.yaml:1:1',
      'personas/b.yaml:5:4',
      'personas/workload.yaml:2:6',
      'personas/workload.yaml:4:1',
      'personas/a.yaml:2:4',
      'personas/a.yaml:1:4',
    ]);
  });

  it('may be one file that is named itself', async () => {
    const files = { 'one.yaml': 'name: W\npersonas: [{id: P1, name: One}]\n', 'two.yaml': persona('P2', 'Two') };
    const root = folderWith(files);
    expect((await readWorkload({ root, folder: 'one.yaml' })).workload).toMatchObject({
      name: 'W',
      personas: [{ id: 'P1' }],
    });
    expect((await readWorkload({ root, folder: 'two.yaml' })).workload).toMatchObject({ personas: [{ id: 'P2' }] });
  });

  it('keep every field', async () => {
    const files = {
      'personas/p.yaml': persona(
        'P1',
        'One',
        'kind: agent\nteam: T\nprimaryInteraction: [U, P1]\ncomponents: Store, blobs\nprocesses: [Ops]\n' +
          'skills: [{name: SQL, level: basic, learn: "https://x.y"}]\nsummary: s\ngoal: g\nnotes: n\n' +
          'image: i.png\ngroup: gr\nidentity: id\nsponsor: sp\nduties: deploy\n',
      ),
      'personas/i.png': 'png',
    };
    const [one] = (await workloadOf(files)).personas;
    expect(one).toMatchObject({
      id: 'P1',
      name: 'One',
      kind: 'agent',
      stem: 'P1-one',
      team: { id: 't', name: 'T', hasPersonas: true },
      primaryInteraction: [
        { kind: 'team', team: { name: 'U', hasPersonas: false } },
        { kind: 'persona', id: 'P1', name: 'One' },
      ],
      components: [{ id: 'store-blobs', name: 'Store, blobs', rbacPath: 'personas/rbac/store-blobs.md' }],
      processes: [{ id: 'ops', name: 'Ops' }],
      skills: [{ name: 'SQL', level: 'basic', learn: 'https://x.y' }],
      summary: 's',
      goal: 'g',
      notes: 'n',
      group: 'gr',
      identity: 'id',
      sponsor: 'sp',
      duties: ['deploy'],
      image: { path: 'personas/i.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(place(one?.fieldLocations['goal'])).toBe('personas/p.yaml:10:1');
    expect(place(one?.fieldLocations['components.store-blobs'])).toBe('personas/p.yaml:6:13');
  });
});

describe('names', () => {
  const files = {
    'personas/workload.yaml': [
      'name: W',
      'summary: About it.',
      'language: fi',
      'teams: [{name: Zeta, color: "#AABBCC", url: "https://z.y"}, {name: Alpha Team, aliases: [The A]}]',
      'components: [{name: Azure Storage, aliases: [ADLS], system: s, category: c, url: "https://x.y"}]',
      'processes: [{id: ops, name: DataOps, aliases: [Data operations]}]',
    ].join('\n'),
    'personas/a.yaml': persona(
      'P1',
      'A',
      'team: the a\ncomponents: [adls, azure-storage, Key Vault]\nprocesses: data-operations\nprimaryInteraction: [Beta]\n',
    ),
    'personas/b.yaml': persona(
      'P2',
      'B',
      'team: Gamma\ncomponents: [KEY VAULT]\nprimaryInteraction: [alpha team, The A, gamma]\n',
    ),
  };

  it('lead to what is declared, by name, alias or id, or exist by being named', async () => {
    const workload = await workloadOf(files);
    expect(workload).toMatchObject({ name: 'W', summary: 'About it.', language: 'fi' });
    expect(workload.teams).toMatchObject([
      { id: 'zeta', color: '#aabbcc', url: 'https://z.y', hasPersonas: false },
      { id: 'alpha-team', hasPersonas: true },
      { id: 'gamma', name: 'Gamma', hasPersonas: true },
      { id: 'beta', name: 'Beta', hasPersonas: false },
    ]);
    expect(workload.components).toMatchObject([
      { id: 'azure-storage', name: 'Azure Storage', system: 's', category: 'c', url: 'https://x.y' },
      { id: 'key-vault', name: 'Key Vault', system: 'azure-rbac' },
    ]);
    const [a, b] = workload.personas;
    expect(a?.components.map(({ id }) => id)).toEqual(['azure-storage', 'key-vault']);
    expect(a?.processes).toMatchObject([{ id: 'ops', name: 'DataOps' }]);
    expect(b?.components[0]).toBe(a?.components[1]);
    expect(b?.primaryInteraction.map((one) => (one.kind === 'team' ? one.team.id : one.id))).toEqual([
      'alpha-team',
      'gamma',
    ]);
  });

  it('are those of the folder and of English unless given; settings choose the language', async () => {
    const bare = { 'personas/a.yaml': persona('P1', 'A') };
    expect(await workloadOf(bare)).toMatchObject({ name: 'Personas', language: 'en' });
    expect((await workloadOf(files, { language: 'sv' })).language).toBe('sv');
    const root = folderWith({ 'a.yaml': persona('P1', 'A') });
    expect((await readWorkload({ root, folder: '.' })).workload?.name).toBe('Personas');
  });

  it('do not depend on the order of files', async () => {
    const swapped = {
      'personas/workload.yaml': files['personas/workload.yaml'],
      'personas/z.yaml': files['personas/a.yaml'],
      'personas/b.yaml': files['personas/b.yaml'],
    };
    expect((await workloadOf(swapped)).teams).toEqual((await workloadOf(files)).teams);
  });
});

describe('environments', () => {
  const environmentsOf = async (yaml: string) =>
    (await workloadOf({ 'personas/workload.yaml': yaml, 'personas/a.yaml': persona('P1', 'A') })).environments;

  it('are Dev, Stage and Production by default', async () => {
    expect((await environmentsOf('name: W')).map(({ name, production }) => [name, production])).toEqual([
      ['Dev', false],
      ['Stage', false],
      ['Production', true],
    ]);
  });

  it('keep the order they are declared in; what is called Production is, unless another says so', async () => {
    const declared = await environmentsOf('environments: [{id: live, name: Live}, {id: lab, name: Lab}]');
    expect(declared.map(({ id, production }) => [id, production])).toEqual([
      ['live', true],
      ['lab', false],
    ]);
    const marked = await environmentsOf('environments: [{id: prod, name: Prod}, {id: hq, name: HQ, production: true}]');
    expect(marked.map(({ production }) => production)).toEqual([false, true]);
  });
});

describe('problems', () => {
  const good = { 'personas/a.yaml': persona('P1', 'Alpha') };
  const outside = '../'.repeat(20);

  it.each([
    ['a syntax error', { 'personas/a.yaml': 'id: "P1\n' }, ['YAML001 personas/a.yaml:2:1']],
    ['an unknown key', { 'personas/a.yaml': persona('P1', 'A', 'temu: x\n') }, ['SCH001 personas/a.yaml:3:1']],
    [
      'missing id and name',
      { 'personas/a.yaml': '- id: P1\n- name: X\n' },
      ['SCH003 personas/a.yaml:1:3', 'SCH003 personas/a.yaml:2:3'],
    ],
    ['a duplicate id', { ...good, 'personas/b.yaml': persona('P1', 'Beta') }, ['WLD001 personas/b.yaml:1:5']],
    ['ids that differ in case', { ...good, 'personas/b.yaml': persona('p1', 'Beta') }, ['WLD001 personas/b.yaml:1:5']],
    [
      'files that clash',
      { 'personas/a.yaml': persona('P-1', 'Alpha'), 'personas/b.yaml': persona('P.1', 'alpha!') },
      ['WLD002 personas/b.yaml:1:5'],
    ],
    [
      'pictures of one name',
      {
        'personas/a.yaml': 'id: P1\nname: Lead back',
        'personas/b.yaml': 'id: P1-lead\nname: Back 2-BACK',
        'personas/c.yaml': 'id: P1-Lead\u2010back\nname: "2"\n',
        'personas/d.yaml': 'id: P2\nname: Lead 2\n',
      },
      ['WLD002 personas/b.yaml:1:5', 'WLD002 personas/c.yaml:1:5'],
    ],
    ['no personas', { 'personas/workload.yaml': 'name: W\n' }, ['WLD003 personas']],
    ['not UTF-8', { 'personas/a.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xe4]) }, ['SRC001 personas/a.yaml:1:4']],
    [
      'not UTF-8 in RBAC',
      { ...good, 'personas/rbac/x.md': Uint8Array.from([0xe4]) },
      ['SRC001 personas/rbac/x.md:1:1'],
    ],
    [
      'two entries of one name',
      { ...good, 'personas/workload.yaml': 'components:\n  - {name: A, aliases: [X]}\n  - {name: B, aliases: [x]}\n' },
      ['WLD004 personas/workload.yaml:3:25'],
    ],
    [
      'an RBAC path outside',
      { ...good, 'personas/workload.yaml': `components: [{name: A, rbac: ${outside}etc/passwd}]\n` },
      ['SRC004 personas/workload.yaml:1:30'],
    ],
    [
      'an image outside',
      { 'personas/a.yaml': persona('P1', 'A', `image: ${outside}x.png\n`) },
      ['SRC004 personas/a.yaml:3:8'],
    ],
    [
      'an absolute image',
      { 'personas/a.yaml': persona('P1', 'A', 'image: /etc/x.png\n') },
      ['SRC004 personas/a.yaml:3:8'],
    ],
    ['no such image', { 'personas/a.yaml': persona('P1', 'A', 'image: x.png\n') }, ['IMG001 personas/a.yaml:3:8']],
    [
      'an image of another kind',
      { 'personas/a.yaml': persona('P1', 'A', 'image: x.bmp\n') },
      ['IMG002 personas/a.yaml:3:8'],
    ],
    [
      'an image of the web',
      { 'personas/a.yaml': persona('P1', 'A', 'image: https://x.y/z.png\n') },
      ['IMG002 personas/a.yaml:3:8'],
    ],
  ] as const)('%s', async (_, files, expected) => {
    const { workload, diagnostics } = await readFiles(files);
    expect(workload).toBeUndefined();
    expect(places(diagnostics)).toEqual(expected);
    for (const { kind, severity, hint } of diagnostics) {
      expect({ kind, severity }).toEqual({ kind: 'problem', severity: 'error' });
      expect(hint).toBeDefined();
    }
  });

  it('name the other place', async () => {
    const { diagnostics } = await readFiles({ ...good, 'personas/b.yaml': persona('P1', 'Beta') });
    expect(diagnostics[0]?.related?.map(({ location }) => place(location))).toEqual(['personas/a.yaml:1:5']);
  });

  it('are those of symbolic links, too', async () => {
    const elsewhere = folderWith({ 'x.png': '', 'x.md': '', 'x.yaml': persona('P9', 'X') });
    const root = folderWith({
      'personas/a.yaml': persona('P1', 'A', 'image: i.png\n'),
      'personas/workload.yaml': 'components: [{name: C, rbac: c.md}]\n',
    });
    symlinkSync(join(elsewhere, 'x.png'), join(root, 'personas/i.png'));
    symlinkSync(join(elsewhere, 'x.md'), join(root, 'personas/c.md'));
    symlinkSync(join(elsewhere, 'x.yaml'), join(root, 'personas/x.yaml'));
    const { diagnostics } = await readWorkload({ root, folder: 'personas' });
    expect(places(diagnostics)).toEqual([
      'SRC005 personas/a.yaml:3:8',
      'SRC005 personas/workload.yaml:1:30',
      'SRC005 personas/x.yaml',
    ]);
  });

  it('are collected from all files', async () => {
    const { diagnostics, files } = await readFiles({
      'personas/a.yaml': persona('P1', 'A', 'x: 1\nimage: none.png\n'),
      'personas/b.yaml': 'a: "',
      'personas/c.yaml': persona('P2', 'C'),
      'personas/d.yaml': persona('P2', 'D', 'image: none.png\n'),
      'personas/workload.yaml': 'nmae: W\n',
    });
    expect(places(diagnostics)).toEqual([
      'SCH001 personas/a.yaml:3:1',
      'YAML001 personas/b.yaml:1:5',
      'WLD001 personas/d.yaml:1:5',
      'IMG001 personas/d.yaml:3:8',
      'SCH001 personas/workload.yaml:1:1',
    ]);
    expect(files).toHaveLength(5);
  });

  it('look like this', async () => {
    const { diagnostics, files } = await readFiles({
      'personas/a.yaml': persona('P1', 'Alpha', 'image: photo.png\n'),
      'personas/b.yaml': persona('P1', 'Beta'),
    });
    const sources = new Map(files.map(({ file, text }) => [file, text]));
    expect(formatPretty(diagnostics, { sources })).toMatchInlineSnapshot(`
      "personas/a.yaml:3:8 error IMG001 image not found: photo.png
        2 | name: Alpha
      > 3 | image: photo.png
          |        ^^^^^^^^^
        hint: put the picture at personas/photo.png, or correct the path, which is relative to this file

      personas/b.yaml:1:5 error WLD001 the id P1 is taken
      > 1 | id: P1
          |     ^^
        hint: give Beta an id of its own
        see: personas/a.yaml:1:5 Alpha has it
      "
    `);
  });

  it('do not include a folder that does not exist: that is thrown', async () => {
    await expect(readFiles({})).rejects.toThrow(FolderNotFound);
  });
});
