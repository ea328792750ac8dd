import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/checks/assessment/model.ts';
import { standings } from '../../src/checks/assessment/standings.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { assessmentMarkdown } from '../../src/outputs/markdown/assessment.ts';
import { cli, exampleProject, persona, projectWith } from '../support/project.ts';

const found = (line: number, message = `message ${line}`): Diagnostic => ({
  kind: 'finding',
  code: 'ACC401',
  severity: 'error',
  message,
  location: { file: 'rbac/a_b|c.md', range: { start: { line, column: 3 }, end: { line, column: 4 } } },
});

const counts = { error: 5, warning: 0, info: 1, waived: 1 };
const group = {
  code: 'ACC401',
  title: 'No file',
  severity: 'error',
  fix: 'Create it.',
  findings: [found(1, '<b>*Store*</b> [x](y) has no file'), found(2), found(3), found(4), found(5)],
} as const;
const assessment: Assessment = {
  workload: 'A <script> | *team*',
  day: '2027-01-31',
  counts,
  areas: [
    { area: 'access', standing: 'at risk', lookedAt: '7 cells', counts, groups: [group] },
    {
      area: 'agents',
      standing: 'nothing to judge',
      lookedAt: '0 agents',
      counts: { ...counts, waived: 0 },
      groups: [],
    },
  ],
  personas: { count: 12, from: 5, to: 10, verdict: 'more' },
  coverage: {
    componentsWithFile: { part: 2, of: 3 },
    cellsDecided: { part: 0, of: 0 },
    rolesKnown: { part: 1, of: 1 },
    eligibleInProduction: { part: 1, of: 4 },
  },
  accepted: Array.from({ length: 22 }, () => ({
    ...found(9),
    waived: { reason: 'new | contract', owner: '*Lead*', expires: '2027-06-30' },
  })),
  steps: [{ group, action: 'create a_b.md', first: { file: 'a_b.md' } }],
};
const page = assessmentMarkdown(assessment);

describe('the assessment page', () => {
  it('prints the rule of each standing that it uses', () => {
    for (const standing of ['at risk', 'nothing to judge'] as const) {
      expect(page).toContain(`- **${standing}**: ${standings[standing]}.`);
    }
    expect(page).not.toContain('**to do**');
  });

  it('has a row an area, with its numbers', () => {
    expect(page).toContain('| Access | **at risk** | 5 | 0 | 1 | 1 | 7 cells |');
    expect(page).toContain('The checks found 5 errors, 0 warnings, 1 note; besides, 1 that is waived.');
    expect(page).toContain('Waivers were judged on 2027-01-31.');
  });

  it('says where to begin', () => {
    expect(page).toContain('1. **No file** (5 errors). Begin with the one at a\\_b.md: ');
    expect(page).toContain('Create a\\_b.md.\n');
  });

  it('lists some places and counts the rest', () => {
    expect(page.match(/^ {2}- .*$/gm)).toEqual([
      '  - rbac/a\\_b\\|c.md:1:3 \\<b\\>\\*Store\\*\\</b\\> \\[x\\](y) has no file',
      '  - rbac/a\\_b\\|c.md:2:3 message 2',
      '  - rbac/a\\_b\\|c.md:3:3 message 3',
      '  - and 2 more',
    ]);
  });

  it('explains the number of personas and gives the figures', () => {
    expect(page).toMatch(/The workload has 12 personas; 5 to 10 are usual\. There are more\..*handing work over/);
    expect(page).toContain('| Components with an RBAC file | 2 of 3 (66 %) |');
    expect(page).toContain('| Cells decided | none to count |');
  });

  it('lists what is accepted, by whom and until when', () => {
    expect(page).toContain(
      '| **ACC401** message 9 (rbac/a\\_b\\|c.md:9:3) | new \\| contract | \\*Lead\\* | 2027-06-30 |\n',
    );
    expect(page).toMatch(/And 2 more, which expire later\.\n$/);
    expect(assessmentMarkdown({ ...assessment, accepted: [] })).not.toContain('Accepted');
  });

  it('shows names as they are written, never as markup', () => {
    expect(page).toContain('# Assessment of A \\<script\\> \\| \\*team\\*\n');
    expect(page).not.toMatch(/(?<!\\)<|(?<!\\)\[/);
  });
});

describe('check --report', () => {
  it('writes the page of the example to stdout, and only numbers to people', async () => {
    const { out, err, code } = await cli(exampleProject(), 'check', '--report');
    expect(out).toMatch(/^# Assessment of AI workload\n/);
    expect(out).toContain('The workload has 6 personas; 5 to 10 are usual. The number is within it.');
    expect(out).toContain('| Components with an RBAC file | 18 of 18 (100 %) |');
    expect(err).not.toContain('hint:');
    expect(code).toBe((await cli(exampleProject(), 'check')).code);
  });

  it('writes it into a file, and lists what was found', async () => {
    const root = projectWith({ 'personas/a.yaml': persona('P1', 'Alpha', 'components: [Store]\n') });
    const { out, err, code } = await cli(root, 'check', '--report', 'reports/now.md');
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toContain('error ACC401');
    expect(err).toContain('Report written to reports');
    expect(readFileSync(join(root, 'reports/now.md'), 'utf8')).toContain('personas/a.yaml:3:14 Store has no RBAC file');
  });

  it('overwrites nothing but markdown', async () => {
    const file = 'personas/a.yaml';
    const root = projectWith({ [file]: persona('P1', 'Alpha') });
    expect(await cli(root, 'check', '--report', file)).toMatchObject({ code: 2, out: '' });
    expect(await cli(root, 'check', '--report', 'personas')).toMatchObject({
      code: 2,
      err: expect.stringContaining('persona-deck check personas --report'),
    });
    expect(readFileSync(join(root, file), 'utf8')).toBe(persona('P1', 'Alpha'));
  });

  it('does not mix two things on stdout', async () => {
    const root = projectWith({ 'personas/a.yaml': persona('P1', 'Alpha') });
    expect(await cli(root, 'check', '--report', '--format', 'json')).toMatchObject({ code: 2, out: '' });
    const { out } = await cli(root, 'check', '--report', 'x.md', '--format', 'json');
    expect(JSON.parse(out).counts.waived).toBe(0);
    expect(existsSync(join(root, 'x.md'))).toBe(true);
  });

  it('writes none of a workload that cannot be read', async () => {
    const root = projectWith({ 'personas/a.yaml': 'id: [\n' });
    const { code, err } = await cli(root, 'check', '--report', 'x.md');
    expect(code).toBe(1);
    expect(err).toMatch(/error YAML001[\s\S]*No report was written/);
    expect(existsSync(join(root, 'x.md'))).toBe(false);
  });
});
