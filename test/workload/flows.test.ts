import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/workload/model.ts';
import { type Files, persona, place, readFiles, textAt, workloadOf } from './reading.ts';

const people: Files = {
  'personas/a.yaml': persona('P1', 'Data Engineer', 'components: [Store]\n'),
  'personas/b.yaml': persona('P2', 'Scientist'),
  'personas/c.yaml': persona('P3', 'Twin'),
  'personas/d.yaml': persona('P4', 'Twin'),
};

/** Files of a workload whose `workload.yaml` is this text. */
const withWorkload = (text: string): Files => ({ ...people, 'personas/workload.yaml': text });

async function flowOf(text: string): Promise<Flow> {
  const [flow] = (await workloadOf(withWorkload(text))).flows;
  if (flow === undefined) throw new Error('no flow');
  return flow;
}

/** `CODE line:column covered text`, and what is said, one a problem. */
async function problemsIn(text: string): Promise<{ readonly at: string[]; readonly said: string[] }> {
  const { diagnostics } = await readFiles(withWorkload(text));
  return {
    at: diagnostics.map(
      ({ code, location }) => `${code} ${place(location).replace(/^[^:]*:/, '')} ${textAt(text, location)}`,
    ),
    said: diagnostics.map(({ message, hint }) => `${message} (${hint})`),
  };
}

const arrowsOf = ({ arrows }: Flow): string[] =>
  arrows.map(
    ({ kind, from, to, label }) =>
      `${from} ${kind === 'feedback' ? '~>' : '->'} ${to}${label === undefined ? '' : `: ${label}`}`,
  );

describe('a flow', () => {
  it('links its process, personas and components by id, name and alias', async () => {
    const flow = await flowOf(`
components: [{ name: Azure Storage, id: store, aliases: [Store, Lake] }]
processes: [{ name: Data operations, aliases: [DataOps] }]
flows:
  - name: Loading
    summary: What for.
    process: dataops
    steps:
      - name: Load
        personas: { P1: write, Scientist: [read, approve], "P2 Scientist": own, p3: read }
        components: [Lake, store, Unheard of]
        skills: SQL
`);
    expect(flow).toMatchObject({ id: 'loading', name: 'Loading', summary: 'What for.' });
    expect(flow.process?.name).toBe('Data operations');
    const [step] = flow.steps;
    expect(step?.personas.map(({ id, name, deeds }) => [id, name, deeds])).toEqual([
      ['P1', 'Data Engineer', ['write']],
      // Named twice: one persona, who does both; from the most to the least.
      ['P2', 'Scientist', ['own', 'approve', 'read']],
      ['P3', 'Twin', ['read']],
    ]);
    expect(step?.components.map(({ id }) => id)).toEqual(['store', 'unheard-of']);
    expect(step?.skills).toEqual(['SQL']);
  });

  it('makes components that only its steps name part of the workload, with their RBAC files', async () => {
    const { components, flows } = await workloadOf({
      ...withWorkload('flows: [{ name: F, steps: [{ name: S, components: Event Hub }] }]\n'),
      'personas/rbac/event-hub.md': '# Event Hub\n\n| Persona | Dev |\n|-|-|\n| P1 | Reader |\n',
    });
    const hub = components.find(({ name }) => name === 'Event Hub');
    expect(hub?.rbac?.path).toBe('personas/rbac/event-hub.md');
    expect(flows[0]?.steps[0]?.components).toEqual([hub]);
  });

  it('knows where its parts stand', async () => {
    const text =
      'flows:\n  - name: F\n    steps:\n      - name: S\n        personas: { P1: read }\n        skills: [SQL]\n';
    const { location, steps } = await flowOf(text);
    const [step] = steps;
    expect(textAt(text, location)).toBe('F');
    expect(textAt(text, step?.location)).toBe('S');
    expect(textAt(text, step?.personas[0]?.location)).toBe('P1');
    expect(Object.keys(step?.fieldLocations ?? {})).toEqual(['name', 'personas', 'skills']);
    expect(place(step?.fieldLocations.skills)).toBe('personas/workload.yaml:6:17');
  });
});

