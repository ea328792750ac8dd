import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

const shipped = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Compiled templates: the only way from data to HTML. Every value is escaped; text is never compiled. */
export interface Templates {
  /** Digest of all template and style files: part of the key of everything painted with them. */
  readonly digest: string;
  /** Throws `TemplateError` when the template fails, naming its file. */
  render(name: string, data: object): string;
  /** A style sheet, as it is. */
  css(name: string): string;
  /** A script for browsers, as it is. */
  script(name: string): string;
}

/** A template of the project that cannot be compiled or run. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/**
 * Reads our templates; files of the same name in `projectFolder` (`<root>/templates`) take their place. `family` is a
 * folder in both: templates that belong together see each other as partials, and no others.
 */
export function loadTemplates(projectFolder?: string, family = ''): Templates {
  const own = new Map(projectFolder === undefined ? [] : filesIn(join(projectFolder, family)));
  const files = new Map([...filesIn(join(shipped, family)), ...own]);
  const engine = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const digest = createHash('sha256');
  for (const [name, { path, text }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    digest.update(`${name}\0${text}\0`);
    if (!name.endsWith('.hbs')) continue;
    const stem = basename(name, '.hbs');
    // Parsing all of ours would be a twentieth of a build with nothing to do.
    if (own.has(name)) checkSyntax(path, text);
    // `strict` makes a misspelled key an error rather than a gap on a card.
    compiled.set(stem, engine.compile(text, { strict: true, assumeObjects: false, preventIndent: true }));
    engine.registerPartial(stem, text);
  }
  return {
    digest: digest.digest('hex'),
    render: (name, data) => run(compiled, files.get(`${name}.hbs`)?.path ?? name, name, data),
    css: (name) => files.get(`${name}.css`)?.text ?? '',
    script: (name) => files.get(`${name}.js`)?.text ?? '',
  };
}

/** Compiling waits until a template is first used, and what a project wrote should not fail only then. */
function checkSyntax(path: string, text: string): void {
  try {
    Handlebars.parse(text);
  } catch (error) {
    throw new TemplateError(path, error instanceof Error ? error.message : String(error));
  }
}

function run(
  compiled: ReadonlyMap<string, Handlebars.TemplateDelegate>,
  file: string,
  name: string,
  data: object,
): string {
  const template = compiled.get(name);
  if (template === undefined) throw new TemplateError(file, `There is no template ${name}.hbs`);
  try {
    return template(data);
  } catch (error) {
    throw new TemplateError(file, error instanceof Error ? error.message : String(error));
  }
}

/** Text as HTML, as the templates write it. */
export const escapeHtml = (text: string): string => Handlebars.escapeExpression(text);

/** HTML that we made ourselves (an icon, a figure): not escaped again. Never call it with text of a user. */
export function ownMarkup(html: string): object {
  return new Handlebars.SafeString(html);
}

function filesIn(folder: string): [string, { path: string; text: string }][] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.(hbs|css|js)$/.test(name))
    .map((name) => [name, { path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }]);
}
