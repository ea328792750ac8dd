import type { Reprint } from '../build/reprint.ts';

/** More are counted, not listed. */
const MOST = 20;

/** What a build with `--changed-since` printed, and what to do with the old cards. */
export function reprintText({ changed, added, gone }: Reprint, since: string): string {
  const lines = [
    changed.length + added.length === 0
      ? `No card has changed since ${since}: none was printed; PDFs that were there are as they were`
      : 'cards.pdf and sheets.pdf hold only what has to be printed again:',
    ...(changed.length === 0 ? [] : [`  changed since ${since}: ${list(changed)}`]),
    ...(added.length === 0 ? [] : [`  new: ${list(added)}`]),
    ...(gone.length === 0 ? [] : [`  no longer in the deck, take the cards out: ${list(gone)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function list(ids: readonly string[]): string {
  const more = ids.length - MOST;
  return more > 0 ? `${ids.slice(0, MOST).join(', ')} and ${more} more` : ids.join(', ');
}
