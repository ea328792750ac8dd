import type { Box } from '../../box.ts';
import type {
  AccessFrame,
  CoverFrame,
  LayoutSpec,
  LevelStyle,
  PersonaFrame,
  PlaceholderSpec,
  PlainFrame,
  TypeScale,
} from './model.ts';

/** Where things stand on slides of our own format. */
interface OwnFrames {
  readonly sizes: TypeScale;
  readonly cover: CoverFrame;
  readonly persona: PersonaFrame;
  readonly access: AccessFrame;
  readonly plain: PlainFrame;
  readonly number: Box;
}

/** Index of the slide number's placeholder on master, layouts and slides. */
const NUMBER_INDEX = 12;

/** Space above the label of a field. */
const LABEL_GAP = 8;

/** Labels of fields are the first level, values the second: adding a value is pressing Enter. */
const fieldLevels = ({ label, value }: TypeScale): LevelStyle[] => [
  { size: label, bold: true, color: 'tx2', spaceBefore: LABEL_GAP },
  { size: value, color: 'tx1' },
];

const title = (place: Box): PlaceholderSpec => ({
  name: 'title',
  label: 'Title',
  type: 'title',
  prompt: 'Name',
  box: place,
  anchor: 'ctr',
});

const fields = (name: 'first' | 'second', index: number, place: Box, sizes: TypeScale): PlaceholderSpec => ({
  name,
  label: name === 'first' ? 'Fields' : 'More fields',
  type: 'body',
  index,
  prompt: 'Field',
  box: place,
  anchor: 't',
  levels: fieldLevels(sizes),
});

/** Placeholders where the frames have their places, so that a slide follows its layout. */
export function ownLayouts({ sizes, cover, persona, access, plain, number }: OwnFrames): LayoutSpec[] {
  const numbered: LayoutSpec[] = [
    ...personaLayouts(persona, sizes),
    accessLayout(access, sizes),
    { name: 'table', label: 'Title and table', type: 'titleOnly', placeholders: [title(plain.title.box)] },
    contentLayout(plain),
  ];
  return [
    { name: 'blank', label: 'Blank', type: 'blank', placeholders: [], number: { box: number, index: NUMBER_INDEX } },
    coverLayout(cover),
    ...numbered.map((layout) => ({ ...layout, number: { box: number, index: NUMBER_INDEX } })),
  ];
}

function coverLayout(cover: CoverFrame): LayoutSpec {
  return {
    name: 'cover',
    label: 'Cover',
    type: 'title',
    placeholders: [
      {
        name: 'title',
        label: 'Title',
        type: 'ctrTitle',
        prompt: 'Workload',
        box: cover.title.box,
        anchor: 'b',
        levels: [{ size: cover.title.size, bold: true, color: 'tx1' }],
      },
      {
        name: 'subtitle',
        label: 'Subtitle',
        type: 'subTitle',
        index: 1,
        prompt: 'What it is for',
        box: cover.subtitle.box,
        anchor: 't',
        levels: [{ size: cover.subtitle.size, color: 'tx2' }],
      },
    ],
  };
}

function personaLayouts(
  { title: heading, summary, columns, moreColumns }: PersonaFrame,
  sizes: TypeScale,
): LayoutSpec[] {
  const pair = ([first, second]: PersonaFrame['columns']): PlaceholderSpec[] => [
    fields('first', 14, first, sizes),
    fields('second', 15, second, sizes),
  ];
  const does: PlaceholderSpec = {
    name: 'summary',
    label: 'Summary',
    type: 'body',
    index: 13,
    prompt: 'What the persona does',
    box: summary,
    anchor: 't',
    levels: [{ size: sizes.summary, color: 'tx2' }],
  };
  return [
    { name: 'persona', label: 'Persona', placeholders: [title(heading.box), does, ...pair(columns)] },
    { name: 'more', label: 'Persona, continued', placeholders: [title(heading.box), ...pair(moreColumns)] },
  ];
}

function accessLayout(access: AccessFrame, sizes: TypeScale): LayoutSpec {
  const source: PlaceholderSpec = {
    name: 'source',
    label: 'RBAC file',
    type: 'body',
    index: 13,
    prompt: 'RBAC file',
    box: access.source,
    anchor: 't',
    levels: [{ size: sizes.value, color: 'tx1' }],
  };
  return { name: 'access', label: 'Access', placeholders: [title(access.title.box), source] };
}

function contentLayout(plain: PlainFrame): LayoutSpec {
  const content: PlaceholderSpec = {
    name: 'content',
    label: 'Content',
    type: 'obj',
    index: 1,
    prompt: 'Text',
    box: plain.body.box,
    anchor: 't',
  };
  return { name: 'content', label: 'Title and content', type: 'obj', placeholders: [title(plain.title.box), content] };
}
