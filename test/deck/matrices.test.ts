import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.ts';
import { matrixAlt } from '../../src/deck/matrices/altText.ts';
import type { Matrix } from '../../src/deck/matrices/model.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { exampleWorkload } from '../support/exampleWorkload.ts';
import { persona } from '../support/project.ts';
import { type Files, workloadOf } from '../workload/reading.ts';

const labels = loadLabels('en');

async function matricesOf(files: Files): Promise<ReadonlyMap<string, Matrix>> {
  const { matrices } = composeDeck(
    await workloadOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`personas/${path}`, text]))),
    labels,
  );
  return new Map(matrices.map((matrix) => [matrix.id, matrix]));
}

/** A matrix as text: a line a row, each cell by its column. */
function lines(matrix: Matrix | undefined): string[] {
  if (matrix === undefined) return [];
  const { columns, rows } = matrix;
  return rows.map(({ head, cells }) => {
    const said = cells.map(({ column, cell: { sign, note } }) => {
      const name = columns[column]?.short ?? columns[column]?.text;
      return `${name} ${sign}${note === undefined ? '' : ` ${note}`}`;
    });
    const note = head.note === undefined ? '' : ` (${head.note})`;
    return `${head.text}${note}: ${said.join(', ')}`;
  });
}

describe('matrices of the example', () => {
  it('are these, Production before the other environments', async () => {
    const { matrices } = composeDeck(await exampleWorkload(), labels);
    expect(matrices.map(({ id }) => id)).toEqual([
      'processes',
      'skills',
      'teams',
      'components-prod',
      'components-dev',
      'components-stage',
      'responsibilities-dataops',
      'responsibilities-mlops',
      'responsibilities-genaiops',
    ]);
    expect(matrices.filter(({ emphasized }) => emphasized).map(({ title }) => title)).toEqual(['Access in Production']);
  });

  it('are the same in Finnish words', async () => {
    const { matrices } = composeDeck(await exampleWorkload(), loadLabels('fi'));
    expect(matrices.map(({ title }) => title).slice(0, 4)).toEqual([
      'Prosessit persoonittain',
      'Taidot persoonittain',
      'Tiimit: kuka toimii kenen kanssa',
      'Käyttöoikeudet: Production',
    ]);
  });
});

describe('processes', () => {
  it('say who has each, and which nobody has', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'processes: [Ops, Build]'),
      'P2.yaml': persona('P2', 'Two', 'processes: [Ops]'),
      'workload.yaml': 'processes:\n  - name: Audit\n  - name: Ops\n',
    });
    expect(lines(matrices.get('processes'))).toEqual(['Ops: P1 ●, P2 ●', 'Build: P1 ●', 'Audit (nobody): ']);
  });
});

describe('skills', () => {
  const files = {
    'P1.yaml': persona(
      'P1',
      'One',
      'processes: [Ops]\ncomponents: [Store]\nskills: [{name: SQL, level: expert, learn: "https://example.com/sql"}]',
    ),
    'P2.yaml': persona('P2', 'Two', 'processes: [Ops]\ncomponents: [Store]\nskills: [sql]'),
    'workload.yaml': [
      'processes:\n  - {name: Ops, skills: [SQL, Python]}',
      'components:\n  - {name: Store, skills: [Files]}\n  - {name: Unused, skills: [Magic]}',
      'flows:\n  - name: Way\n    steps:',
      '      - {name: Look, personas: {P1: read, P2: write}, skills: [SQL, Charts]}',
    ].join('\n'),
  };

  it('say levels, and what is needed and not there, whatever needs it', async () => {
    const matrices = await matricesOf(files);
    expect(lines(matrices.get('skills'))).toEqual([
      'SQL (needed by Ops; Way: Look): P1 ● expert, P2 ●',
      'Python (nobody has it; needed by Ops): P1 ○, P2 ○',
      'Files (nobody has it; needed by Store): P1 ○, P2 ○',
      // Whoever does the work needs it; whoever looks on does not.
      'Charts (nobody has it; needed by Way: Look): P2 ○',
    ]);
    expect(matrices.get('skills')?.rows[0]?.cells[0]?.cell.link).toEqual({
      kind: 'web',
      id: 'https://example.com/sql',
    });
  });

  it('are no gap where one of those who take part has them', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'processes: [Ops]\nskills: [SQL]'),
      'P2.yaml': persona('P2', 'Two', 'processes: [Ops]'),
      'workload.yaml': 'processes:\n  - {name: Ops, skills: [SQL]}',
    });
    expect(lines(matrices.get('skills'))).toEqual(['SQL (needed by Ops): P1 ●']);
  });

  it('of people who list theirs say what their personas need besides', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'skills: [SQL, {name: Python, learn: "https://example.com/py"}]'),
      'P2.yaml': persona('P2', 'Two', 'skills: [python]'),
      'workload.yaml':
        'people:\n  - {name: Ada, personas: [P1, P2], skills: [SQL, Chess]}\n  - {name: Bob, personas: [P1]}\n',
    });
    const people = matrices.get('skills-people');
    expect(lines(people)).toEqual(['Python: Ada ○ P1, P2', 'SQL: Ada ●', 'Chess: Ada ●']);
    expect(people?.columns.map(({ text, note }) => `${text} ${note}`)).toEqual(['Ada as P1, P2']);
    expect(people?.rows[0]?.cells[0]?.cell.link).toEqual({ kind: 'web', id: 'https://example.com/py' });
  });

  it('of people are not shown where nobody lists any', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'skills: [SQL]'),
      'workload.yaml': 'people:\n  - {name: Ada, personas: [P1]}\n',
    });
    expect(matrices.has('skills-people')).toBe(false);
  });
});

