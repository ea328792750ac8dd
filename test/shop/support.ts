import { join } from 'node:path';
import { findGhostscript } from '../../src/ghostscript/find.ts';
import { type Answer, cli, persona, temporaryFolder, writeFiles } from '../support/project.ts';

/** Why tests that need Ghostscript are skipped; undefined where it is installed. */
export function withoutGhostscript(): string | undefined {
  return findGhostscript() === undefined ? 'gs is not installed; Debian has it in ghostscript' : undefined;
}

const team =
  'team: Data Team\nsummary: Brings data in.\nskills: [SQL, Python]\ncomponents: [Azure Storage, Azure SQL]\n';

/** A project of two personas. */
export function smallProject(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder(true);
  writeFiles(root, {
    'personas/P001-data-engineer.yaml': persona('P001', 'Data Engineer', team),
    'personas/P002-analyst.yaml': persona('P002', 'Analyst', team),
    ...files,
  });
  return root;
}

/** Builds files for a service, and gives the folder that they are in. */
export async function buildFor(root: string, shop: string, ...args: string[]): Promise<string> {
  const answer = await cli(root, 'build', '--only', 'print', '--shop', shop, ...args);
  if (answer.code !== 0) throw new Error(answer.err);
  return join(root, 'out/print', shop.split(',')[0] ?? '');
}

/** What `preflight` says of each requirement: met or not, and what was measured. */
export async function measured(
  root: string,
  shop: string,
  ...args: string[]
): Promise<{ code: number; said: Record<string, { met: string; measured: string; where?: string }> }> {
  const answer: Answer = await cli(root, 'preflight', '--shop', shop, '--json', ...args);
  const { reports } = JSON.parse(answer.out) as {
    reports: { requirements: { name: string; met: string; measured: string; where?: string }[] }[];
  };
  return {
    code: answer.code,
    said: Object.fromEntries(
      reports.flatMap(({ requirements }) => requirements.map(({ name, ...rest }) => [name, rest])),
    ),
  };
}
