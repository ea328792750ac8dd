import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PreflightFile, Requirement } from '../preflight/model.ts';
import { preflight } from '../preflight/preflight.ts';
import { readSettings } from '../schema/readSettings.ts';
import { findProjectRoot } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { chosenCard } from './choices.ts';
import { chosenShops } from './shopChoices.ts';
import { UsageError } from './usageError.ts';

export interface PreflightOptions {
  readonly cwd: string;
  /** Folder or file to look at; what a build made for each service when absent. */
  readonly path?: string;
  readonly shops?: readonly string[];
  readonly card?: string;
  readonly orientation?: string;
  readonly pdfx?: boolean;
  /** The folder that was built into. */
  readonly out?: string;
}

/** What came of the files for one service. */
export interface PreflightReport {
  readonly shop: string;
  /** Absolute path of what was looked at. */
  readonly path: string;
  readonly requirements: readonly Requirement[];
}

/** `refused`: the settings have problems. */
export type PreflightResult =
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] }
  | { readonly status: 'measured'; readonly reports: readonly PreflightReport[] };

/** Measures files against what print services ask for. Throws `UsageError`. */
export async function preflightFiles(options: PreflightOptions): Promise<PreflightResult> {
  const root = await findProjectRoot(options.cwd);
  const { settings, ...reading } = await readSettings(root);
  if (settings === undefined) return { status: 'refused', ...reading };
  const shops = chosenShops(options.shops, settings);
  if (shops.length === 0) throw new UsageError('No print service was named', 'name one: --shop makeplayingcards');
  if (options.path !== undefined && shops.length > 1) {
    throw new UsageError('Files are measured for one print service at a time', `name it: --shop ${shops[0]?.name}`);
  }
  const isNamed = options.card !== undefined || settings.card !== undefined;
  const card = isNamed ? chosenCard(options, settings) : undefined;
  const pdfx = options.pdfx ?? settings.print?.pdfx;
  const out = options.out === undefined ? resolve(root, settings.out ?? 'out') : resolve(options.cwd, options.out);
  const reports: PreflightReport[] = [];
  for (const shop of shops) {
    const path = options.path === undefined ? join(out, 'print', shop.name) : resolve(options.cwd, options.path);
    const files = await filesAt(path, options.path ?? `print/${shop.name}`, shop.name);
    const order = { shop, ...(card === undefined ? {} : { card }), ...(pdfx === undefined ? {} : { pdfx }) };
    reports.push({ shop: shop.name, path, requirements: await preflight(order, files) });
  }
  return { status: 'measured', reports };
}

/** A file itself, or the PDF and PNG files of a folder and the folders in it, by name. */
async function filesAt(path: string, written: string, shop: string): Promise<PreflightFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new UsageError(`There is nothing at ${written}`, `build it first: persona-deck build --shop ${shop}`);
  }
  if (found.isFile()) return [{ name: basename(path), read: () => readFile(path) }];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /\.(png|pdf)$/i.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({ name, read: () => readFile(join(path, name)) }));
}
