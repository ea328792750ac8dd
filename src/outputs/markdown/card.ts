import type { Labels } from '../../design/design.ts';
import { type LinkPolicy, type LinkTarget, resolve } from '../../deck/links.ts';
import type { Card, Deck, Field, Item } from '../../deck/model.ts';
import { accessCell, accessLegend } from '../../deck/pages/accessCell.ts';
import { itemMarkdown, tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import { frontMatter } from './frontMatter.ts';
import { teamAnchor } from './teamAnchor.ts';

/** What a page needs besides the card. */
export interface MarkdownContext {
  readonly deck: Deck;
  readonly labels: Labels;
  readonly policy: LinkPolicy;
  /** Path of the page below `out/`. */
  readonly path: string;
  /** Ids of teams that have a section in the list of cards. */
  readonly teams: ReadonlySet<string>;
  /** Whether the build has the pictures of flows and architectures. */
  readonly withDiagrams: boolean;
}

/**
 * A card as a GitHub-flavoured markdown page: the template's fields as a table, the roles as another, the same data as
 * front matter. Sections have anchors that are the same in every language.
 */
export function cardMarkdown(card: Card, context: MarkdownContext): string {
  const { labels } = context;
  const parts = [
    frontMatter(card),
    `# ${escapeText(card.name)} (${escapeText(card.id)})`,
    card.summary === undefined ? undefined : escapeText(card.summary),
    fieldsTable(card, context),
    accessSection(card, context),
    card.notes === undefined ? undefined : `${section('notes', labels.notes)}\n\n${escapeText(card.notes)}`,
    `[${escapeText(labels.personas)}](index.md)`,
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

/** A heading with an anchor of its own: those that GitHub makes follow the words. */
const section = (anchor: string, heading: string): string => `## <a id="${anchor}"></a>${escapeText(heading)}`;

function fieldsTable(card: Card, context: MarkdownContext): string {
  const { labels } = context;
  const row = (label: string, content: string): string[] => [`**${escapeText(label)}**`, content];
  return tableLines(
    [card.id, card.name],
    [
      row(labels.kind, escapeText(card.kind.label)),
      ...card.fields.map((field) => row(field.label, fieldContent(field, context))),
      ...(card.goal === undefined ? [] : [row(labels.goal, escapeText(card.goal))]),
    ],
  ).join('\n');
}

/** One line, except for components: those are what a reader comes to follow, each on its own. */
function fieldContent({ key, items }: Field, context: MarkdownContext): string {
  if (items.length === 0) return escapeText(context.labels.none);
  return items.map((item) => fieldItem(item, context)).join(key === 'components' ? '<br>' : ', ');
}

/** A team leads to its section of the list, when it has one. */
function fieldItem(item: Item, context: MarkdownContext): string {
  const { team } = item;
  if (team !== undefined && context.teams.has(team.id)) {
    return linkTo(item.text, `${address({ kind: 'card', id: 'index' }, context)}#${teamAnchor(team.id)}`);
  }
  return itemMarkdown(item, (target) => address(target, context));
}

function accessSection(card: Card, context: MarkdownContext): string | undefined {
  const { labels, deck } = context;
  if (card.access.length === 0) return undefined;
  const head = [labels.component, ...deck.environments.map(({ name }) => name)];
  const rows = card.access.map(({ component, cells }) => [
    itemMarkdown(component, (target) => address(target, context)),
    ...cells.map((cell) =>
      accessCell(cell, labels)
        .map((line) => line.map(({ text }) => escapeText(text)).join(''))
        .join('<br>'),
    ),
  ]);
  return [section('access', labels.access), '', ...tableLines(head, rows), '', escapeText(accessLegend(labels))].join(
    '\n',
  );
}

export function address(target: LinkTarget, { path, policy }: Pick<MarkdownContext, 'path' | 'policy'>): string {
  return resolve(target, path, policy);
}
