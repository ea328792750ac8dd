import type { CommentLine } from '../../../source/comments.ts';
import { failed, type Outcome, problem } from '../../../source/problem.ts';

/** What begins and ends a part of a page that somebody wrote: `<!-- persona-deck: cards -->`, `<!-- /persona-deck -->`. */
const OPEN = /^persona-deck:(.*)$/;
const CLOSE = '/persona-deck';

/** A part to fill: what was asked for, and the lines around it. */
export interface Part {
  readonly asked: string;
  readonly open: CommentLine;
  readonly close: CommentLine;
}

/** The parts of a page. Problems: `EMB001` a mark without the other one. */
export function partsOf(comments: readonly CommentLine[], file: string): Outcome<readonly Part[]> {
  const parts: Part[] = [];
  let open: CommentLine | undefined;
  for (const comment of comments) {
    const opens = OPEN.test(comment.text);
    if (!opens && comment.text !== CLOSE) continue;
    if (opens === (open !== undefined)) return failed(unpaired(opens ? (open ?? comment) : comment, opens, file));
    if (open !== undefined) parts.push({ asked: askedBy(open), open, close: comment });
    open = opens ? comment : undefined;
  }
  return open === undefined ? { ok: true, value: parts } : failed(unpaired(open, true, file));
}

const askedBy = ({ text }: CommentLine): string => (OPEN.exec(text)?.[1] ?? '').trim();

function unpaired(comment: CommentLine, opens: boolean, file: string) {
  const [message, hint] = opens
    ? ['nothing ends this part', `write <!-- ${CLOSE} --> on a line of its own below it`]
    : ['nothing begins this part', 'write <!-- persona-deck: cards --> on a line of its own above it'];
  return problem('EMB001', message, { file, range: comment.range }, hint);
}
