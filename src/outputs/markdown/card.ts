import { itemsOf } from '../../deck/items.ts';
import type { AccessCell, Card, Field, Grant } from '../../deck/model.ts';
import { type LinkPolicy, type LinkTarget, resolve } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Labels } from '../../design/design.ts';
import { itemMarkdown, tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';

/** What a page needs besides the card. */
export interface MarkdownContext {
  readonly deck: Deck;
  readonly labels: Labels;
  readonly policy: LinkPolicy;
  /** Path of the page below `out/`. */
  readonly path: string;
}

/** A card as a GitHub-flavoured markdown page: the template's fields as a list, roles as a table. */
export function cardMarkdown(card: Card, context: MarkdownContext): string {
  const { labels } = context;
  const parts = [
    `# ${escapeText(card.name)} (${escapeText(card.id)})`,
    card.summary === undefined ? undefined : escapeText(card.summary),
    [kindLine(card, context), ...card.fields.map((field) => fieldLines(field, context))].join('\n'),
    card.goal === undefined ? undefined : `**${escapeText(labels.goal)}:** ${escapeText(card.goal)}`,
    accessSection(card, context),
    card.notes === undefined ? undefined : `## ${escapeText(labels.notes)}\n\n${escapeText(card.notes)}`,
    `[${escapeText(labels.personas)}](index.md)`,
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

function kindLine(card: Card, { labels }: MarkdownContext): string {
  return `- **${escapeText(labels.persona)}:** ${escapeText(card.kind.label)}`;
}

/** One line, except for components: those are what a reader comes to follow, each on its own. */
function fieldLines(field: Field, context: MarkdownContext): string {
  const label = `- **${escapeText(field.label)}:**`;
  if (field.items.length === 0) return `${label} ${escapeText(context.labels.none)}`;
  const items = field.items.map((item) => itemMarkdown(item, (target) => address(target, context)));
  return field.key === 'components'
    ? [label, ...items.map((item) => `  - ${item}`)].join('\n')
    : `${label} ${items.join(', ')}`;
}

function accessSection(card: Card, context: MarkdownContext): string | undefined {
  const { labels, deck } = context;
  if (card.access.length === 0) return undefined;
  const head = [labels.component, ...deck.environments.map(({ name }) => name)];
  const rows = card.access.map((row) => [
    itemMarkdown(row.component, (target) => address(target, context)),
    ...row.cells.map((cell) => cellMarkdown(cell, labels)),
  ]);
  return [
    `## ${escapeText(labels.access)}`,
    '',
    ...tableLines(head, rows),
    '',
    `● ${escapeText(labels.standing)} · ◐ ${escapeText(labels.eligible)}`,
  ].join('\n');
}

function cellMarkdown(cell: AccessCell, labels: Labels): string {
  if (cell.status === 'granted') return cell.grants.map((grant) => grantMarkdown(grant, labels)).join('<br>');
  if (cell.status === 'none') return '—';
  return cell.status === 'open' ? `○ ${escapeText(labels.open)}` : escapeText(labels.unlisted);
}

function grantMarkdown(grant: Grant, labels: Labels): string {
  const role = escapeText(grant.role);
  if (grant.assignment === 'standing') return `● ${role}`;
  return `◐ ${role} (${[labels.eligible, grant.limit]
    .filter((part) => part !== undefined)
    .map(escapeText)
    .join(', ')})`;
}

function address(target: LinkTarget, context: MarkdownContext): string {
  return resolve(target, context.path, context.policy);
}

/** The list of all cards. */
export function indexMarkdown(context: MarkdownContext): string {
  const { deck, labels } = context;
  const head = ['Id', labels.persona, labels.team, labels.components];
  const rows = deck.cards.map((card) => [
    escapeText(card.id),
    linkTo(card.name, address({ kind: 'card', id: card.stem }, context)),
    escapeText(card.team?.name ?? labels.none),
    fieldItems(card, context),
  ]);
  const summary = deck.summary === undefined ? [] : [escapeText(deck.summary), ''];
  return `${[`# ${escapeText(deck.title)}`, '', ...summary, ...tableLines(head, rows)].join('\n')}\n`;
}

function fieldItems(card: Card, context: MarkdownContext): string {
  return itemsOf(card, 'components')
    .map((item) => itemMarkdown(item, (target) => address(target, context)))
    .join('<br>');
}
