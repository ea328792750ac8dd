import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';

/** A diagnostic that says: this input cannot be built. */
export function problem(code: string, message: string, location?: Location, hint?: string): Diagnostic {
  return {
    kind: 'problem',
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}

/** A value, or the problems that stand in its way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

export function failed(...problems: readonly Diagnostic[]): {
  readonly ok: false;
  readonly problems: readonly Diagnostic[];
} {
  return { ok: false, problems };
}
