/** The library: build and check workloads from a program. */
export { build, type BuildEvent, type BuildOptions, type BuildResult } from './build/build.ts';
export { checkWorkload } from './build/check.ts';
export { UsageError } from './build/usageError.ts';
export { BrowserUnavailable } from './browser/unavailable.ts';
export { FolderNotFound } from './source/folderNotFound.ts';
export { TemplateError } from './html/templates.ts';
export { formatPretty } from './diagnostics/pretty.ts';
export type { Diagnostic, Location, Position, Range, Severity } from './diagnostics/diagnostic.ts';
export { jsonSchemaOf, type DocumentName } from './schema/jsonSchema.ts';
export { readProject, type Project } from './build/project.ts';
export type * from './workload/model.ts';
