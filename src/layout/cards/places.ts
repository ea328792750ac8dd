import type { LinkTarget } from '../../deck/links.ts';
import type { Card, FieldKey, Item } from '../../deck/model.ts';
import type { Side, WideSide } from './model.ts';

/** A rectangle from the top left corner of the card, in CSS px (1/96 inch). */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PlaceKind = 'persona' | 'team' | 'interaction' | 'component' | 'process';

/** Where a side shows something that a link may lead on from. */
export interface Place {
  readonly kind: PlaceKind;
  /** What stands there. */
  readonly text: string;
  readonly link?: LinkTarget;
  /** Of a component: which. */
  readonly component?: NonNullable<Item['component']>;
  /** Holds all of the text and its icon, with room around it as far as no other place needs it. */
  readonly rect: Rect;
}

/** The places of each side, in reading order. */
export type PlacesOfSides = ReadonlyMap<Side | WideSide, readonly Place[]>;

/** A side laid out with the mark of each place (see `placeMark`) and the boxes that its texts and icons take. */
export interface MarkedBoxes {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly mark: string; readonly rect: Rect }[];
}

export interface PlacesRequest {
  readonly card: Card;
  readonly side: Side | WideSide;
  readonly number: number;
  readonly count: number;
}

/** Lays sides out with the real templates and fonts. Handed in, so that layout needs no browser of its own. */
export type MeasurePlaces = (sides: readonly PlacesRequest[]) => Promise<readonly MarkedBoxes[]>;

const kinds: Readonly<Partial<Record<FieldKey | 'access', PlaceKind>>> = {
  team: 'team',
  primaryInteraction: 'interaction',
  components: 'component',
  access: 'component',
  processes: 'process',
};

/** The mark of id and name. */
export const PERSONA_MARK = 'persona';

/** What templates write at item `index` of a field of the side, or of its roles; empty for what has no place. */
export function placeMark(key: FieldKey | 'access', index: number): string {
  return kinds[key] === undefined ? '' : `${key}-${index}`;
}

/** What stands at the marks of a side, and where. A mark that says nothing of this side has no place. */
export function placesOf({ card, side }: Pick<PlacesRequest, 'card' | 'side'>, marked: MarkedBoxes): Place[] {
  const known = joined(marked.boxes).flatMap(({ mark, rect }) => {
    const place = placed(card, side, mark);
    return place === undefined ? [] : [{ ...place, rect }];
  });
  const rects = grown(
    known.map(({ rect }) => rect),
    marked,
  );
  return known.map((place, index) => ({ ...place, rect: rects[index] as Rect }));
}

/** Id and name are one place where nothing else lies between them, as on upright cards. */
function joined(boxes: MarkedBoxes['boxes']): MarkedBoxes['boxes'] {
  const persona = boxes.filter(({ mark }) => mark === PERSONA_MARK);
  const others = boxes.filter(({ mark }) => mark !== PERSONA_MARK);
  const edges = persona.map(({ rect }) => edgesOf(rect));
  const around: Edges = {
    left: Math.min(...edges.map(({ left }) => left)),
    top: Math.min(...edges.map(({ top }) => top)),
    right: Math.max(...edges.map(({ right }) => right)),
    bottom: Math.max(...edges.map(({ bottom }) => bottom)),
  };
  if (persona.length < 2 || others.some(({ rect }) => meet(edgesOf(rect), around))) return boxes;
  return [{ mark: PERSONA_MARK, rect: rectOf(around) }, ...others];
}

function placed(card: Card, side: PlacesRequest['side'], mark: string): Omit<Place, 'rect'> | undefined {
  if (mark === PERSONA_MARK) {
    return { kind: 'persona', text: `${card.id} ${card.name}`, link: { kind: 'card', id: card.stem } };
  }
  const [key = '', index] = mark.split('-');
  const kind = kinds[key as FieldKey];
  const item = itemsAt(side, key)[Number(index)];
  if (kind === undefined || item === undefined) return undefined;
  const { text, link, component } = item;
  return { kind, text, ...(link === undefined ? {} : { link }), ...(component === undefined ? {} : { component }) };
}

function itemsAt(side: PlacesRequest['side'], key: string): readonly Item[] {
  if (key === 'access') return 'rows' in side ? side.rows.map(({ component }) => component) : [];
  if ('fields' in side) return side.fields.find((field) => field.key === key)?.items ?? [];
  return [];
}

/** Room around a place, so that a finger finds it: on all sides, as far as there is some. */
const ROOM = 4;

/** A rectangle by its edges. */
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rectangles with room around them: two that would meet share what is between them, and none leaves the card. */
function grown(rects: readonly Rect[], card: Pick<MarkedBoxes, 'width' | 'height'>): Rect[] {
  const tight = rects.map(edgesOf);
  const wide = tight.map(
    (edges): Edges => ({
      left: Math.max(0, edges.left - ROOM),
      top: Math.max(0, edges.top - ROOM),
      right: Math.min(card.width, edges.right + ROOM),
      bottom: Math.min(card.height, edges.bottom + ROOM),
    }),
  );
  for (const [at, one] of wide.entries()) {
    for (let other = at + 1; other < wide.length; other += 1) {
      part(one, tight[at] as Edges, wide[other] as Edges, tight[other] as Edges);
    }
  }
  return wide.map(rectOf);
}

/** Takes room away from two that meet, along the axis on which there is more between them. */
function part(one: Edges, oneTight: Edges, other: Edges, otherTight: Edges): void {
  if (!meet(one, other)) return;
  const across = Math.max(otherTight.left - oneTight.right, oneTight.left - otherTight.right);
  const down = Math.max(otherTight.top - oneTight.bottom, oneTight.top - otherTight.bottom);
  const isFirst = (start: 'left' | 'top'): boolean => oneTight[start] <= otherTight[start];
  if (across >= down) {
    if (isFirst('left')) divide(one, oneTight, other, otherTight, 'right', 'left');
    else divide(other, otherTight, one, oneTight, 'right', 'left');
  } else if (isFirst('top')) divide(one, oneTight, other, otherTight, 'bottom', 'top');
  else divide(other, otherTight, one, oneTight, 'bottom', 'top');
}

/** Both end in the middle between them. Lines set close touch each other a little: their boxes do too. */
function divide(
  first: Edges,
  firstTight: Edges,
  second: Edges,
  secondTight: Edges,
  end: 'right' | 'bottom',
  start: 'left' | 'top',
): void {
  const middle = (firstTight[end] + secondTight[start]) / 2;
  first[end] = Math.min(first[end], middle);
  second[start] = Math.max(second[start], middle);
}

const meet = (one: Edges, other: Edges): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const edgesOf = ({ x, y, width, height }: Rect): Edges => ({ left: x, top: y, right: x + width, bottom: y + height });
const rectOf = ({ left, top, right, bottom }: Edges): Rect => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});
