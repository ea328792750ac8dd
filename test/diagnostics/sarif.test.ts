import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/runChecks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatSarif } from '../../src/diagnostics/sarif.ts';
import { sarifFaults } from './sarifRules.ts';

const range = (line: number) => ({ start: { line, column: 5 }, end: { line, column: 12 } });

const noRole: Diagnostic = {
  kind: 'finding',
  code: 'ACC403',
  severity: 'warning',
  message: 'P1 Alpha has no role on Store in any environment',
  hint: 'add a row',
  location: { file: 'personas/Ä b#1.yaml', range: range(4) },
  related: [{ message: 'also here', location: { file: 'personas/rbac/store.md' } }],
  about: { persona: 'P1', component: 'store' },
};

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations?: readonly unknown[];
        readonly suppressions: readonly unknown[];
        readonly partialFingerprints: { readonly 'personaDeck/v1': string };
      }[];
    },
  ];
}

function logOf(diagnostics: readonly Diagnostic[], root = ''): Log {
  const parsed = JSON.parse(formatSarif(diagnostics, { version: '1.2.3', rules, root })) as Log;
  expect(sarifFaults(parsed)).toEqual([]);
  return parsed;
}

const resultsOf = (diagnostics: readonly Diagnostic[], root = '') => logOf(diagnostics, root).runs[0].results;
const keysOf = (...diagnostics: readonly Diagnostic[]): string[] =>
  resultsOf(diagnostics).map(({ partialFingerprints }) => partialFingerprints['personaDeck/v1']);

describe('formatSarif', () => {
  it('has a result with rule, place, hint and other places', () => {
    const [result] = resultsOf([noRole]);
    expect(result).toMatchObject({
      ruleId: 'ACC403',
      level: 'warning',
      message: { text: 'P1 Alpha has no role on Store in any environment\nHint: add a row' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'personas/%C3%84%20b%231.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 12 },
          },
        },
      ],
      relatedLocations: [{ message: { text: 'also here' } }],
      suppressions: [],
      properties: { about: { persona: 'P1', component: 'store' } },
    });
  });

  it('describes every rule, found or not', () => {
    const { driver } = logOf([]).runs[0].tool;
    expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ code }) => code));
    expect(driver.rules.find(({ id }) => id === 'ACC401')).toMatchObject({
      name: 'ComponentOnACardWithoutAnRbacFile',
      defaultConfiguration: { level: 'error' },
      properties: { area: 'access', tags: ['access'] },
    });
  });

  it('points at the rule of each result, those of problems too', () => {
    const problem: Diagnostic = { kind: 'problem', code: 'YAML001', severity: 'error', message: 'not YAML' };
    const log = logOf([problem, noRole, { ...noRole, severity: 'info' }]).runs[0];
    expect(log.results.map(({ ruleIndex }) => log.tool.driver.rules[ruleIndex]?.id)).toEqual([
      'YAML001',
      'ACC403',
      'ACC403',
    ]);
    expect(log.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
    expect(log.results[0]?.locations).toBeUndefined();
  });

  it('keeps what is waived, as a suppression', () => {
    const waived = { reason: 'next quarter', owner: 'Lead', expires: '2027-06-30' };
    const [accepted, other] = resultsOf([{ ...noRole, waived }, noRole]);
    expect(accepted?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'next quarter (Lead, until 2027-06-30)',
        properties: { owner: 'Lead', expires: '2027-06-30' },
      },
    ]);
    expect(other?.suppressions).toEqual([]);
  });

  it('knows a finding again when lines move, and only that', () => {
    const moved = { ...noRole, location: { file: 'personas/Ä b#1.yaml', range: range(90) } };
    expect(keysOf(moved)).toEqual(keysOf(noRole));
    const others = [
      { ...noRole, code: 'ACC401' },
      { ...noRole, about: { persona: 'P2', component: 'store' } },
      { ...noRole, location: { file: 'elsewhere.yaml' } },
      { ...noRole, about: {} },
      { ...noRole, about: {}, message: 'another' },
      noRole,
    ];
    expect(new Set(others.flatMap((other) => keysOf(other))).size).toBe(others.length);
    expect(new Set(keysOf(noRole, noRole)).size).toBe(2);
  });

  it('begins addresses at the root of the repository', () => {
    expect(resultsOf([noRole], 'docs/team one')[0]?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'docs/team%20one/personas/%C3%84%20b%231.yaml' } } },
    ]);
  });

  it('lets no text be a link or a place for an argument', () => {
    const [result] = resultsOf([{ ...noRole, message: 'see [here](1) and [x], {0}', hint: 'h' }]);
    expect(result?.message.text).toBe('see \\[here](1) and [x], {{0}}\nHint: h');
  });

  it('is refused by the rules when something is wrong with it', () => {
    const log = logOf([noRole]);
    const { results } = log.runs[0];
    const spoilt = { ...log, runs: [{ ...log.runs[0], results: [{ ...results[0], severity: 'high' }] }] };
    expect(sarifFaults(spoilt).map(({ params }) => params)).toEqual([{ additionalProperty: 'severity' }]);
    expect(sarifFaults({ version: '2.0.0' }).length).toBeGreaterThan(1);
  });
});
