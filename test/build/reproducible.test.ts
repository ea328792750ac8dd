import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputNames } from '../../src/schema/settings.ts';
import { cli, exampleProject, repository, snapshot, temporaryFolder, writeFiles } from '../support/project.ts';

/** The example, with everything that can be built of it. */
function exampleIn(folder: string): string {
  exampleProject(folder);
  const settings = `outputs: [${outputNames.join(', ')}]\nlinks: { base: https://example.com/ }\n`;
  writeFiles(folder, { 'persona-deck.yaml': settings });
  return folder;
}

/** Builds with the program as it ships, in a process of its own: another time zone, language and year. */
function buildElsewhere(folder: string): void {
  execFileSync(process.execPath, [join(repository, 'dist/cli/main.js'), 'build', '--quiet'], {
    cwd: folder,
    env: {
      ...process.env,
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      PERSONA_DECK_TEST_DAYS: '400',
      NODE_OPTIONS: `--require ${join(repository, 'test/support/shiftedClock.cjs')}`,
    },
  });
}

it('gives the same bytes in another folder, time zone and year, bundled or not', { timeout: 120_000 }, async () => {
  const here = exampleIn(temporaryFolder());
  const elsewhere = exampleIn(join(temporaryFolder(), 'a much longer name', 'with spaces'));
  expect(await cli(here, 'build')).toMatchObject({ code: 0 });
  buildElsewhere(elsewhere);
  const [one, other] = [snapshot(join(here, 'out')), snapshot(join(elsewhere, 'out'))];
  expect(one.size).toBeGreaterThan(100);
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...one].filter(([path, bytes]) => !other.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});
