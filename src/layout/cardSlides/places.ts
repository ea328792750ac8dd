import type { Card } from '../../deck/model.ts';
import type { CardSize } from '../../design/design.ts';
import { isLandscape, safeMargin } from '../../design/sizes.ts';
import { type Pt, mmToPt, pt } from '../../design/units.ts';
import { type Box, box } from '../box.ts';
import { bandHeight, railWidth, STRIP_HEIGHT } from '../cards/band.ts';
import { moduleSize, QUIET_ZONE } from '../cards/codes.ts';
import { scaleOf } from '../cards/sizes.ts';
import type { BackPlaces, CardMetrics, FrontPlaces } from './model.ts';

const SAFE = mmToPt(safeMargin);

/** Sizes of type for a tarot card; larger cards have them larger. */
const LABEL_SIZE = 7;
const ID_SIZE = 30;
const KIND_SIZE = 9;
const STRIP_ID_SIZE = 13;
const STRIP_NAME_SIZE = 9;
const STRIP_ICON = 12;

/** Of labels and of the foot. */
export const labelSize = (card: CardSize): Pt => pt(rounded(LABEL_SIZE * scaleOf(card)));
export const stripIdSize = (card: CardSize): Pt => pt(rounded(STRIP_ID_SIZE * scaleOf(card)));
export const largestName = (card: CardSize): Pt => pt(rounded(STRIP_NAME_SIZE * scaleOf(card)));

/** Width of running text on backs. */
export const textWidth = (card: CardSize): number => mmToPt(card.width) - 2 * SAFE;

/** The size that the id is meant to have, and the width that it may take. */
export function idRoom(card: CardSize): { design: number; room: number } {
  const { id } = bandPlaces(card);
  return { design: Math.min(ID_SIZE * scaleOf(card), id.height * 0.95), room: id.width };
}

const kindHeight = (card: CardSize): number => KIND_SIZE * scaleOf(card) * LINE;
/** Of a line, as a multiple of its size: enough for the fonts of all themes. */
const LINE = 1.23;

/** Between what stands side by side in the strip of the back. */
const STRIP_GAP = 5;

/** Across the band. */
const bandSize = (card: CardSize): number => (isLandscape(card) ? railWidth(card) : bandHeight(card));

/** Widths in the strip of the back: the id takes what it needs, up to a share; the name has the rest. */
export function stripWidths(card: CardSize, idWidth: number): { id: number; name: number } {
  const room = textWidth(card);
  const id = Math.min(idWidth, room * 0.5);
  return { id, name: room - id - STRIP_ICON * scaleOf(card) - 2 * STRIP_GAP };
}

type BandPlaces = Pick<FrontPlaces, 'band' | 'figure' | 'pattern' | 'id' | 'icon' | 'kind' | 'kindSize'>;

/** Upright cards have the band at the top, the figure at its end; landscape cards at the side, the figure on top. */
function bandPlaces(size: CardSize): BandPlaces {
  const [width, height] = [mmToPt(size.width), mmToPt(size.height)];
  const band = bandSize(size);
  const line = kindHeight(size);
  const kindSize = pt(rounded(KIND_SIZE * scaleOf(size)));
  const icon = kindSize * 1.2;
  if (isLandscape(size)) {
    const kindTop = height - SAFE - line;
    const idTop = band + STRIP_HEIGHT + 3;
    return {
      band: box(0, 0, band, height),
      figure: box(0, 0, band, band),
      pattern: box(0, band - STRIP_HEIGHT, band, STRIP_HEIGHT),
      id: box(SAFE, idTop, band - 1.7 * SAFE, kindTop - idTop),
      icon: box(SAFE, kindTop + (line - icon) / 2, icon, icon),
      kind: box(SAFE + icon + 3, kindTop, band - SAFE - icon - 3, line),
      kindSize,
    };
  }
  // The line with the kind stands on the pattern, whatever the size of the id.
  const kindTop = band - STRIP_HEIGHT - line - 3;
  return {
    band: box(0, 0, width, band),
    figure: box(width - band, 0, band, band),
    pattern: box(0, band - STRIP_HEIGHT, width, STRIP_HEIGHT),
    id: box(SAFE, SAFE - 2, width - band - SAFE - 2, kindTop - SAFE + 2),
    icon: box(SAFE, kindTop + (line - icon) / 2, icon, icon),
    kind: box(SAFE + icon + 3, kindTop, width - band - SAFE - icon - 5, line),
    kindSize,
  };
}

