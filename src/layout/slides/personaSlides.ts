import type { Card } from '../../deck/model.ts';
import { legendParagraph, paragraph } from './accessCells.ts';
import { type Fitting, together } from './batch.ts';
import { fillColumns, fitColumns } from './columns.ts';
import { pt } from '../../design/units.ts';
import type { DeckContext } from './deckContext.ts';
import type { PersonaFrame } from './format/model.ts';
import { columnsOf, type FieldContent, wordsOf } from './fields.ts';
import { fitPlace, fitText, plain } from './fitText.ts';
import type { FittedTable, FittedText, Paragraph, PersonaSlide, Rail } from './model.ts';
import { oneLine } from './oneLine.ts';
import { accessContents } from './personaAccess.ts';
import { fitTable } from './tables.ts';

/** A persona's slide, and continuations for what does not fit on it at the smallest size. */
export function* fitPersona(card: Card, context: DeckContext): Fitting<PersonaSlide[]> {
  const { persona: frame, sizes } = context.format;
  const parts = yield* together<unknown>([
    fitRail(card, context),
    fitSummary(card, context),
    fitDivided(card, context),
  ]);
  const [rail, summary, { columns, tables }] = parts as [Rail, FittedText | undefined, DividedContent];
  const bodies = yield* bodiesOf(card, columns, summary, tables, context);
  const titles = yield* together(bodies.map((_body, index) => fitTitle(card, index + 1, context)));
  const [legend] = yield* together([
    fitText(
      frame.legend,
      [legendParagraph(context.labels)],
      { font: 'body', bold: false },
      sizes.label,
      context.typography,
    ),
  ]);
  return bodies.map((body, index) => ({
    kind: 'persona',
    section: 'personas',
    key: `persona:${card.id}`,
    page: index + 1,
    card,
    rail,
    title: titles[index] as FittedText,
    ...body,
    ...(body.access === undefined || legend === undefined ? {} : { legend }),
  }));
}

/** Fields above, roles below. `columns` is undefined where the fields need more than one slide. */
interface DividedContent {
  readonly columns: FittedText[] | undefined;
  readonly tables: FittedTable[];
}

/** How much of the room the fields get where the format's own division does not hold them, and where it does not hold the roles. */
const MORE_FIELDS = [0.46, 0.5, 0.54, 0.58, 0.62, 0.66];
const FEWER_FIELDS = [0.36, 0.32, 0.28];

/**
 * Fits fields and roles as the format divides the room between them. Where one of the two overflows, the other gives up
 * what it does not need, so that a persona stays on one slide.
 */
function* fitDivided(card: Card, context: DeckContext): Fitting<DividedContent> {
  const { persona: frame } = context.format;
  const usual = yield* fitBoth(card, frame, context);
  if (isWhole(usual)) return usual;
  for (const share of usual.columns === undefined ? MORE_FIELDS : FEWER_FIELDS) {
    const content = yield* fitBoth(card, divided(frame, share), context);
    if (isWhole(content)) return content;
  }
  return usual;
}

const isWhole = ({ columns, tables }: DividedContent): boolean => columns !== undefined && tables.length <= 1;

function* fitBoth(card: Card, frame: PersonaFrame, context: DeckContext): Fitting<DividedContent> {
  const { format, typography } = context;
  const [columns, tables] = (yield* together<unknown>([
    fitColumns(columnsOf(card, context), frame.columns, typography),
    fitTable(accessContents(card, context), frame.strip, frame.moreStrip, format.sizes.strip, typography),
  ])) as [FittedText[] | undefined, FittedTable[]];
  return { columns, tables };
}

/** The same frame with another share of the room for the fields. */
function divided(frame: PersonaFrame, share: number): PersonaFrame {
  const [first, second] = frame.columns;
  const gap = frame.strip.y - first.y - first.height;
  const whole = first.height + gap + frame.strip.height;
  const height = pt((whole - gap) * share);
  return {
    ...frame,
    columns: [
      { ...first, height },
      { ...second, height },
    ],
    strip: { ...frame.strip, y: pt(first.y + height + gap), height: pt(whole - gap - height) },
  };
}

type Body = Pick<PersonaSlide, 'summary' | 'columns' | 'access'>;

/** What stands on each slide of a persona: all on one, or the fields' overflow first and the table's after it. */
function* bodiesOf(
  card: Card,
  columns: FittedText[] | undefined,
  summary: FittedText | undefined,
  tables: readonly FittedTable[],
  context: DeckContext,
): Fitting<Body[]> {
  const [access, ...moreAccess] = tables;
  const shownSummary = summary?.fits === false ? undefined : summary;
  const extra = summary !== undefined && shownSummary === undefined ? [summaryContent(card)] : [];
  const first: Body = {
    columns: columns ?? [],
    ...(shownSummary && { summary: shownSummary }),
    ...(access && { access }),
  };
  const { columns: places, moreColumns } = context.format.persona;
  const pages: Body[] = [first];
  let rest: readonly FieldContent[] = extra;
  if (columns === undefined) {
    const halves = columnsOf(card, context);
    const filled = yield* together(
      halves.map((contents, index) =>
        fillColumns(contents, places.slice(index, index + 1), context.typography, context.labels),
      ),
    );
    pages[0] = { ...first, columns: filled.flatMap(({ texts }) => texts) };
    rest = [...extra, ...filled.flatMap(({ rest: left }) => left)];
  }
  while (rest.length > 0) {
    const filled: { texts: FittedText[]; rest: readonly FieldContent[] } = yield* fillColumns(
      rest,
      moreColumns,
      context.typography,
      context.labels,
    );
    pages.push({ columns: filled.texts.filter(({ paragraphs }) => paragraphs.length > 0) });
    rest = filled.rest;
  }
  return [...pages, ...moreAccess.map((table) => ({ columns: [], access: table }))];
}

/** A summary too long for its place continues where there is room for it. */
function summaryContent(card: Card): FieldContent {
  return { label: '', parts: wordsOf(card.summary ?? ''), flow: 'words' };
}

function* fitTitle(card: Card, page: number, context: DeckContext): Fitting<FittedText> {
  const title = context.uniqueTitle(card.name, card.id, page);
  return yield* fitPlace(context.format.persona.title, [plain(title)], context.typography);
}

function* fitSummary(card: Card, context: DeckContext): Fitting<FittedText | undefined> {
  if (card.summary === undefined || card.summary.trim() === '') return undefined;
  return yield* fitText(
    context.format.persona.summary,
    [plain(oneLine(card.summary))],
    { font: 'body', bold: false },
    context.format.sizes.summary,
    context.typography,
  );
}

function* fitRail(card: Card, context: DeckContext): Fitting<Rail> {
  const { persona: frame, sizes } = context.format;
  const [id, identity] = yield* together([
    fitText(frame.id, [plain(oneLine(card.id))], { font: 'heading', bold: true }, sizes.id, context.typography),
    fitText(
      frame.identity,
      identityParagraphs(card, context),
      { font: 'body', bold: true },
      sizes.identity,
      context.typography,
    ),
  ]);
  return {
    box: frame.rail,
    figure: frame.figure,
    pattern: frame.pattern,
    ...(card.team === undefined ? {} : { team: card.team }),
    id: id as FittedText,
    identity: identity as FittedText,
  };
}

function identityParagraphs(card: Card, { labels }: DeckContext): Paragraph[] {
  const label = (text: string): Paragraph => ({ role: 'label', runs: [{ text }] });
  const value = (text: string): Paragraph => paragraph({ text: oneLine(text), bold: true });
  return [value(card.kind.label), label(labels.team), value(card.team?.name ?? labels.none)];
}
