import type { Area } from './rule.ts';

/** All areas in the order in which reports and pages go through them, each with what it looks at. */
export const areas: Readonly<Record<Area, string>> = {
  personas: 'Whether the set of personas is whole and its names hold together.',
  skills: 'Whether processes are covered and somebody has the skills that they need.',
  flows: 'Whether somebody answers for each step of the flows and can do it, and architectures show what cards name.',
  access: 'Whether cards and RBAC tables agree and every cell is decided.',
  'least privilege': 'Whether roles allow more than the work needs, above all in Production.',
  'separation of duties': 'Whether the same hands do what has to stay apart.',
  agents: 'Whether agents have identities of their own and a human who answers for them.',
  links: 'Whether local links and pictures lead somewhere.',
  cards: 'Whether texts have room on cards and slides.',
  waivers: 'Whether what was accepted for a time is still looked after.',
};

/** The areas, in order. */
export const areaNames = Object.keys(areas) as readonly Area[];
