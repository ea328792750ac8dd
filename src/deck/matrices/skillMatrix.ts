import type { Labels } from '../../design/design.ts';
import { fill } from '../../design/locale.ts';
import type { Skill } from '../../workload/model.ts';
import { type SkillNeed, skillKeys, skillNeeds } from '../../workload/skillNeeds.ts';
import { placedCells } from './cells.ts';
import type { MatrixContext } from './context.ts';
import { HELD, LACKED, type Matrix, type MatrixCell, type MatrixHead, type MatrixRow } from './model.ts';

interface SkillRow {
  readonly name: string;
  readonly cells: Map<number, MatrixCell>;
  /** What needs it, by name. */
  readonly needs: string[];
  /** Whether any persona has it. */
  held: boolean;
}

/**
 * Which persona has which skill, at what level, and which lacks one that its work needs. Skills that nobody has come
 * last.
 */
export function skillMatrix(context: MatrixContext): Matrix {
  const { workload, labels, personas } = context;
  const keyOf = skillKeys();
  const rows = new Map<string, SkillRow>();
  const rowOf = (name: string): SkillRow => {
    const row = rows.get(keyOf(name)) ?? { name, cells: new Map(), needs: [], held: false };
    rows.set(keyOf(name), row);
    return row;
  };
  for (const [column, persona] of workload.personas.entries()) {
    for (const skill of persona.skills) {
      const row = rowOf(skill.name);
      row.cells.set(column, context.cell(heldCell(skill, labels)));
      row.held = true;
    }
  }
  const lacked = context.cell({ sign: LACKED, word: labels.skillLacked, tone: 'attention' });
  for (const need of skillNeeds(workload)) {
    for (const skill of need.skills) addNeed(rowOf(skill), need, context, lacked);
  }
  const all = [...rows].map(([id, row]) => ({ id, row }));
  return {
    kind: 'skills',
    id: 'skills',
    title: labels.skillsByPersona,
    rowsAre: labels.skill,
    columnsAre: labels.persona,
    columns: personas,
    rows: [...all.filter(({ row }) => row.held), ...all.filter(({ row }) => !row.held)].map(
      ({ id, row }): MatrixRow => ({ head: headOf(id, row, labels), cells: placedCells(row.cells) }),
    ),
    emphasized: false,
    legend: skillLegend(
      all.flatMap(({ row }) => [...row.cells.values()]),
      labels.skillHeld,
      labels.skillLacked,
    ),
  };
}

/** Of signs that are used. */
export function skillLegend(cells: readonly MatrixCell[], held: string, lacked: string): Matrix['legend'] {
  const used = new Set(cells.map(({ sign }) => sign));
  return [
    { sign: HELD, words: held },
    { sign: LACKED, words: lacked },
  ].filter(({ sign }) => used.has(sign));
}

function heldCell({ level, learn }: Skill, labels: Labels): MatrixCell {
  return {
    sign: HELD,
    word: labels.skillHeld,
    ...(level === undefined ? {} : { note: level }),
    ...(learn === undefined ? {} : { link: { kind: 'web', id: learn } }),
  };
}

function addNeed(row: SkillRow, { name, personas, by }: SkillNeed, context: MatrixContext, lacked: MatrixCell): void {
  row.needs.push(name);
  const columns = personas.flatMap((id) => context.columnOf.get(id) ?? []);
  const missing = columns.filter((column) => row.cells.get(column)?.sign !== HELD);
  if (by === 'one' && missing.length < columns.length) return;
  for (const column of missing) row.cells.set(column, lacked);
}

/** Names in a remark: more would be a text. */
const NAMES = 3;

function headOf(id: string, { name, needs, held }: SkillRow, labels: Labels): MatrixHead {
  if (needs.length === 0) return { id, text: name };
  const more = needs.length - NAMES;
  const names = [...needs.slice(0, NAMES), ...(more > 0 ? [fill(labels.andMore, { count: String(more) })] : [])];
  const needed = fill(labels.skillNeededBy, { names: names.join('; ') });
  if (held) return { id, text: name, note: needed };
  return { id, text: name, note: `${labels.skillNobody}; ${needed}`, tone: 'attention' };
}
