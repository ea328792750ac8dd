import type { Diagram, PlacedText } from '../../layout/diagrams/model.ts';

/** Every text that is drawn in the file of a picture: their characters choose the fonts. Half circles are drawn as shapes. */
export function diagramTexts({ title, groups, nodes, edges, legend }: Diagram): string[] {
  const placed: (PlacedText | undefined)[] = [
    ...groups.flatMap(({ title, note }) => [title, note]),
    ...nodes.flatMap(({ number, title, components, skills }) => [
      number,
      title,
      skills,
      ...components.map(({ text }) => text),
    ]),
    ...edges.flatMap(({ label, number }) => [label, number]),
    legend.title,
    ...legend.letters.map(({ text }) => text),
    ...legend.personas.map(({ text }) => text),
  ];
  const letters = [...legend.letters.map(({ entry }) => entry.letters), ...badges(nodes)];
  return [title, ...placed.flatMap((text) => text?.lines ?? []), ...letters.map((text) => text.replaceAll('◐', ''))];
}

const badges = (nodes: Diagram['nodes']): string[] =>
  nodes.flatMap((node) => node.badges.flatMap(({ badge }) => [badge.id, badge.letters]));
