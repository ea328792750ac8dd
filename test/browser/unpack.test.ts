import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findEmbedded } from '../../src/browser/embedded.ts';
import { unpackEmbedded } from '../../src/browser/unpack.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const embedded = findEmbedded();

describe.skipIf(typeof embedded === 'string')('unpacking', () => {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  /** Compiled, because the oldest Node that we support does not run TypeScript. */
  let compiled: string;

  beforeAll(() => {
    const cache = join(root, 'node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    compiled = mkdtempSync(join(cache, 'unpack-test-'));
    writeFileSync(join(compiled, 'package.json'), '{"type":"module"}');
    const options = [
      '--ignoreConfig',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--skipLibCheck',
    ];
    const files = ['unpack.ts', 'embedded.ts'].map((name) => join(root, 'src', 'browser', name));
    execFileSync(join(root, 'node_modules', '.bin', 'tsc'), [
      ...options,
      '--rewriteRelativeImportExtensions',
      '--outDir',
      compiled,
      ...files,
    ]);
    writeFileSync(join(compiled, 'start.js'), startScript);
  });
  afterAll(() => rmSync(compiled, { recursive: true }));

  test('by two processes at once leaves one whole browser, and both can use it', async () => {
    const cache = temporaryFolder();
    const outcomes = await Promise.all([start(compiled, cache), start(compiled, cache)]);
    const expected = expect.stringMatching(`^${cache}/persona-deck/chromium-[\\d.]+/chromium is Chromium \\d+\\.`);
    expect(outcomes).toEqual([expected, expected]);
    expect(readdirSync(join(cache, 'persona-deck'))).toEqual([expect.stringMatching(/^chromium-/)]);
  });

  test.each([0, 50, 400])('stops at an abort after %i ms and leaves nothing', async (delay) => {
    if (typeof embedded === 'string') return;
    const cache = temporaryFolder();
    const controller = new AbortController();
    const reason = new Error('interrupted');
    const options = { env: { XDG_CACHE_HOME: cache }, signal: controller.signal };
    const unpacking = unpackEmbedded(embedded, {
      ...options,
      onNotice: () => setTimeout(() => controller.abort(reason), delay),
    });
    await expect(unpacking).rejects.toBe(reason);
    expect(readdirSync(join(cache, 'persona-deck'))).toEqual([]);
  });

  describe('in the temporary folder, when the cache cannot be written', () => {
    /** What a first start would leave there, so that nothing is unpacked. */
    function prepared(mode: number): { executable: string; env: Record<string, string> } {
      const folder = temporaryFolder();
      const blocked = join(folder, 'a-file');
      writeFileSync(blocked, '');
      vi.stubEnv('TMPDIR', folder);
      onTestFinished(() => void vi.unstubAllEnvs());
      const cache = join(folder, `persona-deck-${process.getuid?.()}`);
      const ready = join(cache, `chromium-${typeof embedded === 'string' ? '' : embedded.version}`);
      mkdirSync(ready, { recursive: true });
      chmodSync(cache, mode);
      symlinkSync('/bin/true', join(ready, 'chromium'));
      return { executable: join(ready, 'chromium'), env: { XDG_CACHE_HOME: blocked } };
    }

    test('is found', async () => {
      if (typeof embedded === 'string') return;
      const { executable, env } = prepared(0o700);
      expect((await unpackEmbedded(embedded, { env })).executable).toBe(executable);
    });

    test('is not run when others can write there', async () => {
      if (typeof embedded === 'string') return;
      const { env } = prepared(0o777);
      await expect(unpackEmbedded(embedded, { env })).rejects.toThrow('belongs to somebody else');
    });
  });
});

const startScript = `
import { execFileSync } from 'node:child_process';
import { findEmbedded } from './embedded.js';
import { unpackEmbedded } from './unpack.js';
const { executable, libraries } = await unpackEmbedded(findEmbedded(), { env: process.env });
const env = { ...process.env, LD_LIBRARY_PATH: libraries };
process.stdout.write(executable + ' is ' + execFileSync(executable, ['--version', '--no-sandbox'], { env }));
`;

async function start(folder: string, cache: string): Promise<string> {
  const child = spawn(process.execPath, [join(folder, 'start.js')], { env: { ...process.env, XDG_CACHE_HOME: cache } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  await new Promise((resolve) => child.on('close', resolve));
  return output;
}
