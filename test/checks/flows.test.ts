import { describe, expect, it } from 'vitest';
import { assess } from '../../src/checks/assessment/assess.ts';
import { rules } from '../../src/checks/runChecks.ts';
import { formatPretty } from '../../src/diagnostics/pretty.ts';
import { persona, place, workloadOf } from '../workload/reading.ts';
import { type Case, findingsOf, messagesOf } from './findings.ts';

const people = { P1: 'skills: [SQL]\n', P2: '', P3: 'kind: agent\n' };

/** A workload with these people and one flow with these steps. */
const withSteps = (steps: string, more = '', given: Partial<Case> = {}): Case => ({
  personas: people,
  ...given,
  workload: `flows:\n  - name: Ops\n    steps:\n${steps}${more}`,
});

describe('PRC201: one accountable a step', () => {
  const step = (personas: string): Case => withSteps(`      - { name: Deploy, personas: ${personas} }\n`);

  it.each([
    ['whoever owns it', '{ P1: own, P2: write, P3: write }'],
    ['the only one that writes', '{ P1: write, P2: read, P3: approve }'],
    ['the only one there', '{ P2: read }'],
  ])('is %s', async (_, personas) => {
    expect(await messagesOf('PRC201', step(personas))).toEqual([]);
  });

  it.each([
    [
      '{ P1: write, P2: write, P3: read }',
      'nobody answers for "Deploy" (Ops, Dev): P1 Persona and P2 Persona write, and nobody owns it',
    ],
    [
      '{ P1: read, P2: approve }',
      'nobody answers for "Deploy" (Ops, Dev): P1 Persona and P2 Persona take part, and nobody owns it or writes',
    ],
    [
      '{ P1: own, P2: read, P3: [own, write] }',
      'P1 Persona and P3 Persona own "Deploy" (Ops, Dev), so that nobody knows who answers for it',
    ],
  ])('is missing at %s', async (personas, message) => {
    const found = await findingsOf(step(personas), 'PRC201');
    expect(found.map((one) => [one.severity, one.message])).toEqual([['error', message]]);
  });

  it('has the place of the personas, or of each owner', async () => {
    const [none] = await findingsOf(step('{ P1: write, P2: write }'), 'PRC201');
    expect([place(none?.location), none?.hint]).toEqual([
      'personas/workload.yaml:4:37',
      'let one of them own it: P1: own, or P2: own',
    ]);
    const [several] = await findingsOf(step('{ P1: own, P2: own }'), 'PRC201');
    expect(place(several?.location)).toBe('personas/workload.yaml:4:37');
    expect(several?.related?.map(({ message, location }) => [message, place(location)])).toEqual([
      ['also P2 Persona', 'personas/workload.yaml:4:46'],
    ]);
  });
});

describe('PRC204: somebody at each step', () => {
  it('tells each step without, and says nothing else of it', async () => {
    const found = await findingsOf(
      withSteps(
        '      - { name: Build, skills: [Go] }\n      - { name: Test, personas: {} }\n      - { name: Run, personas: { P1: own } }\n',
      ),
    );
    expect(
      found
        .filter(({ code }) => code.startsWith('PRC'))
        .map(({ code, severity, message, location }) => [code, severity, message, place(location)]),
    ).toEqual([
      ['PRC204', 'error', 'nobody takes part in "Build" (Ops, Dev)', 'personas/workload.yaml:4:17'],
      ['PRC204', 'error', 'nobody takes part in "Test" (Ops, Dev)', 'personas/workload.yaml:5:17'],
    ]);
  });
});

