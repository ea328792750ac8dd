import { itemsOf } from '../../deck/items.ts';
import { resolve } from '../../deck/links.ts';
import type { Card, FieldKey, Item } from '../../deck/model.ts';
import { iconNameFor, type IconName } from '../../design/icons.ts';
import { ownMarkup } from '../../html/templates.ts';
import { iconSymbol } from '../../html/icons.ts';
import { signSymbol } from '../../html/matrices/signSymbols.ts';
import type { DrawnSign } from '../../layout/matrices/signs.ts';
import type { SiteContext } from './siteContext.ts';
import { places } from './places.ts';

/** Anchor of a team in the list of personas. */
export const teamAnchor = (id: string): string => `team-${id}`;

/** An item of a card with where it leads within the site: components to their pages, partners to theirs. */
export function itemView(context: SiteContext, path: string, item: Item, key: FieldKey) {
  const icon: IconName | '' = item.icon === undefined ? '' : iconNameFor(item.icon);
  return {
    icon,
    text: item.text,
    note: item.note ?? '',
    attention: key === 'components' && item.note !== undefined,
    href: hrefOf(context, path, item, key),
  };
}

export function fieldViews(context: SiteContext, path: string, card: Card, keys: readonly FieldKey[]) {
  return keys.map((key) => {
    const items = itemsOf(card, key).map((item) => itemView(context, path, item, key));
    const { labels } = context.input.design;
    return { key, label: key === 'components' ? labels.componentList : labels[key], items, empty: items.length === 0 };
  });
}

function hrefOf(context: SiteContext, path: string, item: Item, key: FieldKey): string {
  const { policy } = context.input;
  if (key === 'components') {
    const component = context.componentNamed(item.text);
    return component === undefined ? '' : context.link(path, context.componentPlace(component.id));
  }
  if (item.link?.kind === 'card') {
    const card = context.cardWithStem(item.link.id);
    return card === undefined ? '' : context.link(path, places.persona(card));
  }
  if (item.team !== undefined && context.hasCards(item.team)) {
    return context.link(path, places.index, teamAnchor(item.team.id));
  }
  return item.link === undefined ? '' : resolve(item.link, path, policy);
}

/** The drawings that a page refers to by name. */
export function sprite(names: Iterable<IconName | ''>, signs: Iterable<DrawnSign> = []): object {
  const distinct = [...new Set(names)].filter((name) => name !== '').sort();
  return ownMarkup([...distinct.map((name) => iconSymbol(name)), ...[...new Set(signs)].map(signSymbol)].join(''));
}
