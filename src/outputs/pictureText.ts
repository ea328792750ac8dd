import type { Card, Item } from '../deck/model.ts';
import type { Labels } from '../design/design.ts';
import type { PlacesRequest } from '../layout/cards/places.ts';

/**
 * What a picture of a side says, in a line or two, for those who do not see it: who it is and what is listed. Everything
 * in full is on the pages that a card leads to.
 */
export function pictureText({ id, name, kind }: Card, side: PlacesRequest['side'], labels: Labels): string {
  const summary = 'summary' in side ? (side.summary ?? '') : '';
  const fields = 'fields' in side ? side.fields.map(({ label, items }) => listed(label, items)) : [];
  const components = 'rows' in side ? side.rows.map(({ component }) => component) : [];
  const lists = [...fields, listed(side.kind === 'back' ? labels.access : labels.components, components)];
  return [`${`${id} ${name}`.trim()} (${kind.label}).`, ended(summary), ...lists]
    .filter((text) => text !== '')
    .join(' ');
}

function listed(label: string, items: readonly Item[]): string {
  return items.length === 0 ? '' : `${label}: ${items.map(({ text }) => text).join(', ')}.`;
}

/** With a full stop, unless it ends in a mark already. */
const ended = (text: string): string => (text === '' || /\p{P}$/u.test(text) ? text : `${text}.`);