describe('lanes', () => {
  const lanesOf = ({ lanes }: Flow): unknown[] =>
    lanes.map(({ id, name, environment, loop }) => [id, name, environment?.id, loop]);
  const laneOfEach = ({ steps }: Flow): string[] => steps.map(({ lane }) => lane.id);

  it('are those that the flow lists, in its order, with their loops; environments by any name', async () => {
    const flow = await flowOf(`
flows:
  - name: F
    lanes: [Design, { name: Prod, loop: Outer loop }, Development]
    steps:
      - { name: A }
      - { name: B, lane: dev }
      - { name: C }
      - { name: D, lane: Live }
`);
    expect(lanesOf(flow)).toEqual([
      ['design', 'Design', undefined, undefined],
      ['production', 'Production', 'production', 'Outer loop'],
      ['dev', 'Dev', 'dev', undefined],
    ]);
    expect(laneOfEach(flow)).toEqual(['design', 'dev', 'dev', 'production']);
  });

  it('are the environments that steps name, in the order of the workload, and other stages behind them', async () => {
    const flow = await flowOf(`
flows:
  - name: F
    steps: [{ name: A, lane: Operate }, { name: B, lane: Live }, { name: C, lane: dev }, { name: D, lane: Retire }]
`);
    expect(lanesOf(flow).map((lane) => (lane as string[])[1])).toEqual(['Dev', 'Production', 'Operate', 'Retire']);
    expect(laneOfEach(flow)).toEqual(['operate', 'production', 'dev', 'retire']);
  });

  it('begin with the first environment where the first steps name none', async () => {
    expect(laneOfEach(await flowOf('flows: [{ name: F, steps: [{ name: A }, { name: B }] }]\n'))).toEqual([
      'dev',
      'dev',
    ]);
    const flow = await flowOf('flows: [{ name: F, steps: [{ name: A }, { name: B, lane: Production }] }]\n');
    expect(laneOfEach(flow)).toEqual(['dev', 'production']);
    expect(flow.lanes.map(({ id }) => id)).toEqual(['dev', 'production']);
  });
});

describe('arrows', () => {
  it('lead to the step below, to those that a step names, or nowhere; feedback leads back', async () => {
    const flow = await flowOf(`
flows:
  - name: F
    steps:
      - name: A
      - { name: B, next: [D, { step: A, label: not good }] }
      - { name: C, next: [] }
      - { name: D, next: E }
      - { id: last, name: E }
    feedback:
      - { from: last, to: a, label: drift }
      - { from: E, to: B }
`);
    expect(arrowsOf(flow)).toEqual([
      'a -> b',
      'b -> d',
      'b -> a: not good',
      'd -> last',
      'last ~> a: drift',
      'last ~> b',
    ]);
  });

  it('stand there once, however often they are written', async () => {
    const flow = await flowOf(`
flows:
  - name: F
    steps: [{ name: A, next: [B, B, { step: B, label: again }] }, { name: B }]
    feedback: [{ from: B, to: A }, { from: b, to: a }]
`);
    expect(arrowsOf(flow)).toEqual(['a -> b', 'a -> b: again', 'b ~> a']);
  });
});

describe('steps of the same name', () => {
  const steps = (more = ''): string => `
flows:
  - name: F
    steps:
      - { name: deploy, lane: Dev }
      - { name: monitor, next: deploy }
      - { name: Deploy, lane: Production }
      - { name: Monitor }
      - { name: Deploy }
${more}`;

  it('have ids that name the lane, and a number where that is the same', async () => {
    const flow = await flowOf(steps());
    const ids = ['dev-deploy', 'dev-monitor', 'production-deploy', 'production-monitor', 'production-deploy-2'];
    expect(flow.steps.map(({ id }) => id)).toEqual(ids);
    // `next` means the one in the same lane.
    expect(arrowsOf(flow)[1]).toBe('dev-monitor -> dev-deploy');
  });

  it('can be told apart by these ids, or by ids of their own', async () => {
    const feedback = '    feedback: [{ from: production-monitor, to: dev-deploy }]\n';
    expect(arrowsOf(await flowOf(steps(feedback))).at(-1)).toBe('production-monitor ~> dev-deploy');
    const flow = await flowOf(`
flows:
  - name: F
    steps: [{ name: Build }, { name: Deploy, id: build }, { name: Deploy, lane: Stage, id: Second }]
    feedback: [{ from: Second, to: build }]
`);
    // An id that a step asks for is never given to another.
    expect(flow.steps.map(({ id }) => id)).toEqual(['dev-build', 'build', 'Second']);
    expect(arrowsOf(flow).at(-1)).toBe('Second ~> build');
  });

  it('are a problem where a name alone could mean several', async () => {
    const { at, said } = await problemsIn(steps('    feedback: [{ from: Monitor, to: deploy }]\n'));
    expect(at).toEqual(['WLD005 10:24 Monitor', 'WLD005 10:37 deploy']);
    expect(said).toEqual([
      'the flow F has several steps called "Monitor" (write the id of the one that is meant: dev-monitor or production-monitor)',
      'the flow F has several steps called "deploy" (write the id of the one that is meant: dev-deploy or production-deploy or production-deploy-2)',
    ]);
  });
});

