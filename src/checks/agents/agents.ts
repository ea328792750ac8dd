import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { aboutAccess, accessOf, environmentNames, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const noSponsor: Rule = {
  code: 'AGT702',
  title: 'Agent without a human sponsor',
  severity: 'error',
  area: 'agents',
  source: 'Persona article, later edition: agents; Microsoft Entra Agent ID: owners and sponsors',
  why: 'Nobody answers for what it does, and nobody is called when it has to be stopped.',
  fix: 'Name a human with the key sponsor.',
};

const eligibleRole: Rule = {
  code: 'AGT704',
  title: 'Agent with an eligible role',
  severity: 'warning',
  area: 'agents',
  source: 'Microsoft cloud security benchmark, IM-3',
  why: 'Activating a role takes a human who justifies it: the agent either cannot work, or somebody lends it a session.',
  fix: 'Give it a standing role that is narrow, with short-lived tokens.',
};

const noTools: Rule = {
  code: 'AGT705',
  title: 'Tools and actions of an agent not listed',
  severity: 'info',
  area: 'agents',
  source: 'Persona article, later edition: agents',
  why: 'Nobody can say what it may do on its own, and where it has to stop.',
  fix: 'List its tools and their limits with the key tools.',
};

/** Whether agents are answered for and limited. */
export const agentsCheck: Check = {
  rules: [noSponsor, eligibleRole, noTools],
  run: (workload) => {
    const agents = workload.personas.filter(({ kind }) => kind === 'agent');
    const nonHumans = namesOfNonHumans(workload);
    return [
      ...agents.flatMap((agent) => findSponsor(agent, nonHumans)),
      ...findEligible(workload),
      ...findTools(agents),
    ];
  },
};

/** Agents and processes by all that a sponsor may call them, in lower case. */
function namesOfNonHumans({ personas }: Workload): Map<string, Persona> {
  const named = personas.flatMap((persona) =>
    [persona.id, persona.name, nameOf(persona)].map((name) => [name.toLowerCase(), persona] as const),
  );
  const humans = new Set(named.filter(([, { kind }]) => kind === 'person').map(([name]) => name));
  return new Map(named.filter(([name, { kind }]) => kind !== 'person' && !humans.has(name)));
}

/** A sponsor in free text is taken as a human; one that names a persona has to name a person. */
function findSponsor(agent: Persona, nonHumans: ReadonlyMap<string, Persona>): Diagnostic[] {
  const about = { persona: agent.id };
  if (agent.sponsor === undefined) {
    return [finding(noSponsor, `${nameOf(agent)} has no sponsor`, agent.location, { about })];
  }
  const named = nonHumans.get(agent.sponsor.trim().toLowerCase());
  if (named === undefined) return [];
  const message = `the sponsor of ${nameOf(agent)} is ${nameOf(named)}, which is no human`;
  return [finding(noSponsor, message, agent.fieldLocations.sponsor ?? agent.location, { about })];
}

function findEligible(workload: Workload): Diagnostic[] {
  return accessOf(workload)
    .grants.filter(({ persona, assignment }) => persona.kind === 'agent' && assignment.assignment === 'eligible')
    .map((grant) =>
      finding(
        eligibleRole,
        `${nameOf(grant.persona)} is only eligible for ${grant.role.name} on ${grant.component.name} in ${environmentNames(grant.environments)}`,
        grant.assignment.location,
        { about: aboutAccess(grant, grant.environments) },
      ),
    );
}

/** Where no agent lists its tools, the workload does not keep such lists. */
function findTools(agents: readonly Persona[]): Diagnostic[] {
  const example = agents.find(({ tools }) => tools !== undefined && tools.length > 0);
  if (example === undefined) return [];
  return agents
    .filter(({ tools }) => tools === undefined || tools.length === 0)
    .map((agent) =>
      finding(noTools, `${nameOf(agent)} lists no tools`, agent.fieldLocations.tools ?? agent.location, {
        hint: `list its tools and their limits, as ${nameOf(example)} does`,
        about: { persona: agent.id },
      }),
    );
}
