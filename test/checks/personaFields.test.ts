import { expect, it } from 'vitest';
import { personaFieldCheck } from '../../src/checks/personas/personaFields.ts';
import { persona, places, workloadOf } from '../workload/reading.ts';

const full = 'team: T\nprimaryInteraction: U\ncomponents: C\nprocesses: Q\nskills: S\n';
const find = async (text: string) => personaFieldCheck.run(await workloadOf({ 'personas/a.yaml': text }));

it('PRS005: names all empty fields of a persona at once', async () => {
  const found = await find(persona('P1', 'A', 'team: T\nprimaryInteraction: []\nskills: S\n'));
  expect(places(found)).toEqual(['PRS005 personas/a.yaml:1:1']);
  expect(found[0]).toMatchObject({
    severity: 'warning',
    message: 'P1 A has no primaryInteraction, components or processes',
    hint: expect.stringContaining('waive PRS005'),
    about: { persona: 'P1' },
  });
});

it('PRS005: asks for no summary, goal or notes', async () => {
  expect(await find(persona('P1', 'A', full))).toEqual([]);
});
