import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/runChecks.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { repository } from '../support/project.ts';

/** What is known of the example, and meant: `npx vitest run test/checks/exampleFindings.test.ts -u` writes it anew. */
describe('the example', () => {
  it('has these findings', async () => {
    const { workload } = await readWorkload({ root: repository, folder: 'personas' });
    const lines =
      workload === undefined
        ? []
        : runChecks(workload).map(
            ({ code, severity, location, message }) =>
              `${code} ${severity} ${location?.file}:${location?.range?.start.line} ${message}`,
          );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('exampleFindings.txt');
  });
});
