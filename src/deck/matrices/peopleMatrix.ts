import { fill } from '../../design/locale.ts';
import { skillKeys } from '../../workload/skillNeeds.ts';
import { placedCells } from './cells.ts';
import type { MatrixContext } from './context.ts';
import { HELD, LACKED, type Matrix, type MatrixCell } from './model.ts';
import { skillLegend } from './skillMatrix.ts';

/** Which human has which skill, and which lacks one that a persona of theirs has. Of those who list skills. */
export function peopleMatrix(context: MatrixContext): Matrix {
  const { labels } = context;
  const { people, personas } = context.workload;
  const listing = people.filter(({ skills }) => skills.length > 0);
  const keyOf = skillKeys();
  const names = new Map<string, string>();
  const cells = new Map<string, Map<number, MatrixCell>>();
  const put = (column: number, skill: string, cell: MatrixCell): void => {
    const key = keyOf(skill);
    if (!names.has(key)) names.set(key, skill);
    const row = cells.get(key) ?? new Map<number, MatrixCell>();
    cells.set(key, row.set(column, cell));
  };
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  for (const [column, person] of listing.entries()) {
    const had = new Set(person.skills.map(keyOf));
    const needing = new Map<string, { name: string; ids: string[]; learn?: string }>();
    for (const id of new Set(person.personas)) {
      for (const { name, learn } of personaOf.get(id)?.skills ?? []) {
        const need = needing.get(keyOf(name)) ?? { name, ids: [] };
        need.ids.push(id);
        if (learn !== undefined) need.learn ??= learn;
        needing.set(keyOf(name), need);
      }
    }
    for (const [key, { name, ids, learn }] of needing) {
      if (had.has(key)) continue;
      const cell: MatrixCell = {
        sign: LACKED,
        word: labels.personLacks,
        note: ids.join(', '),
        tone: 'attention',
        ...(learn === undefined ? {} : { link: { kind: 'web', id: learn } }),
      };
      put(column, name, context.cell(cell));
    }
    for (const skill of person.skills) put(column, skill, context.cell({ sign: HELD, word: labels.skillHeld }));
  }
  return {
    kind: 'skills',
    id: 'skills-people',
    title: labels.skillsByPeople,
    rowsAre: labels.skill,
    columnsAre: labels.person,
    columns: listing.map(({ name, personas: ids }, index) => ({
      id: String(index),
      text: name,
      ...(ids.length === 0 ? {} : { note: fill(labels.personEmbodies, { personas: ids.join(', ') }) }),
    })),
    rows: [...cells].map(([id, row]) => ({ head: { id, text: names.get(id) ?? id }, cells: placedCells(row) })),
    emphasized: false,
    legend: skillLegend(
      [...cells.values()].flatMap((row) => [...row.values()]),
      labels.skillHeld,
      labels.personLacks,
    ),
  };
}
