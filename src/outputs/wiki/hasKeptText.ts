import { flavours } from './flavours.ts';
import { keptPart } from './keptParts.ts';

/** Whether the file at a path below `out/` is a page of a wiki with text of people between its marks. */
export function hasKeptText(path: string, text: string): boolean {
  const [, name] = /^wiki\/([^/]+)\//.exec(path) ?? [];
  const flavour = Object.entries(flavours).find(([known]) => known === name)?.[1];
  return flavour !== undefined && keptPart(text, flavour.marks) !== '';
}
