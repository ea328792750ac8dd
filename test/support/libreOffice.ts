import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { temporaryFolder } from './project.ts';

/** Why tests that need LibreOffice are skipped; undefined where it is installed. */
export function reasonToSkip(): string | undefined {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'soffice is not installed; Debian has it in libreoffice-impress';
  }
}

/** Pages that LibreOffice makes of a deck. A deck that it cannot read gives no PDF, one that it repairs loses slides. */
export async function pagesIn(deck: Uint8Array): Promise<number> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'deck.pptx'), deck);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')],
    {
      stdio: 'ignore',
    },
  );
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'deck.pdf'))) }).promise;
  return pdf.numPages;
}
