import type { BrandTemplate } from '../design/brand/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LayoutMatch, UsedLayout } from '../layout/slides/format/brand/matchLayouts.ts';
import { problem } from '../source/problem.ts';

/** Slides by the kind of layout that they stand on, as people speak of them. */
const slidesOn: Readonly<Record<UsedLayout, string>> = {
  cover: 'the cover',
  content: 'slides of text',
  table: 'tables',
  access: 'access tables',
  persona: 'personas',
  more: 'continued personas',
};

/** What an author would call a layout, so that it is found. */
const wantedNames: Readonly<Record<UsedLayout, string>> = {
  cover: 'Title Slide',
  content: 'Title and Content',
  table: 'Title Only',
  access: 'Access',
  persona: 'Persona',
  more: 'Persona, continued',
};

/** `TPL103` for kinds of slides that found no layout of their own: one remark a layout that serves in its place. */
export function layoutRemarks(
  { file }: BrandTemplate,
  matches: Readonly<Record<UsedLayout, LayoutMatch>>,
): Diagnostic[] {
  const kinds = (Object.keys(matches) as UsedLayout[]).filter((kind) => matches[kind].by === 'nearest');
  const names = [...new Set(kinds.map((kind) => matches[kind].layout.name))];
  return names.map((name): Diagnostic => {
    const served = kinds.filter((kind) => matches[kind].layout.name === name);
    return {
      kind: 'finding',
      code: 'TPL103',
      severity: 'info',
      message: `${list(served.map((kind) => slidesOn[kind]))} stand on the layout ${name}`,
      hint: `for a place of their own, name layouts of the template ${list(served.map((kind) => `"${wantedNames[kind]}"`))}`,
      location: { file },
    };
  });
}

/** Without a title no slide could be told from another, by a list of slides or by a screen reader. */
export function noTitle({ file }: BrandTemplate): Diagnostic {
  const hint = 'give at least one layout of the template a title placeholder';
  return problem('TPL008', 'no layout has a place for a title', { file }, hint);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
