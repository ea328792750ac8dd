import { type ExitCode, exitCode } from './exitCodes.ts';

/** What to say of an error that the user can do something about; undefined for a fault of our own. */
export async function explain(error: unknown): Promise<{ readonly text: string; readonly code: ExitCode } | undefined> {
  if (!(error instanceof Error)) return undefined;
  // By name: loading the modules that define these classes would cost more than the message.
  const fields = error as Error & {
    readonly hint?: string;
    readonly file?: string;
    readonly tried?: readonly string[];
    readonly advice?: readonly string[];
    readonly code?: string;
    readonly path?: string;
  };
  switch (error.name) {
    case 'UsageError':
    case 'FolderNotFound':
      return { text: lines(capital(error.message), fields.hint), code: exitCode.usage };
    case 'TemplateError':
      return { text: lines(`${fields.file}: ${error.message}`), code: exitCode.usage };
    case 'PageContentError':
      return {
        text: lines(error.message, 'a template of the project asks for it: see docs/templates.md'),
        code: exitCode.usage,
      };
    case 'GhostscriptFailed':
      return { text: lines(error.message), code: exitCode.environment };
    case 'BrowserUnavailable':
    case 'GhostscriptUnavailable':
      return {
        text: lines(error.message, ...(fields.tried ?? []), ...(fields.advice ?? [])),
        code: exitCode.environment,
      };
  }
  if (['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EDQUOT'].includes(fields.code ?? '')) {
    return {
      text: lines(`Cannot write: ${error.message}`, 'choose another folder: --out of build, --into of import'),
      code: exitCode.environment,
    };
  }
  return undefined;
}

const lines = (first: string, ...rest: readonly (string | undefined)[]): string =>
  `${[first, ...rest.filter((line) => line !== undefined).map((line) => `  ${line}`)].join('\n')}\n`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
