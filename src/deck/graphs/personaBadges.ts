import { accessMatrix } from '../../access/matrix.ts';
import type { Labels } from '../../design/design.ts';
import type { Power } from '../../roles/model.ts';
import { powers } from '../../roles/power.ts';
import { type StepDeed, stepDeeds } from '../../schema/flows.ts';
import type { Component, Environment, Persona, StepPersona, Workload } from '../../workload/model.ts';
import type { TeamMark } from '../model.ts';
import type { LegendEntry, PersonaBadge } from './model.ts';

const deedKeys = {
  read: ['deedRead', 'deedReadLetter'],
  approve: ['deedApprove', 'deedApproveLetter'],
  write: ['deedWrite', 'deedWriteLetter'],
  own: ['deedOwn', 'deedOwnLetter'],
} as const satisfies Record<StepDeed, unknown>;

/** Labels of what a power allows: the words, and the letter. */
export const powerKeys = {
  read: ['mayRead', 'powerReadLetter'],
  use: ['mayUse', 'powerUseLetter'],
  write: ['mayWrite', 'powerWriteLetter'],
  grant: ['mayGrant', 'powerGrantLetter'],
} as const satisfies Record<Power, unknown>;

/** Stands before the letter of what takes an activation first. */
export const ELIGIBLE = '◐';

/** Makes the badges of personas in graphs; looks personas and teams up once. */
export class PersonaBadges {
  readonly #workload: Workload;
  readonly #labels: Labels;
  readonly #teams: ReadonlyMap<string, TeamMark>;
  readonly #personas: ReadonlyMap<string, Persona>;

  constructor(workload: Workload, labels: Labels, teams: ReadonlyMap<string, TeamMark>) {
    this.#workload = workload;
    this.#labels = labels;
    this.#teams = teams;
    this.#personas = new Map(workload.personas.map((persona) => [persona.id, persona]));
  }

  /** What somebody does at a step of a flow. */
  ofStep({ id, deeds }: StepPersona): PersonaBadge[] {
    return this.#badge(id, {
      deeds,
      letters: deeds.map((deed) => this.#labels[deedKeys[deed][1]]).join(''),
      words: deeds.map((deed) => this.#labels[deedKeys[deed][0]]).join(', '),
    });
  }

  /** What the roles of each of these personas allow on a component in an environment. */
  ofComponent(
    ids: readonly string[],
    component: Component | undefined,
    environment: Environment | undefined,
  ): PersonaBadge[] {
    const matrix = environment && this.#matrixOf(environment);
    return ids.flatMap((id) => {
      const cell = component && matrix?.cell(id, component.id);
      const { standing, eligible } = cell ?? {};
      const more = eligible !== undefined && (standing === undefined || isMore(eligible, standing));
      const said = [
        ...(standing === undefined ? [] : [this.#power(standing, false)]),
        ...(more ? [this.#power(eligible, true)] : []),
      ];
      return this.#badge(id, {
        deeds: [],
        letters: said.map(({ letters }) => letters).join(''),
        words: said.map(({ words }) => words).join(', '),
      });
    });
  }

  /** What the letters of steps mean, as far as they are used. */
  deedLegend(badges: readonly PersonaBadge[]): LegendEntry[] {
    const used = new Set(badges.flatMap(({ deeds }) => deeds));
    return stepDeeds
      .filter((deed) => used.has(deed))
      .map((deed) => ({ letters: this.#labels[deedKeys[deed][1]], words: this.#labels[deedKeys[deed][0]] }))
      .reverse();
  }

  /** What the letters of roles mean, as far as they are used. */
  powerLegend(badges: readonly PersonaBadge[]): LegendEntry[] {
    const used = badges.map(({ letters }) => letters).join('');
    const labels = this.#labels;
    return [
      ...powers
        .map((power) => ({ letters: labels[powerKeys[power][1]], words: labels[powerKeys[power][0]] }))
        .filter(({ letters }) => used.includes(letters))
        .reverse(),
      ...(used.includes(ELIGIBLE) ? [{ letters: ELIGIBLE, words: labels.eligibleLetters }] : []),
    ];
  }

  readonly #matrices = new Map<string, ReturnType<typeof accessMatrix>>();

  #matrixOf(environment: Environment): ReturnType<typeof accessMatrix> {
    const known = this.#matrices.get(environment.id) ?? accessMatrix(this.#workload, environment);
    this.#matrices.set(environment.id, known);
    return known;
  }

  #power(power: Power, isEligible: boolean): LegendEntry {
    const [words, letters] = [this.#labels[powerKeys[power][0]], this.#labels[powerKeys[power][1]]];
    if (!isEligible) return { letters, words };
    return { letters: `${ELIGIBLE}${letters}`, words: `${words} (${this.#labels.eligible})` };
  }

  #badge(id: string, said: Pick<PersonaBadge, 'deeds' | 'letters' | 'words'>): PersonaBadge[] {
    const persona = this.#personas.get(id);
    if (persona === undefined) return [];
    const team = persona.team && this.#teams.get(persona.team.id);
    const { name, kind, stem } = persona;
    return [{ id, name, kind, ...(team === undefined ? {} : { team }), ...said, link: { kind: 'card', id: stem } }];
  }
}

function isMore(power: Power, than: Power): boolean {
  return powers.indexOf(power) > powers.indexOf(than);
}
