import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type PersonaInput, personaSchema } from '../schema/persona.ts';
import { validate } from '../schema/validate.ts';
import { type WorkloadInput, workloadSchema } from '../schema/workload.ts';
import type { Confinement } from '../source/confine.ts';
import type { WorkloadFiles } from '../source/discover.ts';
import { eachInParallel } from '../source/eachInParallel.ts';
import { problem } from '../source/problem.ts';
import { readText } from '../source/readText.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { parseYaml, type YamlNode } from '../source/yamlDocument.ts';

/** A persona as written, and where. */
export interface PersonaEntry {
  readonly input: PersonaInput;
  readonly node: YamlNode;
  /** Absolute path of its file: `image` is relative to it. */
  readonly path: string;
}

/** What the YAML files of a workload say, before names are linked. */
export interface WorkloadDocuments {
  readonly workload: WorkloadInput;
  readonly workloadNode?: YamlNode;
  readonly personas: readonly PersonaEntry[];
  readonly files: readonly SourceFile[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads and validates all YAML files of a workload. A file with a problem does not keep the others from being read, so
 * that everything is reported at once. Problem `WLD003` when there is no persona in any of them.
 */
export async function readDocuments(confinement: Confinement, files: WorkloadFiles): Promise<WorkloadDocuments> {
  const paths = [...(files.workloadFile === undefined ? [] : [files.workloadFile]), ...files.personaFiles];
  const texts = await eachInParallel(paths, (path) => readText(confinement, path));
  const gathered = new Gathered();
  for (const [nth, text] of texts.entries()) {
    if (!text.ok) {
      gathered.problems.push(...text.problems);
      gathered.sawPersona ||= paths[nth] !== files.workloadFile;
      continue;
    }
    gathered.add(text.value, text.value.absolutePath === files.workloadFile, files.single);
  }
  // Where files could not even be found, the missing personas are no news.
  if (!gathered.sawPersona && files.problems.length === 0) gathered.problems.push(noPersonas(confinement, files));
  return gathered;
}

function noPersonas(confinement: Confinement, files: WorkloadFiles): Diagnostic {
  const place = files.single && files.workloadFile !== undefined ? files.workloadFile : files.folder;
  const file = confinement.fileOf(place) || '.';
  return problem(
    'WLD003',
    `no personas in ${file}`,
    { file },
    'a persona is a YAML file with an id and a name; `persona-deck init` writes a small workload to start from',
  );
}

class Gathered implements WorkloadDocuments {
  workload: WorkloadInput = {};
  workloadNode?: YamlNode;
  readonly personas: PersonaEntry[] = [];
  readonly files: SourceFile[] = [];
  readonly problems: Diagnostic[] = [];
  /** Whether anything was meant to be a persona, even if it has problems. */
  sawPersona = false;

  /** In `workload.yaml` the first document is the workload; a single file may hold just personas. */
  add(source: SourceFile, isWorkloadFile: boolean, single: boolean): void {
    this.files.push(source);
    const { documents, problems } = parseYaml(source);
    this.problems.push(...problems);
    // What a broken file was meant to hold is unknown: do not complain about missing personas on top.
    if (problems.length > 0) this.sawPersona = true;
    for (const [nth, node] of documents.entries()) {
      const isWorkload = isWorkloadFile && nth === 0 && (!single || hasKey(node.value, 'personas'));
      if (isWorkload) this.#addWorkload(node, source);
      else this.#addPersonas(node, source);
    }
  }

  #addWorkload(node: YamlNode, source: SourceFile): void {
    this.workloadNode = node;
    if (hasKey(node.value, 'personas')) this.sawPersona = true;
    const valid = validate(workloadSchema, node, 'the workload');
    if (!valid.ok) {
      this.problems.push(...valid.problems);
      return;
    }
    this.workload = valid.value;
    for (const [nth, input] of (valid.value.personas ?? []).entries()) {
      this.personas.push({ input, node: node.at(['personas', nth]), path: source.absolutePath });
    }
  }

  #addPersonas(node: YamlNode, source: SourceFile): void {
    const nodes = Array.isArray(node.value) ? node.value.map((_, nth) => node.at([nth])) : [node];
    for (const one of nodes) {
      this.sawPersona = true;
      const valid = validate(personaSchema, one, 'a persona');
      if (valid.ok) this.personas.push({ input: valid.value, node: one, path: source.absolutePath });
      else this.problems.push(...valid.problems);
    }
  }
}

function hasKey(value: unknown, key: string): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, key);
}
