import type { AccessTable, Card, Deck, EnvironmentHeading } from '../../../deck/model.ts';
import { closest } from '../../../diagnostics/didYouMean.ts';
import { nameKey } from '../../../workload/slug.ts';

/** What a part of a page shows. */
export type Request =
  /** Pictures of cards, each leading to its markdown card. */
  | { readonly show: 'cards'; readonly cards: readonly Card[] }
  /** Personas with team, components and processes. */
  | { readonly show: 'table'; readonly cards: readonly Card[] }
  /** The fields of one card. */
  | { readonly show: 'card'; readonly card: Card }
  /** Who has which role on which component in an environment. */
  | { readonly show: 'access'; readonly environment: EnvironmentHeading }
  /** Who may do what on a component. */
  | { readonly show: 'component'; readonly table: AccessTable };

/** What can be asked for, with what follows it; `[...]` may be left out. */
export const requests: Readonly<Record<Request['show'], string>> = {
  cards: '[persona, ...]',
  table: '[persona, ...]',
  card: 'persona',
  access: 'environment',
  component: 'component',
};

/** Why a request cannot be met, and what to write instead. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** Reads what stands behind `persona-deck:`. Names are separated by commas; personas by id or name. */
export function readRequest(asked: string, deck: Deck): Request | Refusal {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(asked) ?? [];
  const names = rest
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const show = word.toLowerCase();
  if (!isRequest(show)) {
    const meant = closest(show, Object.keys(requests));
    return {
      message: word === '' ? 'the mark does not say what to show' : `${word} is nothing that can be shown`,
      hint: `${meant === undefined ? '' : `did you mean ${meant}? `}write one of: ${Object.entries(requests)
        .map(([name, more]) => `${name} ${more}`)
        .join('; ')}`,
    };
  }
  if (show === 'cards' || show === 'table') return ofPersonas(show, names, deck);
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) {
    return { message: `${show} takes one name, not ${names.length}`, hint: `write: ${show} ${requests[show]}` };
  }
  return ofOne(show, name, deck);
}

const isRequest = (word: string): word is Request['show'] => Object.hasOwn(requests, word);

function ofPersonas(show: 'cards' | 'table', names: readonly string[], deck: Deck): Request | Refusal {
  if (names.length === 0) return { show, cards: deck.cards };
  const cards: Card[] = [];
  for (const name of names) {
    const card = found(name, deck.cards, idAndName);
    if (card === undefined) return unknown('persona', name, deck.cards.flatMap(idAndName));
    cards.push(card);
  }
  return { show, cards };
}

function ofOne(show: 'card' | 'access' | 'component', name: string, deck: Deck): Request | Refusal {
  switch (show) {
    case 'card': {
      const card = found(name, deck.cards, idAndName);
      return card === undefined ? unknown('persona', name, deck.cards.flatMap(idAndName)) : { show, card };
    }
    case 'access': {
      const environment = found(name, deck.environments, idAndName);
      return environment === undefined
        ? unknown(
            'environment',
            name,
            deck.environments.map((one) => one.name),
          )
        : { show, environment };
    }
    case 'component': {
      const table = found(name, deck.access, ({ componentId, component }) => [componentId, component.text]);
      return table === undefined
        ? unknown(
            'component',
            name,
            deck.access.map(({ component }) => component.text),
          )
        : { show, table };
    }
  }
}

const idAndName = ({ id, name }: { readonly id: string; readonly name: string }): string[] => [id, name];

function found<T>(name: string, things: readonly T[], namesOf: (thing: T) => readonly string[]): T | undefined {
  const wanted = nameKey(name);
  return things.find((thing) => namesOf(thing).some((one) => nameKey(one) === wanted));
}

function unknown(what: string, name: string, known: readonly string[]): Refusal {
  const meant = closest(name, known);
  return {
    message: `there is no ${what} ${name}`,
    hint: meant === undefined ? `known: ${known.slice(0, 12).join(', ')}` : `did you mean ${meant}?`,
  };
}