/** `coded`: with the QR code of the persona. */
export function frontPlaces(card: Card, size: CardSize, metrics: CardMetrics, coded = false): FrontPlaces {
  const band = bandSize(size);
  const width = mmToPt(size.width);
  const places = bandPlaces(size);
  const [start, top] = isLandscape(size) ? [band + SAFE, SAFE - 2] : [SAFE, band + 5 * scaleOf(size)];
  return {
    ...places,
    idSize: pt(metrics.identities[card.id]?.idSize ?? places.kindSize),
    ...body(
      size,
      box(start, top, width - start - SAFE, 0),
      metrics.footHeight.front,
      coded ? codeEdge(card, size, metrics) : 0,
    ),
  };
}

export function backPlaces(card: Card, size: CardSize, metrics: CardMetrics, coded = false): BackPlaces {
  const width = mmToPt(size.width);
  const scale = scaleOf(size);
  const { stripIdWidth = 0, stripHeight = 0, stripNameSize = 0 } = metrics.identities[card.id] ?? {};
  const icon = STRIP_ICON * scale;
  const content = Math.max(stripHeight, icon);
  const band = SAFE + content + 3.5 + STRIP_HEIGHT;
  const widths = stripWidths(size, stripIdWidth);
  return {
    band: box(0, 0, width, band),
    pattern: box(0, band - STRIP_HEIGHT, width, STRIP_HEIGHT),
    id: box(SAFE, SAFE, widths.id, content),
    idSize: stripIdSize(size),
    name: box(SAFE + widths.id + STRIP_GAP, SAFE, widths.name, content),
    nameSize: pt(stripNameSize),
    icon: box(width - SAFE - icon, SAFE + (content - icon) / 2, icon, icon),
    ...body(
      size,
      box(SAFE, band + 5 * scale, textWidth(size), 0),
      metrics.footHeight.back,
      coded ? codeEdge(card, size, metrics) : 0,
    ),
  };
}

/** Length of a module of QR codes. */
export const modulePoints = (size: CardSize): number => mmToPt(moduleSize(size));

/** Edge of a persona's QR code, with its own ground if it has one or `grounded` says so. */
export function codeEdge({ id }: Card, size: CardSize, { codes }: CardMetrics, grounded = codes?.ground): number {
  const modules = codes?.modules[id];
  return modules === undefined ? 0 : (modules + (grounded === true ? 2 * QUIET_ZONE : 0)) * modulePoints(size);
}

/** Running text from the top of `place` down to the foot, which stands beside a QR code if there is one. */
function body(
  size: CardSize,
  { x, y, width }: Box,
  footHeight: number,
  edge: number,
): Pick<FrontPlaces, 'text' | 'foot' | 'footSize' | 'code'> {
  if (edge > 0) {
    const top = mmToPt(size.height) - SAFE - edge;
    const quiet = QUIET_ZONE * modulePoints(size);
    return {
      text: box(x, y, width, top - quiet - y),
      foot: box(x, top, width - edge - quiet, edge),
      footSize: labelSize(size),
      code: box(x + width - edge, top, edge, edge),
    };
  }
  const foot = mmToPt(size.height) - SAFE - footHeight;
  return {
    text: box(x, y, width, foot - 3 - y),
    foot: box(x, foot, width, footHeight),
    footSize: labelSize(size),
  };
}

/** The whole side. */
export const trimOf = (size: CardSize): Box => box(0, 0, mmToPt(size.width), mmToPt(size.height));

/** In steps that PowerPoint shows: a tenth of a point. */
export function rounded(size: number): number {
  return Math.round(size * 10) / 10;
}
