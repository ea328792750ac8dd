import type { AccessQuestion } from '../../access/query.ts';
import { UsageError } from '../../build/usageError.ts';
import { closest } from '../../diagnostics/didYouMean.ts';
import { NameIndex, type Named } from '../../workload/nameIndex.ts';
import type { Workload } from '../../workload/model.ts';

/** Names as they stand on the command line. */
export interface AskedNames {
  readonly persona?: string;
  readonly component?: string;
  readonly environment?: string;
}

/** The ids of what names or aliases mean. Throws `UsageError` for a name that nothing has. */
export function idsOf(
  workload: Workload,
  { persona, component, environment }: AskedNames,
): Pick<AccessQuestion, 'persona' | 'component' | 'environment'> {
  const personas = workload.personas.map(({ id, name }) => ({ id, name, aliases: [`${id} ${name}`] }));
  return {
    ...(persona === undefined ? {} : { persona: idOf('persona', persona, personas) }),
    ...(component === undefined ? {} : { component: idOf('component', component, workload.components) }),
    ...(environment === undefined ? {} : { environment: idOf('environment', environment, workload.environments) }),
  };
}

/** Longer lists of names help nobody. */
const mostListed = 12;

function idOf(what: 'persona' | 'component' | 'environment', written: string, things: readonly Named[]): string {
  const index = new NameIndex<Named>();
  for (const thing of things) index.add(thing);
  const found = written.trim() === '' ? undefined : index.find(written);
  if (found !== undefined) return found.id;
  const guess = closest(
    written,
    things.flatMap(({ name, id, aliases }) => [name, id, ...aliases]),
  );
  const names = things.map(({ id, name }) => (what === 'persona' ? id : name));
  const hints = [
    ...(guess === undefined ? [] : [`did you mean ${guess}?`]),
    ...(names.length > 0 && names.length <= mostListed ? [`${what}s: ${names.join(', ')}`] : []),
  ];
  throw new UsageError(`There is no ${what} ${written}`, hints.length === 0 ? undefined : hints.join('; '));
}
