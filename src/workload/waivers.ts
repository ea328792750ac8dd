import type { WaiverInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import type { Components } from './components.ts';
import type { Environments } from './environments.ts';
import type { Waiver } from './model.ts';
import type { PersonaNames } from './personaNames.ts';

/** Waivers with the names in them linked; a name that nothing has stays as written, and fits no finding. */
export function linkWaivers(
  inputs: readonly WaiverInput[] | undefined,
  node: YamlNode | undefined,
  targets: {
    readonly personas: PersonaNames;
    readonly components: Components;
    readonly environments: Environments;
  },
): Waiver[] {
  return (inputs ?? []).map(({ code, reason, owner, expires, persona, component, environment }, nth) => ({
    code,
    reason,
    owner,
    expires,
    about: {
      ...(persona === undefined ? {} : { persona: personaId(targets.personas, persona) }),
      ...(component === undefined ? {} : { component: targets.components.index.find(component)?.id ?? component }),
      ...(environment === undefined ? {} : { environment: targets.environments.find(environment)?.id ?? environment }),
    },
    location: node?.locationOf(['waivers', nth, 'code']) ?? { file: '' },
  }));
}

function personaId(personas: PersonaNames, written: string): string {
  const found = personas.find(written);
  return found.kind === 'found' ? found.persona.id : written;
}
