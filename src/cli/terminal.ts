/** Where a command writes: people read `err`, machines read `out`. Handed in, so that tests see what was said. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that can be drawn on. */
  readonly interactive: boolean;
  /** Asks a question that is answered with yes or no; absent where nobody can answer. */
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly color: boolean;
  readonly cwd: string;
  readonly signal: AbortSignal;
}
