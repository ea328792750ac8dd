import type { Process } from '../../workload/model.ts';
import { placedCells } from './cells.ts';
import type { MatrixContext } from './context.ts';
import { HELD, type Matrix, type MatrixCell, type MatrixHead, type MatrixRow } from './model.ts';

/** Which persona is responsible for a process, or contributes; declared processes that nobody has come last. */
export function processMatrix(context: MatrixContext): Matrix {
  const { workload, labels, personas } = context;
  const held = context.cell({ sign: HELD, word: labels.processHeld });
  const cells = new Map<Process, Map<number, MatrixCell>>();
  for (const [column, persona] of workload.personas.entries()) {
    for (const process of persona.processes) {
      const row = cells.get(process) ?? new Map<number, MatrixCell>();
      cells.set(process, row.set(column, held));
    }
  }
  const without = workload.processes.filter((process) => !cells.has(process));
  return {
    kind: 'processes',
    id: 'processes',
    title: labels.processesByPersona,
    rowsAre: labels.process,
    columnsAre: labels.persona,
    columns: personas,
    rows: [
      ...[...cells].map(([process, row]): MatrixRow => ({ head: headOf(process), cells: placedCells(row) })),
      ...without.map(
        (process): MatrixRow => ({
          head: { ...headOf(process), note: labels.nobody, tone: 'attention' },
          cells: [],
        }),
      ),
    ],
    emphasized: false,
    legend: cells.size === 0 ? [] : [{ sign: HELD, words: labels.processHeld }],
  };
}

function headOf({ id, name, url }: Process): MatrixHead {
  return { id, text: name, ...(url === undefined ? {} : { link: { kind: 'web', id: url } }) };
}
