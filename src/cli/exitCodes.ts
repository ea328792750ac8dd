/** What the process answers; scripts rely on these numbers. */
export const exitCode = {
  done: 0,
  /** Input that cannot be built; in `check` and with `--strict`, findings of severity error too. */
  problems: 1,
  /** Wrong arguments or settings. */
  usage: 2,
  /** Something outside the project is missing, such as a browser. */
  environment: 3,
  /** Ctrl+C: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
