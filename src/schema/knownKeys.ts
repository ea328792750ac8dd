import type * as z from 'zod';
import type { YamlPath } from '../source/yamlDocument.ts';

/** The parts of a zod schema's definition that lead from one schema to those inside it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/** Keys that the mapping at `path` may have, in the order of the schema. `value` decides between alternatives. */
export function knownKeysAt(schema: z.core.$ZodType, path: YamlPath, value: unknown): string[] {
  const definition = (schema as z.ZodType).def as Definition;
  if (definition.innerType !== undefined) return knownKeysAt(definition.innerType, path, value);
  if (definition.options !== undefined) return definition.options.flatMap((option) => knownKeysAt(option, path, value));
  const isList = Array.isArray(value);
  const [step, ...rest] = path;
  if (definition.element !== undefined && isList && step !== undefined) {
    return knownKeysAt(definition.element, rest, value[Number(step)]);
  }
  if (definition.shape === undefined || isList) return [];
  if (step === undefined) return Object.keys(definition.shape);
  const inner = definition.shape[String(step)];
  return inner === undefined ? [] : knownKeysAt(inner, rest, (value as Record<PropertyKey, unknown>)[step]);
}
