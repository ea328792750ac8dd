import { describe, expect, it } from 'vitest';
import { PersonaNames } from '../../src/workload/personaNames.ts';

const names = new PersonaNames([
  { id: 'P001', name: 'AI Data Engineer' },
  { id: 'P003', name: 'BI Analyst' },
  { id: 'P-3 b', name: 'Auditor' },
  { id: 'X1', name: 'Twin' },
  { id: 'X2', name: 'Twin' },
]);

describe('PersonaNames', () => {
  it.each([
    ['P001', 'P001'],
    ['AI Data Engineer', 'P001'],
    ['P001 AI Data Engineer', 'P001'],
    ['P001: AI Data Engineer', 'P001'],
    ['P001 – AI Data Engineer', 'P001'],
    ['P001 (AI Data Engineer)', 'P001'],
    ['AI Data Engineer (P001)', 'P001'],
    ['AI Data Engineer P001', 'P001'],
    ['P001-ai-data-engineer', 'P001'],
    ['P-3 b Auditor', 'P-3 b'],
    ['X2 Twin', 'X2'],
  ])('finds %s', (written, id) => {
    expect(names.find(written)).toMatchObject({ kind: 'found', persona: { id } });
    expect(names.find(written)).not.toHaveProperty('doubt');
  });

  it.each([
    ['p001', 'wrongCase'],
    ['ai data engineer', 'wrongCase'],
    ['p001 AI Data Engineer', 'wrongCase'],
    ['P001 BI Analyst', 'otherName'],
  ])('finds %s, in doubt: %s', (written, doubt) => {
    expect(names.find(written)).toMatchObject({ kind: 'found', persona: { id: 'P001' }, doubt });
  });

  it.each([
    ['AI Data Enginer', 'AI Data Engineer'],
    ['P008 AI Data Engineer', 'P001 AI Data Engineer'],
    ['P01', 'P001'],
    ['Nobody at all', undefined],
  ])('does not find %s, suggests %s', (written, suggestion) => {
    expect(names.find(written)).toEqual({ kind: 'unknown', ...(suggestion === undefined ? {} : { suggestion }) });
  });

  it('does not choose between two of one name', () => {
    expect(names.find('Twin')).toEqual({ kind: 'ambiguous' });
  });
});
