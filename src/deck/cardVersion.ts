import { createHash } from 'node:crypto';
import type { LinkTarget } from './links.ts';
import type { AccessCell, Card, Deck, Item } from './model.ts';

/** What stands on every card of a deck besides its own content. */
export type SharedByCards = Pick<Deck, 'title' | 'language' | 'environments'>;

/** Digits and letters that are not taken for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 2^30 marks: two versions of one card share theirs once in a billion times. */
const LENGTH = 6;

/**
 * The mark of what a printed card says: its texts, roles and links, and whose they are. The same content gives the same
 * mark on every machine, whatever it looks like, whatever other cards say and wherever links are published. Goal, notes,
 * and scope and reason of a role do not count: they are on slides and pages, not on cards.
 */
export function cardVersion(card: Card, shared: SharedByCards): string {
  const said = [
    // Says which words of ours are on the card: labels of fields, standing and eligible.
    shared.language,
    shared.title,
    [card.id, card.name, card.kind.id, card.summary ?? '', card.image?.sha256 ?? ''],
    card.fields.map(({ key, items }) => [key, items.map(itemSaid)]),
    card.access.map(({ component, cells }) => [
      itemSaid(component),
      cells.map((cell, at) => cellSaid(cell, at, shared)),
    ]),
  ];
  return markOf(createHash('sha256').update(JSON.stringify(said)).digest());
}

/** Icons and colours are looks. */
function itemSaid({ text, note, link }: Item): unknown {
  return [text, note ?? '', link === undefined ? '' : linkSaid(link)];
}

const linkSaid = ({ kind, id, anchor }: LinkTarget): unknown => [kind, id, anchor ?? ''];

function cellSaid({ status, grants }: AccessCell, at: number, { environments }: SharedByCards): unknown {
  const environment = environments[at];
  const roles = grants.map(({ role, assignment, limit }) => [role, assignment, limit ?? '']);
  return [environment?.name ?? '', environment?.production ?? false, status, roles];
}

function markOf(digest: Uint8Array): string {
  const bits = digest.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  return Array.from({ length: LENGTH }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)]).join('');
}
