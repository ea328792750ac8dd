import type { Box } from '../../../layout/box.ts';
import { paragraphRuns } from '../../../layout/cardSlides/measureParagraphs.ts';
import type { CardParagraph, CardRun } from '../../../layout/cardSlides/model.ts';
import { isRightToLeft } from '../guards.ts';
import type { Color, ParagraphSpec, RunSpec, TextSpec } from '../slideSpec.ts';
import type { CardContext } from './cardContext.ts';

/** Signs are drawn a little smaller than text, so that they make lines no higher. */
const SIGN_SHARE = 0.9;

/** Paragraphs of a card in one text box, on the card's own ground. */
export function cardText(name: string, box: Box, paragraphs: readonly CardParagraph[], context: CardContext): TextSpec {
  return {
    kind: 'text',
    name,
    box,
    anchor: 'top',
    paragraphs: paragraphs.map((paragraph, index) => paragraphSpec(paragraph, index === 0, context)),
  };
}

function paragraphSpec(paragraph: CardParagraph, first: boolean, context: CardContext): ParagraphSpec {
  const { head, leading, spaceBefore } = paragraph;
  const runs = paragraphRuns(paragraph);
  const before: CardRun[] = head === undefined ? [] : [...head.runs, { text: '\t' }];
  return {
    runs: [...before, ...runs].map((run) => runSpec(run, paragraph, context)),
    rtl: directionOf(runs, context),
    ...(first || spaceBefore === 0 ? {} : { spaceBefore }),
    ...(leading === 1 ? {} : { leading }),
    ...(head === undefined ? {} : { hanging: head.hanging }),
  };
}

function runSpec({ text, tone, link }: CardRun, paragraph: CardParagraph, context: CardContext): RunSpec {
  const target = link === undefined ? undefined : context.link(link);
  const remark = tone === 'quiet' || tone === 'attention';
  return {
    text,
    size: tone === 'sign' ? paragraph.size * SIGN_SHARE : paragraph.size,
    color: context.palette.token(remark ? tone : 'ink'),
    ...(paragraph.bold && !remark ? { bold: true } : {}),
    ...(paragraph.font === 'heading' ? { font: 'heading' as const } : {}),
    ...(target === undefined ? {} : { link: target }),
  };
}

/** A line of one look: an id, a kind, what stands at the foot. */
export function lineText(
  name: string,
  box: Box,
  text: string,
  look: { size: number; color: Color; bold?: boolean; font?: 'heading'; leading?: number; anchor?: TextSpec['anchor'] },
  context: CardContext,
): TextSpec {
  const { anchor = 'top', leading, ...run } = look;
  return {
    kind: 'text',
    name,
    box,
    anchor,
    paragraphs: [
      {
        runs: [{ text, ...run }],
        rtl: directionOf([{ text }], context),
        ...(leading === undefined ? {} : { leading }),
      },
    ],
  };
}

/** Text in another script runs its own way; signs and numbers run as the deck does. */
function directionOf(runs: readonly CardRun[], { deck }: CardContext): boolean {
  const text = runs.map((run) => run.text).join('');
  return /\p{L}/u.test(text) ? isRightToLeft(text) : deck.direction === 'rtl';
}
