import { hash } from 'node:crypto';
import type { Matrix } from '../deck/matrices/model.ts';
import type { Deck } from '../deck/model.ts';

/**
 * Digest of values that JSON can write: the key of a task. Equal values give equal digests on every machine. In one
 * step, since hash objects by the ten thousand would hold memory until they are collected.
 */
export function digestOf(...values: readonly unknown[]): string {
  return hash('sha256', values.map((value) => JSON.stringify(value) ?? 'undefined').join('\0'));
}

/** Digest of many values, one after the other: the JSON of a large deck, written at once, would be the largest thing in memory. */
export function digestOfEach(values: readonly unknown[]): string {
  return digestOf(values.map((value) => digestOf(value)));
}

/** Digest of a whole deck, made card by card, table by table and row by row of matrices. */
export function digestOfDeck({ cards, access, matrices, ...rest }: Deck): string {
  return digestOf(rest, digestOfEach(cards), digestOfEach(access), digestOfEach(matrices.map(digestOfMatrix)));
}

/** Digest of a matrix, made row by row. */
export function digestOfMatrix({ rows, ...rest }: Matrix): string {
  return digestOf(rest, digestOfEach(rows));
}
