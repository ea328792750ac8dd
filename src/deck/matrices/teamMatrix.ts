import { pairKey, type Side, sideOf, type TeamInteraction, teamInteractions } from '../../workload/teamInteractions.ts';
import { placedCells } from './cells.ts';
import type { MatrixContext } from './context.ts';
import type { Matrix, MatrixCell, MatrixHead } from './model.ts';

type Kind = 'both' | 'out' | 'in' | 'absent';

/** Who names whom as a partner: teams, and personas without a team that take part. One-sided ones are marked. */
export function teamMatrix(context: MatrixContext): Matrix {
  const { labels, workload } = context;
  const interactions = teamInteractions(workload.personas);
  const byPair = new Map(interactions.map((one) => [pairKey(one.from, one.to), one]));
  const [own, partners] = sidesOf(context, interactions);
  const columns = [...own, ...partners];
  const columnOf = new Map(columns.map(({ key }, column) => [key, column]));
  const rows = new Map(own.map(({ key }) => [key, new Map<number, MatrixCell>()]));
  const used = new Set<Kind>();
  const put = (from: Side, to: Side, kind: Kind, note?: string): void => {
    used.add(kind);
    const { sign, words } = signsOf(context)[kind];
    const tone = kind === 'both' ? {} : { tone: kind === 'in' ? ('quiet' as const) : ('attention' as const) };
    const cell: MatrixCell = { sign, word: words, ...(note === undefined ? {} : { note }), ...tone };
    rows.get(from.key)?.set(columnOf.get(to.key) ?? 0, cell);
  };
  for (const { from, to, naming } of interactions) {
    const isBoth = byPair.has(pairKey(to, from));
    put(from, to, isBoth ? 'both' : to.answers ? 'out' : 'absent', idsOf(naming));
    if (!isBoth && to.answers) put(to, from, 'in');
  }
  return {
    kind: 'teams',
    id: 'teams',
    title: labels.teamsByTeam,
    rowsAre: labels.teamNames,
    columnsAre: labels.teamNamed,
    columns: interactions.length === 0 ? [] : columns.map((side) => headOf(side, context)),
    rows: own.map((side) => ({ head: headOf(side, context), cells: placedCells(rows.get(side.key) ?? new Map()) })),
    emphasized: false,
    legend: (['both', 'out', 'in', 'absent'] as const)
      .filter((kind) => used.has(kind))
      .map((kind) => signsOf(context)[kind]),
  };
}

/** Arrows run from the row to the column, which is the other way where scripts run from right to left. */
function signsOf({ labels, direction }: MatrixContext): Record<Kind, Matrix['legend'][number]> {
  const [out, back] = direction === 'rtl' ? ['←', '→'] : ['→', '←'];
  return {
    both: { sign: '↔', words: labels.partnersBoth },
    out: { sign: out ?? '', words: labels.partnersOut },
    in: { sign: back ?? '', words: labels.partnersIn },
    absent: { sign: `${out}?`, words: labels.partnersAbsent },
  };
}

/** Those who can name somebody, and those who are only named; teams in the order of the workload. */
function sidesOf({ workload }: MatrixContext, interactions: readonly TeamInteraction[]): [Side[], Side[]] {
  const own = new Map<string, Side>();
  const involved = new Set(interactions.flatMap(({ from, to }) => [from.key, to.key]));
  for (const persona of workload.personas) {
    const side = sideOf(persona);
    if (side.team !== undefined || involved.has(side.key)) own.set(side.key, side);
  }
  const partners = new Map(interactions.flatMap(({ to }) => (own.has(to.key) ? [] : [[to.key, to] as const])));
  const places = new Map(workload.teams.map((team, place) => [team.id, place]));
  const placeOf = ({ team }: Side): number => (team && places.get(team.id)) ?? places.size;
  const inOrder = (sides: ReadonlyMap<string, Side>): Side[] =>
    [...sides.values()].sort((a, b) => placeOf(a) - placeOf(b));
  return [inOrder(own), inOrder(partners)];
}

function headOf({ key, name, team, persona, answers }: Side, context: MatrixContext): MatrixHead {
  if (persona !== undefined) return context.personas[context.columnOf.get(persona.id) ?? 0] ?? { id: key, text: name };
  const mark = team && context.teams.get(team.id);
  return {
    id: key,
    text: name,
    ...(answers ? {} : { note: context.labels.teamEmpty }),
    ...(team === undefined ? {} : { about: { kind: 'team', id: team.id } }),
    ...(mark === undefined ? {} : { team: mark }),
    ...(team?.url === undefined ? {} : { link: { kind: 'web', id: team.url } }),
  };
}

/** Ids in a cell: more would be a list. */
const IDS = 3;

function idsOf(naming: TeamInteraction['naming']): string {
  const ids = naming.map(({ persona }) => persona.id);
  return ids.length <= IDS ? ids.join(', ') : `${ids[0] ?? ''} +${ids.length - 1}`;
}
