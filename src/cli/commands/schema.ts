import { type DocumentName, documentSchemas, jsonSchemaOf } from '../../schema/jsonSchema.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import type { Terminal } from '../terminal.ts';

/** `persona-deck schema NAME`: the JSON Schema of a document, for completion in editors; all of them without a name. */
export function schemaCommand(terminal: Terminal, name: DocumentName | undefined): ExitCode {
  const names = Object.keys(documentSchemas) as DocumentName[];
  const value =
    name === undefined ? Object.fromEntries(names.map((one) => [one, jsonSchemaOf(one)])) : jsonSchemaOf(name);
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
  return exitCode.done;
}
