import { describe, expect, test } from 'vitest';
import { joinPdfs } from '../../src/outputs/print/pdf/joinPdfs.ts';
import { PdfFile } from '../../src/outputs/print/pdf/pdfFile.ts';
import { objectTexts, readTargets, strayObjects } from './joinReading.ts';
import { readPdf } from './readPdf.ts';
import { smallPdf, twoPages } from './smallPdf.ts';

const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const page = '/Type /Page\n/MediaBox [0 0 200 300]';

/** One page of `name`, object 3; objects from 4 are `more`; `catalog` are further entries of the catalog. */
const onePage = (name: string, { catalog = '', entries = '', more = [] as string[] } = {}): Buffer =>
  smallPdf([
    `<</Type /Catalog\n/Pages 2 0 R${catalog}>>`,
    '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
    `<<${page}\n/Parent 2 0 R\n/Note (${name})${entries}>>`,
    ...more,
    `<</Title (${name})>>`,
  ]);

const notesOf = (pdf: Uint8Array): (string | undefined)[] =>
  new PdfFile(Buffer.from(pdf)).pages().map(({ dictionary }) => dictionary.get('/Note'));

const tagged = (name: string, document: string, elements: readonly string[] = []): Buffer =>
  onePage(name, {
    catalog: '\n/StructTreeRoot 4 0 R',
    entries: '\n/StructParents 0',
    more: [
      '<</Type /StructTreeRoot\n/K 5 0 R\n/ParentTree 6 0 R>>',
      `<</Type /StructElem\n/S /Document\n/P 4 0 R\n${document}>>`,
      '<</Nums [0 [5 0 R]]>>',
      ...elements,
    ],
  });

describe('pages', () => {
  test('come in the order of the parts, whatever the order in the file, and in nested trees', async () => {
    const joined = joinPdfs([twoPages(['https://a.example/']), onePage('x'), twoPages(['https://b.example/'])]);
    expect(notesOf(joined)).toEqual([undefined, '(a \\) >> \\( b (c))', '(x)', undefined, '(a \\) >> \\( b (c))']);
    const { views, links } = await readPdf(joined);
    expect(views).toHaveLength(5);
    expect(links).toEqual(['https://a.example/', 'https://b.example/']);
  });

  test('keep what the first part says of the document', async () => {
    const first = onePage('one', {
      catalog: '\n/Lang (fi)\n/MarkInfo <</Marked true>>\n/Extra 4 0 R',
      more: ['<</A 2>>'],
    });
    const joined = joinPdfs([first, onePage('two', { catalog: '\n/Lang (en)' })]);
    const { info, language } = await readPdf(joined);
    expect([info.Title, language]).toEqual(['one', 'fi']);
    expect(textOf(joined)).toContain('/MarkInfo <</Marked true>>');
    expect(textOf(joined)).not.toContain('(two)>>\nendobj\ntrailer');
    expect(strayObjects(joined)).toEqual([]);
  });
});

describe('what looks like a reference', () => {
  test('in a string stays, in an array or a nested dictionary gets its new number', () => {
    const note = '\n/Alt (see 4 0 R \\( 5 0 R endobj (4 0 R))\n/Nest <</B [1 4 0 R 0 4 0 R]>>';
    const joined = joinPdfs([onePage('one'), onePage('two', { entries: note, more: ['<</Mark true>>'] })]);
    const mark = [...objectTexts(joined)].find(([, text]) => text.includes('/Mark'))?.[0];
    expect(mark).not.toBe(4);
    const [, second] = new PdfFile(Buffer.from(joined)).pages();
    expect(second?.dictionary.get('/Alt')).toBe('(see 4 0 R \\( 5 0 R endobj (4 0 R))');
    expect(second?.dictionary.get('/Nest')).toBe(`<</B [1 ${mark} 0 R 0 ${mark} 0 R]>>`);
  });

  test('in a stream stays, byte by byte, also where its length is told elsewhere', () => {
    const data = '1 0 R endobj\nendstream\n(4 0 R \x00\xff\r\n';
    const streams = (length: string, name: string): Buffer =>
      onePage(name, {
        entries: '\n/Contents 4 0 R',
        more: [`<</Length ${length}>> stream\n${data}\nendstream`, String(data.length)],
      });
    const joined = joinPdfs([streams(String(data.length), 'one'), streams('5 0 R', 'two')]);
    expect(textOf(joined).split(`stream\n${data}\nendstream\nendobj`)).toHaveLength(3);
    expect(strayObjects(joined).filter((fault) => fault.startsWith('there'))).toEqual([]);
  });

  test('to an object that is not there becomes null, which it means', () => {
    const joined = joinPdfs([onePage('one'), onePage('two', { entries: '\n/Annots [77 0 R]' })]);
    const [, second] = new PdfFile(Buffer.from(joined)).pages();
    expect(second?.dictionary.get('/Annots')).toBe('[null]');
  });
});

