import type { Workload } from '../../workload/model.ts';
import type { Area } from '../rule.ts';

/** How many things the checks of an area look at, and what they are called. */
export interface LookedAt {
  readonly count: number;
  readonly one: string;
  readonly many: string;
}

/** What there is to look at in each area. */
export function lookedAtIn(workload: Workload): Readonly<Record<Area, LookedAt>> {
  const { personas, processes, assignments, rbacFiles, waivers } = workload;
  const granted = assignments.flatMap(({ role }) => role ?? []);
  const known = granted.filter(({ system, name, id }) => workload.roles.find(system, name, id) !== undefined).length;
  const skills =
    personas.reduce((sum, persona) => sum + persona.skills.length, 0) +
    [...processes, ...workload.components].reduce((sum, thing) => sum + thing.skills.length, 0);
  return {
    personas: { count: personas.length, one: 'persona', many: 'personas' },
    skills: { count: skills + processes.length, one: 'skill or process', many: 'skills and processes' },
    flows: {
      count:
        workload.flows.reduce((sum, { steps }) => sum + steps.length, 0) +
        workload.architectures.reduce((sum, { parts }) => sum + parts.length, 0),
      one: 'step of a flow or part of an architecture',
      many: 'steps of flows and parts of architectures',
    },
    access: {
      count: personas.reduce((sum, persona) => sum + persona.components.length, 0) + assignments.length,
      one: 'component on a card or cell of a table',
      many: 'components on cards and cells of tables',
    },
    'least privilege': {
      count: granted.length,
      one: `granted role, ${known} of a kind that is known`,
      many: `granted roles, ${known} of a kind that is known`,
    },
    'separation of duties': {
      count: personas.reduce((sum, persona) => sum + persona.duties.length, 0) + workload.people.length,
      one: 'duty or person',
      many: 'duties and people',
    },
    agents: { count: personas.filter(({ kind }) => kind === 'agent').length, one: 'agent', many: 'agents' },
    links: {
      count: rbacFiles.reduce((sum, file) => sum + file.references.length, 0),
      one: 'local link or picture',
      many: 'local links and pictures',
    },
    cards: { count: personas.length, one: 'card', many: 'cards' },
    waivers: { count: waivers.length, one: 'waiver', many: 'waivers' },
  };
}