describe('problems in flows', () => {
  const flow = (lines: string): string => `flows:\n  - name: MLOps\n${lines}`;
  it.each<[string, string, string, string]>([
    [
      'an unknown process',
      '    process: Mlop\n    steps: [{ name: A }]\nprocesses: [{ name: MLOps }]\n',
      'WLD005 3:14 Mlop',
      'the workload has no process "Mlop" (did you mean MLOps?)',
    ],
    [
      'an unknown lane',
      '    lanes: [Dev]\n    steps: [{ name: A, lane: Staeg }]\n',
      'WLD005 4:30 Staeg',
      'the flow MLOps has no lane "Staeg" (write the name or the id of a lane in it)',
    ],
    [
      'a lane with a slip',
      '    lanes: [Dev, Production]\n    steps: [{ name: A, lane: Producton }]\n',
      'WLD005 4:30 Producton',
      'the flow MLOps has no lane "Producton" (did you mean Production?)',
    ],
    [
      'an unknown persona',
      '    steps: [{ name: A, personas: { Scientits: read } }]\n',
      'WLD005 3:36 Scientits',
      'there is no persona "Scientits" (did you mean Scientist?)',
    ],
    [
      'a name that several personas have',
      '    steps: [{ name: A, personas: { Twin: read } }]\n',
      'WLD005 3:36 Twin',
      'several personas are called "Twin" (write the id)',
    ],
    [
      'the id of one persona with the name of another',
      '    steps: [{ name: A, personas: { P1 Scientist: read } }]\n',
      'WLD005 3:36 P1 Scientist',
      '"P1 Scientist" has the id of one persona and the name of another (did you mean P1 Data Engineer? The id alone is enough)',
    ],
    [
      'an unknown next step',
      '    steps: [{ name: Deploy, next: Moniter }, { name: Monitor }]\n',
      'WLD005 3:35 Moniter',
      'the flow MLOps has no step "Moniter" (did you mean Monitor?)',
    ],
    [
      'an unknown next step in a list, with a label',
      '    steps: [{ name: Deploy, next: [Deploy, { label: x, step: Elsewhere }] }]\n',
      'WLD005 3:62 Elsewhere',
      'the flow MLOps has no step "Elsewhere" (write the name or the id of a step in it)',
    ],
    [
      'an unknown end of feedback',
      '    steps: [{ name: Deploy }]\n    feedback: [{ from: Deploy, to: Dploy }]\n',
      'WLD005 4:36 Dploy',
      'the flow MLOps has no step "Dploy" (did you mean Deploy?)',
    ],
    [
      'two steps with one id',
      '    steps: [{ id: a, name: A }, { id: A, name: B }]\n',
      'WLD004 3:39 A',
      'two steps of the flow MLOps have the id "A" (give one of them another id)',
    ],
    [
      'a lane that is listed twice',
      '    lanes: [{ name: Dev, loop: Inner }, Development]\n    steps: [{ name: A }]\n',
      'WLD004 3:41 Development',
      'the flow MLOps has the lane Dev twice (keep one of the two)',
    ],
    [
      'two flows of one name',
      '    steps: [{ name: A }]\n  - { name: ml ops, id: mlops, steps: [{ name: B }] }\n',
      'WLD004 4:25 mlops',
      '"mlops" names both MLOps and ml ops (a name, an alias or an id may belong to one entry only)',
    ],
    ['a deed that is none', '    steps: [{ name: A, personas: { P1: wirte } }]\n', 'SCH004 3:40 wirte', ''],
    ['a key that is none', '    steps: [{ name: A, persona: { P1: write } }]\n', 'SCH001 3:24 persona', ''],
    ['a flow without steps', '    summary: s\n', 'SCH003 2:5 name', ''],
    ['an empty flow', '    steps: []\n', 'SCH004 3:12 []', ''],
    ['a step without a name', '    steps: [{ lane: Dev }]\n', 'SCH003 3:15 lane', ''],
    ['feedback that leads nowhere', '    steps: [{ name: A }]\n    feedback: [{ from: A }]\n', 'SCH003 4:18 from', ''],
  ])('%s', async (_, lines, place, message) => {
    const { at, said } = await problemsIn(flow(lines));
    expect(at).toEqual([place]);
    if (message !== '') expect(said).toEqual([message]);
  });

  it('are all told at once, with the place of the first of two', async () => {
    const { diagnostics } = await readFiles(
      withWorkload(
        flow(
          '    steps:\n      - { id: a, name: A, personas: { P9: read } }\n      - { id: a, name: B, next: [Z, Y] }\n    feedback: [{ from: X, to: W }]\n',
        ),
      ),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['WLD005', 'WLD004', ...Array(4).fill('WLD005')]);
    expect(diagnostics[1]?.related?.map(({ message, location }) => [message, place(location)])).toEqual([
      ['first here', 'personas/workload.yaml:4:15'],
    ]);
  });

  it('name what is wrong with a deed', async () => {
    const { said } = await problemsIn(flow('    steps: [{ name: A, personas: { P1: wirte } }]\n'));
    expect(said[0]).toMatch(/read.*approve.*write.*own/s);
  });
});

describe('a persona whose file has a mistake', () => {
  it('is not said to be missing where a flow names it', async () => {
    const text = 'flows: [{ name: Loading, steps: [{ name: Load, personas: { P9: write } }] }]\n';
    const codesWith = async (more: string): Promise<string[]> => {
      const file = persona('P9', 'Analyst', more);
      const { diagnostics } = await readFiles({ ...withWorkload(text), 'personas/z.yaml': file });
      return diagnostics.map(({ code }) => code);
    };
    expect(await codesWith('taem: Data\n')).toEqual(['SCH001']);
    expect((await problemsIn(text)).at.filter((one) => one.startsWith('WLD005'))).not.toEqual([]);
  });
});
