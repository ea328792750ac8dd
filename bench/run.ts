import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cli, measureBuild } from './build.ts';
import { type Comparison, compareMarp, lineOf, MOST_PICTURED } from './compareMarp.ts';
import { floors } from './floors.ts';
import { findMarp, type Marp, type MarpFormat } from './marp.ts';
import { measurePandoc } from './pandoc.ts';
import { measure, type Measured, measureProcess } from './process.ts';
import { manyAssignments, writeWorkload } from './workload.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '6,100,1000' },
    outputs: { type: 'string', default: 'check,markdown,pptx,pandoc,print,png,marp-pdf,marp-png,all' },
    'marp-in': { type: 'string' },
    pairs: { type: 'string', default: '3' },
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

const rows: Row[] = [];
const besideMarp: Comparison[] = [];
const say = (text: string): void => void (values.json || process.stdout.write(`${text}\n`));

say(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB`);
say('Whole processes, start to finish; memory is that of all processes together, the browser included.\n');
const pairs = Number(values.pairs);
if (!(Number.isInteger(pairs) && pairs > 0)) throw new Error(`--pairs ${values.pairs} is not a whole number above 0`);
const outputs = values.outputs.split(',');
const marp = outputs.some((output) => marpFormatOf(output)) ? await findMarp(values['marp-in']) : undefined;
if (marp !== undefined) say(`Compared with ${marp.version}, ${pairs} pairs in turns`);
say('personas  output    seconds  ms/persona  peak MB');
for (const personas of values.sizes.split(',').map(Number)) {
  const root = mkdtempSync(join(tmpdir(), 'persona-deck-bench-'));
  writeWorkload(root, personas);
  for (const output of outputs) {
    const format = marpFormatOf(output);
    const measured = format === undefined ? await measureOutput(root, output, personas) : undefined;
    if (format !== undefined && marp !== undefined) await besideMarpIn(format, marp, root, personas);
    else if (measured === undefined) say(`${String(personas).padStart(8)}  ${output} is not installed`);
    else record(personas, output, measured);
  }
  if (outputs.at(-1) === 'all') {
    const { seconds, peakBytes } = await measureProcess(process.execPath, [cli, 'build', '--quiet'], root, false);
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
    `${JSON.stringify({ node: process.version, cores: cpus().length, rows, marp: marp && { version: marp.version, pairs, comparisons: besideMarp }, floors: compared }, undefined, 2)}\n`,
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
  if (output === 'pandoc') {
    await measureBuild(root, 'markdown');
    return measurePandoc(root);
  }
  return measure((isWatched) => {
    rmSync(join(root, 'out'), { recursive: true, force: true });
    return measureBuild(root, output, isWatched);
  });
}

function marpFormatOf(output: string): MarpFormat | undefined {
  return (['pdf', 'png'] as const).find((format) => output === `marp-${format}`);
}

async function besideMarpIn(format: MarpFormat, marp: Marp, root: string, personas: number): Promise<void> {
  if (format === 'png' && personas > MOST_PICTURED) {
    say(`${String(personas).padStart(8)}  marp-png is left out above ${MOST_PICTURED} personas`);
    return;
  }
  const compared = await compareMarp(marp, root, personas, format, pairs);
  besideMarp.push(compared);
  say(lineOf(compared));
}

/** A workload of its own, with 300 components and twenty assignments a persona. That there are findings is no failure. */
async function measureCheck(personas: number): Promise<Measured> {
  const root = mkdtempSync(join(tmpdir(), 'persona-deck-bench-check-'));
  writeWorkload(root, personas, manyAssignments);
  const measured = await measure((isWatched) =>
    measureProcess(process.execPath, [cli, 'check'], root, isWatched, [0, 1]),
  );
  rmSync(root, { recursive: true, force: true });
  return measured;
}
