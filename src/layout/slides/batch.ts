import type { MeasureText, TextBlock, TextExtent } from '../measure.ts';

/** A computation that asks for measurements as it goes: yields blocks, gets their extents in the same order. */
export type Fitting<T> = Generator<readonly TextBlock[], T, readonly TextExtent[]>;

/** Fittings under way at once: enough for large batches, few enough that memory does not grow with the deck. */
const SIDE_BY_SIDE = 50;

/** Runs fittings side by side, up to 50 of them: what they ask for in one step is asked for at once. */
export function* together<T>(fittings: readonly Fitting<T>[]): Fitting<T[]> {
  const results: T[] = [];
  for (let from = 0; from < fittings.length; from += SIDE_BY_SIDE) {
    results.push(...(yield* sideBySide(fittings.slice(from, from + SIDE_BY_SIDE))));
  }
  return results;
}

function* sideBySide<T>(fittings: readonly Fitting<T>[]): Fitting<T[]> {
  const results: T[] = [];
  let waiting = fittings.map((fitting, index) => ({ fitting, index, step: fitting.next() }));
  while (true) {
    for (const { index, step } of waiting) if (step.done) results[index] = step.value;
    waiting = waiting.filter(({ step }) => !step.done);
    if (waiting.length === 0) return results;
    const asked = waiting.map(({ step }) => step.value as readonly TextBlock[]);
    const extents = yield asked.flat();
    let from = 0;
    for (const [index, entry] of waiting.entries()) {
      const count = asked[index]?.length ?? 0;
      entry.step = entry.fitting.next(extents.slice(from, from + count));
      from += count;
    }
  }
}

/**
 * Answers a fitting from `measure`, with one call a step and each different block measured once: role names and labels
 * repeat on every slide.
 */
export async function measured<T>(fitting: Fitting<T>, measure: MeasureText): Promise<T> {
  const known = new Map<string, TextExtent>();
  let step = fitting.next();
  while (!step.done) {
    const keys = step.value.map(keyOf);
    const missing = new Map<string, TextBlock>();
    for (const [index, block] of step.value.entries()) {
      const key = keys[index] ?? '';
      if (!known.has(key)) missing.set(key, block);
    }
    if (missing.size > 0) {
      const extents = await measure([...missing.values()]);
      for (const [index, key] of [...missing.keys()].entries())
        known.set(key, extents[index] ?? ({ width: 0, height: 0 } as TextExtent));
    }
    step = fitting.next(keys.map((key) => known.get(key) as TextExtent));
  }
  return step.value;
}

function keyOf(block: TextBlock): string {
  const { font, bold, size, lineHeight, paragraphGap, width } = block;
  return `${font}|${bold}|${size}|${lineHeight}|${paragraphGap}|${width}|${block.paragraphs.join('\n')}`;
}
