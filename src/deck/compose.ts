import { iconNameFor } from '../design/icons.ts';
import type { Labels } from '../design/design.ts';
import { directionOf } from '../design/locale.ts';
import type {
  Component,
  Environment,
  Interaction,
  Persona,
  RoleAssignment,
  Team,
  Workload,
} from '../workload/model.ts';
import type { AccessCell, AccessTable, Card, CardAccessRow, Deck, Field, Grant, Item, TeamMark } from './model.ts';
import { composeGraphs } from './graphs/composeGraphs.ts';
import { type LinkTarget, rbacLink } from './links.ts';
import { composeMatrices } from './matrices/composeMatrices.ts';
import { MatrixContext } from './matrices/context.ts';

/** Says what every card and table says, in the words of `labels`. */
export function composeDeck(workload: Workload, labels: Labels): Deck {
  const composer = new Composer(workload, labels);
  const teams = markTeams(workload.teams);
  const access = composer.accessTables();
  const direction = directionOf(workload.language);
  return {
    title: workload.name,
    ...(workload.summary === undefined ? {} : { summary: workload.summary }),
    language: workload.language,
    direction,
    environments: workload.environments.map(({ id, name, production }) => ({ id, name, production })),
    cards: workload.personas.map((persona) => composer.card(persona)),
    access,
    graphs: composeGraphs(workload, labels, teams),
    matrices: composeMatrices(new MatrixContext(workload, labels, teams, direction), access),
  };
}

/** Looks things up once for all cards. */
class Composer {
  readonly #workload: Workload;
  readonly #labels: Labels;
  readonly #teams: ReadonlyMap<string, TeamMark>;
  readonly #personas: ReadonlyMap<string, Persona>;
  /** Place of each persona in the deck. */
  readonly #order: ReadonlyMap<Persona, number>;
  /** Personas that have the component on their card, by component id. */
  readonly #holders: ReadonlyMap<string, readonly Persona[]>;
  /** By component, then by principal, then by environment. */
  readonly #assignments: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, RoleAssignment[]>>>;

  constructor(workload: Workload, labels: Labels) {
    this.#workload = workload;
    this.#labels = labels;
    this.#teams = markTeams(workload.teams);
    this.#personas = new Map(workload.personas.map((persona) => [persona.id, persona]));
    this.#order = new Map(workload.personas.map((persona, index) => [persona, index]));
    this.#holders = indexHolders(workload.personas);
    this.#assignments = indexAssignments(workload.assignments);
  }

