import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { findEmbedded } from './embedded.ts';
import { type Environment, installedBrowsers, namedBrowser } from './find.ts';
import { writeFontconfig } from './fontconfig.ts';
import { BrowserUnavailable } from './unavailable.ts';
import { unpackEmbedded } from './unpack.ts';

export interface LaunchOptions {
  /** The browser to use and no other, as given by `--browser`. Default: found, in the order of `startBrowser`. */
  readonly executablePath?: string | undefined;
  /** Default: the environment of this process. */
  readonly env?: Environment | undefined;
  /** Aborting closes the browser; a start under way rejects. */
  readonly signal?: AbortSignal | undefined;
  /** Told what a user should know: the first unpacking, a missing sandbox. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

export interface StartedBrowser {
  readonly browser: Browser;
  /** Where it comes from, for people: `--browser`, `embedded Chromium 147.0.0`, `installed`, ... */
  readonly origin: string;
  readonly executable: string;
  /** What was passed over before it, and why, one line each. */
  readonly tried: readonly string[];
}

/**
 * Starts the first of these that works: the browser named by `executablePath`, PUPPETEER_EXECUTABLE_PATH or CHROME_PATH;
 * the embedded one; an installed one. A named one that does not start is not replaced by another.
 * Font settings and the browser's profile go into `folder`, which is the caller's to remove.
 * Throws `BrowserUnavailable`.
 */
export async function startBrowser(folder: string, options: LaunchOptions): Promise<StartedBrowser> {
  const tried: string[] = [];
  const fontconfig = await writeFontconfig(folder);
  for await (const candidate of candidates(options, tried)) {
    const browser = await startCandidate(candidate, { folder, fontconfig, options }, tried);
    if (browser !== undefined) {
      return { browser, origin: candidate.origin, executable: candidate.executable, tried };
    }
    if (candidate.named) {
      const advice = [`correct ${candidate.origin}, or leave it out to use the browser that comes with persona-deck`];
      throw new BrowserUnavailable(`The browser that ${candidate.origin} names did not start`, tried, advice);
    }
  }
  throw new BrowserUnavailable('No browser could be started', tried);
}

interface Candidate {
  readonly origin: string;
  readonly executable: string;
  readonly named?: true;
  /** Desktop builds of today have only the new headless mode, headless shells only the old one. */
  readonly headless: 'shell' | true;
  /** Shared libraries to offer when the system lacks some. */
  readonly libraries?: string;
}

/** Lazily: nothing is unpacked for somebody who names a browser. Reasons why one cannot be tried go to `tried`. */
async function* candidates(options: LaunchOptions, tried: string[]): AsyncGenerator<Candidate> {
  const env = options.env ?? process.env;
  const named = namedBrowser(options.executablePath, env);
  if (named !== undefined) yield { origin: named.by, ...withMode(named.executable), named: true };
  const embedded = findEmbedded();
  if (typeof embedded === 'string') {
    tried.push(`embedded Chromium: ${embedded}`);
  } else {
    const origin = `embedded Chromium ${embedded.version}`;
    try {
      yield { origin, ...(await unpackEmbedded(embedded, { ...options, env })), headless: 'shell' };
    } catch (error) {
      options.signal?.throwIfAborted();
      tried.push(`${origin}: ${messageOf(error)}`);
    }
  }
  const installed = installedBrowsers(env);
  if (installed.length === 0) tried.push('installed: found no Chrome, Edge or Chromium');
  for (const executable of installed) yield { origin: 'installed', ...withMode(executable) };
}

function withMode(executable: string): Pick<Candidate, 'executable' | 'headless'> {
  return { executable, headless: /headless.?shell/i.test(executable) ? 'shell' : true };
}

/** Starts a candidate with what it turns out to need; gives undefined, and the reasons to `tried`, when it cannot. */
async function startCandidate(candidate: Candidate, host: Host, tried: string[]): Promise<Browser | undefined> {
  const { options } = host;
  const isRoot = process.getuid?.() === 0;
  let sandbox = !isRoot;
  let libraries: string | undefined;
  for (;;) {
    try {
      const browser = await launch(candidate, { ...host, sandbox, libraries });
      if (!sandbox && !isRoot) options.onNotice?.(`${candidate.origin} has no sandbox here and runs without one`);
      return browser;
    } catch (error) {
      options.signal?.throwIfAborted();
      const failure = failureOf(error);
      tried.push(`${candidate.origin}: ${candidate.executable}: ${failure}`);
      if (isMissingLibrary(failure) && libraries === undefined && candidate.libraries !== undefined) {
        libraries = candidate.libraries;
      } else if (isSandboxFailure(failure) && sandbox) {
        sandbox = false;
      } else {
        return undefined;
      }
    }
  }
}

/**
 * Stock Puppeteer flags make a capture 3 times slower. These pick software drawing without waiting for a display's
 * clock, the same letters and colours on every host, and no name that resolves: the pages are ours and need no network.
 */
const flags: readonly string[] = [
  '--disable-gpu',
  '--disable-gpu-vsync',
  '--disable-frame-rate-limit',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Printing a thousand cards takes seconds, on a busy build server minutes. An abort ends it sooner. */
const protocolTimeout = 15 * 60_000;

interface Host {
  readonly folder: string;
  readonly fontconfig: string;
  readonly options: LaunchOptions;
}

interface Setup extends Host {
  readonly sandbox: boolean;
  readonly libraries: string | undefined;
}

async function launch(
  candidate: Candidate,
  { folder, fontconfig, options, sandbox, libraries }: Setup,
): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const env = options.env ?? process.env;
  return puppeteer.launch({
    executablePath: candidate.executable,
    headless: candidate.headless,
    args: sandbox ? [...flags] : [...flags, '--no-sandbox'],
    env: { ...env, FONTCONFIG_FILE: fontconfig, ...libraryPath(env, libraries) },
    // Puppeteer leaves its own ones behind when a browser is killed.
    userDataDir: await mkdtemp(join(folder, 'profile-')),
    // Pages set the size that they capture.
    defaultViewport: null,
    protocolTimeout,
    // Over a pipe Puppeteer would not tell what a browser said that ended at once.
    pipe: false,
    // Who started us decides what a signal does; Puppeteer would end this process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
}

function libraryPath(env: Environment, libraries: string | undefined): Record<string, string> {
  if (libraries === undefined) return {};
  return { LD_LIBRARY_PATH: [env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') };
}

/** The line that tells something, out of the log of a browser that ended at once. */
function failureOf(error: unknown): string {
  const message = messageOf(error);
  const telling = /error while loading shared libraries: .*|No usable sandbox.*|.*Operation not permitted.*/.exec(
    message,
  );
  return (telling?.[0] ?? message.split('\n').find((line) => line.trim() !== '') ?? message).trim();
}

const isMissingLibrary = (failure: string): boolean => failure.includes('shared libraries');
const isSandboxFailure = (failure: string): boolean => /sandbox|namespace|not permitted/i.test(failure);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
