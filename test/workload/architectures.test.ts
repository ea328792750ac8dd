import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../src/workload/model.ts';
import { type Files, persona, place, readFiles, textAt, workloadOf } from './reading.ts';

const people: Files = {
  'personas/a.yaml': persona('P1', 'Engineer', 'components: [Store, Hub]\n'),
  'personas/b.yaml': persona('P2', 'Analyst', 'components: [Store]\n'),
  'personas/c.yaml': persona('P10', 'Bot'),
};
const components =
  'components: [{ name: Azure Storage, id: store, aliases: [Store], category: storage }, { name: Hub }]\n';

const withWorkload = (text: string): Files => ({ ...people, 'personas/workload.yaml': `${components}${text}` });

async function architectureOf(text: string): Promise<Architecture> {
  const [architecture] = (await workloadOf(withWorkload(text))).architectures;
  if (architecture === undefined) throw new Error('no architecture');
  return architecture;
}

async function problemsIn(text: string): Promise<{ readonly at: string[]; readonly said: string[] }> {
  const files = withWorkload(text);
  const { diagnostics } = await readFiles(files);
  const whole = String(files['personas/workload.yaml']);
  return {
    at: diagnostics.map(
      ({ code, location }) => `${code} ${place(location).replace(/^[^:]*:/, '')} ${textAt(whole, location)}`,
    ),
    said: diagnostics.map(({ message, hint }) => `${message} (${hint})`),
  };
}

const connectionsOf = ({ connections }: Architecture): string[] =>
  connections.map(({ from, to, label = '', number = '' }) => `${from} -> ${to} ${number}${label}`.trim());

describe('an architecture', () => {
  it('links parts to components by any name, and connections to parts by id, name and alias', async () => {
    const architecture = await architectureOf(`
architectures:
  - name: Lambda
    summary: What it shows.
    parts: [Sources, { name: Events, id: stream, category: pipeline }]
    zones:
      - { name: Batch path, parts: [Store] }
      - { name: Serving, parts: [{ name: hub, category: api }] }
    connections:
      - { from: sources, to: azure storage, step: 1, label: files }
      - { from: stream, to: Hub }
      - { from: Store, to: Events }
`);
    expect(architecture).toMatchObject({ id: 'lambda', summary: 'What it shows.', environment: { id: 'production' } });
    expect(architecture.zones).toEqual([
      { id: 'batch-path', name: 'Batch path' },
      { id: 'serving', name: 'Serving' },
    ]);
    expect(
      architecture.parts.map(({ id, name, zone, category, component }) => [id, name, zone, category, component?.name]),
    ).toEqual([
      ['sources', 'Sources', undefined, undefined, undefined],
      ['stream', 'Events', undefined, 'pipeline', undefined],
      ['store', 'Azure Storage', 'batch-path', 'storage', 'Azure Storage'],
      ['hub', 'Hub', 'serving', 'api', 'Hub'],
    ]);
    expect(connectionsOf(architecture)).toEqual(['sources -> store 1files', 'stream -> hub', 'store -> stream']);
  });

  it('shows who works on what: whoever has it on the card, or whom it names, in the order of the deck', async () => {
    const workers = ({ parts }: Architecture): unknown[] => parts.map(({ id, personas }) => [id, personas]);
    const parts = 'architectures:\n  - name: A\n    parts: [Store, Hub, Sources]\n';
    expect(workers(await architectureOf(parts))).toEqual([
      ['store', ['P1', 'P2']],
      ['hub', ['P1']],
      ['sources', []],
    ]);
    const named = `${parts}    personas: { P10: [Sources, store], Analyst: Store, p2: Hub }\n`;
    expect(workers(await architectureOf(named))).toEqual([
      ['store', ['P2', 'P10']],
      ['hub', ['P2']],
      ['sources', ['P10']],
    ]);
    expect(workers(await architectureOf(`${parts}    personas: {}\n`))).toEqual([
      ['store', []],
      ['hub', []],
      ['sources', []],
    ]);
  });

  it('shows the roles of the environment that it names, or of the last production one', async () => {
    const one = (lines: string) => architectureOf(`${lines}architectures: [{ name: A, parts: [Hub] }]\n`);
    expect((await one('')).environment?.id).toBe('production');
    expect(
      (
        await one(
          'environments: [{ id: eu, name: EU, production: true }, { id: us, name: US, production: true }, { id: x, name: X }]\n',
        )
      ).environment?.id,
    ).toBe('us');
    expect((await one('environments: [{ id: x, name: X }, { id: y, name: Y }]\n')).environment?.id).toBe('y');
    const named = 'architectures: [{ name: A, environment: Staging, parts: [Hub] }]\n';
    expect((await architectureOf(named)).environment?.id).toBe('stage');
  });

  it('nests zones, in whatever order they stand', async () => {
    const { zones } = await architectureOf(`
architectures:
  - name: A
    zones:
      - { name: Inner, in: Middle }
      - { name: Middle, id: m, in: outer }
      - { name: Outer }
`);
    expect(zones).toEqual([
      { id: 'inner', name: 'Inner', parent: 'm' },
      { id: 'm', name: 'Middle', parent: 'outer' },
      { id: 'outer', name: 'Outer' },
    ]);
  });

  it('may have several parts and zones of one name, each with an id', async () => {
    const architecture = await architectureOf(`
architectures:
  - name: A
    zones:
      - { name: Subnet, id: one, parts: [{ name: Store, id: raw }, Zone] }
      - { name: Subnet, id: two, parts: [{ name: Store, id: curated }, { name: Subnet, id: zone }] }
    connections: [{ from: raw, to: curated }, { from: zone, to: Zone }]
`);
    expect(architecture.parts.map(({ id, name, zone, personas }) => [id, name, zone, personas])).toEqual([
      ['raw', 'Azure Storage', 'one', ['P1', 'P2']],
      ['zone-2', 'Zone', 'one', []],
      ['curated', 'Azure Storage', 'two', ['P1', 'P2']],
      ['zone', 'Subnet', 'two', []],
    ]);
    expect(connectionsOf(architecture)).toEqual(['raw -> curated', 'zone -> zone-2']);
  });
});