describe('tags', () => {
  test('that are content of the document itself tell their page', () => {
    const joined = joinPdfs([tagged('one', '/Pg 3 0 R\n/K 0'), tagged('two', '/Pg 3 0 R\n/K [1 2]')]);
    const pages = new PdfFile(Buffer.from(joined)).pages().map(({ object }) => object);
    const children = [...textOf(joined).matchAll(/\/Pg (\d+) 0 R \/MCID (\d)/g)].map(([, on, id]) => [Number(on), id]);
    expect(children).toEqual([
      [pages[0], '0'],
      [pages[1], '1'],
      [pages[1], '2'],
    ]);
    expect(textOf(joined).match(/\/S \/Document/g)).toHaveLength(1);
  });

  test('are counted on past parts and pages that have none', () => {
    const bare = onePage('bare', { entries: '\n/StructParents 0' });
    const more = tagged('two', '/K 7 0 R', [
      '<</Type /StructElem\n/S /P\n/P 5 0 R\n/Page 8 0 R>>',
      '<</StructParents 9>>',
    ]);
    const text = textOf(joinPdfs([tagged('one', '/K []'), more, tagged('three', '/K []')]));
    expect([...text.matchAll(/\/StructParents (\d+)/g)].map(([, key]) => Number(key))).toEqual([0, 1, 2, 3]);
    expect(text).toContain('/ParentTreeNextKey 4');
    expect([...text.matchAll(/\/Limits \[(.*?)\]/g)].map(([, limits]) => limits)).toEqual(['0 0', '1 1', '3 3']);
    expect(strayObjects(joinPdfs([tagged('one', '/K []'), bare, bare]))).toEqual([]);
  });

  test('below more than one element are refused', () => {
    const split = onePage('x', { catalog: '\n/StructTreeRoot 4 0 R', more: ['<</K [3 0 R 3 0 R]>>'] });
    expect(() => joinPdfs([onePage('one'), split])).toThrow('part 2 of 2 cannot be joined: its tags');
  });
});

describe('bookmarks and anchors', () => {
  const outline = (name: string, ...titles: string[]): Buffer =>
    onePage(name, {
      catalog: `\n/Outlines 4 0 R\n/Dests <</top [3 0 R /Fit]\n/own-${name} [3 0 R /Fit]>>`,
      more: [
        `<</First 5 0 R\n/Last ${4 + titles.length} 0 R\n/Count ${titles.length}>>`,
        ...titles.map((title, index) => {
          const next = index + 1 < titles.length ? `\n/Next ${6 + index} 0 R` : '';
          const previous = index > 0 ? `\n/Prev ${4 + index} 0 R` : '';
          return `<</Title (${title})\n/Parent 4 0 R\n/Dest [3 0 R /Fit]${previous}${next}>>`;
        }),
      ],
    });

  test('follow each other, past a part with none', async () => {
    const parts = [
      outline('a', 'one'),
      onePage('b'),
      outline('c', 'two', 'three', 'four'),
      outline('d', 'five', 'six'),
    ];
    const joined = joinPdfs(parts);
    const { bookmarks } = await readTargets(joined);
    expect(bookmarks).toEqual(['one: 1', 'two: 3', 'three: 3', 'four: 3', 'five: 4', 'six: 4']);
    expect(textOf(joined)).toContain('/Count 6');
    const items = new Map([...objectTexts(joined)].filter(([, text]) => /\/Title .*\n\/Parent/.test(text)));
    for (const [object, text] of items) {
      const next = /\/Next (\d+)/.exec(text)?.[1];
      if (next !== undefined) expect(items.get(Number(next))).toContain(`/Prev ${object} 0 R`);
    }
    expect(strayObjects(joined)).toEqual([]);
  });

  test('of one name lead to the first', async () => {
    const { anchors } = await readTargets(joinPdfs([outline('a', 'one'), outline('b', 'two')]));
    expect(anchors).toEqual({ top: 1, 'own-a': 1, 'own-b': 2 });
  });
});

describe('parts', () => {
  test('when there is one, is given back as it is', () => {
    const only = onePage('one');
    expect(joinPdfs([only])).toBe(only);
  });

  test('give the same bytes again, and stay as they were', () => {
    const parts = [twoPages(['https://a.example/']), tagged('two', '/K []')];
    const before = parts.map((part) => Buffer.from(part));
    expect(Buffer.compare(joinPdfs(parts), joinPdfs(parts))).toBe(0);
    expect(parts).toEqual(before);
  });

  test('may be joined again', () => {
    const joined = joinPdfs([joinPdfs([tagged('a', '/K []'), tagged('b', '/K []')]), tagged('c', '/K []')]);
    expect(notesOf(joined)).toEqual(['(a)', '(b)', '(c)']);
    expect(strayObjects(joined)).toEqual([]);
  });

  const broken = (from: string, to: string): Buffer =>
    Buffer.from(
      textOf(onePage('x', { entries: '\n/Contents 4 0 R', more: ['<</Length 3>> stream\nabc\nendstream'] })).replace(
        from,
        to,
      ),
      'latin1',
    );
  test.each([
    ['nothing', Buffer.from(''), 'no PDF'],
    ['a text', Buffer.from('<html>'), 'no PDF'],
    ['a PDF that ends early', onePage('x').subarray(0, 300), 'no PDF'],
    ['a PDF without pages', broken('/Pages 2', '/Other 2'), 'no /Pages'],
    ['a stream of another length', broken('/Length 3', '/Length 2'), 'stream of object 4'],
    [
      'an object without an end',
      Buffer.from(textOf(onePage('x')).replaceAll('endobj', ''.padEnd(6)), 'latin1'),
      'has no end',
    ],
  ])('that are %s are named', (_, part, message) => {
    expect(() => joinPdfs([onePage('one'), part, onePage('three')])).toThrow(
      expect.objectContaining({ name: 'PdfError', message: expect.stringMatching(`^part 2 of 3 cannot .*${message}`) }),
    );
  });

  test('none at all is an error', () => {
    expect(() => joinPdfs([])).toThrow('no PDF to join');
  });
});
