import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** The stages, top to bottom: a folder imports only from folders below it. */
const stages = [
  'cli',
  'build',
  'preflight',
  'outputs',
  'html',
  'images',
  'browser',
  'ghostscript',
  'layout',
  'deck',
  'tables',
  'design',
  'checks',
  'access',
  'workload',
  'roles',
  'schema',
  'source',
  'ooxml',
  'pdf',
  'diagnostics',
];

/** Packages that one place only may know. */
const owners: Readonly<Record<string, string>> = {
  handlebars: 'html/',
  sharp: 'images/',
  'puppeteer-core': 'browser/',
  elkjs: 'layout/diagrams/',
  pptxgenjs: 'outputs/pptx/',
  commander: 'cli/',
  yaml: 'source/',
  'markdown-it': 'source/',
  hucre: 'tables/',
  '@cantoo/pdf-lib': 'pdf/',
  fflate: 'ooxml/',
  uqr: 'html/',
};

/** Who may touch the file system: reading sources, building, and the loaders of what ships with the package. */
const readers = [
  'source/',
  'build/',
  'browser/',
  'ghostscript/',
  'cli/',
  'roles/',
  'design/brand/readTemplate.ts',
  'design/fonts.ts',
  'design/icons.ts',
  'design/locale.ts',
  'design/themes.ts',
  'html/templates.ts',
];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const imports = importsBelow(src);
const internal = imports.filter(({ specifier }) => specifier.startsWith('.'));
const external = imports.filter(({ specifier }) => !specifier.startsWith('.'));

describe('the import rules', () => {
  it('sees the sources', () => {
    expect(new Set(imports.map(({ file }) => file)).size).toBeGreaterThan(80);
    expect(internal.length).toBeGreaterThan(200);
    expect(external.map(({ specifier }) => specifier)).toContain('handlebars');
  });

  it('lets a folder import only from folders below it', () => {
    const upward = internal.filter(({ file, specifier }) => {
      const [from, to] = [stageOf(file), stageOf(posix.join(dirname(file), specifier))];
      return from !== to && stages.indexOf(to) <= stages.indexOf(from);
    });
    expect(upward).toEqual([]);
  });

  it('keeps outputs apart', () => {
    const outputOf = (path: string): string => /^outputs\/(\w+)\//.exec(path)?.[1] ?? '';
    const crossing = internal.filter(({ file, specifier }) => {
      const target = outputOf(posix.join(dirname(file), specifier));
      return file.startsWith('outputs/') && target !== '' && target !== outputOf(file);
    });
    expect(crossing).toEqual([]);
  });

  it('knows each heavy package in one place', () => {
    const strangers = external.filter(({ file, specifier }) => {
      const owner = owners[packageOf(specifier)];
      return owner !== undefined && !file.startsWith(owner);
    });
    expect(strangers).toEqual([]);
  });

  it('touches the file system only where files are loaded or built', () => {
    const touching = external.filter(
      ({ file, specifier }) => specifier.startsWith('node:fs') && !readers.some((reader) => file.startsWith(reader)),
    );
    expect(touching).toEqual([]);
  });

  it('has no circles', () => {
    const edges = new Map<string, string[]>();
    for (const { file, specifier } of internal) {
      edges.set(file, [...(edges.get(file) ?? []), posix.join(dirname(file), specifier)]);
    }
    expect(findCircle(edges)).toEqual([]);
  });
});

/** The stage of a path below `src`; `index.ts` is above all. */
function stageOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** All imports, static and dynamic, but for those of types alone where circles are harmless. */
function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = relative(folder, join(folder, name)).replaceAll('\\', '/');
      const text = readFileSync(join(folder, name), 'utf8');
      const { module, errors } = parseSync(file, text);
      expect(errors).toEqual([]);
      const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
        text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
      );
      const exported = module.staticExports.flatMap(({ entries }) =>
        entries.map((entry) => entry.moduleRequest?.value),
      );
      const specifiers = [
        ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...exported,
        ...dynamic,
      ];
      return specifiers.filter((specifier) => specifier !== undefined).map((specifier) => ({ file, specifier }));
    });
}

function findCircle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
