import * as z from 'zod';
import { localeSchema } from './locale.ts';
import { personaFileSchema } from './persona.ts';
import { settingsSchema } from './settings.ts';
import { themeSchema } from './theme.ts';
import { workloadSchema } from './workload.ts';

/** Documents that a user writes, by the name of their schema. */
export const documentSchemas = {
  persona: personaFileSchema,
  workload: workloadSchema,
  settings: settingsSchema,
  theme: themeSchema,
  locale: localeSchema,
} as const;

export type DocumentName = keyof typeof documentSchemas;

/**
 * JSON Schema of a document, for completion and checks in editors. Draft 7, the newest that the YAML language server
 * supports in full. Rules that no schema can say (a one-line text) are left out.
 */
export function jsonSchemaOf(document: DocumentName): Record<string, unknown> {
  return z.toJSONSchema(documentSchemas[document], { target: 'draft-7', io: 'input' }) as Record<string, unknown>;
}