describe('problems in architectures', () => {
  const architecture = (lines: string): string => `architectures:\n  - name: Lambda\n${lines}`;
  it.each<[string, string, string, string]>([
    [
      'an unknown environment',
      '    environment: Productoin\n',
      'WLD005 4:18 Productoin',
      'the workload has no environment "Productoin" (did you mean Production?)',
    ],
    [
      'an unknown end of a connection',
      '    parts: [Sources, Store]\n    connections: [{ from: Sorces, to: Store }]\n',
      'WLD005 5:27 Sorces',
      'the architecture Lambda has no part "Sorces" (did you mean Sources?)',
    ],
    [
      'a component that is no part',
      '    parts: [Store]\n    connections: [{ from: Store, to: Hub }]\n',
      'WLD005 5:38 Hub',
      'the architecture Lambda has no part "Hub" (write the name or the id of a part in it)',
    ],
    [
      'a name that several parts have',
      '    parts: [{ name: Store, id: raw }, { name: Store, id: curated }, Hub]\n    connections: [{ from: store, to: Hub }]\n',
      'WLD005 5:27 store',
      'the architecture Lambda has several parts called "store" (write the id of the one that is meant: raw or curated)',
    ],
    [
      'a part that stands in two zones',
      '    zones: [{ name: A, parts: [Store] }, { name: B, parts: [Azure Storage] }]\n',
      'WLD004 4:61 Azure Storage',
      'the architecture Lambda has the part Azure Storage twice (keep one of the two, or give each an id)',
    ],
    [
      'two parts with one id',
      '    parts: [{ name: A, id: one }, { name: B, id: one }]\n',
      'WLD004 4:50 one',
      'two parts of the architecture Lambda have the id "one" (give one of them another id)',
    ],
    [
      'two zones with one id',
      '    zones: [{ name: A, id: one }, { name: B, id: one }]\n',
      'WLD004 4:50 one',
      'two zones of the architecture Lambda have the id "one" (give one of them another id)',
    ],
    [
      'a zone in an unknown one',
      '    zones: [{ name: Path, in: Analytcs }, { name: Analytics }]\n',
      'WLD005 4:31 Analytcs',
      'the architecture Lambda has no zone "Analytcs" (did you mean Analytics?)',
    ],
    [
      'a zone in one of several',
      '    zones: [{ name: Net, id: a }, { name: Net, id: b }, { name: Path, in: Net }]\n',
      'WLD005 4:75 Net',
      'the architecture Lambda has several zones called "Net" (write the id of the one that is meant: a or b)',
    ],
    [
      'a zone in itself',
      '    zones: [{ name: Path, in: path }]\n',
      'WLD006 4:31 path',
      'the zone Path would lie in itself (name a zone that does not lie in it)',
    ],
    [
      'zones in a circle',
      '    zones: [{ name: A, in: B }, { name: B, in: C }, { name: C, in: A }]\n',
      'WLD006 4:68 A',
      'the zone C would lie in itself (name a zone that does not lie in it)',
    ],
    [
      'an unknown persona',
      '    parts: [Hub]\n    personas: { P9: Hub }\n',
      'WLD005 5:17 P9',
      'there is no persona "P9" (did you mean P1?)',
    ],
    [
      'an unknown part of a persona',
      '    parts: [Hub]\n    personas: { P1: [Hub, Stor] }\n',
      'WLD005 5:27 Stor',
      'the architecture Lambda has no part "Stor" (write the name or the id of a part in it)',
    ],
    ['a key that is none', '    part: [Hub]\n', 'SCH001 4:5 part', ''],
    ['a step that is no number', '    connections: [{ from: A, to: B, step: two }]\n', 'SCH002 4:43 two', ''],
    ['a connection that leads nowhere', '    connections: [{ from: A }]\n', 'SCH003 4:21 from', ''],
  ])('%s', async (_, lines, place, message) => {
    const { at, said } = await problemsIn(architecture(lines));
    expect(at).toEqual([place]);
    if (message !== '') expect(said).toEqual([message]);
  });

  it('name the place of the first of two', async () => {
    const { diagnostics } = await readFiles(
      withWorkload(architecture('    parts: [Hub]\n    zones: [{ name: A, parts: [{ name: hub }] }]\n')),
    );
    expect(diagnostics.map(({ related }) => place(related?.[0]?.location))).toEqual(['personas/workload.yaml:4:13']);
  });
});
