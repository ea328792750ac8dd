import { page, table } from './markdown.ts';
import { problemCodes } from './problemCodes.ts';

export function problemsPage(): string {
  return page(
    'Problems',
    'A problem means that the input cannot be built. All problems of all files are reported at once, each with its file and line; nothing is written, and the exit code is 1. What can be built but may not be meant is a finding of the [checks](../checks/README.md).',
    table(
      ['Code', 'What is wrong', 'What to do'],
      Object.entries(problemCodes)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, { meaning, fix }]) => [code, meaning, fix]),
    ),
  );
}
