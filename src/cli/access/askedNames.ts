import type { AccessQuestion } from '../../access/query.ts';
import { known } from '../../build/choices.ts';
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

function idOf(what: string, written: string, things: readonly Named[]): string {
  const index = new NameIndex<Named>();
  for (const thing of things) index.add(thing);
  const found = written.trim() === '' ? undefined : index.find(written);
  if (found !== undefined) return found.id;
  return known(what, written, [...new Set(things.flatMap(({ name, id, aliases }) => [name, id, ...aliases]))]);
}
