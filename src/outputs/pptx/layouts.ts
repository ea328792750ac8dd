import { accessFrame, coverFrame, mirrored, personaFrame, plainFrame, sizes } from '../../layout/slides/frame.ts';
import type { Box } from '../../layout/slides/model.ts';

/** The deck's layouts. `blank` has no slides of ours: it is for those who add their own. */
export type LayoutName = 'cover' | 'persona' | 'more' | 'access' | 'table' | 'content' | 'blank';
export type PlaceholderName = 'title' | 'subtitle' | 'summary' | 'first' | 'second' | 'source' | 'content';

export interface LayoutSpec {
  readonly name: LayoutName;
  /** Shown in PowerPoint's list of layouts. */
  readonly label: string;
  /** PowerPoint's own type, where one fits: what a layout becomes when a slide moves to another template. */
  readonly type?: 'title' | 'obj' | 'titleOnly' | 'blank';
  readonly placeholders: readonly PlaceholderSpec[];
}

export interface PlaceholderSpec {
  readonly name: PlaceholderName;
  readonly label: string;
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'obj';
  /** Ties a slide's placeholder to the layout's; titles have none. */
  readonly index?: number;
  readonly prompt: string;
  readonly box: Box;
  readonly anchor: 't' | 'ctr' | 'b';
  /** Looks of the outline levels; the master's where absent. */
  readonly levels?: readonly LevelStyle[];
}

export interface LevelStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color: 'tx1' | 'tx2';
  readonly spaceBefore?: number;
}

/** Labels of fields are the first level, values the second: adding a value is pressing Enter. */
const fieldLevels: readonly LevelStyle[] = [
  { size: sizes.label, bold: true, color: 'tx2', spaceBefore: 8 },
  { size: sizes.value, color: 'tx1' },
];

const title = (place: Box): PlaceholderSpec => ({
  name: 'title',
  label: 'Title',
  type: 'title',
  prompt: 'Name',
  box: place,
  anchor: 'ctr',
});

const fields = (name: 'first' | 'second', index: number, place: Box): PlaceholderSpec => ({
  name,
  label: name === 'first' ? 'Fields' : 'More fields',
  type: 'body',
  index,
  prompt: 'Field',
  box: place,
  anchor: 't',
  levels: fieldLevels,
});

const [first, second] = personaFrame.columns;
const [moreFirst, moreSecond] = personaFrame.moreColumns;

export const layouts: readonly LayoutSpec[] = [
  { name: 'blank', label: 'Blank', type: 'blank', placeholders: [] },
  {
    name: 'cover',
    label: 'Cover',
    type: 'title',
    placeholders: [
      {
        name: 'title',
        label: 'Title',
        type: 'ctrTitle',
        prompt: 'Workload',
        box: coverFrame.title,
        anchor: 'b',
        levels: [{ size: sizes.coverTitle, bold: true, color: 'tx1' }],
      },
      {
        name: 'subtitle',
        label: 'Subtitle',
        type: 'subTitle',
        index: 1,
        prompt: 'What it is for',
        box: coverFrame.subtitle,
        anchor: 't',
        levels: [{ size: sizes.identity, color: 'tx2' }],
      },
    ],
  },
  {
    name: 'persona',
    label: 'Persona',
    placeholders: [
      title(personaFrame.title),
      {
        name: 'summary',
        label: 'Summary',
        type: 'body',
        index: 13,
        prompt: 'What the persona does',
        box: personaFrame.summary,
        anchor: 't',
        levels: [{ size: sizes.summary, color: 'tx2' }],
      },
      fields('first', 14, first),
      fields('second', 15, second),
    ],
  },
  {
    name: 'more',
    label: 'Persona, continued',
    placeholders: [title(personaFrame.title), fields('first', 14, moreFirst), fields('second', 15, moreSecond)],
  },
  {
    name: 'access',
    label: 'Access',
    placeholders: [
      title(accessFrame.title),
      {
        name: 'source',
        label: 'RBAC file',
        type: 'body',
        index: 13,
        prompt: 'RBAC file',
        box: accessFrame.source,
        anchor: 't',
        levels: [{ size: sizes.value, color: 'tx1' }],
      },
    ],
  },
  { name: 'table', label: 'Title and table', type: 'titleOnly', placeholders: [title(plainFrame.title)] },
  {
    name: 'content',
    label: 'Title and content',
    type: 'obj',
    placeholders: [
      title(plainFrame.title),
      {
        name: 'content',
        label: 'Content',
        type: 'obj',
        index: 1,
        prompt: 'Text',
        box: plainFrame.body,
        anchor: 't',
      },
    ],
  },
];

export function layoutOf(name: LayoutName): LayoutSpec {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`No layout ${name}`);
  return found;
}

/** A placeholder's place in a deck of the given direction. */
export function placeOf(placeholder: PlaceholderSpec, rtl: boolean): Box {
  return rtl ? mirrored(placeholder.box) : placeholder.box;
}
