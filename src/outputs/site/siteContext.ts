import type { AccessTable, Card, TeamMark } from '../../deck/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Persona } from '../../workload/model.ts';
import { Figures } from './figures.ts';
import type { SiteInput } from './input.ts';
import { looksOf } from './looks.ts';

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
  readonly teams: readonly { readonly team: TeamMark | undefined; readonly cards: readonly Card[] }[];
  readonly #componentsByName: ReadonlyMap<string, Component>;
  readonly #cardsByStem: ReadonlyMap<string, Card>;
  readonly #findings: Readonly<Record<'persona' | 'component', ReadonlyMap<string, readonly Diagnostic[]>>>;

  /** Places of persona pictures, by their digests. */
  readonly pictureFiles: ReadonlyMap<string, string>;

  constructor(input: SiteInput, pictureFiles: ReadonlyMap<string, string>) {
    this.input = input;
    this.pictureFiles = pictureFiles;
    const { deck, workload, findings } = input;
    this.figures = new Figures(looksOf(input));
    this.cards = new Map(deck.cards.map((card) => [card.id, card]));
    this.#cardsByStem = new Map(deck.cards.map((card) => [card.stem, card]));
    this.personas = new Map(workload.personas.map((persona) => [persona.id, persona]));
    this.components = new Map(workload.components.map((component) => [component.id, component]));
    this.tables = new Map(deck.access.map((table) => [table.componentId, table]));
    this.#componentsByName = new Map(workload.components.map((component) => [component.name, component]));
    this.holders = holdersOf(input);
    this.teams = cardsByTeam(deck.cards);
    this.#findings = { persona: findingsBy('persona', findings), component: findingsBy('component', findings) };
  }

  /** Components that no card and no RBAC file knows have no page. */
  hasPage(componentId: string): boolean {
    return this.tables.has(componentId);
  }

  componentNamed(name: string): Component | undefined {
    return this.#componentsByName.get(name);
  }

  cardWithStem(stem: string): Card | undefined {
    return this.#cardsByStem.get(stem);
  }

  findingsAbout(what: 'persona' | 'component', id: string): readonly Diagnostic[] {
    return this.#findings[what].get(id) ?? [];
  }
}

function cardsByTeam(cards: readonly Card[]): SiteContext['teams'] {
  const teams = new Map<string | undefined, { team: TeamMark | undefined; cards: Card[] }>();
  for (const card of cards) {
    const known = teams.get(card.team?.id);
    if (known === undefined) teams.set(card.team?.id, { team: card.team, cards: [card] });
    else known.cards.push(card);
  }
  const rank = ({ team }: { team: TeamMark | undefined }): number => team?.index ?? Number.POSITIVE_INFINITY;
  return [...teams.values()].sort((a, b) => rank(a) - rank(b) || 0);
}

function holdersOf({ workload, deck }: SiteInput): Map<string, Card[]> {
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const holders = new Map<string, Card[]>();
  for (const { id, components } of workload.personas) {
    const card = cards.get(id);
    if (card === undefined) continue;
    for (const component of components) {
      const known = holders.get(component.id);
      if (known === undefined) holders.set(component.id, [card]);
      else known.push(card);
    }
  }
  return holders;
}

function findingsBy(what: 'persona' | 'component', findings: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const id = finding.about?.[what];
    if (id === undefined) continue;
    const known = found.get(id);
    if (known === undefined) found.set(id, [finding]);
    else known.push(finding);
  }
  return found;
}
