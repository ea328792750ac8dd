import { FramedText } from './framedText.ts';
import type { Diagnostic, Location } from './diagnostic.ts';
import { type Palette, plainPalette } from './palette.ts';
import { plainLine } from './plainLine.ts';

/** More places than these are counted, not listed. */
const shownRelated = 4;

export interface PrettyOptions {
  /** Text of the files that diagnostics point into, by `Location.file`; without it there is no code frame. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Default: no decoration. */
  readonly palette?: Palette;
}

/**
 * Formats diagnostics for people, in the order given, with an empty line between two:
 *
 * ```
 * personas/P001.yaml:3:1 error SCH001 unknown key "compnents"
 *   2 | name: AI Data Engineer
 * > 3 | compnents:
 *     | ^^^^^^^^^
 *   hint: did you mean "components"?
 * ```
 *
 * Ends with a newline unless there is nothing to say.
 */
export function formatPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions = {}): string {
  const palette = options.palette ?? plainPalette;
  const texts = new Map<string, FramedText | undefined>();
  const textOf = (file: string): FramedText | undefined => {
    const source = options.sources?.get(file);
    if (!texts.has(file)) texts.set(file, source === undefined ? undefined : new FramedText(source));
    return texts.get(file);
  };
  return diagnostics.map((diagnostic) => `${formatOne(diagnostic, textOf, palette).join('\n')}\n`).join('\n');
}

function formatOne(
  diagnostic: Diagnostic,
  textOf: (file: string) => FramedText | undefined,
  palette: Palette,
): string[] {
  const { location, severity } = diagnostic;
  const place = location === undefined ? [] : [palette.place(formatLocation(location))];
  const head = [...place, palette.severity[severity](severity), diagnostic.code, plainLine(diagnostic.message)];
  const lines = [head.join(' ')];
  if (location?.range !== undefined) lines.push(...(textOf(location.file)?.frame(location.range, palette) ?? []));
  if (diagnostic.hint !== undefined) lines.push(`  ${palette.hint('hint:')} ${plainLine(diagnostic.hint)}`);
  const related = diagnostic.related ?? [];
  for (const other of related.slice(0, shownRelated)) {
    lines.push(palette.quiet(`  see: ${formatLocation(other.location)} ${plainLine(other.message)}`));
  }
  if (related.length > shownRelated) lines.push(palette.quiet(`  see: ${related.length - shownRelated} more`));
  return lines;
}

/** `file:line:column`, `file Sheet1!C7`, or only the file when the range is unknown. */
function formatLocation({ file, range, cell }: Location): string {
  const place = plainLine(file);
  if (cell !== undefined) return `${place} ${plainLine(cell)}:`;
  return range === undefined ? place : `${place}:${range.start.line}:${range.start.column}`;
}
