import type { Range } from '../diagnostics/diagnostic.ts';

export interface MarkdownHeading {
  /** 1 to 6. */
  readonly level: number;
  /** Plain text, without marks. */
  readonly text: string;
  readonly range: Range;
}
