import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputNames } from '../../src/schema/settings.ts';
import { cli, exampleProject, repository, snapshot, temporaryFolder, writeFiles } from '../support/project.ts';

const settings = {
  'persona-deck.yaml': `outputs: [${outputNames.join(', ')}]\nlinks: { base: https://example.com/ }\n`,
};

/** Builds the example as a user would: a process of its own, in this folder, time zone and number of days from now. */
function buildAt(folder: string, timeZone: string, days: number): Map<string, Buffer> {
  writeFiles(folder, settings);
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

function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.of()));
}

it('gives the same bytes in another folder, time zone and year, and from its sources', {
  timeout: 120_000,
}, async () => {
  const first = buildAt(join(temporaryFolder(), 'a'), 'Pacific/Auckland', 0);
  expect(first.size).toBeGreaterThan(100);
  const second = buildAt(join(temporaryFolder(), 'a much longer name', 'with spaces'), 'America/Los_Angeles', 400);
  expect(differences(first, second)).toEqual([]);
  const sources = exampleProject();
  writeFiles(sources, settings);
  expect(await cli(sources, 'build')).toMatchObject({ code: 0 });
  expect(differences(first, snapshot(join(sources, 'out')))).toEqual([]);
});
