import { AA_TEXT, contrast } from '../../design/contrast.ts';
import type { Box } from '../../layout/box.ts';
import type { Cell, FittedRow, FittedTable } from '../../layout/slides/model.ts';
import type { ComposeContext } from './composeContext.ts';
import { styledParagraph, type TextLook } from './composeText.ts';
import type { BorderSpec, CellSpec, Color, ParagraphSpec, TableSpec } from './slideSpec.ts';

/** An access table: hairlines between rows, and Production on a ground of its own between two stronger lines. */
export function accessTable(name: string, table: FittedTable, context: ComposeContext): TableSpec {
  const last = table.rows.length - 1;
  return {
    kind: 'table',
    name,
    box: boxOf(table),
    columns: table.columns,
    margin: table.margin,
    lineSpacing: table.size * context.lineHeight,
    rtl: context.deck.direction === 'rtl',
    description: { alt: name },
    rows: [
      { height: table.header.height, cells: headerCells(table, context) },
      ...table.rows.map((row, index) => ({
        height: row.height,
        cells: bodyCells(row, table, index === last, context),
      })),
    ],
  };
}

function boxOf({ box, columns }: FittedTable): Box {
  const width = columns.reduce<number>((total, column) => total + column, 0);
  return { ...box, width: width as Box['width'] };
}

function headerCells(table: FittedTable, context: ComposeContext): CellSpec[] {
  const { palette } = context;
  return table.header.cells.map((cell, column) => {
    const emphasized = table.emphasizedHeader === true || table.emphasized.includes(column);
    const color = palette.token(emphasized ? 'ink' : 'quiet');
    return {
      paragraphs: paragraphsOf(cell, { size: table.size, color, quiet: palette.token('quiet'), bold: true }, context),
      fill: palette.token(emphasized ? 'production' : 'tint'),
      below: { color, width: emphasized ? 2 : 1 },
      ...startOf(table.emphasized.includes(column), context),
    };
  });
}

function bodyCells(row: FittedRow, table: FittedTable, last: boolean, context: ComposeContext): CellSpec[] {
  const { palette } = context;
  const look: TextLook = {
    size: table.size,
    color: palette.token('ink'),
    quiet: palette.token('quiet'),
  };
  return row.cells.map((cell, column) => {
    const emphasized = table.emphasized.includes(column);
    return {
      paragraphs: paragraphsOf(cell, emphasized ? { ...look, quiet: quietOnProduction(context) } : look, context),
      fill: palette.token(emphasized ? 'production' : 'surface'),
      below: { color: palette.token(last ? 'quiet' : 'rule'), width: last ? 1 : 0.75 },
      ...startOf(emphasized, context),
    };
  });
}

/** Remarks stay quiet on the ground of Production where they can still be read. */
function quietOnProduction({ palette, design: { theme } }: ComposeContext): Color {
  const readable = contrast(theme.colors.quiet, theme.colors.production) >= AA_TEXT;
  return palette.token(readable ? 'quiet' : 'ink');
}

/** Themes without filled areas still set Production apart. */
function startOf(emphasized: boolean, { palette }: ComposeContext): { start?: BorderSpec } {
  const color: Color = palette.token('ink');
  return emphasized ? { start: { color, width: 2 } } : {};
}

/** A cell always has a paragraph: PowerPoint does not open a file with one that has none. */
function paragraphsOf(cell: Cell, look: TextLook, context: ComposeContext): ParagraphSpec[] {
  const paragraphs = cell.paragraphs.length > 0 ? cell.paragraphs : [{ role: 'plain' as const, runs: [{ text: '' }] }];
  return paragraphs.map((paragraph) => styledParagraph(paragraph, look, context));
}
