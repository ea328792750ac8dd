import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Power } from '../../roles/model.ts';
import type { Environment, Workload } from '../../workload/model.ts';
import {
  aboutAccess,
  accessOf,
  environmentNames,
  type Grant,
  nameOf,
  type PairAccess,
  reach,
  writes,
} from '../grants.ts';
import { finding, type Rule } from '../rule.ts';

export const standingWrite: Rule = {
  code: 'LPV501',
  title: 'Standing write in Production for a person',
  severity: 'error',
  area: 'least privilege',
  source:
    'Microsoft cloud security benchmark, PA-2; Azure AI landing zone: access; Cloud Adoption Framework, cloud-scale analytics',
  why: 'A slip or a stolen session changes what users depend on, at any hour and without anybody knowing beforehand.',
  fix: 'Make the role eligible, or leave the change to the pipeline.',
};

export const sameEverywhere: Rule = {
  code: 'LPV503',
  title: 'Same role in every environment',
  severity: 'warning',
  area: 'least privilege',
  source: 'The persona template: components access; Azure AI landing zone: access',
  why: 'The environments then differ in name only: what may be tried in Dev may be tried on users.',
  fix: 'Step down towards Production.',
};

export const moreInProduction: Rule = {
  code: 'LPV504',
  title: 'More power in Production than in Dev',
  severity: 'warning',
  area: 'least privilege',
  source: 'Azure Well-Architected Framework, security: segmentation',
  why: 'Usually two cells were swapped; if not, changes are tried where they hurt.',
  fix: 'Check the direction.',
};

const ofPerson = ({ persona }: { readonly persona: { readonly kind: string } }): boolean => persona.kind === 'person';
const inProduction = ({ production }: Environment): boolean => production;

/** One finding a cell and role. */
export function findStandingWrite(workload: Workload): Diagnostic[] {
  return accessOf(workload).grants.flatMap((grant) => {
    if (!ofPerson(grant) || grant.assignment.assignment !== 'standing' || !writes(grant)) return [];
    const production = grant.environments.filter(inProduction);
    if (production.length === 0) return [];
    const verb = grant.known?.power === 'grant' ? 'can always give access to' : 'can always write to';
    return finding(
      standingWrite,
      `${nameOf(grant.persona)} ${verb} ${grant.component.name} in ${environmentNames(production)}: ${grant.role.name}`,
      grant.assignment.location,
      { about: aboutAccess(grant, production) },
    );
  });
}

/** One finding a persona, component and role that writes: standing in every environment, Production among them. */
export function findSameEverywhere(workload: Workload): Diagnostic[] {
  const { environments } = workload;
  if (environments.length < 2 || !environments.some(inProduction)) return [];
  return accessOf(workload)
    .pairs.filter(ofPerson)
    .flatMap((pair) =>
      [...byRole(pair).values()].flatMap((grants) => {
        const covered = new Set(grants.flatMap((grant) => grant.environments));
        const last = grants.find((grant) => grant.environments.some(inProduction));
        if (last === undefined || covered.size < environments.length) return [];
        return finding(
          sameEverywhere,
          `${nameOf(pair.persona)} has ${last.role.name} on ${pair.component.name} in every environment`,
          last.assignment.location,
          {
            related: grants
              .filter((grant) => grant !== last)
              .map((grant) => ({
                message: `the same role in ${environmentNames(grant.environments)}`,
                location: grant.assignment.location,
              })),
            about: aboutAccess(pair),
          },
        );
      }),
    );
}

/** Standing grants that write, by role: former names lead to the same id. */
function byRole({ grants }: PairAccess): Map<string, Grant[]> {
  const found = new Map<string, Grant[]>();
  for (const grant of grants) {
    if (grant.assignment.assignment !== 'standing' || !writes(grant)) continue;
    const key = `${grant.role.system} ${grant.known?.id ?? grant.role.name.toLowerCase()}`;
    found.set(key, [...(found.get(key) ?? []), grant]);
  }
  return found;
}

/**
 * One finding a person and component. Dev is the first environment that is not Production. Nothing is found when the
 * tables are silent about Dev, or name a role there that no list has; after a decided none in Dev, reading and using
 * in Production are fine, since only there may be what the job looks at.
 */
export function findMoreInProduction(workload: Workload): Diagnostic[] {
  const dev = workload.environments.find((one) => !one.production);
  if (dev === undefined) return [];
  return accessOf(workload)
    .pairs.filter(ofPerson)
    .flatMap((pair) => {
      const there = strongest(pair, (one) => one === dev);
      const production = strongest(pair, inProduction);
      if (production === undefined || (there === undefined && !pair.none.has(dev))) return [];
      if (pair.grants.some((grant) => grant.environments.includes(dev) && grant.known === undefined)) return [];
      const least = there === undefined ? reach('write') : reach(there.power) + 1;
      if (reach(production.power) < least) return [];
      const name = production.grant.environments.find(inProduction)?.name ?? '';
      const before = there === undefined ? 'nothing' : there.grant.role.name;
      return finding(
        moreInProduction,
        `${nameOf(pair.persona)} may do more on ${pair.component.name} in ${name} (${production.grant.role.name}) than in ${dev.name} (${before})`,
        production.grant.assignment.location,
        { about: aboutAccess(pair, production.grant.environments.filter(inProduction)) },
      );
    });
}

/** The most powerful role that is known, in environments of that sort. */
function strongest(
  { grants }: PairAccess,
  where: (environment: Environment) => boolean,
): { readonly grant: Grant; readonly power: Power } | undefined {
  let best: { grant: Grant; power: Power } | undefined;
  for (const grant of grants) {
    if (grant.known === undefined || !grant.environments.some(where)) continue;
    const { power } = grant.known;
    if (best === undefined || reach(power) > reach(best.power)) best = { grant, power };
  }
  return best;
}
