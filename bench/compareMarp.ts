import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureBuild } from './build.ts';
import { type Marp, type MarpFormat, measureMarp, writeMarpDeck } from './marp.ts';
import type { Measured } from './process.ts';

/** Both on the same content in one run: medians of the pairs; processor time and memory of a run each besides. */
export interface Comparison {
  readonly personas: number;
  readonly format: MarpFormat;
  readonly ours: Measured;
  readonly marp: Measured;
  /** Ours by Marp's, in seconds: the median of `ratios`. */
  readonly ratio: number;
  /** Of each pair, in the order of measuring. */
  readonly ratios: readonly number[];
  /** In processor time, which other programs on the machine hardly change. */
  readonly cpuRatio: number;
  /** What `ratio` should be at most. */
  readonly target: number;
}

/** Marp's time for pictures grows faster than their number: by the growth up to 600, 2,000 would take it half an hour. */
export const MOST_PICTURED = 300;

/** Marp prints quickly once it has started, so large PDFs are where it is nearest; its pictures are slow in any number. */
function targetOf(format: MarpFormat, personas: number): number {
  if (personas <= 100) return 0.5;
  return format === 'pdf' ? 0.8 : 0.35;
}

/**
 * Our PDFs (`cards.pdf` and `sheets.pdf`, each of the two holding every side) against Marp's one, our PNG cards against
 * its pictures. They take turns, and every other pair begins with Marp, so that what else the machine does falls on both.
 */
export async function compareMarp(
  marp: Marp,
  root: string,
  personas: number,
  format: MarpFormat,
  pairs: number,
): Promise<Comparison> {
  await measureBuild(root, 'markdown');
  const slides = writeMarpDeck(root);
  const turns = await takeTurns(marp, root, format, slides, pairs);
  return { personas, format, ...turns, target: targetOf(format, personas) };
}

async function takeTurns(
  marp: Marp,
  root: string,
  format: MarpFormat,
  slides: number,
  pairs: number,
): Promise<Omit<Comparison, 'personas' | 'format' | 'target'>> {
  const seconds = { ours: [] as number[], marp: [] as number[] };
  const run = {
    ours: (isWatched: boolean) => measureOurs(root, format, slides, isWatched),
    marp: (isWatched: boolean) => measureMarp(marp, root, format, slides, isWatched),
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const side of pair % 2 === 0 ? (['ours', 'marp'] as const) : (['marp', 'ours'] as const))
      seconds[side].push((await run[side](false)).seconds);
  }
  const ours = { ...(await run.ours(true)), seconds: median(seconds.ours) };
  const other = { ...(await run.marp(true)), seconds: median(seconds.marp) };
  const ratios = seconds.ours.map((own, pair) => own / (seconds.marp[pair] ?? Number.NaN));
  return { ours, marp: other, ratio: median(ratios), ratios, cpuRatio: ours.cpuSeconds / other.cpuSeconds };
}

/** Everything from YAML on, nothing remembered. */
async function measureOurs(root: string, format: MarpFormat, slides: number, isWatched: boolean): Promise<Measured> {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const measured = await measureBuild(root, format === 'pdf' ? 'print' : 'png', isWatched);
  const pictures = join(root, 'out/png');
  const sides = existsSync(pictures) ? readdirSync(pictures).filter((name) => name.endsWith('.png')).length : 0;
  if (format === 'png' && sides !== slides)
    throw new Error(`${sides} pictures are compared with ${slides} slides of Marp`);
  return measured;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

export function lineOf({ personas, format, ours, marp, ratio, ratios, cpuRatio, target }: Comparison): string {
  const side = (name: string, { seconds, cpuSeconds, peakBytes }: Measured) =>
    `${name} ${seconds.toFixed(2)} s (processor ${cpuSeconds.toFixed(2)} s), ${(peakBytes / 1e6).toFixed(0)} MB`;
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return [
    String(personas).padStart(8),
    `marp-${format}`,
    side('ours', ours),
    side('Marp', marp),
    `ratio ${ratio.toFixed(2)} (${spread}; ${ratio <= target ? 'within' : 'above'} ${target}), processor ${cpuRatio.toFixed(2)}`,
  ].join('  ');
}
