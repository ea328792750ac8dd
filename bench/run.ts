import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { floors } from './floors.ts';
import { measurePandoc } from './pandoc.ts';
import { measureProcess } from './process.ts';
import { manyAssignments, writeWorkload } from './workload.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '6,100,1000' },
    outputs: { type: 'string', default: 'check,markdown,pptx,pandoc,print,png,all' },
    floors: { type: 'boolean', default: false },
  },
});

interface Row {
  readonly personas: number;
  readonly output: string;
  readonly seconds: number;
  readonly msPerPersona: number;
  readonly peakMegabytes: number;
}

type Measured = Awaited<ReturnType<typeof measureProcess>>;

const cli = join(import.meta.dirname, '../../../dist/cli/main.js');
const rows: Row[] = [];
const say = (text: string): void => void (values.json || process.stdout.write(`${text}\n`));

say(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB`);
say('Whole processes, start to finish; memory is that of all processes together, the browser included.\n');
say('personas  output    seconds  ms/persona  peak MB');
for (const personas of values.sizes.split(',').map(Number)) {
  const root = mkdtempSync(join(tmpdir(), 'persona-deck-bench-'));
  writeWorkload(root, personas);
  for (const output of values.outputs.split(',')) {
    const measured = await measureOutput(root, output, personas);
    if (measured === undefined) say(`${String(personas).padStart(8)}  ${output} is not installed`);
    else record(personas, output, measured);
  }
  if (values.outputs.endsWith('all')) {
    const { seconds, peakBytes } = await measureProcess(process.execPath, [cli, 'build', '--quiet'], root);
    rows.push({
      personas,
      output: 'fresh',
      seconds,
      msPerPersona: (seconds * 1000) / personas,
      peakMegabytes: peakBytes / 1e6,
    });
    say(
      `${String(personas).padStart(8)}  fresh     ${seconds.toFixed(2).padStart(7)}  (a second build with no change)`,
    );
  }
  rmSync(root, { recursive: true, force: true });
}
const compared = values.floors ? await floors(say) : [];
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ node: process.version, cores: cpus().length, rows, floors: compared }, undefined, 2)}\n`,
  );

function record(personas: number, output: string, { seconds, peakBytes }: Measured): void {
  const row = {
    personas,
    output,
    seconds,
    msPerPersona: (seconds * 1000) / personas,
    peakMegabytes: peakBytes / 1e6,
  };
  rows.push(row);
  say(
    [
      String(personas).padStart(8),
      output.padEnd(8),
      row.seconds.toFixed(2).padStart(8),
      row.msPerPersona.toFixed(1).padStart(11),
      row.peakMegabytes.toFixed(0).padStart(8),
    ].join('  '),
  );
}

/** Builds into an empty folder; pandoc reads the markdown that was built before it. Undefined where pandoc is not installed. */
async function measureOutput(root: string, output: string, personas: number): Promise<Measured | undefined> {
  if (output === 'check') return measureCheck(personas);
  rmSync(join(root, 'out'), { recursive: true, force: true });
  if (output !== 'pandoc') return measureBuild(root, output);
  await measureBuild(root, 'markdown');
  return measurePandoc(root);
}

function measureBuild(root: string, output: string): ReturnType<typeof measureProcess> {
  const only = output === 'all' ? [] : ['--only', output];
  return measureProcess(process.execPath, [cli, 'build', '--quiet', ...only], root);
}

/** A workload of its own, with 300 components and twenty assignments a persona. That there are findings is no failure. */
async function measureCheck(personas: number): ReturnType<typeof measureProcess> {
  const root = mkdtempSync(join(tmpdir(), 'persona-deck-bench-check-'));
  writeWorkload(root, personas, manyAssignments);
  const measured = await measureProcess(process.execPath, [cli, 'check'], root, [0, 1]);
  rmSync(root, { recursive: true, force: true });
  return measured;
}
