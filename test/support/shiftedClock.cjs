// Preloaded into a child process: the clock runs PERSONA_DECK_TEST_DAYS days ahead.
const shift = Number(process.env.PERSONA_DECK_TEST_DAYS) * 24 * 60 * 60 * 1000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