describe('teams', () => {
  const files = {
    'P1.yaml': persona('P1', 'One', 'team: Data\nprimaryInteraction: [AI, Outside]'),
    'P2.yaml': persona('P2', 'Two', 'team: AI\nprimaryInteraction: [Data]'),
    'P3.yaml': persona('P3', 'Three', 'team: Web\nprimaryInteraction: [P2]'),
    'P4.yaml': persona('P4', 'Four', 'primaryInteraction: [Web]'),
    'P5.yaml': persona('P5', 'Five', 'team: Data\nprimaryInteraction: [AI, Data]'),
    'P6.yaml': persona('P6', 'Six'),
  };

  it('say who names whom, and mark what is one-sided', async () => {
    expect(lines((await matricesOf(files)).get('teams'))).toEqual([
      'Data: AI ↔ P1, P5, Outside →? P1',
      'AI: Data ↔ P2, Web ←',
      'Web: AI → P3, P4 ←',
      'Four: Web → P4',
    ]);
  });

  it('point the other way in a script that runs from right to left', async () => {
    const matrices = await matricesOf({ ...files, 'workload.yaml': 'language: ar' });
    expect(lines(matrices.get('teams')).slice(2)).toEqual(['Web: AI ← P3, P4 →', 'Four: Web ← P4']);
  });
});

describe('access in an environment', () => {
  const rbac = `| Persona | Environment | Role | Assignment |
|---|---|---|---|
| P1 | Production | Storage Blob Data Reader | standing |
| P1 | Production | Storage Blob Data Contributor | eligible |
| P1 | Dev | Storage Blob Data Owner | standing |
| P2 | Production | — | |
| P2 | Dev | | |
| P3 | Production | Somebody's Own Role | eligible |
`;

  it('tells standing and eligible apart, and what is none, open, unknown or missing', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'components: [Store]'),
      'P2.yaml': persona('P2', 'Two'),
      'P3.yaml': persona('P3', 'Three'),
      'P4.yaml': persona('P4', 'Four', 'components: [Store]'),
      'rbac/store.md': rbac,
      'workload.yaml': 'components: [{name: Store, system: azure-rbac}]',
    });
    expect(lines(matrices.get('components-production'))).toEqual([
      'Store: P1 ●\u00a0R ◐\u00a0W, P2 —, P3 ◐\u00a0?, P4 !',
    ]);
    expect(lines(matrices.get('components-dev'))).toEqual(['Store: P1 ●\u00a0G, P2 ○, P4 !']);
    expect(matrices.get('components-production')?.rows[0]?.cells.map(({ cell }) => cell.word)).toEqual([
      'standing: may read; eligible: may write',
      'none',
      'eligible: unknown',
      'on the card, without a role',
    ]);
    expect(
      matrices
        .get('components-production')
        ?.legend.map(({ sign }) => sign)
        .join(''),
    ).toBe('●◐RW?—!');
  });
});

describe('responsibilities', () => {
  it('are letters of a RACI chart, with who answers derived where nobody owns the step', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One'),
      'P2.yaml': persona('P2', 'Two'),
      'P3.yaml': persona('P3', 'Three'),
      'workload.yaml': [
        'flows:\n  - name: Way\n    lanes: [Dev, Go-live]\n    steps:',
        '      - {name: Build, lane: Dev, personas: {P1: write, P2: [read, approve]}}',
        '      - {name: Share, personas: {P1: write, P2: write}}',
        '      - {name: Run, lane: Go-live, personas: {P1: own, P2: [write, own]}}',
        '      - {name: Watch, personas: {P2: read}}',
      ].join('\n'),
    });
    const raci = matrices.get('responsibilities-way');
    expect(lines(raci)).toEqual([
      'Build: P1 A R, P2 C I',
      'Share (nobody answers for it): P1 R, P2 R',
      'Run (several answer for it): P1 A, P2 A R',
      'Watch: P2 A I',
    ]);
    expect(raci?.rows.map(({ group }) => group)).toEqual(['Dev', 'Dev', 'Go-live', 'Go-live']);
    expect(raci?.columns.map(({ id }) => id)).toEqual(['P1', 'P2']);
    expect(raci?.rows[0]?.cells[0]?.cell.word).toBe('answers for it (accountable), does the work (responsible)');
  });
});

describe('the text for those who do not see a matrix', () => {
  it('says every row, with words where a cell is not the usual one', async () => {
    const matrices = await matricesOf({
      'P1.yaml': persona('P1', 'One', 'skills: [{name: SQL, level: expert}]'),
      'P2.yaml': persona('P2', 'Two', 'skills: [SQL]'),
      'workload.yaml': 'processes: [{name: Ops, skills: [Charts]}]',
    });
    const matrix = matrices.get('skills');
    expect(matrix && matrixAlt(matrix, matrix.rows, labels)).toBe(
      'Skills by personas: 2 rows, 2 columns. SQL: P1 (has the skill, expert), P2. ' +
        'Charts (nobody has it; needed by Ops): nobody.',
    );
  });
});

it('of a thousand personas hold each different cell once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `P${index}.yaml`,
      persona(`P${index}`, `Persona ${index}`, `processes: [Ops ${index % 7}]\nskills: [Skill ${index % 9}]`),
    ]),
  );
  const matrices = await matricesOf(files);
  const cells = ['processes', 'skills'].flatMap((id) => matrices.get(id)?.rows.flatMap((row) => row.cells) ?? []);
  expect(cells).toHaveLength(400);
  expect(new Set(cells.map(({ cell }) => cell)).size).toBe(2);
});
