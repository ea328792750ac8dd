import { describe, expect, it } from 'vitest';
import type { StepDeed } from '../../src/schema/flows.ts';
import { accountableOf } from '../../src/workload/flowAccountable.ts';

/** Ids of those who answer for a step where these personas do this. */
function accountable(personas: Readonly<Record<string, readonly StepDeed[]>>): string[] {
  const location = { file: 'workload.yaml' };
  const step = { personas: Object.entries(personas).map(([id, deeds]) => ({ id, name: id, deeds, location })) };
  return accountableOf(step).map(({ id }) => id);
}

describe('who answers for a step', () => {
  it('is whoever owns it, whatever others do', () => {
    expect(accountable({ P1: ['own'], P2: ['write'], P3: ['read'] })).toEqual(['P1']);
    expect(accountable({ P1: ['write', 'approve'], P2: ['own', 'read'] })).toEqual(['P2']);
  });

  it('is each of several owners, so that they can be named', () => {
    expect(accountable({ P1: ['own'], P2: ['read'], P3: ['own', 'write'] })).toEqual(['P1', 'P3']);
  });

  it('is the only one that writes where nobody owns it', () => {
    expect(accountable({ P1: ['read'], P2: ['write', 'read'], P3: ['approve'] })).toEqual(['P2']);
  });

  it('is nobody where several write and none owns it', () => {
    expect(accountable({ P1: ['write'], P2: ['write'] })).toEqual([]);
  });

  it('is the only one there where nobody writes', () => {
    expect(accountable({ P1: ['read'] })).toEqual(['P1']);
    expect(accountable({ P1: ['approve'] })).toEqual(['P1']);
    expect(accountable({ P1: ['read'], P2: ['approve'] })).toEqual([]);
  });

  it('is nobody where nobody is', () => {
    expect(accountable({})).toEqual([]);
  });
});
