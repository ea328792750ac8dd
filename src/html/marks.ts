import type { AccessCell, Grant } from '../deck/model.ts';

const svg = (label: string, body: string): string =>
  `<svg viewBox="0 0 16 16" role="img" aria-label="${label}" fill="currentColor">${body}</svg>`;

const circle = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';

const shapes = {
  standing: '<circle cx="8" cy="8" r="7"/>',
  eligible: `${circle}<path d="M8 1.75a6.25 6.25 0 0 0 0 12.5z"/>`,
  none: '<rect x="2.5" y="7" width="11" height="2"/>',
  open: circle,
  unlisted: '<circle cx="8" cy="8" r="1.5"/>',
};

/** What a mark stands for: how a role is assigned, or why a cell has none. */
export type MarkName = Grant['assignment'] | Exclude<AccessCell['status'], 'granted'>;

/**
 * The mark as SVG, drawn rather than typed: not every font has half circles, and screen readers read `label`. The label
 * must come from a locale file, not from a user.
 */
export function markSvg(name: MarkName, label: string): string {
  return svg(label, shapes[name]);
}
