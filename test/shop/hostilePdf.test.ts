import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { PdfDocument } from '../../src/pdf/document.ts';
import { type Painted, readPainted } from '../../src/pdf/painted.ts';
import { PdfSyntaxError } from '../../src/pdf/values.ts';
import { smallPdf } from '../print-pdf/smallPdf.ts';
import { cli, temporaryFolder } from '../support/project.ts';
import { measured } from './support.ts';

const root = temporaryFolder(true);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const HELLO = 'BT /F 12 Tf 20 20 Td (Hello) Tj ET';
const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`;

interface Parts {
  readonly catalog?: string;
  readonly tree?: string;
  readonly content?: string;
  readonly font?: string;
  readonly resources?: string;
  readonly more?: readonly string[];
}

/** A page that says Hello, with one thing other than it should be. What is added is object 6 and on. */
function page({ catalog, tree, content, font, resources = '', more = [] }: Parts): Buffer {
  return smallPdf([
    catalog ?? '<< /Type /Catalog /Pages 2 0 R >>',
    tree ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 198 270] /TrimBox [5 5 193 265] /Contents 4 0 R ' +
      `/Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    content ?? stream(HELLO),
    font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
    '<< >>',
  ]);
}

async function painted(bytes: Uint8Array): Promise<Painted[]> {
  const document = await PdfDocument.read(bytes);
  return document.pages().map((one) => readPainted(document, one));
}

const packed = (bytes: Buffer): string => stream(bytes.toString('latin1'), '/Filter /FlateDecode ');

