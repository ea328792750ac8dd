import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { type Duty, hasDuty, objectsOf } from './dutyWords.ts';
import { aboutAccess, accessOf, environmentNames, nameOf, writes } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const deployAndApprove: Rule = {
  code: 'SOD601',
  title: 'Same persona, or same person through several, deploys and approves',
  severity: 'error',
  area: 'separation of duties',
  source: 'NIST SP 800-53 rev. 5, AC-5 separation of duties; GitHub environments: prevent self-review',
  why: 'One pair of hands can bring a change to users that nobody else has seen.',
  fix: 'Give one of the duties to somebody else.',
};

const reviewOwnWork: Rule = {
  code: 'SOD603',
  title: 'Reviewer is also the author',
  severity: 'warning',
  area: 'separation of duties',
  source: 'NIST SP 800-53 rev. 5, AC-5 separation of duties',
  why: 'A review by the author finds what the author already knew.',
  fix: 'Name another reviewer.',
};

/** Whether duties that have to stay apart do. */
export const dutiesCheck: Check = {
  rules: [deployAndApprove, reviewOwnWork],
  run: (workload) => [...findConflicts(workload, conflicts), ...findWritingApprovers(workload)],
};

interface Conflict {
  readonly rule: Rule;
  /** The duty that is moved, and the one that stays. */
  readonly duties: readonly [Duty, Duty];
  readonly verbs: string;
  /** What the duties are for (`review MLOps`) has to be the same when both say it. */
  readonly sameObject: boolean;
}

const conflicts: readonly Conflict[] = [
  { rule: deployAndApprove, duties: ['approve', 'deploy'], verbs: 'deploys and approves', sameObject: false },
  { rule: reviewOwnWork, duties: ['review', 'author'], verbs: 'is author and reviewer', sameObject: true },
];

/** First personas with both duties, then humans who have them only through several personas. */
function findConflicts(workload: Workload, all: readonly Conflict[]): Diagnostic[] {
  const personaOf = new Map(workload.personas.map((persona) => [persona.id, persona]));
  const embodied = workload.people.map((person) => ({
    person,
    personas: person.personas.flatMap((id) => personaOf.get(id) ?? []),
  }));
  return all.flatMap((conflict) => {
    const alone = new Set(workload.personas.filter((persona) => clash(conflict, [persona]) !== undefined));
    const ofPersonas = [...alone].map((persona) =>
      finding(
        conflict.rule,
        `${nameOf(persona)} ${conflict.verbs}`,
        persona.fieldLocations.duties ?? persona.location,
        {
          about: { persona: persona.id },
        },
      ),
    );
    const ofPeople = embodied.flatMap(({ person, personas }) => {
      const found = clash(
        conflict,
        personas.filter((persona) => !alone.has(persona)),
      );
      if (found === undefined) return [];
      const message = `${person.name} ${conflict.verbs}, as ${found.map(nameOf).join(' and ')}`;
      return finding(conflict.rule, message, person.location, {
        related: found.map((persona) => ({
          message: `duties of ${nameOf(persona)}: ${persona.duties.join(', ')}`,
          location: persona.fieldLocations.duties ?? persona.location,
        })),
        about: { persona: found[0].id },
      });
    });
    return [...ofPersonas, ...ofPeople];
  });
}

/** Who has the first duty and who the second, for the first two that clash. */
function clash(
  { duties: [first, second], sameObject }: Conflict,
  personas: readonly Persona[],
): [Persona, Persona] | undefined {
  const others = personas.flatMap((persona) =>
    objectsOf(persona.duties, second).map((object) => ({ persona, object })),
  );
  if (others.length === 0) return undefined;
  for (const persona of personas) {
    for (const object of objectsOf(persona.duties, first)) {
      const other = others.find((one) => !sameObject || object === '' || one.object === '' || object === one.object);
      if (other !== undefined) return [persona, other.persona];
    }
  }
  return undefined;
}

/**
 * One finding a cell and role, less severe: who approves may not deploy, yet could write to Production on their own
 * word. A second approver settles it.
 */
function findWritingApprovers(workload: Workload): Diagnostic[] {
  const approvers = new Set(workload.personas.filter(({ duties }) => hasDuty(duties, 'approve')));
  if (approvers.size === 0) return [];
  return accessOf(workload).grants.flatMap((grant) => {
    const { persona, component, role, assignment } = grant;
    if (!approvers.has(persona) || !writes(grant) || hasSecondApprover(persona, assignment.approver)) return [];
    const production = grant.environments.filter((one) => one.production);
    if (production.length === 0) return [];
    const where = environmentNames(production);
    return finding(
      deployAndApprove,
      `${nameOf(persona)} approves, and can write to ${component.name} in ${where} without a second approver: ${role.name}`,
      assignment.location,
      {
        severity: 'warning',
        hint: 'Name somebody else in the column Approver, or leave the change to the pipeline.',
        about: aboutAccess(grant, production),
      },
    );
  });
}

function hasSecondApprover(persona: Persona, approver: string | undefined): boolean {
  if (approver === undefined) return false;
  return ![persona.id, persona.name, nameOf(persona)].some(
    (own) => own.toLowerCase() === approver.trim().toLowerCase(),
  );
}