  card(persona: Persona): Card {
    const { id, name, stem, kind, image, summary, goal, notes } = persona;
    const team = persona.team && this.#teams.get(persona.team.id);
    return {
      id,
      name,
      stem,
      kind: { id: kind, label: this.#labels[kind] },
      ...(team === undefined ? {} : { team }),
      ...(summary === undefined ? {} : { summary }),
      ...(goal === undefined ? {} : { goal }),
      ...(notes === undefined ? {} : { notes }),
      ...(image === undefined ? {} : { image }),
      fields: this.#fields(persona, team),
      access: persona.components.map((component, index) => this.#cardAccess(persona, component, index)),
    };
  }

  #fields(persona: Persona, team: TeamMark | undefined): Field[] {
    const labels = this.#labels;
    return [
      { key: 'team', label: labels.team, items: team === undefined ? [] : [{ text: team.name, team }] },
      {
        key: 'primaryInteraction',
        label: labels.primaryInteraction,
        items: persona.primaryInteraction.map((interaction) => this.#partner(interaction)),
      },
      {
        key: 'components',
        label: labels.components,
        items: persona.components.map((component, index) => this.#onCard(component, index)),
      },
      { key: 'processes', label: labels.processes, items: persona.processes.map(({ name }) => ({ text: name })) },
      {
        key: 'skills',
        label: labels.skills,
        items: persona.skills.map((skill) => ({
          text: skill.name,
          ...(skill.level === undefined ? {} : { note: skill.level }),
          ...(skill.learn === undefined ? {} : { link: { kind: 'web', id: skill.learn } }),
        })),
      },
    ];
  }

  #partner(interaction: Interaction): Item {
    if (interaction.kind === 'team') {
      const team = this.#teams.get(interaction.team.id);
      return { text: interaction.team.name, ...(team === undefined ? {} : { team }) };
    }
    const partner = this.#personas.get(interaction.id);
    const text = `${interaction.id} ${interaction.name}`;
    return partner === undefined ? { text } : { text, link: cardLink(partner) };
  }

  /** A component as it stands on a card: with its link, or saying that there is no RBAC file to link to. */
  #component(component: Component): Item {
    const link = rbacLink(component);
    return {
      text: component.name,
      icon: iconNameFor(component.category),
      ...(link === undefined ? { note: this.#labels.noRbacFile } : { link }),
    };
  }

  #onCard(component: Component, index: number): Item {
    return { ...this.#component(component), component: { id: component.id, number: index + 1 } };
  }

  #cardAccess(persona: Persona, component: Component, index: number): CardAccessRow {
    const cells = this.#assignments.get(component.id)?.get(personaKey(persona.id));
    return { component: this.#onCard(component, index), cells: this.#cells(cells) };
  }

  #cells(byEnvironment: ReadonlyMap<string, RoleAssignment[]> | undefined): AccessCell[] {
    return this.#workload.environments.map((environment: Environment) => cellOf(byEnvironment?.get(environment.id)));
  }

  accessTables(): AccessTable[] {
    return this.#workload.components
      .filter((component) => component.rbac !== undefined || this.#holders.has(component.id))
      .map((component) => this.#accessTable(component))
      .sort((a, b) => compareNames(a.component.text, b.component.text));
  }

  #accessTable(component: Component): AccessTable {
    const principals = this.#assignments.get(component.id) ?? new Map<string, ReadonlyMap<string, RoleAssignment[]>>();
    const rows = this.#principalPersonas(component, principals).map((persona) => ({
      id: persona.id,
      name: persona.name,
      kind: persona.kind,
      link: cardLink(persona),
      cells: this.#cells(principals.get(personaKey(persona.id))),
    }));
    const identities = [...principals]
      .filter(([key]) => key.startsWith(IDENTITY))
      .map(([key, cells]) => ({ name: key.slice(IDENTITY.length), cells: this.#cells(cells) }));
    const source = rbacLink(component);
    return {
      component: this.#component(component),
      componentId: component.id,
      rows,
      identities,
      ...(source === undefined ? {} : { source }),
    };
  }

  /** Personas with the component on their card or a row in its table, in the order of the deck. */
  #principalPersonas(component: Component, principals: ReadonlyMap<string, unknown>): Persona[] {
    const personas = new Set(this.#holders.get(component.id));
    for (const key of principals.keys()) {
      const persona = key.startsWith(IDENTITY) ? undefined : this.#personas.get(key.slice(PERSONA.length));
      if (persona !== undefined) personas.add(persona);
    }
    return [...personas].sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }
}

const IDENTITY = 'identity:';
const PERSONA = 'persona:';
const personaKey = (id: string): string => `${PERSONA}${id}`;

function indexHolders(personas: readonly Persona[]): Map<string, Persona[]> {
  const holders = new Map<string, Persona[]>();
  for (const persona of personas) {
    for (const component of persona.components) getOrAdd(holders, component.id, () => []).push(persona);
  }
  return holders;
}

/** Declared and named teams with personas first, in the workload's order: they get the strongest colours. */
function markTeams(teams: readonly Team[]): Map<string, TeamMark> {
  const ordered = [...teams.filter((team) => team.hasPersonas), ...teams.filter((team) => !team.hasPersonas)];
  return new Map(
    ordered.map(({ id, name, color }, index) => [id, { id, name, index, ...(color === undefined ? {} : { color }) }]),
  );
}

function indexAssignments(
  assignments: readonly RoleAssignment[],
): Map<string, Map<string, Map<string, RoleAssignment[]>>> {
  const index = new Map<string, Map<string, Map<string, RoleAssignment[]>>>();
  for (const assignment of assignments) {
    const { principal, component, environment } = assignment;
    const key = principal.kind === 'persona' ? personaKey(principal.id) : `${IDENTITY}${principal.name}`;
    const ofComponent = getOrAdd(index, component.id, () => new Map<string, Map<string, RoleAssignment[]>>());
    const ofPrincipal = getOrAdd(ofComponent, key, () => new Map<string, RoleAssignment[]>());
    getOrAdd(ofPrincipal, environment.id, () => []).push(assignment);
  }
  return index;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function cellOf(assignments: readonly RoleAssignment[] | undefined): AccessCell {
  if (assignments === undefined) return { status: 'unlisted', grants: [] };
  const grants = assignments.flatMap((assignment): Grant[] => {
    if (assignment.role === undefined) return [];
    const { role, scope, limit, why } = assignment;
    return [
      {
        role: role.name,
        assignment: assignment.assignment,
        ...(scope === undefined ? {} : { scope }),
        ...(limit === undefined ? {} : { limit }),
        ...(why === undefined ? {} : { why }),
      },
    ];
  });
  if (grants.length > 0) return { status: 'granted', grants };
  return { status: assignments.some(({ status }) => status === 'open') ? 'open' : 'none', grants: [] };
}

function cardLink(persona: Persona): LinkTarget {
  return { kind: 'card', id: persona.stem };
}

/** Code-point order of case-folded names: the same on every machine, whatever its locale data. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
