import { describe, expect, it } from 'vitest';
import { assess } from '../../src/checks/assessment/assess.ts';
import type { Assessment, Standing } from '../../src/checks/assessment/model.ts';
import { standings } from '../../src/checks/assessment/standings.ts';
import type { Area, Rule } from '../../src/checks/rule.ts';
import type { Diagnostic, Severity } from '../../src/diagnostics/diagnostic.ts';
import type { Workload } from '../../src/workload/model.ts';
import { type Files, persona, workloadOf } from '../workload/reading.ts';

const rule = (code: string, area: Area, severity: Severity = 'warning'): Rule => ({
  code,
  title: `Title of ${code}`,
  severity,
  area,
  source: 's',
  why: 'w',
  fix: `Fix ${code}.`,
});
const rules = [
  rule('ACC1', 'access', 'error'),
  rule('ACC2', 'access'),
  rule('LPV1', 'least privilege'),
  rule('AGT1', 'agents'),
  rule('LNK1', 'links', 'info'),
];

const finding = (code: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  kind: 'finding',
  code,
  severity: rules.find((one) => one.code === code)?.severity ?? 'error',
  message: `message of ${code}`,
  hint: `hint of ${code}`,
  location: { file: 'f.md', range: { start: { line: 2, column: 3 }, end: { line: 2, column: 4 } } },
  ...more,
});
const waived = { reason: 'r', owner: 'o', expires: '2027-01-01' };

const files: Files = {
  'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store, Vault]\n'),
  'personas/b.yaml': persona('P2', 'Bot', 'kind: process\ncomponents: [Store]\n'),
  'personas/rbac/store.md': [
    '| Persona | Env | Role | Assignment |',
    '|-|-|-|-|',
    '| P1 | Dev | Storage Blob Data Reader | |',
    '| P1 | Production | Storage Blob Data Reader | eligible |',
    '| P1 | Production | Unheard-of Role | |',
    '| P1 | Stage | | |',
    '| P2 | Production | Storage Blob Data Reader | |',
    '| P2 | Dev | — | |',
  ].join('\n'),
};

async function assessed(diagnostics: readonly Diagnostic[], workload?: Workload): Promise<Assessment> {
  return assess(workload ?? (await workloadOf(files)), diagnostics, { rules });
}

async function standingIn(area: Area, ...diagnostics: readonly Diagnostic[]): Promise<Standing | undefined> {
  return (await assessed(diagnostics)).areas.find((one) => one.area === area)?.standing;
}

describe('assess', () => {
  it('gives each area the standing of its gravest finding that counts', async () => {
    expect(await standingIn('access', finding('ACC1'), finding('ACC2'))).toBe('at risk');
    expect(await standingIn('access', finding('ACC2'))).toBe('to do');
    expect(await standingIn('access', finding('ACC2', { severity: 'info' }))).toBe('in order');
    expect(await standingIn('access', finding('ACC1', { waived }))).toBe('in order');
    expect(await standingIn('access')).toBe('in order');
  });

  it('says when there was nothing to judge, unless something was found', async () => {
    expect(await standingIn('agents')).toBe('nothing to judge');
    expect(await standingIn('agents', finding('AGT1'))).toBe('to do');
    expect(await standingIn('links', finding('LNK1'))).toBe('in order');
  });

  it('has the areas that are checked, in their order', async () => {
    const { areas } = await assessed([]);
    expect(areas.map(({ area }) => area)).toEqual(['access', 'least privilege', 'agents', 'links']);
    expect(areas.every(({ standing }) => standing in standings)).toBe(true);
  });

  it('counts by severity and apart from what is waived, and leaves out what has no rule', async () => {
    const { counts, areas } = await assessed([
      finding('ACC1'),
      finding('ACC1', { waived }),
      finding('ACC2'),
      finding('LNK1'),
      finding('YAML001', { kind: 'problem' }),
    ]);
    expect(counts).toEqual({ error: 1, warning: 1, info: 1, waived: 1 });
    expect(areas[0]?.counts).toEqual({ error: 1, warning: 1, info: 0, waived: 1 });
  });

  it('lists what is accepted, what expires first before the rest', async () => {
    const until = (expires: string) => finding('ACC1', { waived: { ...waived, expires } });
    const { accepted } = await assessed([until('2028-01-01'), finding('ACC2'), until('2027-01-01')]);
    expect(accepted.map((one) => one.waived.expires)).toEqual(['2027-01-01', '2028-01-01']);
  });

  it('groups findings by rule: errors first, then what was found most', async () => {
    const { areas } = await assessed([
      finding('ACC2'),
      finding('ACC2', { message: 'a' }),
      finding('ACC2', { severity: 'error' }),
      finding('ACC1'),
      finding('ACC1', { waived }),
    ]);
    expect(areas[0]?.groups.map(({ code, severity, findings }) => [code, severity, findings.length])).toEqual([
      ['ACC1', 'error', 1],
      ['ACC2', 'error', 1],
      ['ACC2', 'warning', 2],
    ]);
  });

  it('names five first steps at most, the gravest and most frequent first', async () => {
    const many = ['a', 'b', 'c'].map((message) => finding('LPV1', { message }));
    const { steps } = await assessed([finding('ACC2'), ...many, finding('ACC1'), finding('LNK1'), finding('AGT1')]);
    expect(steps.map(({ group }) => group.code)).toEqual(['ACC1', 'LPV1', 'ACC2', 'AGT1']);
    expect(steps[0]).toMatchObject({ action: 'hint of ACC1', first: { file: 'f.md', range: { start: { line: 2 } } } });
  });

  it('names notes only where there are fewer than three graver kinds', async () => {
    const { steps } = await assessed([finding('LNK1'), finding('ACC2')]);
    expect(steps.map(({ group }) => group.code)).toEqual(['ACC2', 'LNK1']);
    const { hint: _hint, location: _location, ...bare } = finding('ACC2');
    expect((await assessed([bare])).steps).toMatchObject([{ action: 'Fix ACC2.' }]);
    expect((await assessed([])).steps).toEqual([]);
  });

  it('measures what the checks could see', async () => {
    const { coverage, personas, areas } = await assessed([]);
    expect(coverage).toEqual({
      componentsWithFile: { part: 1, of: 2 },
      cellsDecided: { part: 4, of: 9 },
      rolesKnown: { part: 1, of: 2 },
      eligibleInProduction: { part: 1, of: 2 },
    });
    expect(areas.map(({ lookedAt }) => lookedAt)).toContain('4 granted roles, 3 of a kind that is known');
    expect(personas).toEqual({ count: 2, from: 5, to: 10, verdict: 'fewer' });
  });

  it.each([
    [4, 'fewer'],
    [5, 'within'],
    [10, 'within'],
    [11, 'more'],
  ] as const)('says of %i personas that they are %s', async (count, verdict) => {
    const list = Array.from({ length: count }, (_, nth) => [`personas/${nth}.yaml`, persona(`P${nth}`, `N${nth}`)]);
    const workload = await workloadOf(Object.fromEntries(list) as Files);
    expect((await assessed([], workload)).personas.verdict).toBe(verdict);
  });
});
