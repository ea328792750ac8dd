import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM_A_POINT = 25.4 / 72;

/** A text as it stands on a page: millimetres from the page's top left corner. */
export interface PlacedText {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise that the line is turned by. */
  readonly turn: number;
  /** The corners of the text, from baseline to the height of its letters. */
  readonly corners: readonly (readonly [number, number])[];
  /** In points. */
  readonly size: number;
}

export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** Where every text of every page stands. */
export async function readPlaces(bytes: Uint8Array): Promise<PlacedPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages: PlacedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PlacedText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , e, f] = item.transform as [number, number, number, number, number, number];
      const size = Math.hypot(a, b);
      const [along, up] = [
        [a / size, b / size],
        [-b / size, a / size],
      ] as const;
      const at = (x: number, y: number): readonly [number, number] => [
        (e + along[0] * x + up[0] * y - left) * MM_A_POINT,
        (top - (f + along[1] * x + up[1] * y)) * MM_A_POINT,
      ];
      const [x, y] = at(0, 0);
      const rise = 0.7 * size;
      return [
        {
          text: item.str,
          x,
          y,
          turn: (360 - Math.round((Math.atan2(b, a) * 180) / Math.PI / 0.01) * 0.01 + 720) % 360,
          corners: [at(0, 0), at(item.width, 0), at(0, rise), at(item.width, rise)],
          size,
        },
      ];
    });
    pages.push({ width: (right - left) * MM_A_POINT, height: (top - bottom) * MM_A_POINT, texts });
  }
  await document.cleanup();
  return pages;
}

/** A box of every page in points, `[left, bottom, right, top]`, as the last version of the page has it. */
export function readBoxes(bytes: Uint8Array, name: 'MediaBox' | 'BleedBox' | 'TrimBox'): number[][] {
  const text = Buffer.from(bytes).toString('latin1');
  return boxesIn(text.slice(text.indexOf('%%EOF')), name);
}

/** The pages as the browser printed them, before their boxes were set: what is painted reaches no further. */
export function readPrintedBoxes(bytes: Uint8Array): number[][] {
  const text = Buffer.from(bytes).toString('latin1');
  return boxesIn(text.slice(0, text.indexOf('%%EOF')), 'MediaBox');
}

function boxesIn(text: string, name: string): number[][] {
  return [...text.matchAll(new RegExp(`/${name} \\[([^\\]]*)\\]`, 'g'))].map(([, numbers = '']) =>
    numbers.trim().split(/\s+/).map(Number),
  );
}

/** Where a card lies on a sheet: its middle, and how it is turned. */
export interface CardPlace {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

/** A text on a card of its own page, from the middle of the card, is where on a sheet? Then there is the card. */
export function cardPlace(reference: PlacedText, page: PlacedPage, found: PlacedText): CardPlace {
  const turn = (found.turn - reference.turn + 360) % 360;
  const angle = (turn * Math.PI) / 180;
  const [dx, dy] = [reference.x - page.width / 2, reference.y - page.height / 2];
  return {
    x: found.x - (dx * Math.cos(angle) - dy * Math.sin(angle)),
    y: found.y - (dx * Math.sin(angle) + dy * Math.cos(angle)),
    turn,
  };
}
