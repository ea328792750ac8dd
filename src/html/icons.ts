import { icon, type IconName } from '../design/icons.ts';
import { pathData } from '../design/paths.ts';

const drawn = new Map<IconName, string>();

/** An icon as SVG in the colour of the text around it. It repeats what the text says, so screen readers skip it. */
export function iconSvg(name: IconName): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const { size, paint, path } = drawingOf(name);
  const svg = `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" ${paint}>${path}</svg>`;
  drawn.set(name, svg);
  return svg;
}

/** An icon to be drawn many times in one page: `<use href="#icon-storage"/>`. */
export function iconSymbol(name: IconName): string {
  const { size, paint, path } = drawingOf(name);
  return `<symbol id="icon-${name}" viewBox="0 0 ${size} ${size}" ${paint}>${path}</symbol>`;
}

function drawingOf(name: IconName): { size: number; paint: string; path: string } {
  const { style, size, commands } = icon(name);
  const paint =
    style === 'filled'
      ? 'fill="currentColor"'
      : 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return { size, paint, path: `<path d="${pathData(commands)}"/>` };
}

/** From this persona to a partner. */
export const interactionSvg =
  '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" ' +
  'stroke-linejoin="round"><path d="M3 12h17M14 6l6 6l-6 6"/></svg>';
