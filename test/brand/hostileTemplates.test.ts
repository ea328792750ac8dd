import { writeFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTemplate, readTemplateAnywhere, templateOf } from '../../src/design/brand/readTemplate.ts';
import { openZip } from '../../src/ooxml/readZip.ts';
import { ZipWriter } from '../../src/ooxml/zip.ts';
import { Confinement } from '../../src/source/confine.ts';
import { brandTemplateFile, templateParts } from '../support/brandTemplate.ts';
import { temporaryFolder } from '../support/project.ts';

/** Code and message of the only problem. */
function refusal(bytes: Uint8Array): string {
  const { template, diagnostics } = templateOf(bytes, 'company.potx');
  expect(template).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [only] = diagnostics;
  expect(only).toMatchObject({ kind: 'problem', severity: 'error', location: { file: 'company.potx' } });
  expect(only?.hint).toBeTruthy();
  return `${only?.code} ${only?.message}`;
}

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const zip = new ZipWriter();
  for (const [name, content] of Object.entries(files)) zip.add(name, Buffer.from(content));
  return zip.finish(Object.keys(files)[0] ?? '');
}

/** Replaces text in one part. */
function changed(part: string, from: string | RegExp, to: string): Uint8Array {
  const before = String(templateParts()[part]);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return brandTemplateFile({ parts: { [part]: after } });
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('a file that is no usable template', () => {
  test.each([
    ['an empty file', new Uint8Array(), /^TPL002 not a PowerPoint file/],
    ['a text', Buffer.from('PowerPoint'), /^TPL002/],
    ['an encrypted file', Buffer.concat([compound, Buffer.alloc(600), utf16('EncryptedPackage')]), /^TPL003 encrypted/],
    ['an old .pot', Buffer.concat([compound, Buffer.alloc(600), utf16('PowerPoint Document')]), /^TPL002 .*97/],
    ['a Word document', zipOf({ 'word/document.xml': '<w/>' }), /^TPL002 .*Word/],
    ['a zip of something else', zipOf({ 'a.txt': 'a' }), /^TPL002 .*without a presentation/],
    ['an archive cut short', brandTemplateFile().subarray(0, 4000), /^TPL006/],
    ['a name that leads out', zipOf({ 'ppt/presentation.xml': '<a/>', '../evil.xml': '<a/>' }), /^TPL006 .*leads out/],
    [
      'two files of one name',
      zipOf({ 'ppt/presentation.xml': '<a/>', 'PPT/presentation.xml': '<a/>' }),
      /^TPL006 .*one name/,
    ],
    ['no content types', zipOf({ 'ppt/presentation.xml': '<a/>' }), /^TPL006 \[Content_Types\].xml is missing/],
    ['no masters', changed('ppt/presentation.xml', /<p:sldMasterId .*?\/>/g, ''), /^TPL005/],
    [
      'an unclosed element',
      changed('ppt/slideLayouts/slideLayout3.xml', '</p:sldLayout>', ''),
      /^TPL006 .*slideLayout3.xml/,
    ],
    ['a kept part that is broken', changed('ppt/theme/theme2.xml', '</a:theme>', '<'), /^TPL006 .*theme2.xml/],
    [
      'entities',
      changed('ppt/theme/theme1.xml', /<a:theme /, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a:theme '),
      /^TPL006 .*document type/,
    ],
    ['an unknown entity', changed('ppt/theme/theme1.xml', '"Harbour"', '"&b;"'), /^TPL006/],
    [
      'the strict standard',
      changed(
        'ppt/presentation.xml',
        'http://schemas.openxmlformats.org/presentationml/2006/main',
        'http://purl.oclc.org/ooxml/presentationml/main',
      ),
      /^TPL007 .*Strict/,
    ],
    ['other prefixes', changed('ppt/theme/theme1.xml', 'xmlns:a=', 'xmlns='), /^TPL00[67]/],
    [
      'elements nested without end',
      changed(
        'ppt/presentation.xml',
        '</p:presentation>',
        `${'<p:x>'.repeat(200_000)}${'</p:x>'.repeat(200_000)}</p:presentation>`,
      ),
      /^TPL006/,
    ],
    ['a part of no known type', brandTemplateFile({ parts: typeless() }), /^TPL006 .*no content type/],
  ] as const)('is refused: %s', (_name, bytes, expected) => {
    expect(refusal(bytes)).toMatch(expected);
  });

  test('is refused before it is unpacked, when it would fill the memory', () => {
    const bomb = lie(brandTemplateFile(), 0x7fff_ffff);
    expect(refusal(bomb)).toMatch(/^TPL004 .*unpacks to more than 500 MB/);
    const many = zipOf(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.xml`, 'a'])));
    expect(() => openZip(many, { entries: 39, unpacked: 1000 })).toThrow(/more than 39 files/);
  });

  test('is never unpacked past the size that it states', () => {
    const zip = new ZipWriter();
    zip.add('ppt/presentation.xml', Buffer.alloc(50_000_000, 0x20));
    const small = lie(zip.finish('ppt/presentation.xml'), 10);
    const archive = openZip(small, { entries: 10, unpacked: 1000 });
    let size = 0;
    try {
      size = archive.unpack(() => true).get('ppt/presentation.xml')?.length ?? 0;
    } catch (error) {
      expect(error).toHaveProperty('reason', 'damaged');
    }
    expect(size).toBeLessThanOrEqual(10);
  });

  test('is refused or read whatever byte is broken', () => {
    const whole = brandTemplateFile();
    for (let at = 0; at < whole.length; at += 211) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      const { template, diagnostics } = templateOf(broken, 'company.potx');
      expect(template === undefined).toBe(diagnostics.length > 0);
    }
  });
});

describe('a path to a template', () => {
  test('stays in the project when the settings name it', async () => {
    const outside = temporaryFolder();
    const root = temporaryFolder();
    writeFileSync(join(outside, 'company.potx'), brandTemplateFile());
    mkdirSync(join(root, 'brand'));
    writeFileSync(join(root, 'brand/company.potx'), brandTemplateFile());
    symlinkSync(join(outside, 'company.potx'), join(root, 'linked.potx'));
    const confinement = await Confinement.of(root);
    const codes = async (path: string): Promise<readonly string[]> =>
      (await readTemplate(confinement, path)).diagnostics.map(({ code }) => code);
    expect(await codes('brand/company.potx')).toEqual([]);
    expect(await codes(join(outside, 'company.potx'))).toEqual(['SRC004']);
    expect(await codes('linked.potx')).toEqual(['SRC005']);
    expect(await codes('brand/missing.potx')).toEqual(['TPL001']);
    expect(await codes('brand')).toEqual(['TPL001']);
    const anywhere = await readTemplateAnywhere(root, join(outside, 'company.potx'));
    expect(anywhere.template?.name).toBe('Harbour');
    const missing = await readTemplateAnywhere(root, join(root, 'no.potx'));
    expect(missing.diagnostics).toMatchObject([{ code: 'TPL001', message: 'there is no template no.potx' }]);
  });
});

/** Overwrites the unpacked size of the first entry of the directory. */
function lie(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return bytes;
}

function typeless(): Record<string, string> {
  const parts = templateParts();
  return { '[Content_Types].xml': String(parts['[Content_Types].xml']).replace('Extension="PNG"', 'Extension="jpg"') };
}
