import { resolve } from 'node:path';
import type { Deck } from '../deck/model.ts';
import { cardVersion } from '../deck/cardVersion.ts';
import type { OutputName } from '../schema/settings.ts';
import type { BuildChoices } from './choices.ts';
import { type CardVersion, type Manifest, readEarlierManifest } from './manifest.ts';
import { UsageError } from './usageError.ts';

/** Which cards have to be printed again since an earlier manifest, by persona id in the order of the deck. */
export interface Reprint {
  /** Cards that say something else now. */
  readonly changed: readonly string[];
  /** Personas that the earlier manifest does not know. */
  readonly added: readonly string[];
  /** Personas that it knows, and the deck does not: their cards can be thrown away. */
  readonly gone: readonly string[];
}

/** The marks of all cards, in the order of the deck. */
export function versionsOf(deck: Deck): CardVersion[] {
  return deck.cards.map((card) => ({ persona: card.id, version: cardVersion(card, deck) }));
}

/** Compares a deck with what was printed before. */
export function compareVersions(earlier: readonly CardVersion[], now: readonly CardVersion[]): Reprint {
  const before = new Map(earlier.map(({ persona, version }) => [persona, version]));
  const ids = new Set(now.map(({ persona }) => persona));
  const known = now.filter(({ persona }) => before.has(persona));
  return {
    changed: known.filter(({ persona, version }) => before.get(persona) !== version).map(({ persona }) => persona),
    added: now.filter(({ persona }) => !before.has(persona)).map(({ persona }) => persona),
    gone: earlier.map(({ persona }) => persona).filter((persona) => !ids.has(persona)),
  };
}

/**
 * The manifest that `--changed-since` names, when there is one. Throws `UsageError` when it is none, and when nothing is
 * printed of which it could choose.
 */
export async function earlierVersions(
  cwd: string,
  choices: Pick<BuildChoices, 'changedSince' | 'personas'>,
  outputs: readonly OutputName[],
): Promise<Manifest['cards'] | undefined> {
  const { changedSince, personas } = choices;
  if (changedSince === undefined) return undefined;
  if (!outputs.includes('print')) {
    throw new UsageError(
      '--changed-since chooses the cards of cards.pdf and sheets.pdf, which are not built',
      'build print too, or leave it out',
    );
  }
  if (personas !== undefined) {
    throw new UsageError(
      '--changed-since and --persona exclude one another',
      "--persona builds personas' own files, and no PDF",
    );
  }
  return (await readEarlierManifest(resolve(cwd, changedSince), changedSince)).cards;
}
