import { type LinkTarget, pathOf } from '../../deck/links.ts';
import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { digestOf } from '../digest.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import { leadPage, leadTarget } from './leadPage.ts';

export interface LeadInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly sources: Sources;
  /** Where a persona is described in this output. */
  readonly describedAt: (card: Card) => LinkTarget;
}

/** `p/<id>.html` for every persona: the pages that QR codes lead to, whatever an output calls its own ones. */
export function planLeads({ deck, design, sources, describedAt }: LeadInput): Task[] {
  const { language } = design;
  return deck.cards.map((card) => {
    const { id, name } = card;
    const target = describedAt(card);
    return {
      path: pathOf(leadTarget({ id })),
      mediaType: 'text/html; charset=utf-8',
      key: digestOf('lead page', id, name, target, language),
      sources: sources.ofCard({ id }),
      persona: id,
      render: async () => Buffer.from(leadPage({ id, name }, target, { language })),
    };
  });
}
