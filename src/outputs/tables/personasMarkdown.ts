import { resolve } from '../../deck/links.ts';
import { itemsOf } from '../../deck/items.ts';
import type { Card, FieldKey } from '../../deck/model.ts';
import { itemMarkdown, tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import type { TablesInput } from './input.ts';

export const INDEX_PATH = 'tables/personas.md';

/** The personas as one markdown table: each leads to its card, each component to its RBAC markdown. */
export function personasMarkdown(input: TablesInput): string {
  const { deck, design } = input;
  const { labels } = design;
  const head = [labels.id, labels.persona, labels.team, labels.components, labels.processes, labels.skills];
  const rows = deck.cards.map((card) => [
    escapeText(card.id),
    nameOf(card, input),
    ...(['team', 'components', 'processes', 'skills'] as const).map((key) => fieldOf(card, key, input)),
  ]);
  return `${[`# ${escapeText(deck.title)}`, '', ...tableLines(head, rows)].join('\n')}\n`;
}

function nameOf({ name, stem }: Card, { policy, withCards }: TablesInput): string {
  return withCards ? linkTo(name, resolve({ kind: 'card', id: stem }, INDEX_PATH, policy)) : escapeText(name);
}

function fieldOf(card: Card, key: FieldKey, { policy, design }: TablesInput): string {
  const items = itemsOf(card, key);
  if (items.length === 0) return escapeText(design.labels.none);
  return items.map((item) => itemMarkdown(item, (target) => resolve(target, INDEX_PATH, policy))).join('<br>');
}
