import { describe, expect, it } from 'vitest';
import { applyWaivers } from '../../src/checks/waivers.ts';
import type { Diagnostic, Subject } from '../../src/diagnostics/diagnostic.ts';
import type { Waiver } from '../../src/workload/model.ts';
import { cli, projectWith } from '../support/project.ts';
import { persona, workloadOf } from '../workload/reading.ts';

const finding = (about: Subject, code = 'ACC403'): Diagnostic => ({
  kind: 'finding',
  code,
  severity: 'warning',
  message: 'm',
  about,
});
const waiver = (about: Subject, more: Partial<Waiver> = {}): Waiver => ({
  code: 'ACC403',
  reason: 'next quarter',
  owner: 'Lead',
  expires: '2027-06-30',
  about,
  location: { file: 'personas/workload.yaml' },
  ...more,
});

const both = { persona: 'P1', component: 'store' };
const codes = ['ACC401', 'ACC403', 'WVR901', 'WVR902', 'WVR903'];

/** `waived` for each finding that is, and the codes of what is said of waivers, with their hints. */
function outcome(findings: readonly Diagnostic[], waivers: readonly Waiver[], day?: string): string[] {
  const all = applyWaivers(findings, waivers, { codes, elsewhere: ['CRD801'], ...(day === undefined ? {} : { day }) });
  return all.map(({ code, waived, hint }) =>
    code.startsWith('WVR') ? `${code} ${hint}` : waived === undefined ? 'counts' : 'waived',
  );
}

