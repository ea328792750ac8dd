import type { Graph, GraphGroup, GraphNode, PersonaBadge } from '../../deck/graphs/model.ts';
import type { LinkTarget } from '../../deck/links.ts';
import { ElementNames } from './elementNames.ts';

export interface Likec4Context {
  /** Where a link leads; undefined when what it names is not part of the build. */
  readonly address: (target: LinkTarget) => string | undefined;
}

/** Kinds of elements and relations; the shapes and colours are LikeC4's own. */
const specification = `specification {
  element architecture
  element zone {
    style {
      border dashed
    }
  }
  element component
  element persona {
    style {
      shape person
    }
  }
  relationship access {
    line dotted
  }
}
`;

/**
 * Architectures in the language of LikeC4: one model, so that a tool can go on from there. Each architecture is an
 * element with its zones and parts inside, personas stand beside them, and two views show it without and with them.
 */
export function likec4Of(architectures: readonly Graph[], { address }: Likec4Context): string {
  const personas = new Map(
    architectures.flatMap(({ nodes }) => nodes.flatMap(({ badges }) => badges.map((badge) => [badge.id, badge]))),
  );
  const names = new ElementNames();
  const nameOf = ({ id }: Pick<PersonaBadge, 'id'>): string => names.of(`persona:${id}`);
  const link = (target: LinkTarget | undefined): string[] => {
    const found = target && address(target);
    return found === undefined ? [] : [`link ${found}`];
  };
  const persona = (badge: PersonaBadge): string[] =>
    element(nameOf(badge), 'persona', `${badge.id} ${badge.name}`, [
      ...(badge.team === undefined ? [] : [`technology ${quoted(badge.team.name)}`]),
      ...link(badge.link),
    ]);
  const models = architectures.map((graph) => new Model(graph, names.of(`architecture:${graph.id}`), link, nameOf));
  const shown = [...personas.values()];
  return [
    specification,
    block('model', [...shown.flatMap(persona), ...models.flatMap((model) => model.lines())]),
    block(
      'views',
      models.flatMap((model) => model.views(shown.map(nameOf))),
    ),
  ].join('\n');
}

/** One architecture. Its parts have names of their own, since another may have parts of the same name. */
class Model {
  readonly #graph: Graph;
  readonly #name: string;
  readonly #link: (target: LinkTarget | undefined) => string[];
  readonly #nameOf: (badge: PersonaBadge) => string;
  readonly #names = new ElementNames();
  readonly #paths = new Map<string, string>();

  constructor(
    graph: Graph,
    name: string,
    link: (target: LinkTarget | undefined) => string[],
    nameOf: (badge: PersonaBadge) => string,
  ) {
    this.#graph = graph;
    this.#name = name;
    this.#link = link;
    this.#nameOf = nameOf;
  }

  lines(): string[] {
    const { title, summary, edges, nodes } = this.#graph;
    const described = summary === undefined ? [] : [`description ${quoted(summary)}`];
    const whole = element(this.#name, 'architecture', title, [...described, ...this.#inside(undefined, this.#name)]);
    return [
      ...whole,
      ...edges.map(({ from, to, label, number }) => {
        const texts = [...(number === undefined ? [] : [`${number}`]), ...(label === undefined ? [] : [label])];
        const text = texts.length === 0 ? '' : ` ${quoted(texts.join(' · '))}`;
        return `${this.#paths.get(from)} -> ${this.#paths.get(to)}${text}`;
      }),
      ...nodes.flatMap(({ id, badges }) =>
        badges.map((badge) => {
          const text = badge.words === '' ? '' : ` ${quoted(badge.words)}`;
          return `${this.#nameOf(badge)} -[access]-> ${this.#paths.get(id)}${text}`;
        }),
      ),
    ];
  }

  /** All parts alone; and all parts with those who work on them. */
  views(personas: readonly string[]): string[] {
    const { title } = this.#graph;
    const parts = `include ${this.#name}, ${this.#name}.**`;
    const view = (name: string, lines: readonly string[]): string[] => [
      `view ${name} {`,
      ...indented([`title ${quoted(title)}`, ...lines]),
      '}',
    ];
    return [
      ...view(this.#name, [parts]),
      ...(personas.length === 0
        ? []
        : view(`${this.#name}_personas`, [
            parts,
            `include ${personas.map((one) => `${one} -> ${this.#name}.**`).join(', ')}`,
          ])),
    ];
  }

  #inside(group: string | undefined, path: string): string[] {
    const { nodes, groups } = this.#graph;
    return [
      ...nodes.filter((node) => node.group === group).flatMap((node) => this.#part(node, path)),
      ...groups.filter(({ parent }) => parent === group).flatMap((zone) => this.#zone(zone, path)),
    ];
  }

  #part({ id, title, link }: GraphNode, path: string): string[] {
    const name = this.#names.of(id);
    this.#paths.set(id, `${path}.${name}`);
    return element(name, 'component', title, this.#link(link));
  }

  #zone({ id, title }: GraphGroup, path: string): string[] {
    const name = this.#names.of(id);
    return element(name, 'zone', title, this.#inside(id, `${path}.${name}`));
  }
}

function element(name: string, kind: string, title: string, inside: readonly string[]): string[] {
  const head = `${name} = ${kind} ${quoted(title)}`;
  return inside.length === 0 ? [head] : [`${head} {`, ...indented(inside), '}'];
}

const block = (keyword: string, lines: readonly string[]): string =>
  `${keyword} {\n${indented(lines)
    .map((line) => `${line}\n`)
    .join('')}}\n`;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** A text in single quotes; line breaks become spaces. */
const quoted = (text: string): string =>
  `'${text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\']/g, (character) => `\\${character}`)}'`;
