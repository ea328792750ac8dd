import type { FittedSlide } from './model.ts';

/** The text of a slide's title. */
export function titleOf({ title }: Pick<FittedSlide, 'title'>): string {
  return title.paragraphs[0]?.runs[0]?.text ?? '';
}
