import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, parseMarkup, parseXml, serializeXml, type XmlElement } from '../../src/ooxml/xml.ts';

/** Any text that XML can hold. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
  .filter((value) => value !== '');
const name = fc.constantFrom('a:t', 'a:r', 'p:sp', 'x');
const attributes = fc.dictionary(
  fc.constantFrom('id', 'r:id', 'val', 'descr'),
  fc.string({ unit: 'grapheme-ascii' }).map((value) => `${value}\t\n\r"<&>`),
);
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc.record({
    name,
    attributes,
    // Neighbouring texts would be read back as one.
    children: fc.oneof(
      { maxDepth: 3 },
      fc.constant([]),
      fc.tuple(text),
      fc.array(tie('tree'), { maxLength: 3 }),
    ) as fc.Arbitrary<XmlElement['children']>,
  }),
}));

const plain = (node: XmlElement): unknown => JSON.parse(JSON.stringify(node));

describe('XML trees', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(plain(parseXml(serializeXml(root)))).toEqual(plain(root));
      }),
    );
  });

  test('keep carriage returns, tabs and blanks', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a b="x&#10;y&#9;z"><c> </c>&#13;\n&amp;&lt;&gt;</a>';
    expect(serializeXml(parseXml(xml))).toBe(xml);
  });

  test('can be read without the blanks between elements, but not those of runs', () => {
    expect(parseMarkup('<a>\n  <a:t> </a:t>\n</a>')).toEqual(element('a', {}, element('a:t', {}, ' ')));
  });

  test.each([
    ['<a><b></a>', 'unexpected close tag'],
    ['<a b="1" b="2"/>', 'duplicate attribute'],
    ['<a>&nbsp;</a>', 'undefined entity'],
    ['<a/><b/>', 'documents may contain only one root'],
    ['', 'document must contain a root element'],
    ['text', 'text data outside of root node'],
  ])('%s is refused: %s', (xml, message) => {
    expect(() => parseXml(xml)).toThrow(message);
  });

  test('an error names the place', () => {
    expect(() => parseXml('<a>\n<b></a>')).toThrow(/^2:\d+: /);
  });
});
