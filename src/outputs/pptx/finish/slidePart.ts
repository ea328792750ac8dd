import type { DeckSpec, ElementSpec, ShapeSpec, SlideSpec } from '../slideSpec.ts';
import { descend, elementIndex, elements, type XmlElement } from './xml.ts';

/** A slide on its way through the passes: its tree, its relations and what it was made from. */
export interface SlidePart {
  readonly root: XmlElement;
  /** Holds the shapes. */
  readonly shapeTree: XmlElement;
  readonly relations: Relation[];
  readonly spec: SlideSpec;
  readonly deck: DeckSpec;
  /** In the deck, from 1. */
  readonly number: number;
  /** Each element of the spec with the nodes that it became: one, or one a member for groups. */
  readonly made: readonly Made[];
  /** Elements of a name as the emitter wrote them, in document order; found once for all passes. */
  readonly emitted: (name: string) => readonly XmlElement[];
}

export interface Made {
  readonly element: ElementSpec;
  readonly nodes: readonly XmlElement[];
}

export interface Relation {
  readonly id: string;
  /** Last part of the type's address: `hyperlink`, `slide`, `image`. */
  readonly type: string;
  target: string;
  readonly external: boolean;
}

/** Mends one defect of the emitter, in place. */
export type SlidePass = (slide: SlidePart) => void;

/** The first two children of a shape tree describe the tree itself. */
const TREE_PROPERTIES = 2;

/**
 * Pairs the emitter's shapes with the spec, in order. Shapes past the last element are empty placeholders that the
 * emitter adds for those a slide does not fill; they are taken away.
 */
export function slidePart(
  root: XmlElement,
  relations: Relation[],
  spec: SlideSpec,
  deck: DeckSpec,
  number: number,
): SlidePart {
  const shapeTree = descend(root, 'p:cSld', 'p:spTree');
  const all = elements(shapeTree);
  const shapes = all.slice(TREE_PROPERTIES);
  let next = 0;
  const made = spec.elements.map((element) => {
    const count = element.kind === 'group' ? element.shapes.length : 1;
    const nodes = shapes.slice(next, next + count);
    next += count;
    if (nodes.length !== count) throw new Error(`${spec.title}: ${element.name} was not emitted`);
    return { element, nodes };
  });
  shapeTree.children = [...all.slice(0, TREE_PROPERTIES), ...shapes.slice(0, next)];
  const index = elementIndex(shapeTree);
  return { root, shapeTree, relations, spec, deck, number, made, emitted: (name) => index.get(name) ?? [] };
}

/** Shapes and group members of the spec with their nodes. */
export function shapesOf(made: readonly Made[]): [Omit<ShapeSpec, 'description'>, XmlElement][] {
  return made.flatMap(({ element, nodes }) => {
    const shapes = element.kind === 'group' ? element.shapes : element.kind === 'shape' ? [element] : [];
    return shapes.flatMap((shape, index): [Omit<ShapeSpec, 'description'>, XmlElement][] => {
      const node = nodes[index];
      return node === undefined ? [] : [[shape, node]];
    });
  });
}
