import type { LinkPolicy } from '../../deck/links.ts';
import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { cardMarkdown, indexMarkdown, type MarkdownContext } from './card.ts';

export interface MarkdownInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
}

const mediaType = 'text/markdown; charset=utf-8';

/** `markdown/<stem>.md` for every persona and `markdown/index.md`. */
export function planMarkdown(input: MarkdownInput): Task[] {
  return [...input.deck.cards.map((card) => cardTask(input, card)), indexTask(input)];
}

function cardTask(input: MarkdownInput, card: Card): Task {
  const path = `markdown/${card.stem}.md`;
  const { deck, design, policy } = input;
  return {
    path,
    mediaType,
    key: digestOf('markdown card', card, deck.environments, design.labels, policy),
    sources: input.sources.ofCard(card),
    persona: card.id,
    render: async () => Buffer.from(cardMarkdown(card, context(input, path))),
  };
}

function indexTask(input: MarkdownInput): Task {
  const path = 'markdown/index.md';
  const { deck, design, policy } = input;
  const cards = deck.cards.map(({ id, name, stem, team, fields }) => [
    [id, name, stem, team],
    fields.find(({ key }) => key === 'components'),
  ]);
  return {
    path,
    mediaType,
    key: digestOf('markdown index', deck.title, deck.summary, cards, design.labels, policy),
    sources: input.sources.all,
    render: async () => Buffer.from(indexMarkdown(context(input, path))),
  };
}

const context = ({ deck, design, policy }: MarkdownInput, path: string): MarkdownContext => ({
  deck,
  labels: design.labels,
  policy,
  path,
});
