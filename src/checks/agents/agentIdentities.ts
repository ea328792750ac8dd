import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Environment, Persona, Workload } from '../../workload/model.ts';
import { accessOf, environmentNames, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const noIdentity: Rule = {
  code: 'AGT701',
  title: 'Agent without an identity of its own',
  severity: 'error',
  area: 'agents',
  source: 'Microsoft cloud security benchmark, IM-3; Azure Well-Architected Framework, security: identity and access',
  why: 'It would sign in as somebody else, or with a stored secret, and nobody could tell its actions apart.',
  fix: 'Give it a managed identity or a federated one, and name it with the key identity.',
};

const sharedIdentity: Rule = {
  code: 'AGT703',
  title: 'One agent identity for several environments or teams',
  severity: 'warning',
  area: 'agents',
  source: 'Azure Well-Architected Framework, security: segmentation',
  why: 'A fault or a theft in Dev then reaches as far as Production.',
  fix: 'Use one identity for each environment and agent, such as id-agent-{env}.',
};

/** Whether agents can be told apart, from each other and between environments. */
export const agentIdentitiesCheck: Check = {
  rules: [noIdentity, sharedIdentity],
  run: (workload) => {
    const agents = workload.personas.filter(({ kind }) => kind === 'agent');
    const active = activeEnvironments(workload);
    return [
      ...agents.flatMap((agent) => findIdentity(agent, active.get(agent) ?? [])),
      ...agents.flatMap((agent) => findAcrossEnvironments(agent, active.get(agent) ?? [])),
      ...findAcrossTeams(agents),
    ];
  },
};

/** Environments in which each agent has a role, in the order of the workload. */
function activeEnvironments(workload: Workload): Map<Persona, Environment[]> {
  const found = new Map<Persona, Set<Environment>>();
  for (const { persona, environments } of accessOf(workload).grants) {
    if (persona.kind !== 'agent') continue;
    const set = found.get(persona) ?? new Set<Environment>();
    for (const one of environments) set.add(one);
    found.set(persona, set);
  }
  return new Map([...found].map(([agent, set]) => [agent, workload.environments.filter((one) => set.has(one))]));
}

const place = (agent: Persona, field: string): Persona['location'] => agent.fieldLocations[field] ?? agent.location;

/** None at all, or none for an environment in which it has a role. */
function findIdentity(agent: Persona, active: readonly Environment[]): Diagnostic[] {
  const about = { persona: agent.id };
  if (agent.identity === undefined) {
    return [finding(noIdentity, `${nameOf(agent)} has no identity of its own`, agent.location, { about })];
  }
  const without = active.filter(({ id }) => agent.identities[id] === undefined);
  if (without.length === 0) return [];
  const where = environmentNames(without);
  return [
    finding(noIdentity, `${nameOf(agent)} has roles in ${where}, but no identity there`, place(agent, 'identity'), {
      about: { ...about, ...(without.length === 1 && without[0] !== undefined ? { environment: without[0].id } : {}) },
    }),
  ];
}

/** One identity in several environments in which the agent has roles. */
function findAcrossEnvironments(agent: Persona, active: readonly Environment[]): Diagnostic[] {
  const uses = new Map<string, Environment[]>();
  for (const environment of active) {
    const identity = agent.identities[environment.id]?.toLowerCase();
    if (identity !== undefined) uses.set(identity, [...(uses.get(identity) ?? []), environment]);
  }
  return [...uses.values()]
    .filter((environments) => environments.length > 1)
    .map((environments) =>
      finding(
        sharedIdentity,
        `${nameOf(agent)} signs in as ${agent.identities[environments[0]?.id ?? ''] ?? ''} in ${environmentNames(environments)}`,
        place(agent, 'identity'),
        { about: { persona: agent.id } },
      ),
    );
}

/** One identity of agents that belong to different teams. */
function findAcrossTeams(agents: readonly Persona[]): Diagnostic[] {
  const owners = new Map<string, Set<Persona>>();
  for (const agent of agents) {
    for (const identity of Object.values(agent.identities)) {
      const key = identity.toLowerCase();
      owners.set(key, (owners.get(key) ?? new Set()).add(agent));
    }
  }
  const reported = new Set<Persona>();
  return [...owners.values()].flatMap((sharing) => {
    const [first, ...others] = sharing;
    const foreign = others.find(({ team }) => team !== undefined && first?.team !== undefined && team !== first.team);
    if (first === undefined || foreign === undefined || reported.has(foreign)) return [];
    reported.add(foreign);
    return finding(
      sharedIdentity,
      `${nameOf(foreign)} has the identity of ${nameOf(first)}, which belongs to another team`,
      place(foreign, 'identity'),
      {
        related: [{ message: `identity of ${nameOf(first)}`, location: place(first, 'identity') }],
        about: { persona: foreign.id },
      },
    );
  });
}
