import { resolve } from '../../deck/links.ts';
import { type Matrix, type MatrixCell, type MatrixHead, type MatrixRow, wordsOf } from '../../deck/matrices/model.ts';
import { signName } from '../../html/matrices/signSymbols.ts';
import { type DrawnSign, signPieces } from '../../layout/matrices/signs.ts';
import { frameOf } from './frame.ts';
import { sprite, teamAnchor } from './items.ts';
import { matrixPlace, places } from './places.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

/** Of more columns nobody sees a row as one: it lists what it has instead. */
const MOST_COLUMNS = 60;
/** Of more columns heads stand upright. */
const MOST_LEVEL = 12;

/** A matrix as a table with heads that stay in view, or as a list for each row where it would be very wide. */
export function matrixPage(context: SiteContext, matrix: Matrix) {
  const path = matrixPlace(matrix);
  const { labels } = context.input.design;
  const isGrid = matrix.columns.length <= MOST_COLUMNS;
  const columns = matrix.columns.map((head) => headView(context, path, head));
  return {
    ...frameOf(context, path, matrix.title),
    heading: matrix.title,
    tabsLabel: labels.matrices,
    tabs: tabsOf(context, path, matrix),
    legend: matrix.legend.map(({ sign, words }) => ({ words, pieces: piecesOf(sign) })),
    remark: matrix.remark ?? '',
    grid: isGrid,
    level: matrix.columns.length <= MOST_LEVEL,
    rowsAre: matrix.rowsAre,
    columnsAre: matrix.columnsAre,
    columns: isGrid ? columns : [],
    width: matrix.columns.length + 1,
    groups: groupsOf(matrix).map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => ({
        ...headView(context, path, row.head),
        cells: isGrid ? cellsOf(context, path, row, matrix) : [],
        entries: isGrid ? [] : entriesOf(context, path, row, matrix, columns),
      })),
    })),
    sprite: sprite(
      matrix.rows.map(({ head }) => head.icon ?? ''),
      signsIn(matrix),
    ),
  };
}

/** Access in an environment has pages of its own. */
function tabsOf(context: SiteContext, path: string, current: Matrix) {
  return context.input.deck.matrices.map((matrix) => ({
    name: matrix.title,
    href: context.link(path, matrixPlace(matrix)),
    production: matrix.emphasized,
    current: matrix === current,
  }));
}

/** Rows that stand together; one group without a title where rows have none. */
function groupsOf({ rows }: Matrix): { title: string; rows: MatrixRow[] }[] {
  const groups: { title: string; rows: MatrixRow[] }[] = [];
  for (const row of rows) {
    const { group: title = '' } = row;
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

type HeadView = ReturnType<typeof headView>;

function headView(context: SiteContext, path: string, head: MatrixHead) {
  const { short = '', text, note = '', tone, team, icon } = head;
  return {
    short,
    name: text,
    note,
    attention: tone === 'attention',
    team: team === undefined ? '' : teamClass(team),
    icon: icon ?? ('' as const),
    href: hrefOf(context, path, head),
  };
}

function hrefOf(context: SiteContext, path: string, { about, link, team }: MatrixHead): string {
  if (about?.kind === 'persona') {
    const card = context.cards.get(about.id);
    return card === undefined ? '' : context.link(path, places.persona(card));
  }
  if (about?.kind === 'component') {
    return context.hasPage(about.id) ? context.link(path, context.componentPlace(about.id)) : '';
  }
  if (team !== undefined && context.hasCards(team)) return context.link(path, places.index, teamAnchor(team.id));
  return link === undefined ? '' : resolve(link, path, context.input.policy);
}

function cellsOf(context: SiteContext, path: string, { cells }: MatrixRow, { columns }: Matrix) {
  const placed = new Map(cells.map(({ column, cell }) => [column, cell]));
  return columns.map((_head, column) => {
    const cell = placed.get(column);
    return cell === undefined ? emptyCell : cellView(context, path, cell);
  });
}

/** A sign as the page draws it. */
const piecesOf = (sign: string) =>
  signPieces(sign).map((piece) =>
    piece.kind === 'drawn' ? { drawing: signName(piece.sign), text: '' } : { drawing: '', text: piece.text },
  );

/** Every sign of a cell is in the legend. */
const signsIn = ({ legend }: Matrix): DrawnSign[] =>
  legend.flatMap(({ sign }) => signPieces(sign).flatMap((piece) => (piece.kind === 'drawn' ? [piece.sign] : [])));

const emptyCell = { pieces: [], word: '', note: '', look: '', href: '' } as const;

function cellView(context: SiteContext, path: string, { sign, word, note = '', tone, strong, link }: MatrixCell) {
  return {
    pieces: piecesOf(sign),
    word,
    note,
    look: [tone ?? '', strong === true ? 'strong' : ''].filter((name) => name !== '').join(' '),
    href: link === undefined ? '' : resolve(link, path, context.input.policy),
  };
}

function entriesOf(
  context: SiteContext,
  path: string,
  { cells }: MatrixRow,
  { legend, columns: heads }: Matrix,
  columns: readonly HeadView[],
) {
  return cells.map(({ column, cell }) => {
    const isUsual = cell.note === undefined && cell.sign === legend[0]?.sign;
    const { href = '', team = '' } = columns[column] ?? {};
    const { short, text = '' } = heads[column] ?? {};
    return {
      ...cellView(context, path, cell),
      short: short ?? text,
      title: text,
      words: wordsOf(cell),
      isUsual,
      headHref: href,
      team,
    };
  });
}
