import { closest } from '../diagnostics/didYouMean.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { problem } from '../source/problem.ts';
import type { NamedPersona, PersonaName, PersonaNames } from './personaNames.ts';

/**
 * What a picture names and nothing has: problem `WLD005`, since the picture could not be drawn.
 *
 * @param what the kind of thing in words, such as `step`
 * @param whose where it was looked for, such as `the flow MLOps`
 */
export function unknownName(
  what: string,
  written: string,
  whose: string,
  offers: readonly string[],
  location: Location,
): Diagnostic {
  const guess = closest(written, offers);
  return problem(
    'WLD005',
    `${whose} has no ${what} "${written}"`,
    location,
    guess === undefined ? `write the name or the id of a ${what} in it` : `did you mean ${guess}?`,
  );
}

/** The persona that a picture names; a problem where there is none, or where several have the name. */
export function namedPersona(
  written: string,
  personas: PersonaNames,
  location: Location,
): { readonly persona: PersonaName } | { readonly fault: Diagnostic } {
  const found = personas.find(written);
  if (found.kind === 'found') return { persona: found.persona };
  return { fault: problem('WLD005', faultOf(written, found), location, hintFor(found)) };
}

function faultOf(written: string, found: NamedPersona): string {
  return found.kind === 'ambiguous' ? `several personas are called "${written}"` : `there is no persona "${written}"`;
}

function hintFor(found: NamedPersona): string {
  if (found.kind === 'ambiguous') return 'write the id';
  const suggestion = found.kind === 'unknown' ? found.suggestion : undefined;
  return suggestion === undefined ? 'write the id of a persona' : `did you mean ${suggestion}?`;
}
