import { closest } from '../diagnostics/didYouMean.ts';
import type { CardSize, PaperSize } from '../design/design.ts';
import { cardSizes, paperSizes, smallestCard } from '../design/sizes.ts';
import { mm } from '../design/units.ts';
import { type OutputName, outputNames, type Settings } from '../schema/settings.ts';
import { UsageError } from './usageError.ts';

/** What the command line says; each goes before the same key of the settings. */
export interface BuildChoices {
  readonly outputs?: readonly string[];
  readonly personas?: readonly string[];
  readonly theme?: string;
  readonly card?: string;
  readonly paper?: string;
  readonly linkBase?: string;
}

/** What this build makes, every name checked. Throws `UsageError` for a name that does not exist. */
export function chosenOutputs(choices: BuildChoices, settings: Settings): readonly OutputName[] {
  const wanted = choices.outputs ?? settings.outputs ?? outputNames;
  return outputNames.filter((name) => wanted.map((output) => known('output', output, outputNames)).includes(name));
}

export function chosenCard(choices: BuildChoices, settings: Settings): CardSize {
  const wanted = parseSize(choices.card) ?? settings.card ?? 'tarot';
  if (typeof wanted === 'string') return byName('card size', wanted, cardSizes, 'or width x height in mm: 70x120');
  const { width, height } = wanted;
  if (width < smallestCard.width || height < smallestCard.height || width > height) {
    throw new UsageError(
      `A card of ${width} x ${height} mm cannot hold a persona`,
      `cards are upright, at least ${smallestCard.width} x ${smallestCard.height} mm`,
    );
  }
  return { name: `${width}x${height}`, width: mm(width), height: mm(height) };
}

function parseSize(written: string | undefined): string | { width: number; height: number } | undefined {
  const size = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(written ?? '');
  return size === null ? written : { width: Number(size[1]), height: Number(size[2]) };
}

export function chosenPaper(choices: BuildChoices, settings: Settings): PaperSize {
  return byName('paper', choices.paper ?? settings.paper ?? 'a4', paperSizes);
}

/** The address that `out/` is published at, when one was given. */
export function chosenLinkBase(choices: BuildChoices, settings: Settings): string | undefined {
  const base = choices.linkBase ?? settings.links?.base;
  if (base === undefined) return undefined;
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) {
    throw new UsageError(`${base} is no address for links`, 'give an absolute one: https://example.org/personas/');
  }
  return new URL(base).href;
}

function byName<T extends { readonly name: string }>(what: string, name: string, all: readonly T[], more?: string): T {
  const names = all.map((one) => one.name);
  const found = all.find((one) => one.name === name.toLowerCase());
  if (found !== undefined) return found;
  throw unknown(what, name, names, more);
}

/** `name` when it is one of `names`. */
export function known(what: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  throw unknown(what, name, names);
}

function unknown(what: string, name: string, names: readonly string[], more?: string): UsageError {
  const guess = closest(name, names);
  const listed = names.length <= 12 ? `${what}s: ${names.join(', ')}` : undefined;
  const hint = [guess === undefined ? undefined : `did you mean ${guess}?`, listed, more].filter(
    (part) => part !== undefined,
  );
  return new UsageError(`There is no ${what} ${name}`, hint.join('; '));
}
