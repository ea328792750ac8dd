import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { labelKeys } from '../../src/design/design.ts';
import { type DocumentName, documentSchemas } from '../../src/schema/jsonSchema.ts';
import { code, fence, page, plain, sentence, table } from './markdown.ts';
import { keysOf, type SchemaKey, schemaOf } from './schemaKeys.ts';
import { defaultOf, kinds, limitsOf, typeOf, withoutDefault } from './schemaWords.ts';

const places: Readonly<Record<DocumentName, string>> = {
  persona:
    'Every `*.yaml` and `*.yml` in the workload folder (`personas/`) and the folders below it, except `workload.yaml` and what lies in `rbac/`. Each holds one persona, a list of personas, or several YAML documents.',
  workload:
    '`workload.yaml` in the workload folder; optional. A whole workload may stand in this one file, with its personas under `personas`: `persona-deck build workload.yaml`.',
  settings:
    '`persona-deck.yaml`; optional. The folder that holds it is the project root: nothing outside of it is read, and paths in it start there. What the [command line](commands.md) says goes before it.',
  theme:
    '`themes/<name>/theme.yaml` in the project root, for a theme of your own: see [templates and themes](../templates.md).',
  locale:
    '`locales/<language>.yaml` of persona-deck itself, one for each language of the labels. A project cannot bring one of its own.',
};

export async function filesPage(root: string): Promise<string> {
  const names = Object.keys(documentSchemas) as DocumentName[];
  const sections = await Promise.all(names.map((name) => section(root, name)));
  return page(
    'Files',
    'Every key of every file that you write. Unknown keys are refused, with a suggestion. A key without a value counts as left out. Space around a text does not count.',
    'For completion in an editor: `npx persona-deck schema persona > persona.schema.json`, and the same for the others. How RBAC files are read: [RBAC markdown](rbac.md).',
    table(
      ['File', 'What it is'],
      names.map((name) => [`[${name}](#${name})`, plain(schemaOf(name).description ?? '')]),
    ),
    '## Kinds of values',
    table(['Kind', 'What it is'], Object.entries(kinds)),
    ...sections.flat(),
  );
}

async function section(root: string, name: DocumentName): Promise<string[]> {
  return [
    `## ${name}`,
    places[name],
    fence('yaml', await exampleOf(root, name)),
    name === 'locale' ? await labelTable(root) : table(['Key', 'Type', 'Default', 'Meaning'], keysOf(name).map(row)),
  ];
}

/** A theme of few keys would be no theme, so one that ships is shown. */
async function exampleOf(root: string, name: DocumentName): Promise<string> {
  if (name === 'theme') return readFile(join(root, 'themes/light/theme.yaml'), 'utf8');
  return stringify(schemaOf(name).examples?.[0]);
}

async function labelTable(root: string): Promise<string> {
  const english = parse(await readFile(join(root, 'locales/en.yaml'), 'utf8')) as Record<string, string>;
  return table(
    ['Key', 'English'],
    labelKeys.map((key) => [code(key), plain(english[key] ?? '')]),
  );
}

function row({ path, schema, required }: SchemaKey): string[] {
  const { description = '', examples = [] } = schema;
  const limits = limitsOf(schema);
  const standard = defaultOf(schema);
  return [
    code(path),
    limits === '' ? typeOf(schema) : `${typeOf(schema)}; ${limits}`,
    required ? '**required**' : plain(standard ?? ''),
    [
      plain(sentence(withoutDefault(description))),
      ...(examples.length === 0
        ? []
        : [`${examples.length === 1 ? 'Example' : 'Examples'}: ${examples.map(inline).join(', ')}`]),
    ].join(' '),
  ];
}

/** A value as it stands behind its key. */
const inline = (value: unknown): string =>
  code(stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd());