describe('PRC203: a way back from Production', () => {
  const steps = `      - { name: Build, lane: Dev, personas: { P1: own } }
      - { name: Test, lane: Stage, personas: { P1: own } }
      - { name: Release, lane: Production, personas: { P3: own } }
      - { name: Monitor, personas: { P2: own } }
      - { name: Report, personas: { P2: own }, next: [] }
`;
  const back = (lines: string): Promise<string[]> => messagesOf('PRC203', withSteps(steps, lines));

  it('is missing at every production step without feedback', async () => {
    const found = await findingsOf(withSteps(steps), 'PRC203');
    expect(found.map(({ severity, message, location }) => [severity, message, place(location)])).toEqual([
      [
        'warning',
        'in Ops no arrow leads from "Release", "Monitor" and "Report" back to development',
        'personas/workload.yaml:2:11',
      ],
    ]);
    expect(found[0]?.related?.map(({ message, location }) => [message, place(location)])).toEqual([
      ['Release (Production)', 'personas/workload.yaml:6:17'],
      ['Monitor (Production)', 'personas/workload.yaml:7:17'],
      ['Report (Production)', 'personas/workload.yaml:8:17'],
    ]);
  });

  it('goes along all arrows, through other steps', async () => {
    expect(await back('    feedback: [{ from: Monitor, to: Test }]\n')).toEqual([
      'in Ops no arrow leads from "Report" back to development',
    ]);
    expect(await back('    feedback: [{ from: Report, to: Build }]\n')).toEqual([]);
    expect(await back('    feedback: [{ from: Report, to: Monitor }, { from: Release, to: Build }]\n')).toEqual([
      'in Ops no arrow leads from "Monitor" and "Report" back to development',
    ]);
  });

  it('may lead to any stage before Production, but not to one behind it', async () => {
    const flow = (to: string): Case =>
      withSteps(
        `      - { name: Idea, lane: Design, personas: { P1: own }, next: Run }
      - { name: Run, lane: Production, personas: { P1: own } }
      - { name: Review, lane: Retire, personas: { P1: own } }
`,
        `    lanes: [Design, Production, Retire]\n    feedback: [{ from: Review, to: ${to} }]\n`,
      );
    expect(await messagesOf('PRC203', flow('Idea'))).toEqual([]);
    expect(await messagesOf('PRC203', flow('Run'))).toEqual(['in Ops no arrow leads from "Run" back to development']);
  });

  it('is not asked of flows that show no development, or no Production', async () => {
    const only = (lane: string): Case => withSteps(`      - { name: A, lane: ${lane}, personas: { P1: own } }\n`);
    expect(await messagesOf('PRC203', only('Production'))).toEqual([]);
    expect(await messagesOf('PRC203', only('Dev'))).toEqual([]);
  });

  it('names five steps, and the number of the others', async () => {
    const many = Array.from(
      { length: 8 },
      (_, n) => `      - { name: S${n + 1}, personas: { P1: own }, lane: Production }\n`,
    );
    const first = '      - { name: Build, lane: Dev, personas: { P1: own } }\n';
    expect(await messagesOf('PRC203', withSteps(first + many.join('')))).toEqual([
      'in Ops no arrow leads from "S1", "S2", "S3", "S4", "S5" and 3 more back to development',
    ]);
  });
});

describe('PRC205 and PRC206: access at a step', () => {
  const rows = {
    Store: [
      'P1 | Dev | Storage Blob Data Contributor',
      'P1 | Stage | Storage Blob Data Reader',
      'P1 | Production | Storage Blob Data Reader | eligible',
      'P2 | Dev | —',
      'P2 | Stage | ',
      'P2 | Production | Unheard-of Role',
    ],
  };
  const at = (lane: string, personas: string, component = 'Store'): Case =>
    withSteps(`      - { name: Load, lane: ${lane}, personas: ${personas}, components: ${component} }\n`, '', { rows });
  const found = async (given: Case): Promise<string[]> =>
    (await findingsOf(given))
      .filter(({ code }) => code === 'PRC205' || code === 'PRC206')
      .map(({ code, severity, message }) => `${code} ${severity} ${message}`);

  it.each([
    ['reads, and may', 'Stage', '{ P1: read }'],
    ['reads, and may write', 'Dev', '{ P1: read }'],
    ['approves, and may read when eligible', 'Production', '{ P1: approve }'],
    ['writes, and may', 'Dev', '{ P1: write }'],
    ['writes with a role that no list has', 'Production', '{ P2: [write, own] }'],
  ])('is there for one who %s', async (_, lane, personas) => {
    expect(await found(at(lane, personas))).toEqual([]);
  });

  it.each([
    [
      'no row',
      'Dev',
      '{ P3: read }',
      'PRC205 warning P3 Persona takes part in "Load" (Ops, Dev) but has no role on Store in Dev',
    ],
    [
      'decided none',
      'Dev',
      '{ P2: own }',
      'PRC205 warning P2 Persona takes part in "Load" (Ops, Dev) but has no role on Store in Dev',
    ],
    [
      'an open cell',
      'Stage',
      '{ P2: read }',
      'PRC205 warning P2 Persona takes part in "Load" (Ops, Stage) but has no role on Store in Stage',
    ],
    [
      'reading alone',
      'Stage',
      '{ P1: write }',
      'PRC206 warning P1 Persona writes at "Load" (Ops, Stage) but may only read Store in Stage',
    ],
    [
      'eligible reading alone',
      'Production',
      '{ P1: own }',
      'PRC206 warning P1 Persona owns "Load" (Ops, Production) but may only read Store in Production',
    ],
  ])('is missing with %s', async (_, lane, personas, message) => {
    expect(await found(at(lane, personas))).toEqual([message]);
  });

  it('is not known in other stages, and of components without a table', async () => {
    expect(await found(at('Design', '{ P3: write }'))).toEqual([]);
    expect(await found(at('Dev', '{ P3: write }', 'Elsewhere'))).toEqual([]);
  });

  it('is found once for a persona, component and environment, with all its steps', async () => {
    const given = withSteps(
      `      - { name: Load, personas: { P3: read }, components: Store }
      - { name: Test, personas: { P3: [read], P1: own }, components: [Store] }
      - { name: Run, lane: Stage, personas: { P3: read }, components: Store }
`,
      '',
      { rows },
    );
    const all = await findingsOf(given, 'PRC205');
    expect(all.map(({ location, about }) => [place(location), about])).toEqual([
      ['personas/workload.yaml:4:35', { persona: 'P3', component: 'store', environment: 'dev' }],
      ['personas/workload.yaml:6:47', { persona: 'P3', component: 'store', environment: 'stage' }],
    ]);
    expect(formatPretty(all.slice(0, 1))).toMatchInlineSnapshot(`
      "personas/workload.yaml:4:35 warning PRC205 P3 Persona takes part in "Load" (Ops, Dev) but has no role on Store in Dev
        hint: add a role to personas/rbac/store.md (an eligible one is enough), or correct the step
        see: personas/workload.yaml:5:35 also at "Test" (Ops, Dev)
      "
    `);
  });
});

