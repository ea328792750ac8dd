import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, repository } from '../support/project.ts';
import { buildFor, measured, smallProject, withoutGhostscript } from './support.ts';

const root = smallProject();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const reason = withoutGhostscript();
const FRONT = 'fronts/001-front-P001-data-engineer.png';

/** A copy of what was built, in which something is made wrong, measured. */
async function afterWrong(name: string, spoil: (folder: string) => Promise<void> | void) {
  const folder = join(root, name);
  cpSync(join(root, 'out/print/makeplayingcards'), folder, { recursive: true });
  await spoil(folder);
  const { code, said } = await measured(root, 'makeplayingcards', name, '--card', 'poker');
  return { code, failed: Object.entries(said).filter(([, { met }]) => met === 'no'), said };
}

async function changed(path: string, change: (picture: Sharp) => Sharp | Promise<Sharp>): Promise<void> {
  const picture = await change(sharp(readFileSync(path)).keepMetadata());
  writeFileSync(path, await picture.png().toBuffer());
}

describe('preflight of pictures', () => {
  beforeAll(async () => {
    await buildFor(root, 'makeplayingcards', '--card', 'poker', '--theme', 'dark');
  }, 60_000);

  it('finds nothing in what was built, and measures all of it', async () => {
    const { code, said } = await measured(root, 'makeplayingcards');
    expect([code, Object.values(said).map(({ met }) => met)]).toEqual([0, Object.values(said).map(() => 'yes')]);
    expect(said['size']?.measured).toContain('822 x 1122 px');
    expect(said['order']?.measured).toBe('fronts: 2, backs: 2');
    expect(said['smallest text']?.measured).toMatch(/^[7-9]/);
  });

  it('finds a wrong size', async () => {
    const { code, failed } = await afterWrong('size', (folder) =>
      changed(join(folder, FRONT), (picture) => picture.extend({ right: 3, bottom: 3, background: '#123456' })),
    );
    expect([code, failed]).toEqual([
      1,
      [
        [
          'size',
          {
            met: 'no',
            wanted: expect.any(String) as string,
            measured: expect.stringContaining('825 x 1125') as string,
            where: FRONT,
          },
        ],
      ],
    ]);
  });

  it('finds too few dots', async () => {
    const { failed } = await afterWrong('dots', (folder) =>
      changed(join(folder, FRONT), (picture) => picture.resize(411, 561)),
    );
    expect(failed.map(([name, { measured: found }]) => [name, found])).toContainEqual([
      'resolution in print',
      '150 dpi',
    ]);
  });

  it('finds another resolution in the file', async () => {
    const { failed } = await afterWrong('density', (folder) =>
      changed(join(folder, FRONT), (picture) => picture.withMetadata({ density: 72 })),
    );
    expect(failed).toMatchObject([['resolution in the file', { measured: '72 dpi', where: FRONT }]]);
  });

  it.each([1, 20])('finds a white edge of %i px', async (width) => {
    const { failed } = await afterWrong(`edge-${width}`, (folder) =>
      changed(join(folder, FRONT), async (picture) => {
        const strip = await sharp({ create: { width, height: 1122, channels: 3, background: '#ffffff' } })
          .png()
          .toBuffer();
        const spoiled = await picture
          .composite([{ input: strip, left: 822 - width, top: 0 }])
          .png()
          .toBuffer();
        return sharp(spoiled).keepMetadata().removeAlpha();
      }),
    );
    expect(failed).toMatchObject([
      ['bleed', { measured: expect.stringMatching(/^right: \d+ %/) as string, where: FRONT }],
    ]);
  });

  it('finds a picture to see through, and a back that is missing', async () => {
    const { failed } = await afterWrong('alpha', (folder) => {
      rmSync(join(folder, 'backs/002-back-P002-analyst.png'));
      return changed(join(folder, FRONT), (picture) => picture.ensureAlpha(0.5));
    });
    expect(failed).toMatchObject([
      ['order', { measured: 'fronts: 2, backs: 1', where: 'fronts/002-front-P002-analyst.png' }],
      ['file form', { where: FRONT }],
    ]);
  });

  it('finds backs in another order', async () => {
    const { failed } = await afterWrong('mixed', (folder) => {
      renameSync(
        join(folder, 'backs/001-back-P001-data-engineer.png'),
        join(folder, 'backs/003-back-P001-data-engineer.png'),
      );
    });
    expect(failed).toMatchObject([['order', { where: FRONT }]]);
  });

  it('finds text in the unsafe zone and small type, measured in the page', { timeout: 60_000 }, async () => {
    const css = readFileSync(join(repository, 'templates/card.css'), 'utf8');
    const own = smallProject({
      'templates/card.css': `${css}\n.front .name{margin-left:1mm}.foot{font-size:5pt}`,
    });
    await buildFor(own, 'makeplayingcards', '--card', 'poker');
    const { code, said } = await measured(own, 'makeplayingcards');
    expect([code, said['text in the safe area'], said['smallest text']]).toMatchObject([
      1,
      {
        met: 'no',
        measured: expect.stringMatching(/^(0\.9|1)/) as string,
        where: expect.stringContaining('fronts/') as string,
      },
      { met: 'no', measured: '5 pt' },
    ]);
    rmSync(own, { recursive: true });
  });

  it('says what it cannot measure in pictures of other programs', async () => {
    const { failed, said } = await afterWrong('other', async (folder) => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
        one.endsWith('.png'),
      )) {
        const path = join(folder, name);
        writeFileSync(path, await sharp(readFileSync(path)).withMetadata({ density: 300 }).png().toBuffer());
      }
    });
    expect([failed, said['text in the safe area']?.met]).toEqual([[], 'unknown']);
  });

  it('is wrong usage where there is nothing', async () => {
    const { code, err } = await cli(root, 'preflight', '--shop', 'thegamecrafter');
    expect([code, err]).toEqual([2, expect.stringContaining('persona-deck build --shop thegamecrafter')]);
  });

  it('shows people a table', async () => {
    const { code, out, err } = await cli(root, 'preflight', '--shop', 'makeplayingcards');
    expect([code, out]).toEqual([0, expect.stringMatching(/^MakePlayingCards: .*\nMet +Requirement.*\nyes +order/)]);
    expect(err).toBe('No requirement is missed\n');
  });
});

