import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exampleProject, repository, snapshot, temporaryFolder } from '../support/project.ts';

/** Builds the example as a user would: a process of its own, in this folder, time zone and number of days from now. */
function buildAt(folder: string, timeZone: string, days: number): Map<string, Buffer> {
  mkdirSync(folder, { recursive: true });
  exampleProject(folder);
  execFileSync(process.execPath, [join(repository, 'dist/cli/main.js'), 'build', '--quiet'], {
    cwd: folder,
    env: {
      ...process.env,
      TZ: timeZone,
      LANG: days > 0 ? 'tr_TR.UTF-8' : 'C',
      PERSONA_DECK_TEST_DAYS: String(days),
      NODE_OPTIONS: `--require ${join(repository, 'test/support/shiftedClock.cjs')}`,
    },
  });
  return snapshot(join(folder, 'out'));
}

it('gives the same bytes in another folder, time zone and year', () => {
  const first = buildAt(join(temporaryFolder(), 'a'), 'Pacific/Auckland', 0);
  const second = buildAt(join(temporaryFolder(), 'a much longer name', 'with spaces'), 'America/Los_Angeles', 400);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect(first.size).toBeGreaterThan(40);
  const different = [...first].filter(([path, bytes]) => !second.get(path)?.equals(bytes)).map(([path]) => path);
  expect(different).toEqual([]);
});
