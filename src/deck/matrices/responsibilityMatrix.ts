import { fill } from '../../design/locale.ts';
import type { StepDeed } from '../../schema/flows.ts';
import { accountableOf } from '../../workload/flowAccountable.ts';
import type { Flow, FlowStep } from '../../workload/model.ts';
import type { MatrixContext } from './context.ts';
import type { Matrix, MatrixCell, MatrixHead, MatrixRow } from './model.ts';

/** Letters of a RACI chart, which are the same in every language, with what each means here and which deed it is. */
const letters = [
  { sign: 'R', label: 'raciResponsible', deed: 'write' },
  { sign: 'A', label: 'raciAccountable', deed: 'own' },
  { sign: 'C', label: 'raciConsulted', deed: 'approve' },
  { sign: 'I', label: 'raciInformed', deed: 'read' },
] as const satisfies readonly { sign: string; label: string; deed: StepDeed }[];

/** In a cell who answers comes first. */
const inCell = ['A', 'R', 'C', 'I'] as const;

/** Who does what at each step of a flow, and who answers for it, said or derived. */
export function responsibilityMatrix(context: MatrixContext, flow: Flow): Matrix {
  const { labels, personas } = context;
  const taking = new Set(flow.steps.flatMap((step) => step.personas.map(({ id }) => id)));
  const columns = personas.filter(({ id }) => taking.has(id));
  const places = new Map(columns.map(({ id }, column) => [id, column]));
  const rows = flow.steps.map((step, index): MatrixRow => {
    const accountable = accountableOf(step);
    const isAccountable = new Set(accountable.map(({ id }) => id));
    const cells = step.personas.flatMap(({ id, deeds }) => {
      const column = places.get(id);
      if (column === undefined) return [];
      const cell = cellOf(deeds, isAccountable.has(id), accountable.length > 1, context);
      return [{ column, cell: context.cell(cell) }];
    });
    return {
      head: headOf(step, index, accountable.length, context),
      group: step.lane.name,
      cells: cells.sort((a, b) => a.column - b.column),
    };
  });
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell.sign.split(' '))));
  return {
    kind: 'responsibilities',
    id: `responsibilities-${flow.id}`,
    title: fill(labels.raciOf, { flow: flow.name }),
    rowsAre: labels.step,
    columnsAre: labels.persona,
    groupsAre: labels.lane,
    columns,
    rows,
    emphasized: false,
    legend: letters.filter(({ sign }) => used.has(sign)).map(({ sign, label }) => ({ sign, words: labels[label] })),
    remark: labels.raciRule,
  };
}

function cellOf(
  deeds: readonly StepDeed[],
  isAccountable: boolean,
  shared: boolean,
  { labels }: MatrixContext,
): MatrixCell {
  const has = (sign: (typeof inCell)[number]): boolean =>
    sign === 'A' ? isAccountable : letters.some((one) => one.sign === sign && deeds.includes(one.deed));
  const signs = inCell.filter(has);
  const wordOf = (sign: string): string => labels[letters.find((one) => one.sign === sign)?.label ?? 'raciInformed'];
  return {
    sign: signs.join(' '),
    word: signs.map(wordOf).join(', '),
    ...(isAccountable ? { strong: true } : {}),
    ...(isAccountable && shared ? { tone: 'attention' } : {}),
  };
}

/** A step with one who answers needs no remark. */
function headOf({ id, name }: FlowStep, index: number, accountable: number, { labels }: MatrixContext): MatrixHead {
  const head = { id, short: String(index + 1), text: name };
  if (accountable === 1) return head;
  return { ...head, note: accountable === 0 ? labels.raciNobody : labels.raciSeveral, tone: 'attention' };
}
