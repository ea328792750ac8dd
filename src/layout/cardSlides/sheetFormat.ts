import { printerMargin } from '../../design/sizes.ts';
import { type Pt, mm, mmToPt } from '../../design/units.ts';
import { type Box, box } from '../box.ts';
import type { Imposition } from '../imposition/model.ts';
import type { LayoutSpec, PlaceholderSpec } from '../slides/format/model.ts';

/** Slides that are paper: what stands on them has the size it is printed in. */
export interface SheetFormat {
  readonly width: Pt;
  readonly height: Pt;
  /** The name of the sheet, in the margin. */
  readonly title: Box;
  readonly layouts: readonly LayoutSpec[];
  readonly textSizes: {
    readonly title: number;
    readonly text: number;
    readonly deeper: number;
    readonly label: number;
  };
}

const MARGIN = mmToPt(printerMargin);
/** Of the sheet's name: quiet, and no part of a card. */
const TITLE_SIZE = 8;
const TITLE_HEIGHT = 10;
const textSizes = { title: 24, text: 14, deeper: 12, label: 8 };

export function sheetFormat(imposition: Imposition): SheetFormat {
  const width = mmToPt(imposition.paper.width);
  const height = mmToPt(imposition.paper.height);
  const title = box(MARGIN, titleTop(imposition), width - 2 * MARGIN, TITLE_HEIGHT);
  return { width, height, title, layouts: layouts(width, height, title), textSizes };
}

/** In the margin above cards and marks; above the paper where sheets have no margin. */
function titleTop({ slots, backSlots, marks, backMarks }: Imposition): number {
  const cards = [...slots, ...backSlots].map(({ y, bleed }) => y - bleed.top);
  const lines = [...marks, ...backMarks].map(({ y1, y2 }) => Math.min(y1, y2));
  const free = mmToPt(mm(Math.min(...cards, ...lines)));
  return free < TITLE_HEIGHT + 2 ? -TITLE_HEIGHT - 2 : Math.min(MARGIN, free - TITLE_HEIGHT - 1);
}

/** `sheet` holds cards; the others are for those who add a page of their own. */
function layouts(width: Pt, height: Pt, place: Box): LayoutSpec[] {
  const title: PlaceholderSpec = {
    name: 'title',
    label: 'Title',
    type: 'title',
    prompt: 'Sheet',
    box: place,
    anchor: 't',
    levels: [{ size: TITLE_SIZE, color: 'tx2' }],
  };
  const content: PlaceholderSpec = {
    name: 'content',
    label: 'Content',
    type: 'obj',
    index: 1,
    prompt: 'Text',
    box: box(MARGIN * 2, 84, width - 4 * MARGIN, height - 84 - 2 * MARGIN),
    anchor: 't',
  };
  const heading: PlaceholderSpec = {
    name: 'title',
    label: 'Title',
    type: 'title',
    prompt: 'Title',
    box: box(MARGIN * 2, 36, width - 4 * MARGIN, 40),
    anchor: 'ctr',
  };
  return [
    { name: 'blank', label: 'Blank', type: 'blank', placeholders: [] },
    { name: 'sheet', label: 'Sheet of cards', type: 'titleOnly', placeholders: [title] },
    { name: 'content', label: 'Title and content', type: 'obj', placeholders: [heading, content] },
  ];
}
