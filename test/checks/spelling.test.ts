import { describe, expect, it } from 'vitest';
import { NearNames, teamWords } from '../../src/checks/personas/nearNames.ts';
import { spellingCheck } from '../../src/checks/personas/spelling.ts';
import { type Files, persona, place, workloadOf } from '../workload/reading.ts';

const find = async (files: Files) => spellingCheck.run(await workloadOf(files));
const lines = async (files: Files) =>
  (await find(files)).map(({ severity, message, location }) => `${severity} ${place(location)} ${message}`);

/** Where `field: text` has what is wrong: the key of a name, the item of a list. */
const columnOf = (field: string): number => (field === 'team' ? 1 : field.length + 3);

/** Three personas; two of them have the first text, the third the other. */
const three = (field: string, usual: string, other: string, workload = 'name: W\n'): Files => ({
  'personas/workload.yaml': workload,
  'personas/a.yaml': persona('P1', 'A', `${field}: ${other}\n`),
  'personas/b.yaml': persona('P2', 'B', `${field}: ${usual}\n`),
  'personas/c.yaml': persona('P3', 'C', `${field}: ${usual}\n`),
});

describe('PRS002', () => {
  it.each([
    ['team', 'team', 'Data Ingestion Team', 'Data Ingestin Team'],
    ['team', 'team', 'Data Ingestion Team', 'Data Ingestion'],
    ['processes', 'process', 'Microservices', 'Microservice'],
    ['components', 'component', 'Cosmos DB', 'CosmosDB'],
    ['skills', 'skill', 'PySpark', 'Py Spark'],
    ['skills', 'skill', 'Terraform', 'Terrafrom'],
  ])('%s: a slip in the %s %s', async (field, word, usual, other) => {
    expect(await lines(three(field, usual, other))).toEqual([
      `warning personas/a.yaml:3:${columnOf(field)} the ${word} ${other} is most likely ${usual}`,
    ]);
  });

  it('says what to write, and where else it is written so', async () => {
    const [found] = await find(three('team', 'Data Ingestion Team', 'Data Ingestin Team'));
    expect(found).toMatchObject({
      hint: expect.stringContaining('write Data Ingestion Team or make Data Ingestin Team an alias'),
      related: [{ location: { file: 'personas/b.yaml' } }],
      about: { persona: 'P1' },
    });
  });

  it.each([
    ['team', 'team', 'Data team', 'Data Team'],
    ['skills', 'skill', 'PySpark', 'Pyspark'],
    ['processes', 'process', 'Event-driven processing', 'Event driven processing'],
  ])('%s: what is read as one is an info', async (field, word, usual, other) => {
    expect(await lines(three(field, usual, other))).toEqual([
      `info personas/a.yaml:3:${columnOf(field)} the ${word} ${usual} is also written ${other}`,
    ]);
  });

  it.each([
    ['team', 'Team 1', 'Team 2'],
    ['team', 'Team A', 'Team B'],
    ['processes', 'ETL', 'ELT'],
    ['skills', 'NestJS', 'Next.js'],
    ['skills', 'C++', 'C#'],
    ['skills', 'Symmetric encryption', 'Asymmetric encryption'],
    ['components', 'Environment12', 'Environment13'],
    ['skills', 'Model training', 'Model (LLM, SLM) knowledge'],
  ])('%s: %s and %s are two', async (field, one, other) => {
    expect(await lines(three(field, one, `"${other}"`))).toEqual([]);
  });

  it('leaves alone what workload.yaml settles', async () => {
    const both = 'teams: [{name: Data Ingestion Team}, {name: Data Ingestin Team}]\n';
    expect(await lines(three('team', 'Data Ingestion Team', 'Data Ingestin Team', both))).toEqual([]);
    const alias = 'teams: [{name: Data Ingestion Team, aliases: [Data Ingestin Team]}]\n';
    expect(await lines(three('team', 'Data Ingestion Team', 'Data Ingestin Team', alias))).toEqual([]);
    const declared = 'processes: [{name: DataOps}]\n';
    expect(await lines(three('processes', 'DataOps', 'dataops', declared))).toEqual([]);
  });

  it('goes by the declared name, however often the other is used', async () => {
    const found = await lines(three('team', 'Platfrom Team', 'Platform Team', 'teams: [{name: Platform Team}]\n'));
    expect(found).toEqual(['warning personas/b.yaml:3:1 the team Platfrom Team is most likely Platform Team']);
  });

  it('goes by the title of an RBAC file that no card names', async () => {
    const files = {
      'personas/a.yaml': persona('P1', 'A', 'components: Azure Databriks\n'),
      'personas/rbac/azure-databricks.md':
        '# Azure Databricks\n\n| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | R |\n',
    };
    expect(await lines(files)).toEqual([
      'warning personas/a.yaml:3:13 the component Azure Databriks is most likely Azure Databricks',
    ]);
  });

  it('looks at names of personas, but not at personas with the same name', async () => {
    const names = (first: string, second: string) => ({
      'personas/a.yaml': persona('P1', first),
      'personas/b.yaml': persona('P2', second),
    });
    expect(await lines(names('Data Engineer', 'Data Enginer'))).toEqual([
      'warning personas/b.yaml:2:1 the persona Data Enginer is most likely Data Engineer',
    ]);
    expect(await lines(names('Data Engineer', 'Data Engineer'))).toEqual([]);
    expect(await lines(names('Data Engineer', 'Data Engineer 2'))).toEqual([]);
  });

  it('leaves partners that are mistakes to PRS003', async () => {
    const files = three('team', 'Data Ingestion Team', 'AI Team');
    const more = persona('P4', 'D', 'primaryInteraction: Data Ingestin Team\n');
    expect(await lines({ ...files, 'personas/d.yaml': more })).toEqual([]);
  });
});

describe('NearNames', () => {
  it('finds the name that one edit or a swap makes of a long word', () => {
    const names = new NearNames<string>();
    for (const name of ['Deployment', 'Data Ingestion', 'Analytics']) names.add(name, name);
    for (const slip of ['Deploymet', 'Deploymentt', 'Deplyoment', 'Deplaymant', 'Xeployment', 'Employment']) {
      expect([slip, names.find(slip)]).toEqual([slip, /^Deploym|^Deplyo/.test(slip) ? 'Deployment' : undefined]);
    }
    expect(names.find('data ingestio')).toBe('Data Ingestion');
    expect(names.find('Date Ingestion')).toBeUndefined();
  });

  it('takes words of any length', () => {
    const names = new NearNames<number>();
    const word = 'x'.repeat(200);
    for (let nth = 0; nth < 2000; nth += 1) names.add(`${word} ${'y'.repeat(nth % 200)}`, nth);
    expect(names.find(word)).toBe(0);
  });

  it('does not slow down with the square of the names', () => {
    const names = new NearNames<number>(teamWords);
    const start = performance.now();
    const wordOf = (nth: number): string => nth.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
    for (let nth = 0; nth < 5000; nth += 1) {
      const name = `Platform ${wordOf(nth * 104_729)} operations`;
      names.find(name);
      names.add(name, nth);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
