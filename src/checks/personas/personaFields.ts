import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { listed, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const emptyField: Rule = {
  code: 'PRS005',
  title: 'Field of the template not filled in',
  severity: 'warning',
  area: 'personas',
  source: 'the persona template',
  why: 'Nobody can tell whether there is nothing to say or nobody has asked yet.',
  fix: 'Fill it in, or waive PRS005 for the persona in workload.yaml and give the reason.',
};

/** Whether the fields of the template are filled in. */
export const personaFieldCheck: Check = { rules: [emptyField], run: findEmptyFields };

const fields: readonly (readonly [string, (persona: Persona) => boolean])[] = [
  ['team', ({ team }) => team === undefined],
  ['primaryInteraction', ({ primaryInteraction }) => primaryInteraction.length === 0],
  ['components', ({ components }) => components.length === 0],
  ['processes', ({ processes }) => processes.length === 0],
  ['skills', ({ skills }) => skills.length === 0],
];

/** One finding a persona, whatever the number of its empty fields. */
function findEmptyFields({ personas }: Workload): Diagnostic[] {
  return personas.flatMap((persona) => {
    const empty = fields.filter(([, isEmpty]) => isEmpty(persona)).map(([field]) => field);
    if (empty.length === 0) return [];
    return finding(emptyField, `${nameOf(persona)} has no ${listed(empty, 'or')}`, persona.location, {
      about: { persona: persona.id },
    });
  });
}
