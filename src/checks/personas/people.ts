import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/didYouMean.ts';
import type { Person, Persona, RoleAssignment, Workload } from '../../workload/model.ts';
import { nameKey } from '../../workload/slug.ts';
import { hasDuty } from '../duties/dutyWords.ts';
import { accessOf, listed, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const unknownPersona: Rule = {
  code: 'PRS007',
  title: 'Person with a persona that does not exist',
  severity: 'error',
  area: 'personas',
  source: 'use of people in workload.yaml',
  why: 'What the person may do is not seen by the checks that look at people.',
  fix: 'Correct the id or the name, or add the persona.',
};

const throughSeveral: Rule = {
  code: 'SET104',
  title: 'One person embodies personas that have to stay apart',
  severity: 'warning',
  area: 'personas',
  source:
    'Azure Well-Architected Framework, personas of AI workloads; NIST SP 800-53 rev. 5, AC-5 separation of duties',
  why: 'The cards keep the duties apart, but one human has them all: who audits or approves looks at their own work. Deploying and approving is found by SOD601, authors who review by SOD603.',
  fix: 'Let somebody else embody one of the personas.',
};

const vacancy: Rule = {
  code: 'SET105',
  title: 'Persona that nobody embodies, or person who is the only one for several',
  severity: 'warning',
  area: 'personas',
  source: 'Azure Well-Architected Framework, personas of AI workloads: gaps in teams',
  why: 'The work of the persona is not done, or stops on the day that one human is away.',
  fix: 'Recruit, train or change the design.',
};

/**
 * Whether humans fit the personas that they embody; only where `people` says who does. Who deploys and approves, or
 * reviews as the author, through several personas is found with the duties.
 */
export const peopleCheck: Check = {
  rules: [unknownPersona, throughSeveral, vacancy],
  run: (workload) =>
    workload.people.length === 0
      ? []
      : [
          ...findUnknown(workload),
          ...findAuditingGranters(workload),
          ...findOwnApprovers(workload),
          ...findVacant(workload),
          ...findKeyPeople(workload),
        ],
};

function findUnknown({ people, personas }: Workload): Diagnostic[] {
  const names = new Set(personas.map(({ name }) => nameKey(name)));
  const offers = people.some(({ unknown }) => unknown.length > 0)
    ? personas.flatMap(({ id, name }) => [id, name, `${id} ${name}`])
    : [];
  return people.flatMap(({ name, unknown, location }) =>
    unknown.map((written) => {
      if (names.has(nameKey(written))) {
        const hint = 'name the persona by its id';
        return finding(unknownPersona, `${name} embodies ${written}, as several personas are called`, location, {
          hint,
        });
      }
      const meant = closest(written, offers);
      const hint = meant === undefined ? unknownPersona.fix : `did you mean ${meant}? If not, add the persona`;
      return finding(unknownPersona, `${name} embodies ${written}, which is no persona`, location, { hint });
    }),
  );
}

/** Each person with the personas that they embody, once each. */
function embodied({
  people,
  personas,
}: Workload): { readonly person: Person; readonly personas: readonly Persona[] }[] {
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  return people.map((person) => ({
    person,
    personas: [...new Set(person.personas)].flatMap((id) => personaOf.get(id) ?? []),
  }));
}

/** One finding a person: through one persona they give access, through another they audit. */
function findAuditingGranters(workload: Workload): Diagnostic[] {
  const granting = new Set(
    accessOf(workload).grants.flatMap(({ persona, known }) =>
      known?.grants !== undefined || known?.power === 'grant' ? [persona] : [],
    ),
  );
  const gives = (persona: Persona): boolean => granting.has(persona) || hasDuty(persona.duties, 'grant');
  return embodied(workload).flatMap(({ person, personas }) => {
    // A persona that does both by itself is the business of SOD602.
    const auditor = personas.find((persona) => hasDuty(persona.duties, 'audit') && !gives(persona));
    const giver = personas.find((persona) => gives(persona) && !hasDuty(persona.duties, 'audit'));
    if (auditor === undefined || giver === undefined) return [];
    const message = `${person.name} can give access as ${nameOf(giver)} and audits as ${nameOf(auditor)}`;
    return finding(throughSeveral, message, person.location, {
      related: [
        { message: `duties of ${nameOf(auditor)}`, location: auditor.fieldLocations.duties ?? auditor.location },
      ],
      about: { persona: auditor.id },
    });
  });
}

/** One finding a person and pair of personas: as the one they ask for a role that they approve as the other. */
function findOwnApprovers(workload: Workload): Diagnostic[] {
  const approves = approvedBy(workload);
  return embodied(workload).flatMap(({ person, personas }) =>
    personas.flatMap((asking) =>
      personas.flatMap((approving) => {
        const request = asking === approving ? undefined : approves.get(`${asking.id}\n${approving.id}`);
        if (request === undefined) return [];
        const { role, component, environment, location } = request;
        const message = `${person.name} approves as ${nameOf(approving)} what they ask for as ${nameOf(asking)}`;
        const what = `${role?.name ?? 'a role'} on ${component.name} in ${environment.name}`;
        return finding(throughSeveral, message, person.location, {
          related: [{ message: `${what}, approved by ${nameOf(approving)}`, location }],
          about: { persona: asking.id },
        });
      }),
    ),
  );
}

/** The first role for each pair of personas of which the second approves what the first asks for. */
function approvedBy({ assignments, personas }: Workload): Map<string, RoleAssignment> {
  const byName = new Map<string, string>();
  for (const { id, name } of personas) for (const key of [id, name, `${id} ${name}`]) byName.set(nameKey(key), id);
  const requests = new Map<string, RoleAssignment>();
  for (const assignment of assignments) {
    const { principal, approver, status } = assignment;
    if (principal.kind !== 'persona' || approver === undefined || status !== 'granted') continue;
    const approving = byName.get(nameKey(approver));
    const key = `${principal.id}\n${approving}`;
    if (approving !== undefined && !requests.has(key)) requests.set(key, assignment);
  }
  return requests;
}

/** Agents and processes need nobody. */
function findVacant({ personas, people }: Workload): Diagnostic[] {
  const taken = new Set(people.flatMap((person) => person.personas));
  return personas
    .filter(({ id, kind }) => kind === 'person' && !taken.has(id))
    .map((persona) =>
      finding(vacancy, `nobody embodies ${nameOf(persona)}`, persona.location, {
        hint: 'name somebody under people in workload.yaml; else recruit, train or change the design',
        about: { persona: persona.id },
      }),
    );
}

/** From so many personas on that nobody else embodies, much stops with one human. */
const manyPersonas = 3;

function findKeyPeople(workload: Workload): Diagnostic[] {
  const holders = new Map<Persona, number>();
  const all = embodied(workload);
  for (const { personas } of all) for (const persona of personas) holders.set(persona, (holders.get(persona) ?? 0) + 1);
  return all.flatMap(({ person, personas }) => {
    const alone = personas.filter((persona) => holders.get(persona) === 1);
    const [first] = alone;
    if (first === undefined || alone.length < manyPersonas) return [];
    return finding(
      vacancy,
      `${person.name} is the only one for ${listed(alone.map(({ id }) => id))}`,
      person.location,
      {
        hint: 'let somebody else learn one of the personas',
        related: alone.map((persona) => ({ message: nameOf(persona), location: persona.location })),
        about: { persona: first.id },
      },
    );
  });
}
