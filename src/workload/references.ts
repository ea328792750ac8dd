import { closest } from '../diagnostics/didYouMean.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { problem } from '../source/problem.ts';
import type { NamedPersona, PersonaName, PersonaNames } from './personaNames.ts';
import type { PictureNames } from './pictureNames.ts';
import { nameKey } from './slug.ts';

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

/** The thing of a picture that is named; problem `WLD005` where there is none, or where several have the name. */
export function thingNamed<T extends { readonly id: string; readonly name: string }>(
  { what, written, whose, location }: Record<'what' | 'written' | 'whose', string> & { readonly location: Location },
  names: PictureNames<T>,
  isNear?: (thing: T) => boolean,
): { readonly thing: T } | { readonly fault: Diagnostic } {
  const found = names.find(written, isNear);
  if (found.kind === 'found') return found;
  if (found.kind === 'unknown') return { fault: unknownName(what, written, whose, names.offers, location) };
  const hint = `write the id of the one that is meant: ${found.ids.join(' or ')}`;
  return { fault: problem('WLD005', `${whose} has several ${what}s called "${written}"`, location, hint) };
}

/** Problems `WLD004`: entries of one list that ask for the same id. */
export function repeatedIds(
  what: string,
  whose: string,
  entries: readonly { readonly id: string | undefined; readonly location: Location }[],
): Diagnostic[] {
  const first = new Map<string, Location>();
  return entries.flatMap(({ id, location }) => {
    if (id === undefined) return [];
    const earlier = first.get(nameKey(id));
    if (earlier === undefined) {
      first.set(nameKey(id), location);
      return [];
    }
    return listedTwice(
      `two ${what}s of ${whose} have the id "${id}"`,
      'give one of them another id',
      location,
      earlier,
    );
  });
}

/** Problem `WLD004`. */
export function listedTwice(message: string, hint: string, location: Location, earlier: Location): Diagnostic {
  return {
    ...problem('WLD004', message, location, hint),
    related: [{ message: 'first here', location: earlier }],
  };
}

/**
 * The persona that a picture names; problem `WLD005` where there is none, where several have the name, or where the id
 * is one persona's and the name another's.
 */
export function namedPersona(
  written: string,
  personas: PersonaNames,
  location: Location,
): { readonly persona: PersonaName } | { readonly fault: Diagnostic } {
  const found = personas.find(written);
  if (found.kind === 'found' && found.doubt !== 'otherName') return { persona: found.persona };
  return { fault: problem('WLD005', faultOf(written, found), location, hintFor(found)) };
}

function faultOf(written: string, found: NamedPersona): string {
  switch (found.kind) {
    case 'found':
      return `"${written}" has the id of one persona and the name of another`;
    case 'ambiguous':
      return `several personas are called "${written}"`;
    case 'unknown':
      return `there is no persona "${written}"`;
  }
}

function hintFor(found: NamedPersona): string {
  if (found.kind === 'ambiguous') return 'write the id';
  if (found.kind === 'found') return `did you mean ${found.persona.id} ${found.persona.name}? The id alone is enough`;
  return found.suggestion === undefined ? 'write the id of a persona' : `did you mean ${found.suggestion}?`;
}
