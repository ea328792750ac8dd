import type { Card } from '../deck/model.ts';
import type { Workload } from '../workload/model.ts';

/** Which files an artifact was made from, relative to the project root: what the manifest tells. */
export interface Sources {
  readonly all: readonly string[];
  ofCard(card: Pick<Card, 'id'>): readonly string[];
}

/** `shared` are the files that every artifact depends on: `workload.yaml`, settings. */
export function sourcesOf(workload: Workload, shared: readonly string[]): Sources {
  const rbac = workload.rbacFiles.map((file) => file.path);
  const ofPersona = new Map(
    workload.personas.map((persona) => [
      persona.id,
      sorted([
        ...shared,
        persona.location.file,
        ...(persona.image === undefined ? [] : [persona.image.path]),
        ...persona.components.flatMap((component) => (component.rbac === undefined ? [] : [component.rbac.path])),
      ]),
    ]),
  );
  return {
    all: sorted([...ofPersona.values()].flat().concat(shared, rbac)),
    ofCard: ({ id }) => ofPersona.get(id) ?? shared,
  };
}

const sorted = (paths: readonly string[]): string[] => [...new Set(paths)].sort();
