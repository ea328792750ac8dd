import { groupAround, labelGround } from '../../layout/diagrams/groupAround.ts';
import type { LinkTarget } from '../../deck/links.ts';
import { icon as iconOf, type IconName } from '../../design/icons.ts';
import { pathData } from '../../design/paths.ts';
import type { Box } from '../../layout/box.ts';
import type {
  Diagram,
  PlacedBadge,
  PlacedEdge,
  PlacedGroup,
  PlacedNode,
  PlacedText,
} from '../../layout/diagrams/model.ts';
import { badgeMarkup } from './badgeMarkup.ts';
import { edgeMarkup } from './edgeMarkup.ts';
import { legendMarkup } from './legendMarkup.ts';
import { type DiagramPainting, linkMarkup } from './painting.ts';
import { num } from './numbers.ts';
import type { DiagramPaint, DiagramPart } from './paint.ts';
import { textMarkup } from './textMarkup.ts';

/** Of what is not lit. */
const QUIET = 0.28;
const CORNER = 5;

/** What is in a picture, from back to front, as SVG. All of it lies within `width` and `height`. */
export function diagramMarkup(diagram: Diagram, painting: DiagramPainting): string {
  const painter = new DiagramPainter(diagram, painting);
  return [
    ...diagram.groups.map((group) => painter.group(group)),
    // Lit lines lie above quiet ones.
    ...[...diagram.edges].sort((a, b) => painter.order(a) - painter.order(b)).map((edge) => painter.edge(edge)),
    ...diagram.nodes.map((node) => painter.node(node)),
    ...diagram.edges.map((edge) => painter.edgeTexts(edge)),
    legendMarkup(diagram, painting),
  ].join('');
}

class DiagramPainter {
  readonly #groups: readonly PlacedGroup[];
  readonly #direction: 'ltr' | 'rtl';
  readonly #painting: DiagramPainting;
  readonly #paint: DiagramPaint;

  constructor({ groups, direction }: Diagram, painting: DiagramPainting) {
    this.#groups = groups;
    this.#direction = direction;
    this.#painting = painting;
    this.#paint = painting.paint;
  }

  group(placed: PlacedGroup): string {
    const { group, box, title, note } = placed;
    const width = group.emphasized ? 1 : 0.75;
    const isLit = this.#painting.lit?.groups.has(group.id) ?? true;
    return (
      rect(box, CORNER + 1, ` stroke-width="${width}"${this.#paint.part(groupPart(placed))}`) +
      this.#quiet(isLit, this.#text(title, 'text') + (note === undefined ? '' : this.#text(note, 'quietText')))
    );
  }

  order({ edge }: PlacedEdge): number {
    return (this.#painting.lit?.edges.has(edge.id) ?? true) ? 1 : 0;
  }

  edge(placed: PlacedEdge): string {
    return this.#quiet(this.order(placed) === 1, edgeMarkup(placed, this.#paint));
  }

  /** Labels stand on a ground of their own, so that no line crosses a text. */
  edgeTexts(placed: PlacedEdge): string {
    const { edge, label, number } = placed;
    const part = edge.kind === 'feedback' ? 'feedbackText' : 'text';
    const texts =
      (number === undefined ? '' : this.#disc(number)) +
      (label === undefined
        ? ''
        : rect(labelGround(label), 3, this.#paint.part(this.#groundOf(label))) + this.#centred(label, part));
    return texts === '' ? '' : this.#quiet(this.order(placed) === 1, texts);
  }

  #groundOf(label: PlacedText): DiagramPart {
    const group = groupAround(label.box, this.#groups);
    return group === undefined ? 'ground' : groundOf(group);
  }

  node(placed: PlacedNode): string {
    const { node, box, icon, number, title, badges, components, skills } = placed;
    const { lit } = this.#painting;
    const isLit = lit?.nodes.has(node.id) ?? true;
    const stroke = lit !== undefined && isLit ? 2 : 0.9;
    const body = rect(box, CORNER, ` stroke-width="${stroke}"${this.#paint.part('node')}`);
    const head =
      (icon === undefined || node.icon === undefined ? '' : this.#icon(node.icon, icon)) +
      (number === undefined ? '' : this.#disc(number)) +
      this.#text(title, 'text');
    const linked =
      node.componentId === undefined
        ? body + head
        : this.#component({ id: node.componentId, name: node.title, link: node.link }, body + head);
    const parts = components.map(({ component, icon: place, text }) =>
      this.#component(component, this.#icon(component.icon, place) + this.#text(text, 'text')),
    );
    return this.#quiet(
      isLit,
      linked +
        parts.join('') +
        (skills === undefined ? '' : this.#text(skills, 'quietText')) +
        badges.map((badge) => this.#badge(badge, isLit)).join(''),
    );
  }

  /** Of those at a node that is lit, only the persona's own is. */
  #badge(placed: PlacedBadge, isLit: boolean): string {
    const { badge } = placed;
    const { id, name, words } = badge;
    const said = words === '' ? `${id} ${name}` : `${id} ${name}: ${words}`;
    const drawn = badgeMarkup(placed, this.#paint, this.#direction);
    const isOwn = !isLit || (this.#painting.lit?.hasBadge(badge) ?? true);
    return this.#quiet(isOwn, linkMarkup(this.#painting.href({ on: 'persona', badge }), said, drawn));
  }

  #component(
    { id, name, link }: { readonly id: string; readonly name: string; readonly link?: LinkTarget | undefined },
    drawn: string,
  ): string {
    return linkMarkup(this.#painting.href({ on: 'component', id, target: link }), name, drawn);
  }

  #disc(number: PlacedText): string {
    const { x, y, width, height } = number.box;
    const [cx, cy, r] = [x + width / 2, y + height / 2, Math.min(width, height) / 2];
    return (
      `<circle cx="${num(cx)}" cy="${num(cy)}" r="${num(r)}"${this.#paint.part('disc')}/>` +
      this.#centred(number, 'discText')
    );
  }

  #icon(name: IconName, { x, y, width }: Box): string {
    const { size, commands } = iconOf(name);
    const transform = `translate(${num(x)} ${num(y)}) scale(${(width / size).toFixed(4)})`;
    return (
      `<path transform="${transform}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"` +
      `${this.#paint.part('icon')} d="${pathData(commands)}"/>`
    );
  }

  #text(text: PlacedText, part: DiagramPart): string {
    return textMarkup(text, this.#paint.part(part), this.#direction);
  }

  #centred(text: PlacedText, part: DiagramPart): string {
    return textMarkup(text, this.#paint.part(part), this.#direction, 'middle');
  }

  #quiet(isLit: boolean, drawn: string): string {
    return isLit || drawn === '' ? drawn : `<g opacity="${QUIET}">${drawn}</g>`;
  }
}

function groupPart({ group, depth }: PlacedGroup): DiagramPart {
  if (group.emphasized) return 'emphasized';
  return depth % 2 === 0 ? 'group' : 'innerGroup';
}

/** The same colour as the group, without an edge. */
function groundOf(group: PlacedGroup): DiagramPart {
  const grounds = { emphasized: 'emphasizedGround', group: 'groupGround', innerGroup: 'ground' } as const;
  return grounds[groupPart(group) as keyof typeof grounds];
}

/** A line ends a little before a text. */
function rect({ x, y, width, height }: Box, radius: number, attributes: string): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${radius}"${attributes}/>`;
}
