import type { AccessTable, Card, TeamMark } from '../../deck/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, FileReference, Persona, RbacFile } from '../../workload/model.ts';
import { referencePlaces } from '../rbacFiles.ts';
import { Figures } from './figures.ts';
import { grouped } from './grouped.ts';
import type { SiteInput } from './input.ts';
import { looksOf } from './looks.ts';
import { places } from './places.ts';

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
  readonly #componentsByFile: ReadonlyMap<string, readonly Component[]>;
  readonly #componentsByName: ReadonlyMap<string, Component>;
  readonly #cardsByStem: ReadonlyMap<string, Card>;
  readonly #findings: Readonly<Record<'persona' | 'component', ReadonlyMap<string, readonly Diagnostic[]>>>;

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
    this.teams = teamsOf(deck.cards);
    this.#cardsByStem = new Map(deck.cards.map((card) => [card.stem, card]));
    this.#componentsByName = new Map(workload.components.map((component) => [component.name, component]));
    this.#componentsByFile = grouped(
      workload.components.flatMap((component) =>
        component.rbac === undefined ? [] : [[component.rbac.path, component]],
      ),
    );
    this.#findings = { persona: findingsBy('persona', findings), component: findingsBy('component', findings) };
    this.placeOf = this.#places();
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

  findingsAbout(what: 'persona' | 'component', id: string): readonly Diagnostic[] {
    return this.#findings[what].get(id) ?? [];
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
      return isPage ? places.component(only.id) : besides(from, reference);
    };
  }
}

export interface TeamCards {
  readonly team: TeamMark | undefined;
  readonly cards: readonly Card[];
}

function teamsOf(cards: readonly Card[]): TeamCards[] {
  return [...grouped(cards.map((card) => [card.team?.index ?? Number.POSITIVE_INFINITY, card])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cards]) => ({ team: cards[0]?.team, cards }));
}

function findingsBy(what: 'persona' | 'component', findings: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return grouped(
    findings.flatMap((finding) => {
      const id = finding.about?.[what];
      return id === undefined ? [] : [[id, finding] as const];
    }),
  );
}