describe('a PDF that is unusual is read all the same:', () => {
  const form = (content: string, inner: string): string =>
    stream(content, `/Type /XObject /Subtype /Form /Resources << /XObject << /X ${inner} >> >> `);
  it.each<[string, Uint8Array]>([
    ['as it should be', page({})],
    ['with lines before it', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\n'.repeat(200)), page({})])],
    ['broken off before its table', page({}).subarray(0, page({}).indexOf('xref'))],
    [
      'with a table that leads astray',
      Buffer.from(
        page({})
          .toString('latin1')
          .replace(/startxref\n/, '$&9'),
        'latin1',
      ),
    ],
    ['with a tree of pages that runs in a circle', page({ tree: '<< /Type /Pages /Kids [2 0 R 3 0 R 3 0 R] >>' })],
    [
      'with a tree of pages 20,000 deep',
      page({
        tree: '<< /Type /Pages /Kids [6 0 R] >>',
        more: Array.from({ length: 20_000 }, (_, at) => `<< /Kids [${at < 19_999 ? at + 7 : 3} 0 R] >>`),
      }),
    ],
    ['with an array 100,000 deep', page({ more: ['['.repeat(100_000) + ']'.repeat(100_000)] })],
    ['with an array that has no end', page({ more: ['['.repeat(100)] })],
    ['with a length that is none', page({ content: stream(HELLO).replace(/\d+/, '99999999999') })],
    [
      'with content in hexadecimal',
      page({ content: stream(`${Buffer.from(HELLO).toString('hex')}>`, '/Filter /ASCIIHexDecode ') }),
    ],
    [
      'with content packed twice',
      page({ content: stream(`${deflateSync(HELLO).toString('hex')}>`, '/Filter [/ASCIIHexDecode /FlateDecode] ') }),
    ],
    ['with brackets that belong to nothing', page({ content: stream(`] ) } > 1 0 0 RG ${HELLO}`) })],
    ['with numbers that are none', page({ content: stream(`--5 4.5.6 1${'0'.repeat(400)} . w ${HELLO}`) })],
    ['with a picture in its content', page({ content: stream(`BI /W 1 /H 1 /D [0 1] ID ]] EI ${HELLO}`) })],
    [
      'with a font that gives every width at once',
      page({
        content: stream(HELLO.replace('(Hello)', '<0001>')),
        font: '<< /Type /Font /Subtype /Type0 /DescendantFonts [<< /W [0 99999999999 500] >>] /ToUnicode 6 0 R >>',
        more: [stream('1 beginbfchar <0001> <00480065006C006C006F> endbfchar')],
      }),
    ],
    [
      'with a font that says four milliards of characters',
      page({
        font: '<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 6 0 R >>',
        more: [stream('1 beginbfrange <61000000> <FFFFFFFF> <0041> endbfrange '.repeat(2000))],
      }),
    ],
    [
      'with a colour space in a circle',
      page({
        content: stream(`/S cs ${HELLO}`),
        resources: '/ColorSpace << /S 6 0 R >>',
        more: ['[/Indexed 6 0 R 1 <00>]'],
      }),
    ],
    [
      'with a form in a circle',
      page({
        content: stream(`/X Do ${HELLO}`),
        resources: '/XObject << /X 6 0 R >>',
        more: [form('/X Do', '6 0 R')],
      }),
    ],
  ])('%s', { timeout: 20_000 }, async (_, bytes) => {
    const [first, ...others] = await painted(bytes);
    expect([first?.texts.map(({ text }) => text), others]).toEqual([['Hello'], []]);
  });

  it('counts a colour of lines as one, not as a reference', async () => {
    const [first] = await painted(page({ content: stream('0 0 1 RG 1 0 0 RG') }));
    expect([...(first?.colors ?? [])]).toEqual(['DeviceRGB']);
  });
});

describe('a PDF that cannot be measured is told from one that is right:', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /no PDF/],
    ['a first line', Buffer.from('%PDF-1.7\n'), /no page/],
    ['broken off in its pages', page({}).subarray(0, 60), /no page/],
    ['without pages', page({ catalog: '<< /Type /Catalog >>' }), /no page/],
    ['content that breaks off', page({ content: packed(deflateSync(HELLO).subarray(0, -12)) }), /cannot be unpacked/],
    ['content packed as nobody knows', page({ content: stream(HELLO, '/Filter /Unheard ') }), /cannot be unpacked/],
    [
      'content that fills the memory',
      page({ content: packed(deflateSync(Buffer.alloc(80 << 20))) }),
      /more than 64 MB/,
    ],
    ['content nested without end', page({ content: stream('['.repeat(100_000)) }), /too deep/],
    [
      'forms that hold ten of each other',
      page({
        content: stream('/X Do '.repeat(10)),
        resources: '/XObject << /X 6 0 R >>',
        more: [stream('/X Do '.repeat(10), '/Subtype /Form /Resources << /XObject << /X 6 0 R >> >> ')],
      }),
      /too many steps/,
    ],
  ])('%s', { timeout: 20_000 }, async (_, bytes, message) => {
    const error: unknown = await painted(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PdfSyntaxError);
    expect((error as Error).message).toMatch(message);
  });

  it('says so in a line, without a stack', async () => {
    writeFileSync(join(root, 'deep.pdf'), page({ content: stream('['.repeat(100_000)) }));
    const { code, out, err } = await cli(root, 'preflight', '--shop', 'offset', 'deep.pdf');
    expect([code, out]).toEqual([1, expect.stringMatching(/NO +file form .*nested too deep/)]);
    expect(out + err).not.toMatch(/\bat .*\.[jt]s|Error/);
  });
});

describe('an encrypted PDF', () => {
  async function encrypted(userPassword: string): Promise<Uint8Array> {
    const document = await PDFDocument.load(page({}));
    document.encrypt({ userPassword, ownerPassword: 'owner' });
    return document.save();
  }

  it('is measured where it opens without a password, but is not in order', async () => {
    writeFileSync(join(root, 'open.pdf'), await encrypted(''));
    const { code, said } = await measured(root, 'offset', 'open.pdf');
    expect([code, said['file form'], said['smallest text']]).toMatchObject([
      1,
      { met: 'no', measured: 'encrypted' },
      { met: 'yes', measured: '12 pt' },
    ]);
  });

  it('is said to ask for a password where it does', async () => {
    await expect(PdfDocument.read(await encrypted('secret'))).rejects.toThrow('asks for a password');
  });
});
