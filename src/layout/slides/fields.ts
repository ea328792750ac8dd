import type { Card, Field, Item } from '../../deck/model.ts';
import type { DeckContext } from './deckContext.ts';
import type { Paragraph, Run, SlideKey } from './model.ts';
import { oneLine } from './oneLine.ts';

/** A field as a column shows it: a label, and values that a continuation may split between two parts. */
export interface FieldContent {
  readonly label: string;
  readonly parts: readonly (readonly Run[])[];
  /** `list`: parts on one line after another, divided by dots. `lines`: one a line. `words`: a running sentence. */
  readonly flow: 'list' | 'lines' | 'words';
}

/** A dot that ends a line rather than starting one. */
const DIVIDER = '\u00a0· ';
/** More partners than this make a list: one a line would push everything else away. */
const MOST_LINES = 3;

/** What stands in the two columns of a persona slide; the team stands in the rail, components in the access table. */
export function columnsOf(card: Card, context: DeckContext): FieldContent[][] {
  const content = (key: Field['key'], arrow?: string): FieldContent[] =>
    card.fields.filter((field) => field.key === key).map((field) => contentOf(field, context, arrow));
  const goal: FieldContent[] =
    card.goal === undefined ? [] : [{ label: context.labels.goal, parts: wordsOf(card.goal), flow: 'words' }];
  // Interaction is drawn as what it is: arrows to partners, in the direction of reading.
  const arrow = context.deck.direction === 'rtl' ? '←\u00a0' : '→\u00a0';
  return [
    [...content('primaryInteraction', arrow), ...content('processes')],
    [...content('skills'), ...goal],
  ];
}

/** Text that has no field of its own, as parts that can be split anywhere between words. */
export function wordsOf(text: string): Run[][] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => [{ text: word }]);
}

function contentOf(field: Field, { labels, slideOfCard }: DeckContext, arrow: string | undefined): FieldContent {
  if (field.items.length === 0) {
    return { label: field.label, parts: [[{ text: labels.none, tone: 'quiet' }]], flow: 'list' };
  }
  const lead: Run[] = arrow === undefined ? [] : [{ text: arrow, tone: 'quiet' }];
  const parts = field.items.map((item) => [...lead, ...itemRuns(item, slideOfCard(item))]);
  return { label: field.label, parts, flow: arrow !== undefined && parts.length <= MOST_LINES ? 'lines' : 'list' };
}

/** An item's text, linked, and its remark. A link to a persona of the deck leads to its slide. */
export function itemRuns(item: Item, slide: SlideKey | undefined): Run[] {
  const text = oneLine(item.text);
  const link = slide !== undefined ? { slide } : item.link !== undefined ? { link: item.link } : {};
  return [
    { text, ...link },
    ...(item.note === undefined ? [] : [{ text: ` (${oneLine(item.note)})`, tone: 'quiet' } as const]),
  ];
}

/** Paragraphs of a field: its label, then its values. */
export function fieldParagraphs(content: FieldContent): Paragraph[] {
  const label: Paragraph[] = content.label === '' ? [] : [{ role: 'label', runs: [{ text: content.label }] }];
  return [...label, ...valueParagraphs(content)];
}

export function valueParagraphs({ parts, flow }: FieldContent): Paragraph[] {
  if (flow === 'lines') return parts.map((runs) => ({ role: 'plain', runs }));
  const divider: Run = flow === 'words' ? { text: ' ' } : { text: DIVIDER, tone: 'quiet' };
  const runs = parts.flatMap((part, index) => (index === 0 ? part : [divider, ...part]));
  return [{ role: 'plain', runs: flow === 'words' ? joined(runs) : runs }];
}

/** One run for neighbours that look alike: a sentence is not a run a word. */
function joined(runs: readonly Run[]): Run[] {
  return [{ text: runs.map((run) => run.text).join('') }];
}
