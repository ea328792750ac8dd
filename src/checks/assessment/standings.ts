import type { Counts, Standing } from './model.ts';

/** The scale, gravest first: what each standing asks for, in words that a page can print. */
export const standings: Readonly<Record<Standing, string>> = {
  'at risk': 'at least one finding of severity error counts',
  'to do': 'no errors, but at least one warning counts',
  'in order': 'neither errors nor warnings count; notes may',
  'nothing to judge': 'the workload holds nothing that the checks of the area look at, and nothing was found',
};

/** Waived findings do not count. Something found stands, however little there was to look at. */
export function standingOf({ error, warning, info }: Counts, lookedAt: number): Standing {
  if (error > 0) return 'at risk';
  if (warning > 0) return 'to do';
  return lookedAt === 0 && info === 0 ? 'nothing to judge' : 'in order';
}
