import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  /** From its start to its end. */
  readonly seconds: number;
  /** Processor time of it and all its descendants: that of each when it was last looked at, every 50 ms (Linux; 0 elsewhere). */
  readonly cpuSeconds: number;
  /** The largest sum of resident memory of it and all its descendants, less what they share, seen at the same times. */
  readonly peakBytes: number;
}

/** A run of a program: watched for processor time and memory, which are else 0, or left alone. */
export type Run = (isWatched: boolean) => Promise<Measured>;

/** Two runs, since watching the processes of a browser takes a third of a core: one alone for the time, one watched. */
export async function measure(run: Run): Promise<Measured> {
  const { seconds } = await run(false);
  return { ...(await run(true)), seconds };
}

/** Runs a program to its end. Throws when it ends with an exit code that is not expected. */
export async function measureProcess(
  program: string,
  args: readonly string[],
  cwd: string,
  isWatched: boolean,
  expected: readonly number[] = [0],
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  let peakBytes = 0;
  const ticks = new Map<number, number>();
  const look = (): void => {
    const family = familyOf(child.pid ?? 0);
    for (const [pid, used] of family) ticks.set(pid, used);
    peakBytes = Math.max(peakBytes, memoryOf(family.keys()));
  };
  const timer = isWatched ? setInterval(look, 50) : undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const seconds = (performance.now() - start) / 1000;
  if (code === null || !expected.includes(code))
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${errors.slice(-2000)}`);
  return { seconds, cpuSeconds: [...ticks.values()].reduce((sum, used) => sum + used, 0) / TICKS_A_SECOND, peakBytes };
}

/** USER_HZ, in which Linux tells processor time to programs on every architecture that Node runs on. */
const TICKS_A_SECOND = 100;

/** A process and its descendants, with the ticks of processor time that each has used. */
function familyOf(root: number): Map<number, number> {
  const children = new Map<number, { pid: number; ticks: number }[]>();
  const family = new Map<number, number>();
  for (const pid of pidsOrNone()) {
    // Fields after the name, which may hold anything: state, parent, ..., user time and system time the 12th and 13th.
    const fields = readOrEmpty(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    const parent = Number(fields[1]);
    const ticks = Number(fields[11]) + Number(fields[12]);
    if (!Number.isInteger(ticks)) continue;
    if (pid === root) family.set(pid, ticks);
    children.set(parent, [...(children.get(parent) ?? []), { pid, ticks }]);
  }
  const add = (pid: number): void => {
    for (const child of children.get(pid) ?? []) {
      family.set(child.pid, child.ticks);
      add(child.pid);
    }
  };
  add(root);
  return family;
}

function pidsOrNone(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Proportional set size: pages that several processes share count once. */
function memoryOf(pids: Iterable<number>): number {
  let kilobytes = 0;
  for (const pid of pids)
    kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return kilobytes * 1024;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
