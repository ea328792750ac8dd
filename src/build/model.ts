import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { BuildChoices } from './choices.ts';
import type { Reprint } from './reprint.ts';
import type { HeldFile } from './staging.ts';

export interface BuildOptions extends BuildChoices {
  readonly cwd: string;
  /** Workload folder, or one YAML file; `workload` of the settings, or `personas`, when absent. */
  readonly folder?: string;
  /** Folder to build into; `out` of the settings, or `out`, when absent. */
  readonly out?: string;
  /** Browser to use instead of the one that would be found. */
  readonly browser?: string;
  /** Findings of severity error stop the build. */
  readonly strict?: boolean;
  /** Build everything anew, fresh or not. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: BuildEvent) => void;
}

export type BuildEvent =
  | { readonly kind: 'notice'; readonly message: string }
  | { readonly kind: 'planned'; readonly total: number; readonly stale: number }
  | { readonly kind: 'rendered'; readonly path: string };

/** `refused`: the input cannot be built, and nothing was written. */
export type BuildResult =
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] }
  | {
      readonly status: 'built';
      readonly out: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly files: readonly SourceFile[];
      /** What was rendered, what was fresh already, what was removed; paths below `out`. */
      readonly written: readonly string[];
      readonly fresh: readonly string[];
      readonly removed: readonly string[];
      /** What another program held open: the old files are still there. */
      readonly held: readonly HeldFile[];
      /** With `changedSince`: which cards the PDFs hold, and whose are no longer in the deck. */
      readonly reprint?: Reprint;
    };
