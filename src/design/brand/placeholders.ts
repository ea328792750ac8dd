import { child, descendants, elements, textContent, type XmlElement } from '../../ooxml/xml.ts';
import { pt } from '../units.ts';
import type { BrandPlaceholder } from './model.ts';
import { type StyleContext, textStyles } from './textStyles.ts';

/** Where styles and places that a layout leaves out come from. */
export interface Inherited {
  readonly master: XmlElement;
  /** `p:defaultTextStyle` of the presentation. */
  readonly defaults: XmlElement | undefined;
  readonly context: StyleContext;
}

interface Slot {
  readonly shape: XmlElement;
  readonly type: string;
  readonly index: number | undefined;
}

const EMU_PER_POINT = 12_700;
const types: ReadonlySet<string> = new Set(['title', 'ctrTitle', 'subTitle', 'body', 'obj', 'sldNum', 'ftr', 'dt']);

/** Placeholders of a layout, each with what it inherits. Those that have no place anywhere are left out. */
export function placeholdersOf(layout: XmlElement, inherited: Inherited): BrandPlaceholder[] {
  const masterSlots = slotsOf(inherited.master);
  return slotsOf(layout).flatMap((slot) => {
    const parent = parentOf(slot, masterSlots);
    const chain = [slot.shape, ...(parent === undefined ? [] : [parent.shape])];
    const box = boxOf(chain);
    if (box === undefined) return [];
    const bodies = chain.map((shape) => child(shape, 'p:txBody')).filter((body) => body !== undefined);
    const lists = [
      ...bodies.map((body) => child(body, 'a:lstStyle')),
      child(child(inherited.master, 'p:txStyles'), styleNameOf(slot.type)),
      inherited.defaults,
    ];
    const { name = '' } = child(child(slot.shape, 'p:nvSpPr'), 'p:cNvPr')?.attributes ?? {};
    return [
      {
        type: isTurned(chain, bodies) ? 'other' : typeOf(slot.type),
        ...(slot.index === undefined ? {} : { index: slot.index }),
        name,
        prompt: promptOf(slot.shape),
        box,
        ...framing(bodies),
        levels: textStyles(lists, inherited.context),
      },
    ];
  });
}

/** Shapes that stand for something: groups hold none. */
function slotsOf(root: XmlElement): Slot[] {
  const tree = child(child(root, 'p:cSld'), 'p:spTree');
  return (tree === undefined ? [] : elements(tree)).flatMap((shape) => {
    const place = child(child(child(shape, 'p:nvSpPr'), 'p:nvPr'), 'p:ph');
    if (shape.name !== 'p:sp' || place === undefined) return [];
    const index = Number(place.attributes.idx ?? 'none');
    return [{ shape, type: place.attributes.type ?? 'obj', index: Number.isFinite(index) ? index : undefined }];
  });
}

const typeOf = (type: string): BrandPlaceholder['type'] =>
  types.has(type) ? (type as BrandPlaceholder['type']) : 'other';

/** The placeholder of the master that one of a layout goes by: found by kind, by index where there are several. */
function parentOf({ type, index }: Slot, master: readonly Slot[]): Slot | undefined {
  const kind = masterKind(type);
  const alike = master.filter((slot) => masterKind(slot.type) === kind);
  return alike.find((slot) => slot.index === index) ?? alike[0];
}

function masterKind(type: string): string {
  if (type === 'title' || type === 'ctrTitle') return 'title';
  return ['dt', 'ftr', 'sldNum', 'hdr', 'sldImg'].includes(type) ? type : 'body';
}

function styleNameOf(type: string): string {
  const kind = masterKind(type);
  if (kind === 'title') return 'p:titleStyle';
  return kind === 'body' ? 'p:bodyStyle' : 'p:otherStyle';
}

function boxOf(chain: readonly XmlElement[]): BrandPlaceholder['box'] | undefined {
  for (const shape of chain) {
    const frame = child(child(shape, 'p:spPr'), 'a:xfrm');
    const points = (name: string, key: string): number =>
      Number(child(frame, name)?.attributes[key] ?? 'none') / EMU_PER_POINT;
    const box = {
      x: pt(points('a:off', 'x')),
      y: pt(points('a:off', 'y')),
      width: pt(points('a:ext', 'cx')),
      height: pt(points('a:ext', 'cy')),
    };
    if (Object.values(box).every(Number.isFinite)) return box;
  }
  return undefined;
}

/** Text that does not run from left to right across the page is no place for ours. */
function isTurned(chain: readonly XmlElement[], bodies: readonly XmlElement[]): boolean {
  const frame = chain.map((shape) => child(child(shape, 'p:spPr'), 'a:xfrm')).find((one) => one !== undefined);
  const direction = bodyAttribute(bodies, 'vert') ?? 'horz';
  return Number(frame?.attributes.rot ?? '0') !== 0 || direction !== 'horz';
}

function framing(bodies: readonly XmlElement[]): Pick<BrandPlaceholder, 'insets' | 'anchor'> {
  const inset = (name: string, usual: number) => {
    const written = Number(bodyAttribute(bodies, name) ?? 'none');
    return pt(Number.isFinite(written) ? written / EMU_PER_POINT : usual);
  };
  const anchors: Readonly<Record<string, BrandPlaceholder['anchor']>> = { ctr: 'middle', b: 'bottom' };
  return {
    insets: {
      left: inset('lIns', 7.2),
      top: inset('tIns', 3.6),
      right: inset('rIns', 7.2),
      bottom: inset('bIns', 3.6),
    },
    anchor: anchors[bodyAttribute(bodies, 'anchor') ?? ''] ?? 'top',
  };
}

function bodyAttribute(bodies: readonly XmlElement[], name: string): string | undefined {
  return bodies.map((body) => child(body, 'a:bodyPr')?.attributes[name]).find((value) => value !== undefined);
}

function promptOf(shape: XmlElement): string {
  const body = child(shape, 'p:txBody');
  const paragraphs = (body === undefined ? [] : elements(body)).filter(({ name }) => name === 'a:p');
  return paragraphs
    .map((paragraph) => descendants(paragraph, 'a:t').map(textContent).join(''))
    .join('\n')
    .trim();
}
