import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { PdfDocument } from '../../src/pdf/document.ts';
import { readPainted } from '../../src/pdf/painted.ts';
import { mapAt, mapOf, nameAt, listAt, valueAt } from '../../src/pdf/values.ts';
import { cli, exampleProject, persona, writeFiles } from '../support/project.ts';

interface TagNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

/** The texts of a page twice: in the order in which they are painted, and in that of the tags. */
async function ordersOf(file: string, number: number): Promise<{ painted: string; tagged: string }> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: (string | undefined)[] = [];
  const byTag = new Map<string, string>();
  let painted = '';
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? ' ' : '');
      painted += text;
      const id = open.findLast((one) => one !== undefined);
      if (id !== undefined) byTag.set(id, (byTag.get(id) ?? '') + text);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  const read = ({ id, children = [] }: TagNode): string => (byTag.get(id ?? '') ?? '') + children.map(read).join(' ');
  const tagged = read((await page.getStructTree()) ?? {});
  await document.cleanup();
  return { painted: painted.replace(/\s+/g, ' '), tagged: tagged.replace(/\s+/g, ' ') };
}

function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect([part, at >= from, text]).toEqual([part, true, text]);
    from = at + part.length;
  }
}

const front = [
  'P001',
  'Person',
  'AI Data Engineer',
  'Brings data in',
  'Team',
  'Data Ingestion Team',
  'Primary interaction',
  'AI Team',
  'Components access',
  'Azure Data Factory',
  'Azure Storage',
  'Processes',
  'DataOps',
  'Skills',
  'SQL',
  'PySpark',
  'AI workload',
];
const back = [
  'P001',
  'AI Data Engineer',
  'Dev',
  'Stage',
  'Production',
  'Azure Data Factory',
  'Reader',
  'Azure Storage',
];

/** Programs of the fonts that pages paint with, by what kind of file they are embedded as. */
async function fontFiles(file: string): Promise<Map<string, string>> {
  const document = await PdfDocument.read(readFileSync(file));
  const kinds = new Map<string, string>();
  for (const page of document.pages()) {
    const fonts = mapAt(mapAt(page, 'Resources'), 'Font');
    for (const name of fonts?.keys() ?? []) {
      const font = mapAt(fonts, name.decodeText());
      const inner = mapOf(listAt(font, 'DescendantFonts')[0]) ?? font;
      const descriptor = mapAt(inner, 'FontDescriptor');
      const kind = ['FontFile', 'FontFile2', 'FontFile3'].find((key) => valueAt(descriptor, key) !== undefined);
      kinds.set(nameAt(font, 'BaseFont') ?? '', `${nameAt(inner, 'Subtype')} ${kind}`);
    }
    expect(readPainted(document, page).fonts.length).toBeGreaterThan(0);
  }
  return kinds;
}

describe('the text of both PDFs', () => {
  it.each([
    ['light', 'card: a6'],
    ['dark', 'card: a6\norientation: landscape'],
    ['low-ink', 'card: tarot'],
  ])(
    'reads in order, as painted and as tagged, in TrueType outlines: %s, %j',
    { timeout: 120_000 },
    async (theme, look) => {
      const root = exampleProject();
      writeFiles(root, {
        'persona-deck.yaml': `outputs: [print]\ntheme: ${theme}\n${look}\nlinks: { base: https://example.com/ }\n`,
        // Letters of other scripts, and emoji, come from fonts of their own.
        'personas/P900.yaml': persona('P900', 'مهندس עברית ☂ 😀', 'skills: [Ⅷ, ⌘, 👩‍💻]\n'),
      });
      expect(await cli(root, 'build')).toMatchObject({ code: 0 });
      for (const [file, pages] of [
        ['cards.pdf', [1, 2]],
        ['sheets.pdf', [1, 2]],
      ] as const) {
        for (const [index, number] of pages.entries()) {
          const { painted, tagged } = await ordersOf(join(root, 'out', file), number);
          const parts = index === 0 ? front : back;
          // Sheets have several cards: each is painted and read as a whole.
          const own = (text: string): string => text.slice(text.indexOf('P001'));
          expectInOrder(own(tagged), parts);
          expectInOrder(own(painted), parts);
        }
        const kinds = await fontFiles(join(root, 'out', file));
        expect(kinds.size).toBeGreaterThan(4);
        expect([...new Set(kinds.values())]).toEqual(['CIDFontType2 FontFile2']);
      }
    },
  );
});
