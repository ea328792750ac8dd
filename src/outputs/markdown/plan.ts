import type { LinkPolicy } from '../../deck/links.ts';
import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { cardMarkdown, type MarkdownContext } from './card.ts';
import { cardListMarkdown } from './cardList.ts';

export interface MarkdownInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  /** Whether the build has the pictures of flows and architectures. */
  readonly withDiagrams: boolean;
}

const mediaType = 'text/markdown; charset=utf-8';

/** `markdown/<stem>.md` for every persona and `markdown/index.md`. */
export function planMarkdown(input: MarkdownInput): Task[] {
  const { deck, policy, withDiagrams } = input;
  const teams = new Set(deck.cards.flatMap(({ team }) => (team === undefined ? [] : [team.id])));
  const contextOf = (path: string): MarkdownContext => ({
    deck,
    teams,
    labels: input.design.labels,
    policy,
    path,
    withDiagrams,
  });
  return [...deck.cards.map((card) => cardTask(input, card, contextOf)), listTask(input, contextOf)];
}

type ContextOf = (path: string) => MarkdownContext;

function cardTask({ sources }: MarkdownInput, card: Card, contextOf: ContextOf): Task {
  const path = `markdown/${card.stem}.md`;
  return {
    ...textTask(path, () => cardMarkdown(card, contextOf(path))),
    sources: sources.ofCard(card),
    persona: card.id,
  };
}

function listTask({ sources }: MarkdownInput, contextOf: ContextOf): Task {
  const path = 'markdown/index.md';
  return { ...textTask(path, () => cardListMarkdown(contextOf(path))), sources: sources.all };
}

/** The text is its own key: writing it takes no longer than a digest of all that goes into it. */
function textTask(path: string, text: () => string): Omit<Task, 'sources'> {
  return { path, mediaType, key: digestOf('markdown', text()), render: async () => Buffer.from(text()) };
}
