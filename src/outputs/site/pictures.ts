import type { PersonaBadge } from '../../deck/graphs/model.ts';
import { diagramInPage } from '../../html/diagrams/diagramSvg.ts';
import { classPaint } from '../../html/diagrams/paint.ts';
import type { DiagramLink } from '../../html/diagrams/painting.ts';
import { ownMarkup } from '../../html/templates.ts';
import { litPart } from '../../layout/diagrams/highlight.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import { places } from './places.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

/** A picture in a page: `picture.hbs` shows it. With `persona`, its part is lit. */
export function pictureView(context: SiteContext, path: string, diagram: Diagram, persona?: string) {
  const lit = persona === undefined ? undefined : litPart(diagram, persona);
  const svg = diagramInPage(diagram, {
    paint: classPaint(teamClass),
    href: (link) => hrefOf(context, path, link),
    ...(lit === undefined ? {} : { lit }),
  });
  return { title: diagram.title, fits: fitsFrom(diagram), svg: ownMarkup(svg) };
}

/** Where a page leads to from a persona in a picture. */
export const badgeHref = (context: SiteContext, path: string, { link }: PersonaBadge): string =>
  context.link(path, places.persona({ stem: link.id }));

/** Where a page leads to from a component in a picture; nowhere when the site has no page of it. */
export function componentHref(context: SiteContext, path: string, id: string): string | undefined {
  return context.hasPage(id) ? context.link(path, context.componentPlace(id)) : undefined;
}

function hrefOf(context: SiteContext, path: string, link: DiagramLink): string | undefined {
  return link.on === 'persona' ? badgeHref(context, path, link.badge) : componentHref(context, path, link.id);
}

/** Least CSS px a point that a picture is read at: its type of 12 points is then 11 px high. */
const LEAST = 0.92;
const PX_PER_REM = 16;
/** Widths of windows, in rem, that `site.css` knows, and what a page leaves of the window at its sides. */
const windows = [24, 32, 44, 54, 64, 74, 84, 92] as const;
const MARGINS = 4;
/** What a page shows at most of a wide window. */
const WIDEST = 84;

/** From what window on a picture is shrunk to the page, rather than scrolled: `fits-64`. */
function fitsFrom({ width }: Diagram): string {
  const least = (width * LEAST) / PX_PER_REM;
  const found = windows.find((window) => Math.min(WIDEST, window - MARGINS) >= least);
  return found === undefined ? '' : `fits-${found}`;
}

export function graphLink(context: SiteContext, path: string, diagram: Diagram) {
  return { name: diagram.title, href: context.link(path, places.graph(diagram)) };
}
