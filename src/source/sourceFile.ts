/** A text file that was read: what diagnostics point into and what a build depends on. */
export interface SourceFile {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  readonly absolutePath: string;
  /** Without the byte order mark; line ends as in the file. Offsets and positions count in this text. */
  readonly text: string;
}
