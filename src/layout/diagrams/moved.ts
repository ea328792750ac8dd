import type { Diagram, PlacedText, Point } from './model.ts';
import { point } from './arranged.ts';
import { type Box, box } from '../box.ts';

/** What happens to every box and point of a diagram. */
interface Motion {
  readonly box: (place: Box) => Box;
  readonly point: (place: Point) => Point;
}

/** The diagram with everything further to the right and down. */
export function movedDiagram(diagram: Diagram, dx: number, dy: number): Diagram {
  return changed(diagram, {
    box: (place) => box(place.x + dx, place.y + dy, place.width, place.height),
    point: ({ x, y }) => point(x + dx, y + dy),
  });
}

/** The diagram as one reads it from right to left. */
export function mirroredDiagram(diagram: Diagram): Diagram {
  const { width } = diagram;
  const sides = { top: 'top', bottom: 'bottom', left: 'right', right: 'left' } as const;
  const mirrored = changed(diagram, {
    box: (place) => box(width - place.x - place.width, place.y, place.width, place.height),
    point: ({ x, y }) => point(width - x, y),
  });
  return {
    ...mirrored,
    direction: 'rtl',
    edges: mirrored.edges.map((edge) => ({ ...edge, start: sides[edge.start], end: sides[edge.end] })),
  };
}

function changed(diagram: Diagram, motion: Motion): Diagram {
  const text = (one: PlacedText): PlacedText => ({ ...one, box: motion.box(one.box) });
  /** A text that may be missing. */
  const some = <K extends string>(key: K, one: PlacedText | undefined) =>
    (one === undefined ? {} : { [key]: text(one) }) as { readonly [key in K]?: PlacedText };
  const { groups, nodes, edges, legend } = diagram;
  return {
    ...diagram,
    groups: groups.map((group) => ({
      ...group,
      box: motion.box(group.box),
      title: text(group.title),
      ...some('note', group.note),
    })),
    nodes: nodes.map((node) => ({
      ...node,
      box: motion.box(node.box),
      ...(node.icon === undefined ? {} : { icon: motion.box(node.icon) }),
      title: text(node.title),
      ...some('number', node.number),
      ...some('skills', node.skills),
      badges: node.badges.map((badge) => ({ ...badge, box: motion.box(badge.box) })),
      components: node.components.map((component) => ({
        ...component,
        icon: motion.box(component.icon),
        text: text(component.text),
      })),
    })),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map(motion.point),
      ...some('label', edge.label),
      ...some('number', edge.number),
    })),
    legend: {
      ...legend,
      box: motion.box(legend.box),
      ...some('title', legend.title),
      letters: legend.letters.map(({ entry, sign, text: words }) => ({ entry, sign: text(sign), text: text(words) })),
      personas: legend.personas.map((one) => ({ ...one, box: motion.box(one.box), text: text(one.text) })),
    },
  };
}
