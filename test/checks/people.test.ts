import { describe, expect, it } from 'vitest';
import { dutiesCheck } from '../../src/checks/duties/duties.ts';
import { grantingAccessCheck } from '../../src/checks/duties/grantingAccess.ts';
import { peopleCheck } from '../../src/checks/personas/people.ts';
import { type Files, persona, places, workloadOf } from '../workload/reading.ts';

const personas = {
  'personas/1.yaml': persona('P1', 'Auditor', 'duties: [audit]\n'),
  'personas/2.yaml': persona('P2', 'Admin', 'duties: [grant access]\n'),
  'personas/3.yaml': persona('P3', 'Analyst'),
  'personas/4.yaml': persona('P4', 'Agent', 'kind: agent\n'),
};

const people = (yaml: string): Files => ({ ...personas, 'personas/workload.yaml': `people: ${yaml}\n` });
const all = '{name: Ben, personas: [P1, P3]}, {name: Cid, personas: [P2]}';

const find = async (code: string, files: Files) =>
  peopleCheck.run(await workloadOf(files)).filter((one) => one.code === code);

describe('people', () => {
  it('say nothing where nobody is named', async () => {
    expect(peopleCheck.run(await workloadOf(personas))).toEqual([]);
    expect(peopleCheck.run(await workloadOf(people(`[${all}]`)))).toEqual([]);
  });
});

describe('PRS007', () => {
  it('names what was probably meant', async () => {
    const found = await find('PRS007', people('[{name: Aino, personas: [P1, Analist, P11, Cook]}]'));
    expect(places(found)).toEqual(Array(3).fill('PRS007 personas/workload.yaml:1:17'));
    expect(found.map(({ severity, message, hint }) => [severity, message, hint])).toEqual([
      ['error', 'Aino embodies Analist, which is no persona', 'did you mean Analyst? If not, add the persona'],
      ['error', 'Aino embodies P11, which is no persona', expect.stringMatching(/^did you mean P\d\?/)],
      ['error', 'Aino embodies Cook, which is no persona', 'Correct the id or the name, or add the persona.'],
    ]);
  });

  it('asks for the id where several have the name', async () => {
    const files = { ...people('[{name: Aino, personas: Analyst}]'), 'personas/5.yaml': persona('P5', 'Analyst') };
    expect((await find('PRS007', files))[0]?.hint).toBe('name the persona by its id');
  });
});

describe('SET104', () => {
  it('finds who audits what they give, by duty', async () => {
    const found = await find('SET104', people('[{name: Aino, personas: [P1, P2]}]'));
    expect(places(found)).toEqual(['SET104 personas/workload.yaml:1:17']);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: 'Aino can give access as P2 Admin and audits as P1 Auditor',
      about: { persona: 'P1' },
    });
  });

  it('and by role', async () => {
    const files = {
      ...people('[{name: Aino, personas: [P1, P3]}]'),
      'personas/rbac/store.md':
        '# Store\n\n| Persona | Env | Role |\n|-|-|-|\n| P3 | Dev | User Access Administrator |\n| P1 | Dev | Reader |\n',
    };
    expect(await find('SET104', files)).toHaveLength(1);
  });

  it('leaves to SOD601 to SOD603 what these say', async () => {
    const files = {
      ...people('[{name: Aino, personas: [P1, P2]}]'),
      'personas/1.yaml': persona('P1', 'Both', 'duties: [audit, grant access, approve]\n'),
      'personas/2.yaml': persona('P2', 'Deployer', 'duties: [deploy]\n'),
    };
    expect(await find('SET104', files)).toEqual([]);
    const workload = await workloadOf(files);
    const others = [...dutiesCheck.run(workload), ...grantingAccessCheck.run(workload)];
    expect(others.map(({ code }) => code).sort()).toEqual(['SOD601', 'SOD602']);
  });

  it('finds who approves what they ask for', async () => {
    const files = (approver: string): Files => ({
      ...people('[{name: Aino, personas: [P1, P3]}]'),
      'personas/rbac/store.md': `# Store\n\n| Persona | Env | Role | Assignment | Approver |\n|-|-|-|-|-|\n| P3 | Dev | Reader | eligible | ${approver} |\n`,
    });
    expect((await find('SET104', files('P1 Auditor'))).map(({ message }) => message)).toEqual([
      'Aino approves as P1 Auditor what they ask for as P3 Analyst',
    ]);
    for (const other of ['required', 'P2', 'Admin', 'P3'])
      expect(await find('SET104', files(other)), other).toEqual([]);
  });

  it('says nothing of two humans', async () => {
    expect(await find('SET104', people(`[${all}]`))).toEqual([]);
  });
});

describe('SET105', () => {
  it('names personas that nobody embodies, but no agents', async () => {
    const found = await find('SET105', people('[{name: Ben, personas: [P1]}]'));
    expect(places(found)).toEqual(['SET105 personas/2.yaml:1:1', 'SET105 personas/3.yaml:1:1']);
    expect(found[0]).toMatchObject({ message: 'nobody embodies P2 Admin', about: { persona: 'P2' } });
  });

  it('names who is the only one for several', async () => {
    const found = await find('SET105', people('[{name: Ben, personas: [P1, P2, P3, P3]}]'));
    expect(found.map(({ message }) => message)).toEqual(['Ben is the only one for P1, P2 and P3']);
  });

  it('is content when somebody else has one of them', async () => {
    expect(await find('SET105', people('[{name: Ben, personas: [P1, P2, P3]}, {name: C, personas: P2}]'))).toEqual([]);
  });
});
