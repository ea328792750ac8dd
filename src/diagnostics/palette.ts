import type { Severity } from './diagnostic.ts';

/** How the parts of a formatted diagnostic are marked up. Each function returns its text, decorated or not. */
export interface Palette {
  readonly place: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly quiet: (text: string) => string;
  readonly hint: (text: string) => string;
}

const same = (text: string): string => text;

/** No decoration: for pipes, files and `NO_COLOR`. */
export const plainPalette: Palette = {
  place: same,
  severity: { error: same, warning: same, info: same },
  quiet: same,
  hint: same,
};

const ansi =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`;

/** The sixteen colours that every terminal has. */
export const ansiPalette: Palette = {
  place: ansi(1, 22),
  severity: { error: ansi(31, 39), warning: ansi(33, 39), info: ansi(36, 39) },
  quiet: ansi(2, 22),
  hint: ansi(32, 39),
};
