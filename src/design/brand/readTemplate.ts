import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Diagnostic, Location } from '../../diagnostics/diagnostic.ts';
import { openZip, UnreadableZip, type ZipArchive } from '../../ooxml/readZip.ts';
import { child } from '../../ooxml/xml.ts';
import type { Confinement } from '../../source/confine.ts';
import { problem } from '../../source/problem.ts';
import { settingsFileName } from '../../source/projectRoot.ts';
import { confinementProblem, reasonOf } from '../../source/readText.ts';
import { pt } from '../units.ts';
import { brandColors, schemeHex } from './colors.ts';
import { keptParts, PRESENTATION } from './keptParts.ts';
import type { BrandColor, BrandTemplate } from './model.ts';
import { checkNamespaces } from './namespaces.ts';
import { layoutsOf, mastersOf } from './templateLayouts.ts';
import { TemplateParts, TemplateRefused } from './templateParts.ts';

/** A template, or what is wrong with its file. */
export interface TemplateReading {
  readonly template?: BrandTemplate;
  readonly diagnostics: readonly Diagnostic[];
}

const MEGABYTE = 1024 * 1024;
/** Far above what templates are: those with many pictures have some 50 MB. */
const maxFileBytes = 200 * MEGABYTE;
const limits = { entries: 10_000, unpacked: 500 * MEGABYTE };

const save = 'save it in PowerPoint as "PowerPoint Template (*.potx)"';
const EMU_PER_POINT = 12_700;

/**
 * Reads a template that the settings name: only files under the project root are read. Problems: `TPL001` not found or
 * not readable, `TPL002` no PowerPoint file, `TPL003` encrypted, `TPL004` too large, `TPL005` no layouts, `TPL006`
 * damaged, `TPL007` written in a way that cannot be built upon; `SRC004` and `SRC005` outside the root.
 */
export async function readTemplate(confinement: Confinement, path: string): Promise<TemplateReading> {
  const confined = await confinement.resolve(confinement.root, path);
  const location = { file: settingsFileName };
  if (confined.status === 'missing') return refused(notFound(path, location));
  if (confined.status !== 'found') return refused(confinementProblem(confined, path, location));
  return readFile(confined.absolutePath, confined.file);
}

/** Reads a template from wherever it lies: for paths of the command line. Places are told relative to `root`. */
export async function readTemplateAnywhere(root: string, absolutePath: string): Promise<TemplateReading> {
  return readFile(absolutePath, relative(root, absolutePath).split(sep).join('/'));
}

const refused = (diagnostic: Diagnostic): TemplateReading => ({ diagnostics: [diagnostic] });

const notFound = (path: string, location?: Location): Diagnostic =>
  problem('TPL001', `there is no template ${path}`, location, 'correct the path, or put the file there');

function readFile(path: string, file: string): TemplateReading {
  let bytes: Uint8Array;
  try {
    const info = statSync(path);
    if (!info.isFile()) return refused(problem('TPL001', 'cannot be read: it is not a regular file', { file }));
    if (info.size > maxFileBytes) {
      return refused(tooLarge(`larger than ${maxFileBytes / MEGABYTE} MB`, file));
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refused(notFound(file));
    return refused(problem('TPL001', `cannot be read: ${reasonOf(error)}`, { file }));
  }
  return templateOf(bytes, file);
}

const tooLarge = (message: string, file: string): Diagnostic =>
  problem('TPL004', message, { file }, 'take out what slides do not need, such as large pictures');

/** The template in the bytes of a file; `file` is what problems call it. */
export function templateOf(bytes: Uint8Array, file: string): TemplateReading {
  if (isCompoundFile(bytes)) return refused(compoundProblem(bytes, file));
  try {
    const archive = openZip(bytes, limits);
    return { template: read(archive, bytes, file), diagnostics: [] };
  } catch (error) {
    return refused(problemOf(error, file));
  }
}

function read(archive: ZipArchive, bytes: Uint8Array, file: string): BrandTemplate {
  checkKind(archive);
  const parts = new TemplateParts(archive);
  const root = parts.tree(PRESENTATION);
  checkNamespaces(PRESENTATION, root);
  if (root.name !== 'p:presentation') throw new TemplateRefused('damaged', `${PRESENTATION} is no <p:presentation>`);
  const size = child(root, 'p:sldSz')?.attributes;
  const width = lengthOf(size?.cx) ?? 12_192_000;
  const height = lengthOf(size?.cy) ?? 6_858_000;
  const masters = mastersOf(parts);
  const layouts = layoutsOf(masters, { width, height }, parts);
  const [first] = masters;
  if (first === undefined || layouts.length === 0) throw new TemplateRefused('no layouts', 'it has no slide layouts');
  const colors = brandColors.map((name) => [name, schemeHex(name, first.scheme) ?? '#000000'] as const);
  return {
    file,
    name: first.theme?.attributes.name ?? '',
    width: pt(width / EMU_PER_POINT),
    height: pt(height / EMU_PER_POINT),
    colors: Object.fromEntries(colors) as Record<BrandColor, string>,
    fonts: first.fonts,
    layouts,
    package: keptParts(parts, archive),
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

function lengthOf(written: string | undefined): number | undefined {
  const length = Number(written ?? 'none');
  return Number.isFinite(length) && length > 0 ? length : undefined;
}

/** Says what an archive is that holds no presentation. */
function checkKind({ names }: ZipArchive): void {
  if (names.includes(PRESENTATION)) return;
  const kinds: readonly (readonly [string, string])[] = [
    ['word/document.xml', 'a Word document'],
    ['xl/workbook.xml', 'an Excel workbook'],
    ['theme/theme/themeManager.xml', 'an Office theme without layouts for slides'],
    ['META-INF/manifest.xml', 'an OpenDocument file'],
  ];
  const kind = kinds.find(([part]) => names.includes(part))?.[1] ?? 'a zip archive without a presentation';
  throw new TemplateRefused('foreign', `not a PowerPoint template: it is ${kind}`);
}

/** The container of older Office formats, and of files that a password locks. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}

function compoundProblem(bytes: Uint8Array, file: string): Diagnostic {
  const older = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('PowerPoint Document', 'utf16le'),
  );
  return older
    ? problem('TPL002', 'in the format of PowerPoint 97 to 2003', { file }, save)
    : problem('TPL003', 'encrypted', { file }, 'take password and protection off in PowerPoint, then save it again');
}

const codes: Readonly<Record<TemplateRefused['reason'], string>> = {
  foreign: 'TPL002',
  'no layouts': 'TPL005',
  damaged: 'TPL006',
  unusual: 'TPL007',
};

function problemOf(error: unknown, file: string): Diagnostic {
  if (error instanceof TemplateRefused) {
    return problem(codes[error.reason], error.message, { file }, error.hint ?? hints[error.reason]);
  }
  if (error instanceof UnreadableZip) {
    if (error.reason === 'too large') return tooLarge(error.message, file);
    const code = error.reason === 'no zip' ? 'TPL002' : 'TPL006';
    const message = error.reason === 'no zip' ? 'not a PowerPoint file' : error.message;
    return problem(code, message, { file }, error.reason === 'no zip' ? hints.foreign : hints.damaged);
  }
  // Elements nested deeper than the stack holds.
  if (error instanceof RangeError) return problem('TPL006', 'nested too deeply', { file }, hints.damaged);
  throw error;
}

const hints = {
  foreign: `give a .potx or .pptx file; ${save}`,
  'no layouts': 'add a layout with a title in the slide master view',
  damaged: `open it in PowerPoint to see whether it can be repaired; then ${save}`,
  unusual: save,
} as const;
