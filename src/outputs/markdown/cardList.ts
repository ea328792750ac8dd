import { graphName } from '../../deck/graphs/graphParts.ts';
import { graphsByLabel } from '../../deck/pages/graphBlocks.ts';
import { itemsOf } from '../../deck/items.ts';
import type { Card } from '../../deck/model.ts';
import { cardsByTeam } from '../../deck/cardsByTeam.ts';
import { itemMarkdown, tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import { address, type MarkdownContext } from './card.ts';
import { teamAnchor } from './teamAnchor.ts';

/** The list of all cards, a section a team; then the pictures of the work. */
export function cardListMarkdown(context: MarkdownContext): string {
  const { deck } = context;
  const summary = deck.summary === undefined ? [] : [escapeText(deck.summary)];
  const sections = [...cardsByTeam(deck.cards).values()].map((cards) => teamSection(cards, context));
  return `${[`# ${escapeText(deck.title)}`, ...summary, ...sections, ...diagramSections(context)].join('\n\n')}\n`;
}

/** Pictures of the work, each a link. */
function diagramSections(context: MarkdownContext): string[] {
  const { deck, labels, withDiagrams } = context;
  if (!withDiagrams) return [];
  return graphsByLabel(deck.graphs, labels).map(([label, graphs]) => {
    const links = graphs.map((graph) => {
      const target = { kind: 'diagrams', id: `${graphName(graph)}.svg` } as const;
      const said = graph.summary === undefined ? '' : `: ${escapeText(graph.summary)}`;
      return `- ${linkTo(graph.title, address(target, context))}${said}`;
    });
    return [`## ${escapeText(label)}`, '', ...links].join('\n');
  });
}

function teamSection(cards: readonly Card[], context: MarkdownContext): string {
  const { labels } = context;
  const team = cards[0]?.team;
  const heading =
    team === undefined ? escapeText(labels.noTeam) : `<a id="${teamAnchor(team.id)}"></a>${escapeText(team.name)}`;
  const rows = cards.map((card) => [
    escapeText(card.id),
    linkTo(card.name, address({ kind: 'card', id: card.stem }, context)),
    itemsOf(card, 'components')
      .map((item) => itemMarkdown(item, (target) => address(target, context)))
      .join('<br>'),
  ]);
  return [`## ${heading}`, '', ...tableLines([labels.id, labels.persona, labels.components], rows)].join('\n');
}
