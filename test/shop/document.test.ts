import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { readBoxes } from '../support/pdfPlaces.ts';
import { PdfDocument } from '../../src/pdf/document.ts';
import { readPainted } from '../../src/pdf/painted.ts';
import { boxAt } from '../../src/pdf/values.ts';
import { cli } from '../support/project.ts';
import { buildFor, measured, smallProject, withoutGhostscript } from './support.ts';

const root = smallProject();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const reason = withoutGhostscript();
const points = (millimetres: number): number => (millimetres / 25.4) * 72;

describe('a PDF for offset printers', () => {
  it('has bleed, boxes and order, no links, and texts 4 mm inside the cut', { timeout: 60_000 }, async () => {
    const bytes = readFileSync(join(await buildFor(root, 'offset', '--card', 'a6'), 'cards.pdf'));
    const { pages, links, texts } = await readPdf(bytes);
    expect([pages, links]).toEqual([4, []]);
    for (const [page, id] of ['P001', 'P001', 'P002', 'P002'].entries()) expect(texts[page]).toContain(id);
    // The front tells the skills.
    expect(texts.map((text) => text.includes('PySpark') || text.includes('Python'))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    for (const [media, trim] of readBoxes(bytes, 'MediaBox').map((box, page) => [
      box,
      readBoxes(bytes, 'TrimBox')[page],
    ])) {
      const [left = 0, bottom = 0, right = 0, top = 0] = media ?? [];
      expect(right - left).toBeCloseTo(points(105 + 6), 2);
      expect(top - bottom).toBeCloseTo(points(148 + 6), 2);
      expect(trim?.map((edge, side) => Math.abs(edge - (media?.[side] ?? 0)))).toEqual(
        [3, 3, 3, 3].map((bleed) => expect.closeTo(points(bleed), 2) as number),
      );
    }
    const { code, said } = await measured(root, 'offset', '--card', 'a6');
    expect([code, Object.entries(said).filter(([, { met }]) => met === 'no')]).toEqual([0, []]);
    expect(Number.parseFloat(said['text in the safe area']?.measured ?? '')).toBeGreaterThan(3.9);
  });
});

describe('PDF/X', () => {
  it('needs Ghostscript: where it is missing the build says so and answers 3', { timeout: 60_000 }, async () => {
    vi.stubEnv('PATH', '');
    try {
      const { code, err } = await cli(root, 'build', '--only', 'print', '--card', 'poker', '--shop', 'drivethrucards');
      expect([code, err]).toEqual([3, expect.stringMatching(/PDF\/X needs Ghostscript.*\n.*install Ghostscript/)]);
      const rgb = ['--card', 'poker', '--shop', 'drivethrucards', '--no-pdfx', '--out', 'rgb'];
      expect(await cli(root, 'build', '--only', 'print', ...rgb)).toMatchObject({ code: 0 });
      const { code: answer, said } = await measured(root, 'drivethrucards', '--card', 'poker', '--out', 'rgb');
      expect([answer, said['PDF/X']?.met, said['colours']?.met, said['inks']?.met]).toEqual([1, 'no', 'no', 'no']);
      expect([said['bleed']?.met, said['bleed in boxes']?.met]).toEqual(['unknown', 'yes']);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it.skipIf(reason !== undefined)(
    `in CMYK keeps boxes and pages, backs first; the same bytes again${reason === undefined ? '' : `: ${reason}`}`,
    { timeout: 60_000 },
    async () => {
      const build = async (out: string) => {
        await cli(root, 'build', '--only', 'print', '--card', 'poker', '--shop', 'drivethrucards', '--out', out);
        return readFileSync(join(root, out, 'print/drivethrucards/cards.pdf'));
      };
      const [bytes, again] = [await build('x1'), await build('x2')];
      expect(bytes.equals(again)).toBe(true);
      const document = await PdfDocument.read(bytes);
      const pages = document.pages();
      expect(pages).toHaveLength(4);
      for (const page of pages) {
        expect(boxAt(page, 'MediaBox')).toEqual([0, 0, 198, 270]);
        expect(boxAt(page, 'BleedBox')).toEqual([0, 0, 198, 270]);
        expect(boxAt(page, 'TrimBox')).toEqual([9, 9, 189, 261]);
        expect(readPainted(document, page).colors).not.toContain('DeviceRGB');
      }
      const { texts, links } = await readPdf(bytes);
      expect(texts.map((text) => text.includes('Python'))).toEqual([false, true, false, true]);
      expect(links).toEqual([]);
      expect(bytes.toString('latin1')).toMatch(/PDF\/X-1a:2003/);
      expect(bytes.toString('latin1')).not.toContain(
        String(new Date().getFullYear()) + String(new Date().getMonth() + 1).padStart(2, '0'),
      );
      const { code, said } = await measured(root, 'drivethrucards', '--out', 'x1');
      expect([code, Object.values(said).map(({ met }) => met)]).toEqual([0, Object.values(said).map(() => 'yes')]);
      expect(said['trim size']?.measured).toBe('63.5 x 88.9 mm');
    },
  );
});

describe('doctor', () => {
  it('tells whether there is Ghostscript', { timeout: 60_000 }, async () => {
    expect((await cli(root, 'doctor')).out).toMatch(
      reason === undefined ? /PDF\/X {4}Ghostscript \d/ : /no Ghostscript/,
    );
  });
});
