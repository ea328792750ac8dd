import { describe, expect, it } from 'vitest';
import { skillCheck } from '../../src/checks/skills.ts';
import { persona, places, workloadOf } from '../workload/reading.ts';

async function find(code: string, workload: string, skills: string) {
  const files = {
    'personas/workload.yaml': workload,
    'personas/a.yaml': persona('P1', 'A', `components: Store\nskills: ${skills}\n`),
    'personas/b.yaml': persona('P2', 'B', 'skills: Excel\n'),
  };
  return skillCheck.run(await workloadOf(files)).filter((one) => one.code === code);
}

describe('SKL301', () => {
  const workload = `components:
  - name: Store
    skills: [SQL, PySpark, Backups]
processes:
  - {name: DataOps, skills: [Python, Excel]}
`;

  it('names the skills that a component or process needs and no persona has', async () => {
    const found = await find('SKL301', workload, '[SQL]');
    expect(places(found)).toEqual(['SKL301 personas/workload.yaml:3:13', 'SKL301 personas/workload.yaml:5:29']);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: 'no persona has PySpark or Backups, which Store needs',
      about: { component: 'store' },
    });
    expect(found[1]?.message).toBe('no persona has Python, which DataOps needs');
  });

  it('does not mind spelling, nor who has the skill', async () => {
    expect(await find('SKL301', workload, '[sql, Py Spark, {name: backups, level: basic}, python]')).toEqual([]);
  });

  it('does not mind components that are on no card', async () => {
    expect(await find('SKL301', 'components: [{name: Vault, skills: Secrets}]\n', '[SQL]')).toEqual([]);
  });
});

describe('SKL302', () => {
  const skills = '[SQL, {name: Python, learn: "https://example.com/python"}]';

  it('names what a human lacks, and where to learn it', async () => {
    const found = await find('SKL302', 'people: [{name: Aino, personas: [P2, P1], skills: [sql, excel]}]\n', skills);
    expect(places(found)).toEqual(['SKL302 personas/workload.yaml:1:17']);
    expect(found[0]).toMatchObject({
      severity: 'info',
      message: 'Aino lacks Python',
      hint: 'agree on a learning path, beginning with https://example.com/python',
      related: [{ message: 'skills of P1 A' }],
      about: { persona: 'P1' },
    });
  });

  it('says nothing of humans who list no skills or have them all', async () => {
    expect(await find('SKL302', 'people: [{name: Aino, personas: P1}]\n', skills)).toEqual([]);
    expect(await find('SKL302', 'people: [{name: A, personas: P1, skills: [SQL, Python, X]}]\n', skills)).toEqual([]);
  });
});
