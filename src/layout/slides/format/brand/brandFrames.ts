import type { BrandTemplate } from '../../../../design/brand/model.ts';
import { type Box, box } from '../../../box.ts';
import { type Pt, pt } from '../../../../design/units.ts';
import { ownFormat } from '../ownFormat.ts';
import { contentArea } from './contentArea.ts';
import { type LayoutMatch, placesOf, titleOf, type UsedLayout } from './matchLayouts.ts';
import type {
  AccessFrame,
  CoverFrame,
  LayoutSpec,
  PersonaFrame,
  PlainFrame,
  SlideFormat,
  TextPlace,
  TypeScale,
} from '../model.ts';
import { placedPersona } from './placedPersona.ts';
import { textPlace } from './textPlace.ts';

/** What frames on a template are made from. */
export interface BrandMaterial {
  readonly template: BrandTemplate;
  readonly scale: number;
  readonly sizes: TypeScale;
  readonly matches: Readonly<Record<UsedLayout, LayoutMatch>>;
  readonly layouts: Readonly<Record<UsedLayout, LayoutSpec>>;
}

type Frames = Pick<SlideFormat, 'cover' | 'persona' | 'access' | 'plain' | 'home'>;

export function brandFrames(material: BrandMaterial): Frames {
  const access = accessFrame(material);
  return {
    cover: coverFrame(material),
    persona: personaFrame(material),
    access,
    plain: plainFrame(material),
    home: homeBox(access.legend, areaOf('table', material), material),
  };
}

function areaOf(name: UsedLayout, { matches, template, scale }: BrandMaterial): Box {
  return contentArea(matches[name].layout, matches.content.layout, template, scale);
}

function titlePlace(name: UsedLayout, { matches, scale }: BrandMaterial): TextPlace {
  const title = titleOf(matches[name].layout);
  if (title === undefined) throw new Error(`The layout for ${name} has no title`);
  return textPlace(title, usualSize(name === 'cover' ? ownFormat.cover.title : ownFormat.plain.title, scale));
}

/** Our size, on a slide of the template's size. */
function usualSize({ size }: TextPlace, scale: number): Pt {
  return pt(Math.round(size * scale));
}

/** A company's cover is left as it is, without our figures. A cover without a subtitle has one below its title. */
function coverFrame(material: BrandMaterial): CoverFrame {
  const { matches, sizes, scale } = material;
  const title = titlePlace('cover', material);
  const subtitle = matches.cover.layout.placeholders.find(({ type }) => type === 'subTitle');
  const { x, y, width, height } = title.box;
  const below = box(x, y + height + 8 * scale, width, 60 * scale);
  return {
    title,
    subtitle:
      subtitle === undefined
        ? { box: below, style: { font: 'body', bold: false }, size: sizes.identity }
        : textPlace(subtitle, sizes.identity),
  };
}

/** Height of the line with the legend and the way back. */
const LEGEND = 20;
const GAP = 8;

function plainFrame(material: BrandMaterial): PlainFrame {
  const { matches, sizes, scale } = material;
  const area = areaOf('table', material);
  const [largest] = placesOf(matches.content.layout);
  return {
    title: titlePlace('table', material),
    table: aboveLegend(area, scale),
    picture: area,
    body:
      largest === undefined
        ? { box: aboveLegend(area, scale), style: { font: 'body', bold: false }, size: sizes.identity }
        : textPlace(largest, usualSize(ownFormat.plain.body, scale)),
  };
}

function accessFrame(material: BrandMaterial): AccessFrame {
  const { scale, layouts } = material;
  const area = areaOf('access', material);
  const icon = 28 * scale;
  const head = icon + GAP * scale;
  const named = layouts.access.placeholders.find(({ name }) => name === 'source')?.box;
  const { x, y, width, height } = aboveLegend(area, scale);
  return {
    title: titlePlace('access', material),
    icon: box(x, y, icon, icon),
    source: named ?? box(x + icon + 10 * scale, y + 2 * scale, width - icon - 10 * scale, icon),
    table: box(x, y + head, width, height - head),
    legend: legendOf(area, scale),
  };
}

function aboveLegend({ x, y, width, height }: Box, scale: number): Box {
  return box(x, y, width, height - (LEGEND + GAP) * scale);
}

/** Beside the way back. */
function legendOf({ x, y, width, height }: Box, scale: number): Box {
  return box(x, y + height - LEGEND * scale, width * 0.78, LEGEND * scale);
}

function homeBox(legend: Box, area: Box, { scale }: BrandMaterial): Box {
  const left = legend.x + legend.width + GAP * scale;
  return box(left, legend.y, area.x + area.width - left, legend.height);
}

function personaFrame(material: BrandMaterial): PersonaFrame {
  const { layouts, template, scale } = material;
  const title = titlePlace('persona', material);
  const area = areaOf('persona', material);
  const placed = placedPersona({ persona: layouts.persona, more: layouts.more, title, area, template, scale });
  return placed ?? composedPersona(title, area, scale);
}

/** The rail at the left of the content, the rest right of it: as on our own slides, below the template's title. */
function composedPersona(title: TextPlace, area: Box, scale: number): PersonaFrame {
  const { x, y, width, height } = aboveLegend(area, scale);
  const side = Math.min(width * 0.24, height * 0.5);
  const pad = 14 * scale;
  const gap = 24 * scale;
  const left = x + side + gap;
  const rest = width - side - gap;
  const column = (rest - gap) / 2;
  const pair = (top: number, tall: number): [Box, Box] => [
    box(left, top, column, tall),
    box(left + column + gap, top, column, tall),
  ];
  const summary = 30 * scale;
  const fields = (height - summary) * 0.4;
  const strip = y + summary + fields + GAP * scale;
  const below = side + 10 * scale;
  const id = Math.min(58 * scale, (height - below) * 0.36);
  return {
    title,
    rail: box(x, y, side, height),
    figure: box(x, y, side, side),
    pattern: box(x, y + side, side, 10 * scale),
    id: box(x + pad, y + below + 4 * scale, side - 2 * pad, id),
    identity: box(x + pad, y + below + id + 6 * scale, side - 2 * pad, height - below - id - 12 * scale),
    summary: box(left, y, rest, summary),
    columns: pair(y + summary, fields),
    strip: box(left, strip, rest, y + height - strip),
    legend: box(left, y + height + GAP * scale, rest * 0.75, LEGEND * scale),
    moreColumns: pair(y, height),
    moreStrip: box(left, y, rest, height),
  };
}
