import { type DocumentName, jsonSchemaOf } from '../../src/schema/jsonSchema.ts';

/** The part of JSON Schema that zod writes for our documents. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** One key of a document, with the keys above it: `links.base`, `skills[].level`. */
export interface SchemaKey {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The schema of what a document holds; of a file that may hold several personas, that of one. */
export function schemaOf(document: DocumentName): JsonSchema {
  return (jsonSchemaOf(document) as JsonSchema).definitions?.[document] ?? {};
}

/** Every key of a document, nested ones below their parents. What another document describes is not repeated. */
export function keysOf(document: DocumentName): SchemaKey[] {
  return keysBelow(schemaOf(document), '');
}

function keysBelow(schema: JsonSchema, path: string): SchemaKey[] {
  return [
    ...branchesOf(schema).flatMap((branch) => keysBelow(branch, path)),
    ...(schema.items === undefined ? [] : keysBelow(schema.items, `${path}[]`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
      const here = path === '' ? key : `${path}.${key}`;
      const required = schema.required?.includes(key) ?? false;
      return [{ path: here, schema: inner, required }, ...keysBelow(inner, here)];
    }),
  ];
}

/** Of one thing or a list of it, the list: both have the same keys. */
function branchesOf({ anyOf = [] }: JsonSchema): readonly JsonSchema[] {
  const list = anyOf.find((branch) => branch.items !== undefined);
  return list === undefined ? anyOf : [list];
}
