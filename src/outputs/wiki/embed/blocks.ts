import { itemsOf } from '../../../deck/items.ts';
import type { AccessTable, AccessTableRow, Card, Deck, Item } from '../../../deck/model.ts';
import { accessCell, accessLegend } from '../../../deck/pages/accessCell.ts';
import { type Block, type CardPicture, type Cell, type Content, plain } from '../../../deck/pages/model.ts';
import type { Labels } from '../../../design/design.ts';
import type { Request } from './request.ts';

/** What a request is answered with. Links lead to what stands outside the page: files and addresses. */
export function requestBlocks(
  request: Request,
  { deck, labels, picture }: { deck: Deck; labels: Labels; picture: (card: Card) => CardPicture },
): Block[] {
  switch (request.show) {
    case 'cards':
      return [{ kind: 'pictures', pictures: request.cards.map(picture) }];
    case 'table':
      return [personaTable(request.cards, labels)];
    case 'card':
      return [fieldsTable(request.card, labels)];
    case 'access':
      return [environmentTable(request.environment.id, deck, labels), legend(labels)];
    case 'component':
      return [componentTable(request.table, deck, labels), legend(labels)];
  }
}

const legend = (labels: Labels): Block => ({ kind: 'paragraph', content: plain(accessLegend(labels)) });

function personaTable(cards: readonly Card[], labels: Labels): Block {
  return {
    kind: 'table',
    head: [labels.id, labels.persona, labels.team, labels.components, labels.processes],
    rows: cards.map((card) => [
      [plain(card.id)],
      [nameLink(card)],
      [plain(card.team?.name ?? labels.none)],
      itemsOf(card, 'components').map(itemContent),
      [
        plain(
          itemsOf(card, 'processes')
            .map(({ text }) => text)
            .join(', '),
        ),
      ],
    ]),
  };
}

function fieldsTable(card: Card, labels: Labels): Block {
  return {
    kind: 'table',
    head: [card.id, card.name],
    rows: [
      [[plain(labels.kind)], [plain(card.kind.label)]],
      ...card.fields.map(({ key, label, items }): Cell[] => [
        [plain(label)],
        items.length === 0
          ? [plain(labels.none)]
          : key === 'components'
            ? items.map(itemContent)
            : [items.flatMap((item, at) => [...plain(at === 0 ? '' : ', '), ...itemContent(item)])],
      ]),
    ],
  };
}

/** A row a component and persona that has a role there. */
function environmentTable(environmentId: string, deck: Deck, labels: Labels): Block {
  const at = deck.environments.findIndex(({ id }) => id === environmentId);
  const granted = ({ cells }: AccessTableRow): boolean => cells[at]?.status === 'granted';
  return {
    kind: 'table',
    head: [labels.component, labels.persona, labels.role],
    rows: deck.access.flatMap(({ component, rows }) =>
      rows
        .filter(granted)
        .map((row): Cell[] => [
          [itemContent(component)],
          [rowName(row)],
          row.cells.slice(at, at + 1).flatMap((cell) => accessCell(cell, labels)),
        ]),
    ),
  };
}

function componentTable({ rows }: AccessTable, deck: Deck, labels: Labels): Block {
  return {
    kind: 'table',
    head: [labels.persona, ...deck.environments.map(({ name }) => name)],
    rows: rows.map((row) => [[rowName(row)], ...row.cells.map((cell) => accessCell(cell, labels))]),
  };
}

function nameLink({ name, stem }: Card): Content {
  return [{ kind: 'link', text: name, target: { kind: 'card', id: stem } }];
}

function rowName({ id, name, link }: AccessTableRow): Content {
  const text = id === undefined ? name : `${id} ${name}`;
  return link === undefined ? plain(text) : [{ kind: 'link', text, target: link }];
}

function itemContent({ text, link, note }: Item): Content {
  return [
    ...(link === undefined ? plain(text) : ([{ kind: 'link', text, target: link }] satisfies Content)),
    ...(note === undefined ? [] : plain(` (${note})`)),
  ];
}
