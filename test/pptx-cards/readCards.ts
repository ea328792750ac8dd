import { child, descendants, elements, textContent, type XmlElement } from '../../src/ooxml/xml.ts';
import { type PptxPackage, titleOf } from '../support/pptxPackage.ts';

const EMU_A_POINT = 12_700;

/** A shape or group as a slide has it, in points. */
export interface Placed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise. */
  readonly turn: number;
  readonly node: XmlElement;
}

export interface CardSheet {
  readonly title: string | undefined;
  /** Sides of cards, in reading order. */
  readonly cards: readonly Placed[];
  /** What else stands on the slide, the title aside. */
  readonly others: readonly Placed[];
}

export function readSheets(pptx: PptxPackage): CardSheet[] {
  return pptx.slides.map((name) => {
    const slide = pptx.tree(name);
    const [tree] = descendants(slide, 'p:spTree');
    const placed = elements(tree ?? slide)
      .slice(2)
      .filter((node) => descendants(node, 'p:ph').length === 0)
      .map(placeOf);
    return {
      title: titleOf(slide),
      cards: placed.filter(({ node }) => node.name === 'p:grpSp'),
      others: placed.filter(({ node }) => node.name !== 'p:grpSp'),
    };
  });
}

export function placeOf(node: XmlElement): Placed {
  const transform = descendants(node, 'a:xfrm')[0];
  const [offset, extent] = [child(transform, 'a:off'), child(transform, 'a:ext')];
  const length = (value: string | undefined): number => Number(value) / EMU_A_POINT;
  return {
    name: descendants(node, 'p:cNvPr')[0]?.attributes['name'] ?? '',
    x: length(offset?.attributes['x']),
    y: length(offset?.attributes['y']),
    width: length(extent?.attributes['cx']),
    height: length(extent?.attributes['cy']),
    turn: Number(transform?.attributes['rot'] ?? 0) / 60_000,
    node,
  };
}

/** Shapes, pictures and groups that a group holds, those within them left out. */
export function membersOf({ node }: Placed): Placed[] {
  return elements(node).slice(2).map(placeOf);
}

export function member(group: Placed, name: string): Placed {
  const found = membersOf(group).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${group.name} has no ${name}`);
  return found;
}

/** Text of the paragraphs, tabs and all. */
export function textOf({ node }: Placed): string[] {
  return descendants(node, 'a:p').map((paragraph) => descendants(paragraph, 'a:t').map(textContent).join(''));
}
