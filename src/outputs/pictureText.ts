import type { Item } from '../deck/model.ts';
import type { Labels } from '../design/design.ts';
import type { FittedCard } from '../layout/cards/model.ts';

/**
 * What a picture of a side says, in a line or two, for those who do not see it: who it is and what is listed. Everything
 * in full is on the pages that a card leads to.
 */
export function pictureText(
  { card, ...fitted }: Pick<FittedCard, 'card' | 'front' | 'back'>,
  face: 'front' | 'back',
  labels: Labels,
): string {
  const side = fitted[face];
  const identity = `${card.id} ${card.name} (${card.kind.label})`.trim();
  if (side.kind === 'plain') return `${identity}.`;
  const lists =
    side.kind === 'front'
      ? side.fields.map(({ label, items }) => listed(label, items))
      : [
          listed(
            labels.access,
            side.rows.map(({ component }) => component),
          ),
        ];
  const summary = side.kind === 'front' ? (side.summary ?? '') : '';
  return [`${identity}.`, ended(summary), ...lists].filter((text) => text !== '').join(' ');
}

function listed(label: string, items: readonly Item[]): string {
  return items.length === 0 ? '' : `${label}: ${items.map(({ text }) => text).join(', ')}.`;
}

/** With a full stop, unless it ends in a mark already. */
const ended = (text: string): string => (text === '' || /\p{P}$/u.test(text) ? text : `${text}.`);