/** A PDF of two pages that is wrong in every way. */
function wrongPdf(): Uint8Array {
  const page = (annotations: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 198 270] /BleedBox [0 0 198 270] /TrimBox [5 5 193 265] /Contents 5 0 R ` +
    `${annotations} /Resources << /Font << /F1 6 0 R /F2 7 0 R >> /XObject << /P 8 0 R >> /ExtGState << /G << /ca 0.5 >> >> >> >>`;
  const content =
    '0.2 0.4 0.8 rg 4 4 190 262 re f BT /F1 5 Tf 12 20 Td (Small) Tj ET BT /F2 12 Tf 40 40 Td (a) Tj ET /G gs q 144 0 0 144 20 60 cm /P Do Q';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R 4 0 R] /Count 3 >>',
    page('/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>]'),
    page(''),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 1 1] /FirstChar 97 /LastChar 97 /Widths [500] /CharProcs << >> /Encoding << /Differences [97 /a] >> >>',
    '<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 30000 >>\nstream\n' +
      `${'0'.repeat(30_000)}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`, 'latin1');
}

describe('preflight of a PDF', () => {
  it('finds what is wrong: boxes, text, fonts, pictures, links, colours', async () => {
    writeFileSync(join(root, 'wrong.pdf'), wrongPdf());
    const { code, said } = await measured(root, 'drivethrucards', 'wrong.pdf', '--card', 'poker');
    expect(code).toBe(1);
    expect(said).toMatchObject({
      'trim size': { met: 'no', measured: '66.322 x 91.722 mm', where: 'page 1' },
      'bleed in boxes': { met: 'no', measured: '1.764 mm' },
      'text in the safe area': { met: 'no', measured: '2.47 mm', where: 'page 1: Small' },
      'smallest text': { met: 'no', measured: '5 pt' },
      fonts: { met: 'no', measured: 'a Type 3 font' },
      'resolution of pictures': { met: 'no', measured: '50 dpi' },
      'links and notes': { met: 'no', measured: '1' },
      'PDF/X': { met: 'no' },
      inks: { met: 'no' },
      colours: { met: 'no', measured: expect.stringContaining('DeviceRGB') as string },
      transparency: { met: 'no' },
    });
    expect(said['bleed']?.met).toBe(reason === undefined ? 'no' : 'unknown');
  });

  it('finds another order, and an odd number of pages', { timeout: 60_000 }, async () => {
    // In RGB, for a service that wants the front first; DriveThruCards wants the back first.
    const folder = await buildFor(root, 'drivethrucards', '--card', 'poker', '--no-pdfx', '--out', 'order');
    expect(folder).toContain('drivethrucards');
    const { said } = await measured(root, 'offset', 'order/print/drivethrucards/cards.pdf', '--card', 'poker');
    expect(said).toMatchObject({
      order: { met: 'no', measured: '0 of 2 pairs', where: 'page 1' },
      'bleed in boxes': { met: 'no', measured: '3.175 mm' },
      'trim size': { met: 'yes' },
    });
  });

  it('finds a file that is none', async () => {
    writeFileSync(join(root, 'none.pdf'), 'nothing');
    expect((await measured(root, 'offset', 'none.pdf')).said).toMatchObject({ 'file form': { met: 'no' } });
    const { said } = await measured(root, 'offset', 'out/print/makeplayingcards');
    expect(said).toMatchObject({ 'file form': { met: 'no' } });
  });
});
