import type { AccessCell, Card } from '../../deck/model.ts';
import { signs } from '../../layout/slides/accessCells.ts';
import type { LabelKey } from '../../design/design.ts';
import type { AccessSlide, FittedSlide, PersonaSlide } from '../../layout/slides/model.ts';
import type { SlideSection } from '../../schema/settings.ts';
import type { ComposeContext } from './composeContext.ts';

/** Speaker notes: what the slide is for, with questions and a time. A persona's own notes and links come first. */
export function notesOf(slide: FittedSlide, context: ComposeContext): string[] {
  const guide = context.design.labels[guides[slide.section]].split('\n');
  if (slide.kind === 'persona') return spaced([...personaNotes(slide, context), '', ...guide]);
  if (slide.kind === 'access') return spaced([...accessNotes(slide, context), '', ...guide]);
  return guide;
}

const guides: Readonly<Record<SlideSection, LabelKey>> = {
  cover: 'guideCover',
  about: 'guideAbout',
  overview: 'guideOverview',
  personas: 'guidePersona',
  flows: 'guideFlows',
  architectures: 'guideArchitectures',
  highlights: 'guideHighlights',
  processes: 'guideProcesses',
  skills: 'guideSkills',
  teams: 'guideTeams',
  components: 'guideComponents',
  responsibilities: 'guideResponsibilities',
  access: 'guideAccess',
  findings: 'guideFindings',
  blank: 'guideBlank',
  decisions: 'guideDecisions',
};

/** Without blank lines at the start or two in a row. */
function spaced(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
}

/** Where the RBAC file is, in full, for a handout without links. */
function accessNotes({ componentId }: AccessSlide, context: ComposeContext): string[] {
  const source = context.deck.access.find((table) => table.componentId === componentId)?.source;
  const link = source === undefined ? undefined : context.linkOut(source);
  return link !== undefined && 'url' in link ? [`${context.design.labels.rbacFile}: ${link.url}`] : [];
}

/** The author's notes, the goal, then every role and where its RBAC file is, for a handout without the files. */
function personaNotes({ card }: PersonaSlide, context: ComposeContext): string[] {
  const { labels } = context.design;
  const author = (card.notes ?? '').split(/\r?\n/).map((line) => line.trim());
  const access = card.access.flatMap((row) => accessLines(row, context));
  return [
    ...trimmed(author),
    ...(card.goal === undefined ? [] : ['', `${labels.goal}: ${card.goal}`]),
    ...(access.length === 0 ? [] : ['', `${labels.components}:`, ...access]),
  ];
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
