import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A browser that somebody chose: it is started or the build fails, no other one is taken in its place. */
export interface NamedBrowser {
  /** How it was named: `--browser` or the environment variable. */
  readonly by: string;
  readonly executable: string;
}

/** The browser that the user named, if any: the option first, then the variables that Puppeteer and Lighthouse read. */
export function namedBrowser(executablePath: string | undefined, env: Environment): NamedBrowser | undefined {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['--browser', executablePath],
    ['PUPPETEER_EXECUTABLE_PATH', env.PUPPETEER_EXECUTABLE_PATH],
    ['CHROME_PATH', env.CHROME_PATH],
  ];
  for (const [by, executable] of named) if (executable) return { by, executable };
  return undefined;
}

/** Browsers of the Chromium family that the machine has, in the order to try them. */
export function installedBrowsers(env: Environment, platform: NodeJS.Platform = process.platform): string[] {
  return [...new Set(installedPaths(env, platform))].filter(isExecutable);
}

function installedPaths(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return linuxCommands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** The shell first: it starts faster, and needs no desktop libraries. */
const linuxCommands = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
