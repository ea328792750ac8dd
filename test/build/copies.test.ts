import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { renderAll } from '../../src/build/run.ts';
import { Staging } from '../../src/build/staging.ts';
import { type Origin, sharePictures, type Task } from '../../src/outputs/task.ts';
import { temporaryFolder, writeFiles } from '../support/project.ts';

const pages: BrowserPool = {
  withPage: () => Promise.reject(new Error('nothing is drawn')),
  begin: () => undefined,
  renew: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Tasks that note when they are rendered. */
function drawn(): { task: (path: string, key: string, from?: Origin) => Task; rendered: string[] } {
  const rendered: string[] = [];
  const task = (path: string, key: string, from?: Origin): Task => ({
    path,
    mediaType: 'image/png',
    key,
    sources: [],
    persona: 'P001',
    ...(from === undefined ? {} : { from }),
    render: async () => {
      rendered.push(path);
      return Buffer.from(`picture ${key}`);
    },
  });
  return { task, rendered };
}

async function run(tasks: readonly Task[], out: string, personas: number, fresh: readonly string[] = []) {
  const staging = await Staging.open(out);
  const { signal } = new AbortController();
  const artifacts = await renderAll(
    tasks,
    staging,
    { pages, signal, personas, fresh: new Set(fresh) },
    () => undefined,
  );
  await staging.publish();
  await staging.close();
  return artifacts;
}

const textOf = (out: string, path: string): string => readFileSync(join(out, path), 'utf8');

describe.each([6, 1000])('pictures that are the same, of %d personas', (personas) => {
  it('are drawn once and copied', async () => {
    const out = temporaryFolder();
    const { task, rendered } = drawn();
    const tasks = sharePictures([
      task('png/a.png', 'a'),
      task('wiki/a.png', 'a'),
      task('b.png', 'b'),
      task('c/a.png', 'a'),
    ]);
    const artifacts = await run(tasks, out, personas);
    expect(rendered.toSorted()).toEqual(['b.png', 'png/a.png']);
    expect(textOf(out, 'wiki/a.png')).toBe('picture a');
    expect(textOf(out, 'c/a.png')).toBe('picture a');
    const [first, copy] = ['png/a.png', 'wiki/a.png'].map((path) => artifacts.find((one) => one.path === path));
    expect({ ...copy, path: '' }).toEqual({ ...first, path: '' });
    expect(artifacts).toHaveLength(4);
  });

  it('are copied from the last build where that one is still right, else drawn', async () => {
    const out = temporaryFolder();
    writeFiles(out, { 'png/a.png': 'drawn before' });
    const { task, rendered } = drawn();
    const copy = task('wiki/a.png', 'a', { path: 'png/a.png' });
    await run([copy], out, personas, ['png/a.png']);
    expect([rendered, textOf(out, 'wiki/a.png')]).toEqual([[], 'drawn before']);
    await run([copy], out, personas);
    expect([rendered, textOf(out, 'wiki/a.png')]).toEqual([['wiki/a.png'], 'picture a']);
  });

  it('may be made into others', async () => {
    const out = temporaryFolder();
    const { task, rendered } = drawn();
    const make = async (bytes: Uint8Array): Promise<Uint8Array> =>
      Buffer.from(`small ${Buffer.from(bytes).toString()}`);
    await run([task('small.png', 'small', { path: 'png/a.png', make }), task('png/a.png', 'a')], out, personas);
    expect([rendered, textOf(out, 'small.png')]).toEqual([['png/a.png'], 'small picture a']);
    expect(existsSync(join(out, 'png/a.png'))).toBe(true);
  });
});
