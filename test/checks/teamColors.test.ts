import { expect, it } from 'vitest';
import { teamColorCheck } from '../../src/checks/personas/teamColors.ts';
import { persona, places, workloadOf } from '../workload/reading.ts';

async function find(...colors: readonly (string | undefined)[]) {
  const teams = colors.map((color, nth) => `  - {name: T${nth}${color === undefined ? '' : `, color: '${color}'`}}\n`);
  return teamColorCheck.run(
    await workloadOf({ 'personas/workload.yaml': `teams:\n${teams.join('')}`, 'personas/a.yaml': persona('P1', 'A') }),
  );
}

it('PRS006: the same colour, whatever the letter case', async () => {
  const found = await find('#0b5cad', '#C62828', '#0B5CAD');
  expect(places(found)).toEqual(['PRS006 personas/workload.yaml:4:23']);
  expect(found[0]).toMatchObject({
    severity: 'warning',
    message: 'the colours of T0 and T2 are the same, #0b5cad',
    related: [{ message: 'colour of T0' }],
  });
});

it('PRS006: colours that look alike', async () => {
  expect((await find('#0b5cad', '#1060b0')).map(({ message }) => message)).toEqual([
    'the colours of T0 and T1, #0b5cad and #1060b0, look alike',
  ]);
});

it('PRS006: colours that look alike to who sees fewer', async () => {
  expect((await find('#8a8208', '#c25500')).map(({ message }) => message)).toEqual([
    'the colours of T0 and T1, #8a8208 and #c25500, look alike to green-blind people',
  ]);
});

it('PRS006: has nothing against colours that differ, nor teams without one', async () => {
  expect(await find('#0b5cad', '#0d6efd', '#c62828', undefined, undefined)).toEqual([]);
});

it('PRS006: one finding a team, however many look alike', async () => {
  expect(await find('#0b5cad', '#0b5cad', '#0b5cad', '#0b5cae')).toHaveLength(3);
});
