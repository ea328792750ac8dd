import type { BrandTemplate } from '../../../../design/brand/model.ts';
import { type Box, box } from '../../../box.ts';
import type { LayoutSpec, PersonaFrame, PlaceholderName, TextPlace } from '../model.ts';

interface Placed {
  readonly persona: LayoutSpec;
  readonly more: LayoutSpec;
  readonly title: TextPlace;
  readonly area: Box;
  readonly template: BrandTemplate;
  readonly scale: number;
}

/** Left of the fields there has to be so much of the slide's width for the rail. */
const RAIL_SHARE = 0.15;
const GAP = 12;
const LEGEND = 20;

/**
 * The frame of a template that has places for a persona's fields by name, as a deck of ours has when it is saved as a
 * template: the rail runs along the slide's edge beside them, the table stands below them. Undefined for other templates.
 */
export function placedPersona({ persona, more, title, area, template, scale }: Placed): PersonaFrame | undefined {
  const columns = pairOf(persona);
  if (columns === undefined) return undefined;
  const [first, second] = columns;
  const left = Math.min(first.x, title.box.x);
  if (left < template.width * RAIL_SHARE) return undefined;
  const gap = GAP * scale;
  const pad = 28 * scale;
  const rail = left - 3 * gap;
  const width = second.x + second.width - first.x;
  const summary = placeOf(persona, 'summary') ?? box(first.x, first.y - 36 * scale, width, 32 * scale);
  const bottom = area.y + area.height;
  const strip = first.y + first.height + gap;
  const legend = bottom - LEGEND * scale;
  const top = title.box.y + title.box.height + gap;
  return {
    title,
    rail: box(0, 0, rail, template.height),
    figure: box(0, 0, rail, rail),
    pattern: box(0, rail, rail, 12 * scale),
    id: box(pad, rail + 2 * gap, rail - 2 * pad, 72 * scale),
    identity: box(pad, rail + 2 * gap + 76 * scale, rail - 2 * pad, template.height - rail - 2 * gap - 104 * scale),
    summary,
    columns,
    strip: box(first.x, strip, width, legend - gap / 2 - strip),
    legend: box(first.x, legend, width * 0.75, LEGEND * scale),
    moreColumns: pairOf(more) ?? [
      box(first.x, top, first.width, legend - top),
      box(second.x, top, second.width, legend - top),
    ],
    moreStrip: box(first.x, top, width, legend - gap / 2 - top),
  };
}

function pairOf(layout: LayoutSpec): [Box, Box] | undefined {
  const [first, second] = [placeOf(layout, 'first'), placeOf(layout, 'second')];
  return first === undefined || second === undefined ? undefined : [first, second];
}

function placeOf({ placeholders }: LayoutSpec, wanted: PlaceholderName): Box | undefined {
  return placeholders.find(({ name }) => name === wanted)?.box;
}
