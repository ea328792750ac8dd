import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Runs a program to its end. `peakBytes` is the largest sum of resident memory of it and all its descendants, less what
 * they share, looked at every 50 ms (Linux; 0 elsewhere). Throws when it ends with an exit code that is not expected.
 */
export async function measureProcess(
  program: string,
  args: readonly string[],
  cwd: string,
  expected: readonly number[] = [0],
): Promise<{ readonly seconds: number; readonly peakBytes: number }> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, memoryOf(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code === null || !expected.includes(code))
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${errors.slice(-2000)}`);
  return { seconds: (performance.now() - start) / 1000, peakBytes };
}

/** Proportional set size of a process and its descendants: pages that several share count once. */
function memoryOf(root: number): number {
  const children = new Map<number, number[]>();
  let entries: string[];
  try {
    entries = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of entries) {
    const parent = Number(/^\d+ \(.*\) \S (\d+)/.exec(readOrEmpty(`/proc/${name}/stat`))?.[1]);
    if (Number.isInteger(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number => {
    const own = Number(/^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
    return (children.get(pid) ?? []).reduce((total, child) => total + sum(child), own);
  };
  return sum(root);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
