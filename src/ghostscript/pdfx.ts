import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGhostscript, withFolder } from './run.ts';

export interface PdfxOptions {
  /** ICC profile of the inks, an absolute path; Ghostscript's own for CMYK when absent. */
  readonly profile?: { readonly absolutePath: string; readonly name: string };
  readonly signal?: AbortSignal;
}

/** Name in the output intent where nobody named a profile. */
export const DEFAULT_PROFILE = 'default_cmyk.icc of Ghostscript';

/**
 * Makes a PDF/X-1a:2003 of a PDF: every colour in CMYK, nothing to see through, fonts embedded, no links. Boxes of the
 * pages stay. The same PDF and profile give the same bytes with the same Ghostscript.
 * Throws `GhostscriptUnavailable` or `GhostscriptFailed`.
 */
export async function toPdfx(pdf: Uint8Array, { profile, signal }: PdfxOptions = {}): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'in.pdf'), pdf);
    if (profile !== undefined) await writeFile(join(folder, 'profile.icc'), await readFile(profile.absolutePath));
    await writeFile(join(folder, 'intent.ps'), intent(profile?.name));
    await runGhostscript({
      what: 'PDF/X',
      cwd: folder,
      args: [
        '-sDEVICE=pdfwrite',
        '-dPDFX',
        '-dPDFSETTINGS=/prepress',
        '-sColorConversionStrategy=CMYK',
        '-sProcessColorModel=DeviceCMYK',
        // Pictures stay as sharp as they are.
        '-dDownsampleColorImages=false',
        '-dDownsampleGrayImages=false',
        '-dAutoFilterColorImages=false',
        '-dColorImageFilter=/FlateEncode',
        '-dShowAnnots=false',
        ...(profile === undefined ? [] : ['-sOutputICCProfile=profile.icc', '--permit-file-read=profile.icc']),
        '-sOutputFile=out.pdf',
        'intent.ps',
        'in.pdf',
      ],
      ...(signal === undefined ? {} : { signal }),
    });
    return withoutClock(await readFile(join(folder, 'out.pdf')));
  });
}

/** What PDF/X wants beyond colours: the version, and which inks the file is made for. */
function intent(profile: string | undefined): string {
  const file =
    profile === undefined ? 'currentuserparams /ICCProfilesDir get (default_cmyk.icc) concatstrings' : '(profile.icc)';
  const name = postscriptString(profile ?? DEFAULT_PROFILE);
  return `%!
[ /GTS_PDFXVersion (PDF/X-1a:2003) /Trapped /False /DOCINFO pdfmark
[/_objdef {profile} /type /stream /OBJ pdfmark
[{profile} << /N 4 >> /PUT pdfmark
[{profile} ${file} (r) file /PUT pdfmark
[/_objdef {intent} /type /dict /OBJ pdfmark
[{intent} << /Type /OutputIntent /S /GTS_PDFX /OutputCondition ${name} /Info ${name}
  /OutputConditionIdentifier (Custom) /RegistryName (http://www.color.org) /DestOutputProfile {profile} >> /PUT pdfmark
[{Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark
`;
}

const postscriptString = (text: string): string => `(${text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')})`;

/** A day that says nothing, for dates that PDF/X must have. */
const NO_DAY = '20000101000000';
const NO_ID = '0'.repeat(32);

/** Dates and ids in place of those of the run: the same length, so that every byte stays in its place. */
function withoutClock(pdf: Buffer): Uint8Array {
  const text = pdf
    .toString('latin1')
    .replace(
      /(\/(?:Creation|Mod)Date\s*\(D:)\d{14}([^)]*)\)/g,
      (_, start: string, zone: string) => `${start}${NO_DAY}${zone.replace(/[+-]\d\d'\d\d/, "+00'00")})`,
    )
    .replace(/(\/ID\s*)\[<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\]/g, `$1[<${NO_ID}><${NO_ID}>]`)
    .replace(/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?=[^<]{0,6}<\/(?:xmp|xap|pdf))/g, '2000-01-01T00:00:00')
    .replace(/uuid:[0-9a-f-]{36}/g, 'uuid:00000000-0000-0000-0000-000000000000');
  const id = createHash('md5').update(text, 'latin1').digest('hex').toUpperCase();
  return Buffer.from(text.replaceAll(`<${NO_ID}>`, `<${id}>`), 'latin1');
}