describe('applyWaivers', () => {
  it('marks a finding with who accepts it, and why', () => {
    const [marked] = applyWaivers([finding(both)], [waiver(both)], { codes });
    expect(marked).toEqual({
      ...finding(both),
      waived: { reason: 'next quarter', owner: 'Lead', expires: '2027-06-30' },
    });
  });

  it('fits when the code is the same and all that it names', () => {
    for (const about of [both, { persona: 'P1' }, { component: 'store' }, {}]) {
      expect(outcome([finding(both)], [waiver(about)])).toEqual(['waived']);
    }
    for (const about of [{ persona: 'P2' }, { ...both, environment: 'prod' }]) {
      expect(outcome([finding(both)], [waiver(about)])[0]).toBe('counts');
    }
    expect(outcome([finding(both, 'ACC401')], [waiver(both)])[0]).toBe('counts');
    expect(outcome([finding({})], [waiver({ persona: 'P1' })])[0]).toBe('counts');
  });

  it('waives neither problems nor what is said of waivers', () => {
    const problem: Diagnostic = { ...finding(both), kind: 'problem' };
    expect(outcome([problem], [waiver({})])[0]).toBe('counts');
    const idle = waiver({}, { code: 'WVR902' });
    expect(applyWaivers([finding({}, 'WVR902')], [idle], { codes })[0]?.waived).toBeUndefined();
  });

  it('WVR901: holds on its last day, and no longer', () => {
    expect(outcome([finding(both)], [waiver(both)], '2027-06-30')[0]).toBe('waived');
    expect(outcome([finding(both)], [waiver(both)], '2027-07-01')).toEqual([
      'counts',
      'WVR901 mend what it waived, or let Lead decide anew',
    ]);
    expect(outcome([], [waiver(both)], '2027-07-01')).toEqual([
      'WVR901 remove it: there is no finding any more that it would waive',
    ]);
  });

  it('takes the waiver that still holds', () => {
    const waivers = [waiver(both, { expires: '2026-01-01' }), waiver({}, { expires: '2028-01-01', owner: 'New' })];
    const [marked, ...said] = applyWaivers([finding(both)], waivers, { codes, day: '2027-01-01' });
    expect(marked?.waived?.owner).toBe('New');
    expect(said.map(({ code }) => code)).toEqual(['WVR901']);
  });

  it('WVR902: fits nothing, or has the code of no check', () => {
    expect(outcome([], [waiver(both)])).toEqual(['WVR902 nothing of ACC403 is found any more: remove the waiver']);
    expect(outcome([finding({ persona: 'P2' })], [waiver(both)])).toEqual([
      'counts',
      'WVR902 what ACC403 finds is about others: correct the names in the waiver, or remove it',
    ]);
    expect(outcome([], [waiver(both, { code: 'ACC430' })])).toEqual(['WVR902 did you mean ACC403?']);
    expect(outcome([], [waiver(both, { code: 'QQQQ' })])).toEqual(['WVR902 name the code of a finding']);
    expect(outcome([], [waiver(both, { code: 'CRD801' })])).toEqual([]);
  });

  it('WVR903: is spoken of for 30 days before', () => {
    const soon = 'WVR903 mend what it waives, or let Lead decide anew';
    expect(outcome([finding(both)], [waiver(both)], '2027-05-30')).toEqual(['waived']);
    expect(outcome([finding(both)], [waiver(both)], '2027-05-31')).toEqual(['waived', soon]);
    expect(outcome([finding(both)], [waiver(both)], '2027-06-30')).toEqual(['waived', soon]);
    expect(outcome([finding(both)], [waiver(both)])).toEqual(['waived']);
  });

  it('leaves its input as it is', () => {
    const input = [finding(both)];
    applyWaivers(input, [waiver(both)], { codes });
    expect(input).toEqual([finding(both)]);
  });

  it('takes no longer for each of many', () => {
    const many = Array.from({ length: 20_000 }, (_, nth) => ({ persona: `P${nth}` }));
    const waivers = many.map((about) => waiver(about));
    const start = performance.now();
    const all = applyWaivers(
      many.map((about) => finding(about)),
      waivers,
      { codes },
    );
    expect(all.every(({ waived }) => waived !== undefined)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

const waivers = `waivers:
  - {code: ACC401, component: key vault, reason: next quarter, owner: Lead, expires: 2027-06-30}
`;
const files = {
  'personas/a.yaml': persona('P1', 'Alpha', 'components:\n  - Key Vault\n'),
  'personas/workload.yaml': waivers,
};

describe('the command line', () => {
  const asOf = (day: string) => ({ 'persona-deck.yaml': `asOf: ${day}\n` });

  it('fails no more for what is waived, and says how much that is', async () => {
    const before = await cli(projectWith({ ...files, 'personas/workload.yaml': 'name: X\n' }), 'check');
    expect(before).toMatchObject({ code: 1, err: expect.stringContaining('ACC401') });
    const { code, err } = await cli(projectWith({ ...files, ...asOf('2027-01-01') }), 'check');
    expect(code).toBe(0);
    expect(err).toContain('1 waived: accepted for a time in workload.yaml\n');
    expect(err).not.toContain('ACC401');
  });

  it('keeps it in JSON and SARIF', async () => {
    const root = projectWith({ ...files, ...asOf('2027-01-01') });
    const json = JSON.parse((await cli(root, 'check', '--format', 'json')).out);
    expect(json.counts).toMatchObject({ error: 0, waived: 1 });
    expect((json.diagnostics as Diagnostic[]).find(({ code }) => code === 'ACC401')?.waived?.owner).toBe('Lead');
    const sarif = JSON.parse((await cli(root, 'check', '--format', 'sarif')).out);
    expect(sarif.runs[0].results).toContainEqual(
      expect.objectContaining({ ruleId: 'ACC401', suppressions: [expect.objectContaining({ kind: 'external' })] }),
    );
    const github = await cli(root, 'check', '--format', 'github');
    expect(github).toMatchObject({ code: 0, out: expect.not.stringContaining('ACC401') });
    expect(github.err).toContain('1 waived');
  });

  it('judges on asOf, else on the day of SOURCE_DATE_EPOCH, else today', async () => {
    const codesOf = async (more: Record<string, string>, ...command: string[]) => {
      const { out } = await cli(projectWith({ ...files, ...more }), ...command);
      return (JSON.parse(out).diagnostics as Diagnostic[])
        .map(({ code }) => code)
        .filter((code) => /^(ACC401|WVR)/.test(code))
        .sort();
    };
    const check = ['check', '--format', 'json'];
    const old = { 'personas/workload.yaml': waivers.replace('2027', '2001') };
    expect(await codesOf(old, ...check)).toEqual(['ACC401', 'WVR901']);
    process.env['SOURCE_DATE_EPOCH'] = String(Date.UTC(2001, 5, 30, 23) / 1000);
    try {
      expect(await codesOf(old, ...check)).toEqual(['ACC401', 'WVR903']);
      expect(await codesOf({ ...old, ...asOf('2001-01-01') }, ...check)).toEqual(['ACC401']);
      process.env['SOURCE_DATE_EPOCH'] = 'yesterday';
      expect(await cli(projectWith(files), 'check')).toMatchObject({ code: 2 });
    } finally {
      delete process.env['SOURCE_DATE_EPOCH'];
    }
  });

  it('lets a strict build through, which asks no clock', async () => {
    const old = { ...files, 'personas/workload.yaml': waivers.replace('2027', '2001') };
    const build = ['build', '--only', 'markdown', '--strict', '--json'];
    const { code, out } = await cli(projectWith(old), ...build);
    expect(code).toBe(0);
    const found = (JSON.parse(out).diagnostics as Diagnostic[]).find((one) => one.code === 'ACC401');
    expect(found?.waived?.expires).toBe('2001-06-30');
    expect(await cli(projectWith({ ...old, ...asOf('2002-01-01') }), ...build)).toMatchObject({ code: 1 });
  });
});

describe('waivers in workload.yaml', () => {
  it('name things as cards do', async () => {
    const { waivers: read } = await workloadOf(files);
    expect(read).toMatchObject([{ code: 'ACC401', about: { component: 'key-vault' } }]);
  });
});
