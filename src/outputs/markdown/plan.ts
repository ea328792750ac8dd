import { type LinkPolicy, pathOf } from '../../deck/links.ts';
import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { leadPage, leadTarget } from './leadPage.ts';
import { cardMarkdown, indexMarkdown, type MarkdownContext } from './card.ts';

export interface MarkdownInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
}

const mediaType = 'text/markdown; charset=utf-8';

/**
 * `markdown/<stem>.md` for every persona and `markdown/index.md`. Where it is known at what address they are published,
 * also the pages that QR codes lead to: whether this build draws codes or not, since cards printed earlier may have some.
 */
export function planMarkdown(input: MarkdownInput): Task[] {
  const { deck, policy } = input;
  return [
    ...deck.cards.map((card) => cardTask(input, card)),
    indexTask(input),
    ...(policy.base === undefined ? [] : deck.cards.map((card) => leadTask(input, card))),
  ];
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

function leadTask({ design, sources }: MarkdownInput, { id, name, stem }: Card): Task {
  const { language } = design;
  return {
    path: pathOf(leadTarget({ id })),
    mediaType: 'text/html; charset=utf-8',
    key: digestOf('lead page', id, name, stem, language),
    sources: sources.ofCard({ id }),
    persona: id,
    render: async () => Buffer.from(leadPage({ id, name, stem }, { language })),
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
