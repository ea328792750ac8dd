import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest } from '../../src/diagnostics/didYouMean.ts';

describe('closest', () => {
  it.each([
    ['compnents', ['id', 'components', 'processes'], 'components'],
    ['Primary Interaction', ['primaryInteraction'], 'primaryInteraction'],
    ['nam', ['name', 'team'], 'name'],
    ['nmae', ['kind', 'name'], 'name'],
    ['P01', ['P001', 'P100'], 'P001'],
    ['xyz', ['name', 'team'], undefined],
    ['', ['name'], undefined],
    ['—', ['name'], undefined],
  ])('%s of %j is %s', (written, candidates, expected) => {
    expect(closest(written, candidates)).toBe(expected);
  });

  it('gives a candidate or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (written, candidates) => {
        const found = closest(written, candidates);
        expect(found === undefined || candidates.includes(found)).toBe(true);
      }),
    );
  });
});
