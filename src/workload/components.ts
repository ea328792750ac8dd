import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { usualSystem } from '../roles/usualSystems.ts';
import { asList } from '../schema/fields.ts';
import type { FlowInput } from '../schema/flows.ts';
import type { ComponentInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { indexDeclared } from './declared.ts';
import type { PersonaEntry } from './documents.ts';
import type { Component } from './model.ts';
import { type Named, NameIndex } from './nameIndex.ts';
import type { RbacSources } from './rbac/sources.ts';
import { type RbacSource, sourceFor } from './rbac/sources.ts';

export interface Components {
  /** Declared ones first, then those that personas name, those that steps of flows name, then those that only an RBAC file describes. */
  readonly index: NameIndex<Component>;
  readonly problems: readonly Diagnostic[];
  /** Components that an RBAC file is about: several when they share it, none for a page of prose. */
  describedBy(source: RbacSource): readonly Component[];
}

interface Draft extends Named {
  readonly input?: ComponentInput;
  readonly fieldLocations?: Component['fieldLocations'];
}

/** Links components to their RBAC files: the one that `rbac` names, the one in `rbac/` with their name, or a matrix. */
export function linkComponents(
  inputs: readonly ComponentInput[] | undefined,
  node: YamlNode | undefined,
  personas: readonly PersonaEntry[],
  sources: RbacSources,
  flows: readonly FlowInput[] = [],
): Components {
  const { index: drafts, problems } = indexDeclared<ComponentInput, Draft>(
    inputs,
    node,
    'components',
    (named, input) => ({
      ...named,
      input,
    }),
  );
  const make = (id: string, name: string): Draft => ({ id, name, aliases: [] });
  for (const { input } of personas) for (const name of asList(input.components)) drafts.mention(name, make);
  for (const { steps } of flows) {
    for (const { components } of steps) for (const name of asList(components)) drafts.mention(name, make);
  }

  const index = new NameIndex<Component>();
  const described = new Map<RbacSource, Component[]>();
  const describe = (source: RbacSource | undefined, component: Component): void => {
    if (source !== undefined) described.set(source, [...(described.get(source) ?? []), component]);
  };
  for (const draft of drafts.things) {
    const source = sourceFor(draft, draft.input?.rbac, sources);
    const component = index.add(componentOf(draft, source, sources));
    // Rows of a matrix say themselves what they are about, unless the component itself names the file.
    if (source?.isMatrix !== true || draft.input?.rbac !== undefined) describe(source, component);
  }
  for (const source of sources.all) {
    if (described.has(source) || !source.rbac.readable || source.isIndex || source.isMatrix) continue;
    // A second file about a component adds rows to it; its cards lead to the first.
    const title = source.rbac.title ?? source.stem;
    const known = index.find(title) ?? index.find(source.stem);
    const component =
      known ?? index.mention(title, (id) => componentOf({ id, name: title, aliases: [source.stem] }, source, sources));
    describe(source, component);
  }
  return { index, problems, describedBy: (source) => described.get(source) ?? [] };
}

function componentOf(
  { id, name, aliases, input, fieldLocations }: Draft,
  source: RbacSource | undefined,
  sources: RbacSources,
): Component {
  return {
    id,
    name,
    aliases,
    system: input?.system ?? usualSystem([name, ...aliases]),
    ...(input?.category === undefined ? {} : { category: input.category }),
    ...(input?.url === undefined ? {} : { url: input.url }),
    ...(source === undefined ? {} : { rbac: source.rbac }),
    rbacPath: source?.rbac.path ?? sources.expectedPath(id, input?.rbac),
    skills: asList(input?.skills),
    ...(fieldLocations === undefined ? {} : { fieldLocations }),
  };
}
