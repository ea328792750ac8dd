import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { woffToSfnt } from './woff.ts';

/**
 * Writes a fontconfig file into `folder` that hides the machine's fonts and gives the path of it, for FONTCONFIG_FILE.
 * Every host then breaks lines alike: what a page shows comes from the web fonts that it loads itself.
 *
 * One font must remain: without any, Chromium refuses web fonts too and text is blank. It also shows what no web font
 * has, so it is one of the package's own, and the same everywhere.
 */
export async function writeFontconfig(folder: string): Promise<string> {
  const fonts = join(folder, 'fonts');
  const file = join(folder, 'fonts.conf');
  await mkdir(fonts, { recursive: true });
  await writeFile(join(fonts, 'last-resort.ttf'), woffToSfnt(await readFile(lastResortFont())));
  await writeFile(file, fontconfig(fonts, join(folder, 'fontconfig-cache')));
  return file;
}

function lastResortFont(): string {
  return createRequire(import.meta.url).resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff');
}

/** Desktop builds take hinting from here: with hinting they round each letter's width, and lines break elsewhere. */
function fontconfig(fonts: string, cache: string): string {
  const settings = [
    '<edit name="antialias" mode="assign"><bool>true</bool></edit>',
    '<edit name="hinting" mode="assign"><bool>false</bool></edit>',
    '<edit name="rgba" mode="assign"><const>none</const></edit>',
  ].join('');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${escapeXml(fonts)}</dir>
<cachedir>${escapeXml(cache)}</cachedir>
<match target="pattern">${settings}</match>
<match target="font">${settings}</match>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
