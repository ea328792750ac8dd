import type { AccessCell, Card } from '../../deck/model.ts';
import { signs } from '../../layout/slides/accessCells.ts';
import type { PersonaSlide } from '../../layout/slides/model.ts';
import type { ComposeContext } from './composeContext.ts';

/** Speaker notes: the author's, the goal, then every role and where its RBAC file is, for a handout without the files. */
export function personaNotes({ card }: PersonaSlide, context: ComposeContext): string[] {
  const { labels } = context.design;
  const author = (card.notes ?? '').split(/\r?\n/).map((line) => line.trim());
  const access = card.access.flatMap((row) => accessLines(row, context));
  return [
    ...trimmed(author),
    ...(card.goal === undefined ? [] : ['', `${labels.goal}: ${card.goal}`]),
    ...(access.length === 0 ? [] : ['', `${labels.components}:`, ...access]),
  ].filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''));
}

function trimmed(lines: readonly string[]): string[] {
  const [first, last] = [lines.findIndex((line) => line !== ''), lines.findLastIndex((line) => line !== '')];
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function accessLines({ component, cells }: Card['access'][number], context: ComposeContext): string[] {
  const link = component.link === undefined ? undefined : context.linkOut(component.link);
  const address = link !== undefined && 'url' in link ? link.url : component.note;
  const roles = cells.flatMap((cell, index) => {
    const text = cellText(cell, context);
    return text === undefined ? [] : [`    ${context.deck.environments[index]?.name ?? ''}: ${text}`];
  });
  return [`${component.text}${address === undefined ? '' : ` – ${address}`}`, ...roles];
}

function cellText(cell: AccessCell, { design: { labels } }: ComposeContext): string | undefined {
  if (cell.status === 'unlisted') return undefined;
  if (cell.status === 'none') return labels.none;
  if (cell.status === 'open') return labels.open;
  return cell.grants
    .map(({ role, assignment, limit }) => {
      const eligible = assignment === 'eligible' ? ` (${[labels.eligible, limit].filter(Boolean).join(', ')})` : '';
      return `${signs[assignment]} ${role}${eligible}`;
    })
    .join('; ');
}
