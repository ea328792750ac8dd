import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Measured, measureProcess } from './process.ts';

export type MarpFormat = 'pdf' | 'png';

export interface Marp {
  readonly program: string;
  /** As it says itself: `@marp-team/marp-cli v4.5.1 (w/ ...)`. */
  readonly version: string;
}

/** Marp CLI of `npm install --prefix <folder>`, or without a folder the one on PATH; undefined where it is not installed. */
export async function findMarp(folder: string | undefined): Promise<Marp | undefined> {
  const program = folder === undefined ? 'marp' : join(folder, 'node_modules/.bin/marp');
  try {
    const { stdout } = await promisify(execFile)(program, ['--version']);
    return { program, version: stdout.trim() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A slide a side of a card, of the markdown cards in `out/`: its fields, then its access table. Returns their number. */
export function writeMarpDeck(root: string): number {
  const folder = join(root, 'out/markdown');
  const slides = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .sort()
    .flatMap((name) => sidesOf(readFileSync(join(folder, name), 'utf8')));
  const head = ['---', 'marp: true', 'style: "section { font-size: 20px }"', '---', ''].join('\n');
  writeFileSync(join(root, DECK), `${head}\n${slides.join('\n\n---\n\n')}\n`);
  return slides.length;
}

const DECK = 'marp.md';

function sidesOf(card: string): string[] {
  return card
    .replace(/^---\n[^]*?\n---\n/, '')
    .trim()
    .split(/\n(?=## )/);
}

/**
 * Marp making one PDF, or a picture a slide, of the deck. It takes the browser of CHROME_PATH or one that is installed,
 * and turns its sandbox off by itself for root, in containers and with CHROME_NO_SANDBOX.
 */
export async function measureMarp(
  { program }: Marp,
  root: string,
  format: MarpFormat,
  slides: number,
  isWatched: boolean,
): Promise<Measured> {
  const folder = join(root, 'marp');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const target = join(folder, `deck.${format}`);
  const wanted = format === 'pdf' ? ['--pdf'] : ['--images', 'png'];
  // Its limit of 30 s for each step of the browser would end a large deck on a busy machine.
  const always = ['--no-config', '--no-stdin', '--browser-timeout', '0'];
  const measured = await measureProcess(program, [...always, ...wanted, '-o', target, DECK], root, isWatched);
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  if (sizes.length !== (format === 'pdf' ? 1 : slides) || sizes.includes(0))
    throw new Error(`Marp wrote ${sizes.length} files of ${slides} slides`);
  return measured;
}
