/** The library: build and check workloads from a program. */
export { build } from './build/build.ts';
export type { BuildEvent, BuildOptions, BuildResult } from './build/model.ts';
export {
  preflightFiles,
  type PreflightOptions,
  type PreflightReport,
  type PreflightResult,
} from './build/preflightFiles.ts';
export type { Requirement } from './preflight/model.ts';
export { checkWorkload, type CheckOptions, type CheckResult } from './build/check.ts';
export { rules, runChecks } from './checks/runChecks.ts';
export { applyWaivers, type WaiverOptions } from './checks/waivers.ts';
export type { Area, Rule } from './checks/rule.ts';
export { assess, type AssessOptions } from './checks/assessment/assess.ts';
export type * from './checks/assessment/model.ts';
export { assessmentMarkdown } from './outputs/markdown/assessment.ts';
export { UsageError } from './build/usageError.ts';
export { GhostscriptFailed, GhostscriptUnavailable } from './ghostscript/unavailable.ts';
export { BrowserUnavailable } from './browser/unavailable.ts';
export { FolderNotFound } from './source/folderNotFound.ts';
export { TemplateError } from './html/templates.ts';
export { formatGithub, type GithubOptions } from './diagnostics/github.ts';
export { formatJson } from './diagnostics/json.ts';
export { formatPretty } from './diagnostics/pretty.ts';
export { formatSarif, type SarifOptions } from './diagnostics/sarif.ts';
export type { Diagnostic, Location, Position, Range, Severity } from './diagnostics/diagnostic.ts';
export { jsonSchemaOf, type DocumentName } from './schema/jsonSchema.ts';
export { readProject, type Project } from './build/project.ts';
export { type AccessCell, type AccessMatrix, accessMatrix } from './access/matrix.ts';
export { powerOf } from './access/power.ts';
export { type AccessAnswer, type AccessQuestion, type AccessRow, queryAccess } from './access/query.ts';
export type { KnownRole, Power, RoleCatalogue, RolePart } from './roles/model.ts';
export type * from './workload/model.ts';
