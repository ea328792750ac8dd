import type { Graph } from '../../deck/graphs/model.ts';
import { graphName } from '../../deck/graphs/graphParts.ts';
import type { CardPicture, PageRef, PictureArea } from '../../deck/pages/model.ts';
import type { Box } from '../../layout/box.ts';
import type { DiagramPicture } from '../diagramPicture.ts';
import type { Task } from '../task.ts';

/** Pictures of flows and architectures, for any number of wikis. */
export class PicturesOfGraphs {
  readonly #pictures: ReadonlyMap<string, DiagramPicture>;

  constructor(pictures: readonly DiagramPicture[]) {
    this.#pictures = new Map(pictures.map((picture) => [graphName(picture.diagram), picture]));
  }

  /** What pages say of the picture of a graph. Pages of components that have none are not led to. */
  of(graph: Graph, hasPage: (componentId: string) => boolean): CardPicture | undefined {
    const picture = this.#pictures.get(graphName(graph));
    if (picture === undefined) return undefined;
    const { name, width, height, diagram } = picture;
    const shown = shownIn(picture);
    return { name, alt: diagram.alt, width, height, shown, areas: areasOf(picture, hasPage), strips: [] };
  }

  tasks(pathOf: (name: string) => string): Task[] {
    return [...this.#pictures.values()].map((picture) => picture.png(pathOf(picture.name)));
  }
}

/** What wikis leave for a page, in CSS px; and the least share of its own size that a picture is read at. */
const PAGE = 960;
const LEAST = 0.75;

/** A picture that is wider than the page at a readable size is scrolled, or shrunk by the wiki. */
function shownIn({ shownWidth }: DiagramPicture): number {
  return Math.min(shownWidth, Math.max(PAGE, Math.round(shownWidth * LEAST)));
}

/** Badges before boxes: of areas above each other, the first one counts. */
function areasOf(picture: DiagramPicture, hasPage: (componentId: string) => boolean): PictureArea[] {
  const { scale, origin, diagram } = picture;
  const area = (text: string, page: PageRef, { x, y, width, height }: Box): PictureArea => {
    const [left, top] = [Math.round((x + origin.x) * scale), Math.round((y + origin.y) * scale)];
    return { text, page, x: left, y: top, width: Math.round(width * scale), height: Math.round(height * scale) };
  };
  const persona = ({ id, name }: { readonly id: string; readonly name: string }, place: Box): PictureArea =>
    area(`${id} ${name}`, { kind: 'persona', id }, place);
  const component = (id: string | undefined, name: string, place: Box): PictureArea[] =>
    id === undefined || !hasPage(id) ? [] : [area(name, { kind: 'component', id }, place)];
  return [
    ...diagram.nodes.flatMap(({ badges }) => badges.map(({ badge, box }) => persona(badge, box))),
    ...diagram.legend.personas.map(({ badge, box }) => persona(badge, box)),
    ...diagram.nodes.flatMap(({ node, box, components }) => [
      ...components.flatMap(({ component: one, text }) => component(one.id, one.name, text.box)),
      ...component(node.componentId, node.title, box),
    ]),
  ];
}
