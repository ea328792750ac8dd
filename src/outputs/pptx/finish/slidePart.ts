import type { Relation } from '../../../ooxml/relations.ts';
import type { SlideNumbers } from '../slideNumbers.ts';
import { leavesOf } from '../leaves.ts';
import type { DeckSpec, LeafSpec, ShapeSpec, SlideSpec } from '../slideSpec.ts';
import { descend, elementIndex, elements, type XmlElement } from '../../../ooxml/xml.ts';

/** A slide on its way through the passes: its tree, its relations and what it was made from. */
export interface SlidePart {
  readonly root: XmlElement;
  /** Holds the shapes. */
  readonly shapeTree: XmlElement;
  readonly relations: Relation[];
  readonly spec: SlideSpec;
  readonly deck: DeckSpec;
  readonly numbers: SlideNumbers;
  /** In the deck, from 1. */
  readonly number: number;
  /** Each leaf of the spec with the shape that it became. */
  readonly made: readonly Made[];
  /** Elements of a name as the emitter wrote them, in document order; found once for all passes. */
  readonly emitted: (name: string) => readonly XmlElement[];
}

export interface Made {
  readonly element: LeafSpec;
  readonly node: XmlElement;
}

/** Mends one defect of the emitter, in place. */
export type SlidePass = (slide: SlidePart) => void;

/** The first two children of a shape tree describe the tree itself. */
export const TREE_PROPERTIES = 2;

/**
 * Pairs the emitter's shapes with the spec, in order. Shapes past the last element are empty placeholders that the
 * emitter adds for those a slide does not fill; they are taken away.
 */
export function slidePart(
  root: XmlElement,
  relations: Relation[],
  spec: SlideSpec,
  deck: DeckSpec,
  numbers: SlideNumbers,
  number: number,
): SlidePart {
  const shapeTree = descend(root, 'p:cSld', 'p:spTree');
  const all = elements(shapeTree);
  const shapes = all.slice(TREE_PROPERTIES);
  const made = leavesOf(spec).map((element, position) => {
    const node = shapes[position];
    if (node === undefined) throw new Error(`Slide ${number}: ${element.name} was not emitted`);
    return { element, node };
  });
  shapeTree.children = [...all.slice(0, TREE_PROPERTIES), ...made.map(({ node }) => node)];
  const index = elementIndex(shapeTree);
  return { root, shapeTree, relations, spec, deck, numbers, number, made, emitted: (name) => index.get(name) ?? [] };
}

/** Shapes of the spec with their nodes; those of drawings are not among them. */
export function shapesOf(made: readonly Made[]): [ShapeSpec, XmlElement][] {
  return made.flatMap(({ element, node }): [ShapeSpec, XmlElement][] =>
    element.kind === 'shape' ? [[element, node]] : [],
  );
}
