/** A vector outline in absolute commands: what SVG and DrawingML both draw without further arithmetic. */
export type PathCommand =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** The commands as the `d` attribute of an SVG path. */
export function pathData(commands: readonly PathCommand[]): string {
  return commands.map(([command, ...values]) => command + values.map(formatNumber).join(' ')).join('');
}

/** Scales about the origin, then moves. */
export function transformPath(
  commands: readonly PathCommand[],
  { scale = 1, x = 0, y = 0 }: { readonly scale?: number; readonly x?: number; readonly y?: number },
): PathCommand[] {
  return commands.map(([command, ...values]) => {
    const moved = values.map((value, index) => value * scale + (index % 2 === 0 ? x : y));
    return [command, ...moved] as unknown as PathCommand;
  });
}

/** Three decimals are finer than any printer at the sizes that are drawn here. */
function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