describe('PRC207: components in architectures', () => {
  const given = (workload: string): Case => ({
    personas: { P1: 'components: [Hub, Lake]\n', P2: 'components: [Lake, Data lake]\n' },
    workload: `components: [{ name: Data Lake, aliases: [Lake] }]\n${workload}`,
  });

  it('tells each component of a card that none shows, once', async () => {
    const found = await findingsOf(
      given('architectures: [{ name: A, parts: [Hub] }, { name: B, parts: [Store] }]\n'),
      'PRC207',
    );
    expect(found.map(({ severity, message, location }) => [severity, message, place(location)])).toEqual([
      ['info', 'Data Lake, on the card of P1 Persona, is in no architecture', 'personas/P1.yaml:3:19'],
    ]);
    expect(found[0]?.related?.map(({ message }) => message)).toEqual(['also on the card of P2 Persona']);
  });

  it('tells nothing where all are shown, or nothing is drawn', async () => {
    expect(
      await messagesOf('PRC207', given('architectures: [{ name: A, parts: [Hub] }, { name: B, parts: [lake] }]\n')),
    ).toEqual([]);
    expect(await messagesOf('PRC207', given(''))).toEqual([]);
  });
});

describe('PRC208: skills at a step', () => {
  it('tells those that nobody at the step has, however they are written', async () => {
    const found = await findingsOf(
      withSteps(
        '      - { name: A, personas: { P1: own, P2: read }, skills: [sql, Py Spark, Kusto] }\n      - { name: B, personas: { P2: own }, skills: SQL }\n',
        '',
        { personas: { ...people, P1: 'skills: [SQL, PySpark]\n' } },
      ),
      'PRC208',
    );
    expect(found.map(({ severity, message, location }) => [severity, message, place(location)])).toEqual([
      ['info', 'nobody at "A" (Ops, Dev) has Kusto', 'personas/workload.yaml:4:61'],
      ['info', 'nobody at "B" (Ops, Dev) has SQL', 'personas/workload.yaml:5:51'],
    ]);
  });
});

describe('the assessment', () => {
  it('judges flows and architectures as an area of their own', async () => {
    const judged = async (text: string) => {
      const workload = await workloadOf({ 'personas/a.yaml': persona('P1', 'A'), 'personas/workload.yaml': text });
      return assess(workload, [], { rules }).areas.find(({ area }) => area === 'flows');
    };
    expect(await judged('name: W\n')).toMatchObject({ standing: 'nothing to judge' });
    const text =
      'flows: [{ name: F, steps: [{ name: A }, { name: B }] }]\narchitectures: [{ name: A, parts: [X, Y, Z] }]\n';
    expect(await judged(text)).toMatchObject({
      standing: 'in order',
      lookedAt: '5 steps of flows and parts of architectures',
    });
  });
});
