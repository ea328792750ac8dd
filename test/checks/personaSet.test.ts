import { describe, expect, it } from 'vitest';
import { personaSetCheck } from '../../src/checks/personas/personaSet.ts';
import { type Files, persona, places, workloadOf } from '../workload/reading.ts';

const find = async (code: string, files: Files) =>
  personaSetCheck.run(await workloadOf(files)).filter((one) => one.code === code);

const set = (count: number): Files => ({
  'personas/all.yaml': Array.from({ length: count }, (_, nth) => `- {id: P${nth + 1}, name: N}\n`).join(''),
});

describe('SET101', () => {
  it.each([
    [1, ['there is 1 persona; sets of 5 to 10 work best']],
    [4, ['there are 4 personas; sets of 5 to 10 work best']],
    [5, []],
    [10, []],
    [11, ['there are 11 personas; sets of 5 to 10 work best']],
  ])('of %i personas', async (count, messages) => {
    const found = await find('SET101', set(count));
    expect(found.map(({ message }) => message)).toEqual(messages);
    expect(found.every(({ severity }) => severity === 'info')).toBe(true);
  });

  it('says what is traded for what', async () => {
    expect((await find('SET101', set(4)))[0]?.hint).toContain('wide access');
    expect((await find('SET101', set(11)))[0]?.hint).toContain('merge');
  });
});

describe('SET103', () => {
  const files = {
    'personas/a.yaml': persona('P1', 'A', 'team: Data\nprimaryInteraction: [AI, Sales]\n'),
    'personas/b.yaml': persona('P2', 'B', 'team: AI\nprimaryInteraction: Sales\n'),
    'personas/c.yaml': persona('P3', 'C', 'team: AI\n'),
  };

  it('names teams with one persona, and partners with none, once', async () => {
    const found = await find('SET103', files);
    expect(places(found)).toEqual(['SET103 personas/a.yaml:3:1', 'SET103 personas/a.yaml:4:26']);
    expect(found.map(({ message }) => message)).toEqual([
      'P1 A is the only persona of Data',
      'Sales, a partner of P1 A, has no persona',
    ]);
    expect(found.every(({ severity, about }) => severity === 'info' && about?.persona === 'P1')).toBe(true);
  });

  it('leaves partners that are mistakes to PRS003', async () => {
    const files = { 'personas/a.yaml': persona('P1', 'A', 'primaryInteraction: P9\n') };
    expect(await find('SET103', files)).toEqual([]);
  });

  it('leaves alone teams of two, and teams that are declared but not named', async () => {
    const whole = {
      ...files,
      'personas/a.yaml': persona('P1', 'A', 'team: AI\nprimaryInteraction: AI\n'),
      'personas/b.yaml': persona('P2', 'B', 'team: AI\n'),
      'personas/workload.yaml': 'teams: [{name: Sales}]\n',
    };
    expect(await find('SET103', whole)).toEqual([]);
  });
});
