import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Confinement } from '../source/confine.ts';
import { fileExists, settingsFileName } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { readDocument } from './readDocument.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** What the settings file says: nothing when there is none. */
export interface SettingsReading {
  /** Absent when there are problems. */
  readonly settings?: Settings;
  readonly diagnostics: readonly Diagnostic[];
  /** The settings file, when it could be read. */
  readonly files: readonly SourceFile[];
}

/**
 * Reads `persona-deck.yaml` from the project root. A project without one, or with an empty one, has no settings.
 *
 * @param root absolute path of an existing folder
 */
export async function readSettings(root: string): Promise<SettingsReading> {
  const confinement = await Confinement.of(root);
  const path = join(confinement.root, settingsFileName);
  if (!(await fileExists(path))) return { settings: {}, diagnostics: [], files: [] };
  const { value, source, problems } = await readDocument<Settings>(
    confinement,
    path,
    settingsSchema,
    'the settings',
    {},
  );
  return {
    ...(value === undefined ? {} : { settings: value }),
    diagnostics: problems,
    files: source === undefined ? [] : [source],
  };
}
