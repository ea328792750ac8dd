import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readDocument } from '../schema/readDocument.ts';
import { type ThemeInput, themeSchema } from '../schema/theme.ts';
import { Confinement } from '../source/confine.ts';
import { problem } from '../source/problem.ts';
import { fileExists } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { AA_TEXT, inkOn } from './contrast.ts';
import type { FontPair, Theme } from './design.ts';
import { fontPairs } from './fonts.ts';
import { faintPairs } from './readable.ts';

const shipped = fileURLToPath(new URL('../../themes/', import.meta.url));

/** A theme, or what is wrong with its file. `files` are those that were read, for code frames. */
export interface ThemeReading {
  readonly theme?: Theme;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}

/** Names of the themes that `loadTheme` finds: ours and the project's. */
export async function themeNames(root: string): Promise<string[]> {
  const folders = await Promise.all([shipped, join(root, 'themes')].map((folder) => namesIn(folder)));
  return [...new Set(folders.flat())].sort();
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
}

/**
 * Reads `themes/<name>/theme.yaml` of the project, or ours of that name. Returns undefined when there is neither.
 * `name` must be one of `themeNames`: it becomes part of a path.
 */
export async function loadTheme(root: string, name: string): Promise<ThemeReading | undefined> {
  for (const base of [root, join(shipped, '..')]) {
    const path = join(base, 'themes', name, 'theme.yaml');
    if (!(await fileExists(path))) continue;
    const read = await readDocument<ThemeInput>(await Confinement.of(base), path, themeSchema, 'a theme');
    const files = read.source === undefined ? [] : [read.source];
    if (read.value === undefined || read.node === undefined) return { diagnostics: read.problems, files };
    const diagnostics = problemsOf(read.value, read.node);
    return diagnostics.length > 0 ? { diagnostics, files } : { theme: toTheme(read.value), diagnostics, files };
  }
  return undefined;
}

function toTheme(input: ThemeInput): Theme {
  return {
    ...input,
    fonts: { body: pairOf(input.fonts.body) as FontPair, heading: pairOf(input.fonts.heading) as FontPair },
    teams: input.teams.map((team) => ({ ...team, ink: inkOn(team.color) })),
  };
}

const pairOf = (family: string): FontPair | undefined => fontPairs.find(({ browser }) => browser === family);

function problemsOf(input: ThemeInput, node: YamlNode): Diagnostic[] {
  const faint = faintPairs(input.colors).map(({ text, background, ratio }) => {
    const message = `${text} on ${background} has a contrast of ${ratio.toFixed(1)} : 1, less than ${AA_TEXT} : 1`;
    const hint = `make ${text} ${input.mode === 'dark' ? 'lighter' : 'darker'}, so that everybody can read it (WCAG AA)`;
    return problem('THM001', message, node.locationOf(['colors', text]), hint);
  });
  const families = fontPairs.map(({ browser }) => browser).join(', ');
  const fonts = (['body', 'heading'] as const)
    .filter((use) => pairOf(input.fonts[use]) === undefined)
    .map((use) =>
      problem('THM002', `no font ${input.fonts[use]}`, node.locationOf(['fonts', use]), `fonts that ship: ${families}`),
    );
  return [...faint, ...fonts];
}
