import { posix } from 'node:path';
import { encodePath, relativePath } from '../../deck/links.ts';
import type { AccessTable, Card, TeamMark } from '../../deck/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import type { Component, FileReference, Persona, RbacFile } from '../../workload/model.ts';
import { referencePlaces } from '../rbacFiles.ts';
import { Figures } from './figures.ts';
import { grouped } from './grouped.ts';
import type { SiteInput } from './input.ts';
import { looksOf } from './looks.ts';
import { places } from './places.ts';

/** Stands behind all teams. */
const NO_TEAM = Number.POSITIVE_INFINITY;

/** Looks things up once for all pages. */
export class SiteContext {
  readonly input: SiteInput;
  readonly figures: Figures;
  /** By id. */
  readonly cards: ReadonlyMap<string, Card>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly components: ReadonlyMap<string, Component>;
  /** Who has access to what, by the component's id. */
  readonly tables: ReadonlyMap<string, AccessTable>;
  /** Cards that name a component, by its id. */
  readonly holders: ReadonlyMap<string, readonly Card[]>;
  /** Cards by the place of their team in the deck; those without a team at last. */
  readonly teams: readonly TeamCards[];
  /** Where the site has what a reference in an RBAC file leads to. */
  readonly placeOf: (from: RbacFile, reference: FileReference) => string | undefined;
  /** Places of persona pictures, by their digests. */
  readonly pictureFiles: ReadonlyMap<string, string>;
  readonly #cardsByTeam: ReadonlyMap<number, readonly Card[]>;
  readonly #addresses = new Map<string, string>();
  readonly #componentPlaces: ReadonlyMap<string, string>;
  readonly #componentsByFile: ReadonlyMap<string, readonly Component[]>;
  readonly #componentsByName: ReadonlyMap<string, Component>;
  readonly #cardsByStem: ReadonlyMap<string, Card>;
  readonly #findings: Readonly<Record<'persona' | 'component', ReadonlyMap<string, readonly Diagnostic[]>>>;

  readonly #diagramsOf: Readonly<Record<'persona' | 'component', ReadonlyMap<string, readonly Diagram[]>>>;

  constructor(input: SiteInput, pictureFiles: ReadonlyMap<string, string>) {
    const { deck, workload, findings } = input;
    this.input = input;
    this.pictureFiles = pictureFiles;
    this.figures = new Figures(looksOf(input));
    this.cards = new Map(deck.cards.map((card) => [card.id, card]));
    this.personas = new Map(workload.personas.map((persona) => [persona.id, persona]));
    this.components = new Map(workload.components.map((component) => [component.id, component]));
    this.tables = new Map(deck.access.map((table) => [table.componentId, table]));
    this.holders = this.#holders();
    this.#cardsByTeam = grouped(deck.cards.map((card) => [card.team?.index ?? NO_TEAM, card]));
    this.teams = [...this.#cardsByTeam]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, cards]) => ({ team: cards[0]?.team, cards }));
    this.#componentPlaces = new Map(workload.components.map(({ id }) => [id, places.component(id)]));
    this.#cardsByStem = new Map(deck.cards.map((card) => [card.stem, card]));
    this.#componentsByName = new Map(workload.components.map((component) => [component.name, component]));
    this.#componentsByFile = grouped(
      workload.components.flatMap((component) =>
        component.rbac === undefined ? [] : [[component.rbac.path, component]],
      ),
    );
    this.#findings = { persona: findingsBy('persona', findings), component: findingsBy('component', findings) };
    this.#diagramsOf = { persona: byPersona(input.diagrams), component: byComponent(input.diagrams) };
    this.placeOf = this.#places();
  }

  /** A link between two places of the output: relative, whatever the address it is published at. */
  link(from: string, to: string, anchor?: string): string {
    const key = `${posix.dirname(from)}\0${to}`;
    const known = this.#addresses.get(key);
    const address = known ?? encodePath(relativePath(from, to));
    if (known === undefined) this.#addresses.set(key, address);
    return anchor === undefined ? address : `${address}#${encodeURIComponent(anchor)}`;
  }

  componentPlace(id: string): string {
    return this.#componentPlaces.get(id) ?? places.component(id);
  }

  /** Components that no card and no RBAC file knows have no page. */
  hasPage(componentId: string): boolean {
    return this.tables.has(componentId);
  }

  componentNamed(name: string): Component | undefined {
    return this.#componentsByName.get(name);
  }

  /** Components that an RBAC file is about. */
  componentsIn({ path }: RbacFile): readonly Component[] {
    return this.#componentsByFile.get(path) ?? [];
  }

  cardWithStem(stem: string): Card | undefined {
    return this.#cardsByStem.get(stem);
  }

  /** Teams that are only partners have none. */
  hasCards({ index }: TeamMark): boolean {
    return this.#cardsByTeam.has(index);
  }

  /** All cards of the card's team. */
  teamOf({ team }: Card): readonly Card[] {
    return this.#cardsByTeam.get(team?.index ?? NO_TEAM) ?? [];
  }

  findingsAbout(what: 'persona' | 'component', id: string): readonly Diagnostic[] {
    return this.#findings[what].get(id) ?? [];
  }

  /** Pictures that show a persona or a component, in the order of the deck. */
  diagramsOf(what: 'persona' | 'component', id: string): readonly Diagram[] {
    return this.#diagramsOf[what].get(id) ?? [];
  }

  #holders(): Map<string, Card[]> {
    return grouped(
      this.input.workload.personas.flatMap(({ id, components }) => {
        const card = this.cards.get(id);
        return card === undefined ? [] : components.map((component) => [component.id, card] as const);
      }),
    );
  }

  /** Pages of the site where it has one, else what the output has besides. */
  #places(): SiteContext['placeOf'] {
    const { workload } = this.input;
    const besides = referencePlaces({
      workload,
      folder: 'rbac',
      placeOfPersonas: ([stem = '', ...more]) => {
        const card = this.cardWithStem(stem);
        return card === undefined || more.length > 0 ? places.index : places.persona(card);
      },
    });
    const files = new Map(workload.rbacFiles.map((file) => [file.path, file]));
    return (from, reference) => {
      const file = files.get(reference.file ?? '');
      const [only, ...more] = file === undefined ? [] : this.componentsIn(file);
      const isPage = only !== undefined && more.length === 0 && this.hasPage(only.id);
      return isPage ? this.componentPlace(only.id) : besides(from, reference);
    };
  }
}

export interface TeamCards {
  readonly team: TeamMark | undefined;
  readonly cards: readonly Card[];
}

function findingsBy(what: 'persona' | 'component', findings: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return grouped(
    findings.flatMap((finding) => {
      const id = finding.about?.[what];
      return id === undefined ? [] : [[id, finding] as const];
    }),
  );
}

function byPersona(diagrams: readonly Diagram[]): Map<string, Diagram[]> {
  return showing(diagrams, ({ node }) => node.badges.map(({ id }) => id));
}

function byComponent(diagrams: readonly Diagram[]): Map<string, Diagram[]> {
  return showing(diagrams, ({ node }) => [
    ...(node.componentId === undefined ? [] : [node.componentId]),
    ...node.components.map(({ id }) => id),
  ]);
}

/** Each picture once for each of what its nodes show. */
function showing(diagrams: readonly Diagram[], idsOf: (node: Diagram['nodes'][number]) => readonly string[]) {
  return grouped(
    diagrams.flatMap((diagram) => [...new Set(diagram.nodes.flatMap(idsOf))].map((id) => [id, diagram] as const)),
  );
}
