import { type AccessCell, accessMatrix } from '../../access/matrix.ts';
import { fill } from '../../design/locale.ts';
import type { Power } from '../../roles/model.ts';
import { isAtLeast, powers } from '../../roles/power.ts';
import type { Environment } from '../../workload/model.ts';
import { slug } from '../../workload/slug.ts';
import { ELIGIBLE, powerKeys } from '../graphs/personaBadges.ts';
import type { AccessTable } from '../model.ts';
import type { MatrixContext } from './context.ts';
import { HELD, LACKED, type Matrix, type MatrixCell, type MatrixRow } from './model.ts';

/** Signs besides those of powers. */
const NONE = '—';
const MISSING = '!';
const UNKNOWN = '?';

/** The most that each persona may do on each component in an environment. */
export function componentMatrix(
  context: MatrixContext,
  environment: Environment,
  tables: readonly AccessTable[],
): Matrix {
  const { workload, labels, personas } = context;
  const matrix = accessMatrix(workload, environment);
  const components = new Map(workload.components.map((component) => [component.id, component]));
  const holders = holdersOf(context);
  const rows = tables.flatMap(({ componentId }): MatrixRow[] => {
    const component = components.get(componentId);
    if (component === undefined) return [];
    const onCard = holders.get(componentId);
    const cells = workload.personas.flatMap(({ id }, column) => {
      const cell = cellOf(matrix.cell(id, componentId), onCard?.has(id) === true, context);
      return cell === undefined ? [] : [{ column, cell: context.cell(cell) }];
    });
    return [{ head: context.componentHead(component), cells }];
  });
  return {
    kind: 'components',
    id: `components-${slug(environment.id)}`,
    title: fill(labels.accessIn, { environment: environment.name }),
    rowsAre: labels.component,
    columnsAre: labels.persona,
    columns: personas,
    rows,
    emphasized: environment.production,
    legend: legendOf(rows, context),
    remark: labels.accessRule,
  };
}

/** Ids of personas with a component on their cards, by its id. */
function holdersOf({ workload }: MatrixContext): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { id, components } of workload.personas) {
    for (const component of components) {
      const ids = holders.get(component.id) ?? new Set<string>();
      holders.set(component.id, ids.add(id));
    }
  }
  return holders;
}

function cellOf(cell: AccessCell | undefined, onCard: boolean, context: MatrixContext): MatrixCell | undefined {
  const { labels } = context;
  if (cell === undefined) {
    return onCard ? { sign: MISSING, word: labels.onCardOnly, tone: 'attention' } : undefined;
  }
  if (cell.status === 'none') return { sign: NONE, word: labels.none, tone: 'quiet' };
  if (cell.status === 'open') return { sign: LACKED, word: labels.open, tone: 'attention' };
  const marks = (['standing', 'eligible'] as const).flatMap((assignment) => markOf(cell, assignment, context));
  return {
    sign: marks.map(({ sign }) => sign).join(' '),
    word: marks.map(({ word }) => word).join('; '),
    ...(cell.standing !== undefined && isAtLeast(cell.standing, 'write') ? { strong: true } : {}),
  };
}

/** What standing or eligible roles allow: with a question mark where a role is among them that no list knows. */
function markOf(cell: AccessCell, assignment: 'standing' | 'eligible', context: MatrixContext): Mark[] {
  const { labels } = context;
  const power = cell[assignment];
  const unknown = cell.unknown.some((one) => one.assignment === assignment);
  if (power === undefined && !unknown) return [];
  const letters = `${power === undefined ? '' : letterOf(power, context)}${unknown ? UNKNOWN : ''}`;
  const words = [
    ...(power === undefined ? [] : [labels[powerKeys[power][0]]]),
    ...(unknown ? [labels.siteUnknownPower] : []),
  ];
  return [
    {
      sign: `${assignment === 'standing' ? HELD : ELIGIBLE}\u00a0${letters}`,
      word: `${labels[assignment]}: ${words.join(', ')}`,
    },
  ];
}

type Mark = Pick<MatrixCell, 'sign' | 'word'>;

const letterOf = (power: Power, { labels }: MatrixContext): string => labels[powerKeys[power][1]];

function legendOf(rows: readonly MatrixRow[], context: MatrixContext): Matrix['legend'] {
  const { labels } = context;
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => [...cell.sign])));
  return [
    { sign: HELD, words: labels.standing },
    { sign: ELIGIBLE, words: labels.eligible },
    ...powers.map((power) => ({ sign: letterOf(power, context), words: labels[powerKeys[power][0]] })),
    { sign: UNKNOWN, words: labels.siteUnknownPower },
    { sign: NONE, words: labels.none },
    { sign: LACKED, words: labels.open },
    { sign: MISSING, words: labels.onCardOnly },
  ].filter(({ sign }) => used.has(sign));
}
