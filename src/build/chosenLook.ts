import { isAbsolute } from 'node:path';
import { brandTheme } from '../design/brand/brandTheme.ts';
import type { BrandTemplate } from '../design/brand/model.ts';
import { readTemplate, readTemplateAnywhere, type TemplateReading } from '../design/brand/readTemplate.ts';
import type { Theme } from '../design/design.ts';
import { brandFormat } from '../layout/slides/format/brand/brandFormat.ts';
import type { SlideFormat } from '../layout/slides/format/model.ts';
import { loadTheme, themeNames } from '../design/themes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../schema/settings.ts';
import { Confinement } from '../source/confine.ts';
import { fileExists } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { type BuildChoices, known } from './choices.ts';
import { UsageError } from './usageError.ts';
import { layoutRemarks, noTitle } from './layoutRemarks.ts';

/** How everything is coloured, and what the workshop deck stands on. */
export interface Look {
  readonly theme: Theme;
  /** What the workshop deck stands on where it has a PowerPoint template; its colours and fonts are then the template's. */
  readonly brand?: SlideBrand;
  /** What people should know of what was made of templates. */
  readonly remarks: readonly Diagnostic[];
  /** Templates that lie in the project, relative to its root. */
  readonly sources: readonly string[];
}

export interface SlideBrand {
  readonly template: BrandTemplate;
  readonly theme: Theme;
  readonly format: SlideFormat;
}

export type LookChoice =
  | { readonly ok: true; readonly look: Look }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] };

/** Reads the theme and the template that were chosen. Throws `UsageError` for a theme or template that does not exist. */
export async function chosenLook(root: string, choices: BuildChoices, settings: Settings): Promise<LookChoice> {
  const read = await templateReader(root);
  const wanted = choices.theme ?? settings.theme;
  const colored = typeof wanted === 'object' ? await read.inProject(wanted.from) : undefined;
  const standing = await (choices.template === undefined
    ? settings.template === undefined
      ? undefined
      : read.inProject(settings.template)
    : readNamed(root, choices.template));
  const broken = [...new Set([colored, standing])].flatMap((reading) => reading?.diagnostics ?? []);
  if (broken.length > 0) return { ok: false, diagnostics: broken, files: [] };
  const fromTemplate = colored?.template === undefined ? undefined : brandTheme(colored.template, root);
  const reading =
    fromTemplate === undefined ? await namedTheme(root, typeof wanted === 'string' ? wanted : 'light') : undefined;
  const theme = fromTemplate?.theme ?? reading?.theme;
  if (theme === undefined) {
    return { ok: false, diagnostics: reading?.diagnostics ?? [], files: reading?.files ?? [] };
  }
  const brand = standing?.template === undefined ? undefined : slideBrand(standing.template, root);
  if (brand?.ok === false) return { ok: false, diagnostics: [brand.problem], files: [] };
  const files = [colored?.template?.file, standing?.template?.file].filter((file) => file !== undefined);
  return {
    ok: true,
    look: {
      theme,
      ...(brand === undefined ? {} : { brand: brand.brand }),
      remarks: distinct([...(fromTemplate?.remarks ?? []), ...(brand?.remarks ?? [])]),
      sources: [...new Set(files)].filter((file) => !file.startsWith('../') && !isAbsolute(file)),
    },
  };
}

/** A path of the command line that leads nowhere is wrong usage, not a fault of the project. */
async function readNamed(root: string, path: string): Promise<TemplateReading> {
  if (await fileExists(path)) return readTemplateAnywhere(root, path);
  throw new UsageError(`There is no template ${path}`, 'give the path of a .potx or .pptx file');
}

type BrandChoice =
  | { readonly ok: true; readonly brand: SlideBrand; readonly remarks: readonly Diagnostic[] }
  | { readonly ok: false; readonly problem: Diagnostic };

function slideBrand(template: BrandTemplate, root: string): BrandChoice {
  const { theme, remarks } = brandTheme(template, root);
  const placed = brandFormat(template);
  if (placed === undefined) return { ok: false, problem: noTitle(template) };
  return {
    ok: true,
    brand: { template, theme, format: placed.format },
    remarks: [...remarks, ...layoutRemarks(template, placed.matches)],
  };
}

/** One template may give both the cards and the slides their look: what there is to say of it is said once. */
function distinct(remarks: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}

async function namedTheme(root: string, wanted: string): ReturnType<typeof loadTheme> {
  return loadTheme(root, known('theme', wanted, await themeNames(root)));
}

/** The same file may give both colours and slides: it is read once. */
async function templateReader(root: string): Promise<{ inProject: (path: string) => Promise<TemplateReading> }> {
  const confinement = await Confinement.of(root);
  const readings = new Map<string, Promise<TemplateReading>>();
  return {
    inProject: (path) => {
      const reading = readings.get(path) ?? readTemplate(confinement, path);
      readings.set(path, reading);
      return reading;
    },
  };
}
