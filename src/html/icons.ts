import { icon, type IconName } from '../design/icons.ts';
import { pathData } from '../design/paths.ts';

const drawn = new Map<IconName, string>();

/** An icon as SVG in the colour of the text around it. It repeats what the text says, so screen readers skip it. */
export function iconSvg(name: IconName): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const { style, size, commands } = icon(name);
  const paint =
    style === 'filled'
      ? 'fill="currentColor"'
      : 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" ${paint}><path d="${pathData(commands)}"/></svg>`;
  drawn.set(name, svg);
  return svg;
}

/** From this persona to a partner. */
export const interactionSvg =
  '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" ' +
  'stroke-linejoin="round"><path d="M3 12h17M14 6l6 6l-6 6"/></svg>';
