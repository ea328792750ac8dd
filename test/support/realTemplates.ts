import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A template of another program, or why it is not here. */
export interface RealTemplate {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly missing?: string;
}

/** Templates that other programs wrote, as far as these are on the machine. */
export async function realTemplates(): Promise<RealTemplate[]> {
  return [
    await pptxgenjsTemplate(),
    powerPointTemplate(),
    pandocTemplate(),
    ...['Blue_Curve', 'Focus', 'Forestbird'].map(libreOfficeTemplate),
  ];
}

const OTP_FOLDER = '/usr/lib/libreoffice/share/template/common/presnt';

function libreOfficeTemplate(name: string): RealTemplate {
  const source = join(OTP_FOLDER, `${name}.otp`);
  const title = `${name} of LibreOffice`;
  if (!existsSync(source)) return { name: title, missing: 'not installed; Debian has it in libreoffice-impress' };
  const folder = mkdtempSync(join(tmpdir(), 'persona-deck-test-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'potx', '--outdir', folder, source], {
      stdio: 'ignore',
      timeout: 60_000,
    });
    return { name: title, bytes: readFileSync(join(folder, `${name}.potx`)) };
  } catch {
    return { name: title, missing: 'soffice is not installed or did not convert it' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one that python-pptx brings: PowerPoint made it, 4:3. */
function powerPointTemplate(): RealTemplate {
  const name = 'PowerPoint, as python-pptx brings it';
  const path = '/usr/lib/python3/dist-packages/pptx/templates/default.pptx';
  if (!existsSync(path)) return { name, missing: 'python-pptx is not installed; some Debians have it in python3-pptx' };
  return { name, bytes: readFileSync(path) };
}

function pandocTemplate(): RealTemplate {
  const name = 'the reference of pandoc';
  try {
    const bytes = execFileSync('pandoc', ['--print-default-data-file', 'reference.pptx'], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { name, bytes };
  } catch {
    return { name, missing: 'pandoc is not installed; Debian has it in pandoc' };
  }
}

async function pptxgenjsTemplate(): Promise<RealTemplate> {
  const { default: PptxGenJS } = await import('pptxgenjs');
  const deck = new (PptxGenJS as unknown as typeof PptxGenJS.default)();
  deck.defineLayout({ name: 'WIDE', width: 13.333, height: 7.5 });
  deck.layout = 'WIDE';
  deck.defineSlideMaster({
    title: 'HEADLINE',
    background: { color: '102A43' },
    objects: [
      { rect: { x: 0, y: 6.9, w: '100%', h: 0.6, fill: { color: 'F0B429' } } },
      {
        placeholder: {
          options: { name: 'title', type: 'title', x: 0.6, y: 0.4, w: 12, h: 1, fontSize: 32, color: 'FFFFFF' },
          text: 'Headline',
        },
      },
      {
        placeholder: { options: { name: 'body', type: 'body', x: 0.6, y: 1.6, w: 12, h: 5 }, text: 'Text' },
      },
    ],
  });
  deck.addSlide({ masterName: 'HEADLINE' }).addText('Hello', { placeholder: 'title' });
  return { name: 'pptxgenjs', bytes: (await deck.write({ outputType: 'nodebuffer' })) as Uint8Array };
}
