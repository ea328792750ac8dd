import { describe, expect, it } from 'vitest';
import { similarPersonaCheck } from '../../src/checks/personas/similarPersonas.ts';
import type { Workload } from '../../src/workload/model.ts';
import { persona, places, workloadOf } from '../workload/reading.ts';

const lists = (components: string, processes: string, skills: string, more = ''): string =>
  `components: [${components}]\nprocesses: [${processes}]\nskills: [${skills}]\n${more}`;

async function find(...cards: readonly string[]) {
  const files = cards.map((card, nth) => [`personas/p${nth + 1}.yaml`, persona(`P${nth + 1}`, `N${nth + 1}`, card)]);
  return similarPersonaCheck.run(await workloadOf(Object.fromEntries(files)));
}

const usual = lists('A, B, C', 'Q, R', 'S, T, U');

describe('SET102', () => {
  it('names the persona before it that is the same, once', async () => {
    const found = await find(usual, usual, usual);
    expect(places(found)).toEqual(['SET102 personas/p2.yaml:1:1', 'SET102 personas/p3.yaml:1:1']);
    expect(found[1]).toMatchObject({
      severity: 'warning',
      message: 'P3 N3 and P1 N1 have the same components, processes, skills and roles',
      related: [{ message: 'P1 N1', location: { file: 'personas/p1.yaml' } }],
      about: { persona: 'P3' },
    });
  });

  it('names the closest, and how close', async () => {
    const far = lists('A, B, C', 'Q, R', 'S, T, U, V, W');
    const near = lists('A, B, C', 'Q, R', 'S, T, u, X');
    const found = await find(far, usual, near);
    expect(found.map(({ message }) => message)).toEqual([
      'P2 N2 and P1 N1 have to 80 % the same components, processes, skills and roles',
      'P3 N3 and P2 N2 have to 88 % the same components, processes, skills and roles',
    ]);
  });

  it.each([
    ['differ in a few things', lists('A, B, D', 'Q, R', 'S, T, U')],
    ['are a human and an agent', lists('A, B, C', 'Q, R', 'S, T, U', 'kind: agent\n')],
    ['share processes only', lists('D, E', 'Q, R', 'V')],
  ])('is not said of personas that %s', async (_, other) => {
    expect(await find(usual, other)).toEqual([]);
  });

  it('is not said of cards with little on them', async () => {
    expect(await find(lists('A', 'Q', 'S'), lists('A', 'Q', 'S'))).toEqual([]);
  });

  it('looks at roles too', async () => {
    const table = (role: string): string =>
      `| Persona | Env | Role |\n|-|-|-|\n| P1 | all | Reader |\n| P2 | all | ${role} |\n`;
    const files = { 'personas/p1.yaml': persona('P1', 'N1', usual), 'personas/p2.yaml': persona('P2', 'N2', usual) };
    const run = async (role: string) =>
      similarPersonaCheck.run(await workloadOf({ ...files, 'personas/rbac/a.md': table(role) })).length;
    expect(await run('Reader')).toBe(1);
    expect(await run('Owner')).toBe(0);
  });

  it('takes no longer for each of many that share what is common', async () => {
    const one = await workloadOf({ 'personas/p1.yaml': persona('P1', 'N1', usual) });
    const [first] = one.personas;
    const personas = Array.from({ length: 3000 }, (_, nth) => ({
      ...first,
      id: `P${nth}`,
      skills: [0, 1, 2, 3].map((step) => ({ name: `Skill ${(nth * 7 + step * 11) % 60}` })),
    }));
    const workload = { ...one, personas } as unknown as Workload;
    const start = performance.now();
    const found = similarPersonaCheck.run(workload);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(found.length).toBeLessThan(3000);
    expect(new Set(found.map(({ about }) => about?.persona)).size).toBe(found.length);
  });
});
