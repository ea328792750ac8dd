import { describe, expect, it } from 'vitest';
import { type DocumentName, documentSchemas, jsonSchemaOf } from '../../src/schema/jsonSchema.ts';

const names = Object.keys(documentSchemas) as DocumentName[];

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
  readonly examples?: unknown;
}

const definition = (document: DocumentName, id: string): JsonSchema | undefined =>
  (jsonSchemaOf(document) as JsonSchema).definitions?.[id];

describe('jsonSchemaOf', () => {
  it.each(names)('%s says what it is', (name) => {
    expect(JSON.stringify(jsonSchemaOf(name))).toContain('http://json-schema.org/draft-07/schema#');
    expect(documentSchemas[name].meta()).toMatchObject({ id: expect.any(String), description: expect.any(String) });
  });

  it.each([
    ['persona', 'persona'],
    ['workload', 'workload'],
    ['settings', 'settings'],
  ] as const)('%s describes every key, and allows no others', (document, id) => {
    const schema = definition(document, id);
    expect(schema?.additionalProperties).toBe(false);
    const bare = Object.entries(schema?.properties ?? {}).filter(([, { description }]) => description === undefined);
    expect(bare.map(([key]) => key)).toEqual([]);
    expect(Object.keys(schema?.properties ?? {}).length).toBeGreaterThan(5);
  });

  it('has examples that are valid', () => {
    for (const name of names) {
      const examples = (documentSchemas[name].meta()?.examples ?? []) as unknown[];
      for (const example of examples) expect(documentSchemas[name].safeParse(example).success).toBe(true);
    }
  });
});
