import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/github.ts';

const finding: Diagnostic = {
  kind: 'finding',
  code: 'ACC401',
  severity: 'error',
  message: 'Store has no RBAC file',
  hint: 'create it',
  location: { file: 'personas/a.yaml', range: { start: { line: 3, column: 5 }, end: { line: 3, column: 10 } } },
};
const rule = { code: 'ACC401', title: 'No file: a title, long', severity: 'error', area: 'access' } as const;
const rules = [{ ...rule, source: '', why: '', fix: '' }];

describe('formatGithub', () => {
  it('writes a workflow command a finding', () => {
    expect(formatGithub([finding], { rules })).toBe(
      '::error file=personas/a.yaml,line=3,endLine=3,col=5,endColumn=9,title=ACC401 No file%3A a title%2C long' +
        '::Store has no RBAC file%0Acreate it\n',
    );
  });

  it('does without place, range, hint and rule', () => {
    const { location: _location, hint: _hint, ...bare } = finding;
    expect(formatGithub([bare, { ...bare, location: { file: 'f' } }])).toBe(
      '::error title=ACC401::Store has no RBAC file\n::error file=f,title=ACC401::Store has no RBAC file\n',
    );
  });

  it('names columns only within one line, and one at least', () => {
    const at = (endLine: number, endColumn: number) =>
      formatGithub([
        {
          ...finding,
          location: { file: 'f', range: { start: { line: 3, column: 5 }, end: { line: endLine, column: endColumn } } },
        },
      ]);
    expect(at(5, 2)).toContain('file=f,line=3,endLine=5,title');
    expect(at(3, 5)).toContain('col=5,endColumn=5,');
  });

  it('lets no text end the command or begin another', () => {
    const evil = { ...finding, message: '100 %\n::error::x\r\u001b[31m, a:b', location: { file: 'a:b,c%.yaml' } };
    const text = formatGithub([evil]);
    expect(text).toBe(
      '::error file=a%3Ab%2Cc%25.yaml,title=ACC401::100 %25%0A::error::x%0D\ufffd[31m, a:b%0Acreate it\n',
    );
  });

  it('says notice for notes, and nothing of what is waived', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-01' };
    expect(
      formatGithub([
        { ...finding, waived },
        { ...finding, severity: 'info' },
      ]),
    ).toMatch(/^::notice .*\n$/);
  });

  it('begins paths at the root of the repository', () => {
    expect(formatGithub([finding], { root: 'docs/team' })).toContain('file=docs/team/personas/a.yaml,');
  });
});
