import type { Power } from './model.ts';

/** From the least to the most. */
export const powers = ['read', 'use', 'write', 'grant'] as const satisfies readonly Power[];

/** Whether `power` is `least` or more. */
export function isAtLeast(power: Power, least: Power): boolean {
  return powers.indexOf(power) >= powers.indexOf(least);
}

/** The most of several; undefined of none. */
export function highestPower(several: readonly Power[]): Power | undefined {
  return powers.findLast((power) => several.includes(power));
}
