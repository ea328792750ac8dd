import type { Labels } from '../../design/design.ts';
import { iconNameFor } from '../../design/icons.ts';
import type { Component, Persona, Workload } from '../../workload/model.ts';
import { rbacLink } from '../links.ts';
import type { TeamMark } from '../model.ts';
import { SharedCells } from './cells.ts';
import type { MatrixCell, MatrixHead } from './model.ts';

/** What matrices of a workload are composed with: looked up once. */
export class MatrixContext {
  readonly workload: Workload;
  readonly labels: Labels;
  readonly direction: 'ltr' | 'rtl';
  readonly teams: ReadonlyMap<string, TeamMark>;
  /** Every persona as a column, in the order of the deck. */
  readonly personas: readonly MatrixHead[];
  /** Place of each persona among `personas`, by its id. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly #cells = new SharedCells();

  constructor(
    workload: Workload,
    labels: Labels,
    teams: ReadonlyMap<string, TeamMark>,
    direction: MatrixContext['direction'],
  ) {
    this.workload = workload;
    this.labels = labels;
    this.direction = direction;
    this.teams = teams;
    this.personas = workload.personas.map((persona) => this.#personaHead(persona));
    this.columnOf = new Map(workload.personas.map(({ id }, column) => [id, column]));
  }

  cell(cell: MatrixCell): MatrixCell {
    return this.#cells.of(cell);
  }

  componentHead(component: Component): MatrixHead {
    const { id, name, category } = component;
    const link = rbacLink(component);
    return {
      id,
      text: name,
      icon: iconNameFor(category),
      about: { kind: 'component', id },
      ...(link === undefined ? { note: this.labels.noRbacFile, tone: 'attention' } : { link }),
    };
  }

  #personaHead({ id, name, stem, team }: Persona): MatrixHead {
    const mark = team && this.teams.get(team.id);
    return {
      id,
      short: id,
      text: name,
      about: { kind: 'persona', id },
      link: { kind: 'card', id: stem },
      ...(mark === undefined ? {} : { team: mark }),
    };
  }
}
