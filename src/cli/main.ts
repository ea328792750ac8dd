#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { confirm } from './confirm.ts';
import { run } from './run.ts';

// The heap grows to twice what is in use and no further: on large machines V8 lets garbage pile up to four times as much.
setFlagsFromString('--heap-growing-percent=100');

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first one ends the build in order; a second one ends the process.
  process.once(signal, () => interruption.abort(new Error(`${signal} received`)));
}

// A reader such as `head` closes the pipe when it has enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY && process.env['CI'] === undefined,
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { confirm: (question) => confirm(question, interruption.signal) }
    : {}),
  color: process.stderr.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  cwd: process.cwd(),
  signal: interruption.signal,
});
