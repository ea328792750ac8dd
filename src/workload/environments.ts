import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EnvironmentInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { indexDeclared } from './declared.ts';
import type { Environment } from './model.ts';
import { NameIndex } from './nameIndex.ts';
import { nameKey } from './slug.ts';

/** The environments of the article's template, when `workload.yaml` declares none. */
const usual: readonly Environment[] = [
  { id: 'dev', name: 'Dev', aliases: ['Development', 'Kehitys'], production: false },
  {
    id: 'stage',
    name: 'Stage',
    aliases: ['Staging', 'Test', 'Testing', 'QA', 'UAT', 'Pre-production', 'Preprod', 'Testi'],
    production: false,
  },
  { id: 'production', name: 'Production', aliases: ['Prod', 'Live', 'Tuotanto'], production: true },
];

/** Names that mean every environment. */
const allNames = new Set(['all', 'every', 'any', 'kaikki'].map(nameKey));

interface NamedEnvironments {
  readonly found: readonly Environment[];
  /** Names that no environment has. */
  readonly unknown: readonly string[];
}

export interface Environments {
  readonly list: readonly Environment[];
  readonly problems: readonly Diagnostic[];
  find(name: string): Environment | undefined;
  /** Those that a cell names: one, several (separated by line breaks, commas, `/`, `+` or `&`), or `all`. */
  named(text: string): NamedEnvironments;
  /** Every name and alias, to suggest one. */
  readonly names: readonly string[];
}

/** Declared environments in their order, or Dev, Stage and Production. */
export function linkEnvironments(
  inputs: readonly EnvironmentInput[] | undefined,
  node: YamlNode | undefined,
): Environments {
  if (inputs === undefined) return environmentsOf(usual, []);
  const marked = inputs.some(({ production }) => production === true);
  const { index, problems } = indexDeclared(inputs, node, 'environments', ({ id, name, aliases }, input) => ({
    id,
    name,
    aliases: [...aliases, ...usualAliases(input, inputs)],
    production: marked ? input.production === true : input.production !== false && isUsualProduction(input),
  }));
  return environmentsOf(index.things, problems);
}

function environmentsOf(list: readonly Environment[], problems: readonly Diagnostic[]): Environments {
  const index = new NameIndex<Environment>();
  for (const environment of list) index.add(environment);
  /** Cells of a table repeat each other. */
  const readings = new Map<string, NamedEnvironments>();
  return {
    list,
    problems,
    find: (name) => index.find(name),
    names: list.flatMap(({ name, id, aliases }) => [name, id, ...aliases]),
    named(text) {
      const known = readings.get(text) ?? readNames(text, list, index);
      readings.set(text, known);
      return known;
    },
  };
}

function readNames(text: string, list: readonly Environment[], index: NameIndex<Environment>): NamedEnvironments {
  const whole = index.find(text);
  if (whole !== undefined) return { found: [whole], unknown: [] };
  const parts = new Set(text.split(/[\n,/+&;]/).map((part) => part.trim()));
  parts.delete('');
  const found = new Set<Environment>();
  const unknown: string[] = [];
  for (const part of parts) {
    if (part === '*' || allNames.has(nameKey(part))) return { found: list, unknown: [] };
    const environment = index.find(part);
    if (environment === undefined) unknown.push(part);
    else found.add(environment);
  }
  return { found: [...found], unknown };
}

/**
 * `Prod` means the declared environment Production even when the author gave no alias, as long as no other declared
 * environment could be meant.
 */
function usualAliases(input: EnvironmentInput, all: readonly EnvironmentInput[]): readonly string[] {
  const family = usual.find((candidate) =>
    isOneOf(namesOf(input), [candidate.name, candidate.id, candidate.aliases[0] ?? '']),
  );
  if (family === undefined) return [];
  const taken = new Set(all.flatMap((declared) => namesOf(declared).map(nameKey)));
  return [family.name, ...family.aliases].filter((alias) => !taken.has(nameKey(alias)));
}

function isUsualProduction(input: EnvironmentInput): boolean {
  return usual.some(({ production, name, aliases }) => production && isOneOf(namesOf(input), [name, ...aliases]));
}

function namesOf({ id, name, aliases }: EnvironmentInput): string[] {
  return [id, name, ...(aliases ?? [])];
}

function isOneOf(names: readonly string[], wanted: readonly string[]): boolean {
  return names.some((name) => wanted.some((other) => nameKey(name) === nameKey(other)));
}
