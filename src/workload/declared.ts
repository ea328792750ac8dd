import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { problem } from '../source/problem.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { type Named, NameIndex } from './nameIndex.ts';
import { nameKey, slug } from './slug.ts';

interface NamedInput {
  readonly id?: string | undefined;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** What an entry says of names, and where its keys are. */
export interface DeclaredName extends Named {
  readonly fieldLocations: Readonly<Record<string, Location>>;
}

/** Kinds of things that `workload.yaml` declares. */
export type DeclaredKey = 'environments' | 'teams' | 'components' | 'processes' | 'flows' | 'architectures';

/**
 * Indexes what `workload.yaml` declares under one key. Problem `WLD004` when two entries share a name, an alias or an
 * id: then nobody could say which of them a card means.
 */
export function indexDeclared<I extends NamedInput, T extends Named>(
  inputs: readonly I[] | undefined,
  node: YamlNode | undefined,
  key: DeclaredKey,
  make: (named: DeclaredName, input: I) => T,
): { readonly index: NameIndex<T>; readonly problems: readonly Diagnostic[] } {
  const index = new NameIndex<T>();
  const problems: Diagnostic[] = [];
  const owners = new Map<string, { readonly entry: number; readonly name: string; readonly location: Location }>();
  for (const [entry, input] of (inputs ?? []).entries()) {
    for (const { name, way } of namesOf(input)) {
      const location = node?.locationOf([key, entry, ...way]) ?? { file: '' };
      const owner = owners.get(nameKey(name));
      if (owner === undefined) owners.set(nameKey(name), { entry, name: input.name, location });
      else if (owner.entry !== entry) problems.push(nameTaken(name, input.name, owner, location));
    }
    const fieldLocations = Object.fromEntries(
      Object.keys(input).map((field) => [field, node?.locationOf([key, entry, field]) ?? { file: '' }]),
    );
    const { id = slug(input.name), name, aliases = [] } = input;
    index.add(make({ id, name, aliases, fieldLocations }, input));
  }
  return { index, problems };
}

function namesOf(input: NamedInput): { name: string; way: readonly PropertyKey[] }[] {
  return [
    { name: input.name, way: ['name'] },
    ...(input.id === undefined ? [] : [{ name: input.id, way: ['id'] }]),
    ...(input.aliases ?? []).map((name, nth) => ({ name, way: ['aliases', nth] })),
  ];
}

function nameTaken(
  name: string,
  of: string,
  owner: { readonly name: string; readonly location: Location },
  location: Location,
): Diagnostic {
  return {
    ...problem(
      'WLD004',
      of === owner.name ? `${of} is declared twice` : `"${name}" names both ${owner.name} and ${of}`,
      location,
      'a name, an alias or an id may belong to one entry only',
    ),
    related: [{ message: 'first here', location: owner.location }],
  };
}
