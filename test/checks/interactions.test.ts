import { describe, expect, it } from 'vitest';
import { interactionCheck } from '../../src/checks/personas/interactions.ts';
import { type Files, persona, places, workloadOf } from '../workload/reading.ts';

const find = async (code: string, files: Files) =>
  interactionCheck.run(await workloadOf(files)).filter((one) => one.code === code);

/** Two personas of the Data Team, and one more that works with `partner`. */
const partnered = (partner: string, workload = 'name: W\n'): Files => ({
  'personas/workload.yaml': workload,
  'personas/P001.yaml': persona('P001', 'BI Analyst', 'team: Data Ingestion Team\n'),
  'personas/P002.yaml': persona('P002', 'Reviewer', 'team: Data Ingestion Team\n'),
  'personas/P003.yaml': persona('P003', 'Writer', `team: AI Team\nprimaryInteraction: [${partner}]\n`),
});

describe('PRS003', () => {
  it.each([
    ['Data Ingestin Team', 'no team or persona is called Data Ingestin Team', 'did you mean Data Ingestion Team?'],
    ['Data Ingestion', 'no team or persona is called Data Ingestion', 'did you mean Data Ingestion Team?'],
    ['BI Analist', 'no team or persona is called BI Analist', 'did you mean P001 BI Analyst?'],
    ['P042', 'no persona has the id P042', 'did you mean P002?'],
    ['P042 Tester', 'no persona has the id P042 Tester', 'add the persona'],
  ])('%s is no partner', async (partner, message, hint) => {
    const found = await find('PRS003', partnered(partner));
    expect(places(found)).toEqual(['PRS003 personas/P003.yaml:4:22']);
    expect(found[0]).toMatchObject({ severity: 'error', message, about: { persona: 'P003' } });
    expect(found[0]?.hint).toContain(hint);
  });

  it('says which of several personas has to be named', async () => {
    const files = { ...partnered('Writer'), 'personas/P004.yaml': persona('P004', 'Writer', 'team: AI Team\n') };
    expect((await find('PRS003', files))[0]).toMatchObject({ message: 'several personas are called Writer' });
  });

  it('has nothing against teams that are partners only, however many there are', async () => {
    for (const partner of ['DevOps Team', 'BI Team', 'P42 Incident Team', 'data-ingestion team', 'P001', '24/7 desk']) {
      expect(await find('PRS003', partnered(partner)), partner).toEqual([]);
    }
  });

  it('has nothing against a name that is declared', async () => {
    const declared = 'teams: [{name: Data Ingestin Team}, {name: P042}]\n';
    expect(await find('PRS003', partnered('Data Ingestin Team, P042', declared))).toEqual([]);
  });

  it('is said once a name, with all that have it', async () => {
    const files = partnered('P042');
    const more = { ...files, 'personas/P004.yaml': persona('P004', 'X', 'primaryInteraction: P042\n') };
    const [first, second] = await find('PRS003', more);
    expect(first?.related).toMatchObject([{ message: 'also named by P004 X' }]);
    expect(second).toBeUndefined();
  });
});

describe('PRS004', () => {
  const pair = (data: string, ai: string): Files => ({
    'personas/a.yaml': persona('P1', 'A', `team: Data\nprimaryInteraction: [${data}]\n`),
    'personas/b.yaml': persona('P2', 'B', `team: Data\nprimaryInteraction: [${data}]\n`),
    'personas/c.yaml': persona('P3', 'C', `team: AI\nprimaryInteraction: [${ai}]\n`),
  });

  it('is said once for two teams, at the first persona', async () => {
    const found = await find('PRS004', pair('AI', 'Sales'));
    expect(places(found)).toEqual(['PRS004 personas/a.yaml:4:22']);
    expect(found[0]).toMatchObject({ severity: 'info', message: 'Data works with AI, which does not name Data' });
  });

  it.each([
    ['the team is named', 'AI', 'Data'],
    ['a persona of the team is named', 'AI', 'P2'],
    ['a persona is named and answers with the team', 'P3', 'Data'],
    ['both name personas', 'P3', 'P1'],
    ['the partner has no personas', 'Sales', 'Support'],
    ['a team works with itself', 'Data', 'AI'],
  ])('is not said where %s', async (_, data, ai) => {
    expect(await find('PRS004', pair(data, ai))).toEqual([]);
  });

  it('looks at personas without a team one by one', async () => {
    const alone = {
      'personas/a.yaml': persona('P1', 'A', 'primaryInteraction: P2\n'),
      'personas/b.yaml': persona('P2', 'B'),
    };
    expect((await find('PRS004', alone)).map(({ message }) => message)).toEqual([
      'P1 A works with P2 B, which does not name P1 A',
    ]);
    expect(
      await find('PRS004', { ...alone, 'personas/b.yaml': persona('P2', 'B', 'primaryInteraction: P1\n') }),
    ).toEqual([]);
  });
});
