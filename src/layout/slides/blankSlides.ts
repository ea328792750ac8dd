import { pt } from '../../design/units.ts';
import { environmentHeaders, headerCell, paragraph, productionColumns } from './accessCells.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { emptyRows, taller } from './emptyRows.ts';
import { fitPlace, fitText, plain } from './fitText.ts';
import type { BlankSlide, FittedTable, FittedText, Paragraph } from './model.ts';
import { fitTable } from './tables.ts';

const BLANK_CARDS = 2;
const ACCESS_ROWS = 5;
const ROW_HEIGHT = pt(32);
const body = { font: 'body', bold: false } as const;

/** Cards for personas that the discussion brings up. */
export function* fitBlanks(context: DeckContext): Fitting<BlankSlide[]> {
  return yield* together(Array.from({ length: BLANK_CARDS }, (_, index) => fitBlank(index + 1, context)));
}

function* fitBlank(number: number, context: DeckContext): Fitting<BlankSlide> {
  const { labels, typography, format } = context;
  const { persona: frame, sizes } = format;
  const title = number === 1 ? labels.newPersona : `${labels.newPersona} ${number}`;
  const [left, right] = [
    [labels.primaryInteraction, labels.processes],
    [labels.skills, labels.goal],
  ];
  const texts = yield* together<FittedText>([
    fitPlace(frame.title, [plain(context.uniqueTitle(title, `blank ${number}`, 1))], typography),
    fitText(frame.id, [plain('P')], { font: 'heading', bold: true }, sizes.id, typography),
    fitText(frame.identity, fieldsOf([labels.kind, labels.team]), body, sizes.identity, typography),
    ...[left, right].map((names, index) =>
      fitText(frame.columns[index] ?? frame.columns[0], fieldsOf(names), body, sizes.value, typography),
    ),
  ]);
  const [heading, id, identity, ...columns] = texts as [FittedText, FittedText, FittedText, ...FittedText[]];
  return {
    kind: 'blank',
    section: 'blank',
    key: `blank:${number}`,
    page: 1,
    title: heading,
    rail: { box: frame.rail, figure: frame.figure, id, identity },
    columns,
    access: yield* fitBlankAccess(context),
  };
}

/** A label, and a line to write on. */
function fieldsOf(names: readonly string[]): Paragraph[] {
  return names.flatMap((name): Paragraph[] => [
    { role: 'label', runs: [{ text: name }] },
    paragraph({ text: '\u00a0' }),
  ]);
}

function* fitBlankAccess({ deck: { environments }, labels, format, typography }: DeckContext): Fitting<FittedTable> {
  const { persona: frame, sizes } = format;
  const width = frame.strip.width;
  const content = {
    detail: 'roles' as const,
    columns: [width * 0.34, ...environments.map(() => (width * 0.66) / environments.length)],
    emphasized: productionColumns(environments),
    header: [headerCell(labels.components), ...environmentHeaders(environments)],
    rows: emptyRows(ACCESS_ROWS, environments.length + 1),
  };
  const [table] = yield* fitTable([content], frame.strip, frame.moreStrip, sizes.strip, typography);
  return taller(table as FittedTable, ROW_HEIGHT, frame.strip);
}
