import type { AccessTable, AccessTableRow } from '../../deck/model.ts';
import { fill } from '../../design/locale.ts';
import {
  accessCell,
  environmentHeaders,
  headerCell,
  legendParagraph,
  paragraph,
  productionColumns,
} from './accessCells.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitPlace, fitText, plain } from './fitText.ts';
import type { AccessSlide, Cell, FittedTable, FittedText, Paragraph, Run } from './model.ts';
import { oneLine } from './oneLine.ts';
import { fitTable, type TableContent } from './tables.ts';

const body = { font: 'body', bold: false } as const;

/** Everyone's access to one component: a table, on as many slides as its rows need. */
export function* fitAccess(table: AccessTable, context: DeckContext): Fitting<AccessSlide[]> {
  const { labels, typography, format } = context;
  const { access: frame, sizes } = format;
  const tables: FittedTable[] = yield* fitTable(
    [contentOf(table, context)],
    frame.table,
    frame.table,
    sizes.accessTable,
    typography,
  );
  const name = fill(labels.accessOf, { name: oneLine(table.component.text) });
  const fitted = yield* together<FittedText>([
    fitText(frame.source, [sourceParagraph(table, context)], body, sizes.value, typography),
    fitText(frame.legend, [legendParagraph(labels)], body, sizes.label, typography),
    ...tables.map((_page, index) =>
      fitPlace(frame.title, [plain(context.uniqueTitle(name, table.componentId, index + 1))], typography),
    ),
  ]);
  const [source, legend, ...titles] = fitted as [FittedText, FittedText, ...FittedText[]];
  return tables.map((page, index) => ({
    kind: 'access',
    section: 'access',
    key: `access:${table.componentId}`,
    page: index + 1,
    componentId: table.componentId,
    ...(table.component.icon === undefined ? {} : { icon: table.component.icon }),
    iconBox: frame.icon,
    title: titles[index] as FittedText,
    source,
    table: page,
    legend,
  }));
}

/** The link to the RBAC markdown, or that there is none. */
function sourceParagraph(table: AccessTable, { labels }: DeckContext): Paragraph {
  if (table.source === undefined)
    return paragraph({ text: table.component.note ?? labels.noRbacFile, tone: 'attention' });
  return paragraph(
    { text: `${labels.rbacFile}: `, tone: 'quiet' },
    { text: `rbac/${table.source.id}`, link: table.source },
  );
}

/** Share of the width that names take; the environments divide the rest. */
const NAME_SHARE = 0.25;

function contentOf(table: AccessTable, context: DeckContext): TableContent {
  const { environments } = context.deck;
  const { labels } = context;
  const { width } = context.format.access.table;
  const nameWidth = width * NAME_SHARE;
  const room = width - nameWidth;
  const rows = [
    ...table.rows.map((row) => rowOf(personCell(row, context), row, context)),
    ...table.identities.map((row) => rowOf(identityCell(row, context), row, context)),
  ];
  const empty: Cell[] = [
    { paragraphs: [paragraph({ text: labels.noPersonas, tone: 'quiet' })] },
    ...environments.map((): Cell => ({ paragraphs: [] })),
  ];
  return {
    detail: 'roles',
    columns: [nameWidth, ...environments.map(() => room / environments.length)],
    emphasized: productionColumns(environments),
    header: [headerCell(labels.persona), ...environmentHeaders(environments)],
    rows: rows.length > 0 ? rows : [empty],
  };
}

function rowOf(name: Cell, row: AccessTableRow, { labels }: DeckContext): Cell[] {
  return [name, ...row.cells.map((cell) => accessCell(cell, labels, 'full'))];
}

function personCell(row: AccessTableRow, context: DeckContext): Cell {
  const slide = context.slideOfCard(row);
  const name = oneLine(row.name);
  if (row.id === undefined) return { paragraphs: [paragraph({ text: name })] };
  const link: Partial<Run> = slide === undefined ? {} : { slide, tip: name };
  // Each on a line of its own: LibreOffice loses the looks of a link that text follows in a cell.
  return { paragraphs: [paragraph({ text: oneLine(row.id), bold: true, ...link }), paragraph({ text: name })] };
}

function identityCell(row: AccessTableRow, { labels }: DeckContext): Cell {
  return { paragraphs: [paragraph({ text: oneLine(row.name) }), paragraph({ text: labels.identity, tone: 'quiet' })] };
}
