/** Whether every case runs, as `npm run test:all` asks for. */
export const isWhole = process.env.PERSONA_DECK_TESTS === 'all';

/** One in so many of cases that are alike, the first among them; all of them where every case runs. */
export const sampled = <T>(cases: readonly T[], oneIn: number): T[] =>
  isWhole ? [...cases] : cases.filter((_, index) => index % oneIn === 0);
