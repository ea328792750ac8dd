import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asList } from '../schema/fields.ts';
import type { ProcessInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { indexDeclared } from './declared.ts';
import type { PersonaEntry } from './documents.ts';
import type { Process } from './model.ts';
import type { NameIndex } from './nameIndex.ts';

/** Declared processes first, then those that personas name, in order of first mention. */
export function linkProcesses(
  inputs: readonly ProcessInput[] | undefined,
  node: YamlNode | undefined,
  personas: readonly PersonaEntry[],
): { readonly index: NameIndex<Process>; readonly problems: readonly Diagnostic[] } {
  const { index, problems } = indexDeclared<ProcessInput, Process>(
    inputs,
    node,
    'processes',
    (process, { url, skills }) => ({
      ...process,
      ...(url === undefined ? {} : { url }),
      skills: asList(skills),
    }),
  );
  for (const { input } of personas) {
    for (const name of asList(input.processes)) index.mention(name, (id) => ({ id, name, aliases: [], skills: [] }));
  }
  return { index, problems };
}
