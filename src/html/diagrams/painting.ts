import type { PersonaBadge } from '../../deck/graphs/model.ts';
import type { LinkTarget } from '../../deck/links.ts';
import type { LitPart } from '../../layout/diagrams/highlight.ts';
import { escapeXml } from '../xmlText.ts';
import type { DiagramPaint } from './paint.ts';

export interface DiagramPainting {
  readonly paint: DiagramPaint;
  /** Where a link in the picture leads to; what is given no address is not linked. */
  readonly href: (link: DiagramLink) => string | undefined;
  /** Lights a part of the picture and leaves the rest quiet. Default: all of it is lit. */
  readonly lit?: LitPart;
}

/** What a link in a picture is on. */
export type DiagramLink =
  | { readonly on: 'persona'; readonly badge: PersonaBadge }
  | { readonly on: 'component'; readonly id: string; readonly target: LinkTarget | undefined };

/** `said` is what the link is called by programs that read aloud, and what a pointer that rests on it brings up. */
export function linkMarkup(href: string | undefined, said: string, drawn: string): string {
  const title = `<title>${escapeXml(said)}</title>`;
  return href === undefined ? `<g>${title}${drawn}</g>` : `<a href="${escapeXml(href)}">${title}${drawn}</a>`;
}
