import { closest } from '../diagnostics/didYouMean.ts';
import type { CardSize, PaperSize } from '../design/design.ts';
import { cardSizes, type Orientation, oriented, orientations, paperSizes, smallestCard } from '../design/sizes.ts';
import type { Stock } from '../design/stock.ts';
import { mm } from '../design/units.ts';
import { type OutputName, outputNames, type Settings, type WikiFlavour, wikiFlavours } from '../schema/settings.ts';
import { UsageError } from './usageError.ts';

/** What the command line says; each goes before the same key of the settings. */
export interface BuildChoices {
  readonly outputs?: readonly string[];
  readonly personas?: readonly string[];
  readonly theme?: string;
  /** Path of a PowerPoint template, which may lie anywhere. */
  readonly template?: string;
  readonly card?: string;
  readonly orientation?: string;
  readonly paper?: string;
  readonly stock?: string;
  readonly proof?: boolean;
  /** Print services to make files for. */
  readonly shops?: readonly string[];
  readonly pdfx?: boolean;
  /** How large PNG cards are, as written. */
  readonly scale?: string;
  readonly linkBase?: string;
  /** Wikis to make pages for. */
  readonly wikis?: readonly string[];
  /** Path of an earlier manifest: only cards that say something else than there are printed. */
  readonly changedSince?: string;
}

/** What this build makes, every name checked. Throws `UsageError` for a name that does not exist. */
export function chosenOutputs(choices: BuildChoices, settings: Settings): readonly OutputName[] {
  const wanted = choices.outputs ?? settings.outputs ?? outputNames;
  return outputNames.filter((name) => wanted.map((output) => known('output', output, outputNames)).includes(name));
}

/** Whether any of the outputs takes pictures of cards. */
export const drawsCards = (outputs: readonly OutputName[]): boolean =>
  outputs.includes('png') || outputs.includes('wiki');

/** Whether any of the outputs shows cards, on paper, slides or pictures: then their texts have to be measured. */
export const showsCards = (outputs: readonly OutputName[]): boolean =>
  outputs.includes('print') || outputs.includes('pptx') || drawsCards(outputs);

/** Wikis that pages are made for, every name checked. Throws `UsageError` for a name that does not exist. */
export function chosenWikis(choices: BuildChoices, settings: Settings): readonly WikiFlavour[] {
  const wanted = choices.wikis ?? settings.wiki?.flavours ?? ['github'];
  const names = wanted.map((name) => known('wiki', name, wikiFlavours));
  return wikiFlavours.filter((name) => names.includes(name));
}

/** The trim that cards are cut to, its edges exchanged where `orientation` says so; that of the stock unless one was named. */
export function chosenCard(choices: BuildChoices, settings: Settings, stock?: Stock): CardSize {
  return oriented(cardSize(choices, settings, stock), chosenOrientation(choices, settings));
}

function cardSize(choices: BuildChoices, settings: Settings, stock?: Stock): CardSize {
  const wanted = parseSize(choices.card) ?? settings.card ?? (stock === undefined ? 'tarot' : stock.card);
  if (typeof wanted === 'string') return byName('card size', wanted, cardSizes, 'or give width x height in mm: 70x120');
  const { width, height } = wanted;
  const { shorter, longer } = smallestCard;
  if (Math.min(width, height) < shorter || Math.max(width, height) < longer) {
    throw new UsageError(
      `A card of ${width} x ${height} mm cannot hold a persona`,
      `cards are at least ${shorter} x ${longer} mm, upright or landscape`,
    );
  }
  return { name: `${width}x${height}`, width: mm(width), height: mm(height) };
}

function chosenOrientation(choices: BuildChoices, settings: Settings): Orientation | undefined {
  const { orientation } = choices;
  if (orientation === undefined) return settings.orientation;
  return known('orientation', orientation, orientations) as Orientation;
}

function parseSize(written: string | undefined): string | { width: number; height: number } | undefined {
  const size = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(written ?? '');
  return size === null ? written : { width: Number(size[1]), height: Number(size[2]) };
}

export function chosenPaper(choices: BuildChoices, settings: Settings, stock?: Stock): PaperSize {
  const wanted = parseSize(choices.paper) ?? settings.paper ?? stock?.paper.name ?? 'a4';
  if (typeof wanted === 'string') return byName('paper', wanted, paperSizes, 'or give width x height in mm: 320x450');
  const { width, height } = wanted;
  if (Math.min(width, height) < 10 || Math.max(width, height) > 2000) {
    throw new UsageError(`No paper is ${width} x ${height} mm`, 'give both in millimetres: 320x450');
  }
  return { name: `${width}x${height}`, width: mm(width), height: mm(height) };
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
  // A long list helps only who has nothing better to go by.
  const listed = guess === undefined || names.length <= 12 ? `${what}s: ${names.join(', ')}` : undefined;
  const rest = [listed, more].filter((part) => part !== undefined).join('; ');
  const hint = [guess === undefined ? undefined : `did you mean ${guess}?`, rest].filter(Boolean).join(' ');
  return new UsageError(`There is no ${what} ${name}`, hint);
}
