import type { FlowStep, StepPersona } from './model.ts';

/**
 * Who answers for a step: whoever owns it; where nobody does, the only persona that writes; where nobody writes, the
 * only persona there. None where that names nobody, and several where several own it: a step should have exactly one.
 */
export function accountableOf({ personas }: Pick<FlowStep, 'personas'>): readonly StepPersona[] {
  const owners = personas.filter(({ deeds }) => deeds.includes('own'));
  if (owners.length > 0) return owners;
  const writers = personas.filter(({ deeds }) => deeds.includes('write'));
  const candidates = writers.length > 0 ? writers : personas;
  return candidates.length === 1 ? candidates : [];
}
