import * as z from 'zod';

/** A locale file: every text that the tool itself puts on a card, by label key. Which keys there are is for `design` to say. */
export const localeSchema = z.record(z.string(), z.string().min(1).max(500)).meta({
  id: 'locale',
  title: 'Locale',
  description: 'Labels in one language, by key.',
  examples: [{ team: 'Tiimi', skills: 'Taidot' }],
});
