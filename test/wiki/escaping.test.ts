import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/deck/model.ts';
import { type WikiFlavour, wikiFlavours } from '../../src/schema/settings.ts';
import { fixtureDeck } from '../support/deckFixture.ts';
import { readers } from './readers/readers.ts';
import { oneSpaced } from './readers/reading.ts';
import { pictures, wikiOf } from './wikiOf.ts';

/** Texts that mean something to one wiki or another. */
const hostile = [
  '[[x]]',
  '[[x|y]]',
  '{{x}}',
  '{{{1|x}}}',
  "'''bold''' ''italic''",
  '|',
  '||',
  '|-',
  '|}',
  '!!',
  '! head',
  '<script>alert(1)</script>',
  '<b>x</b> <br/> <img src=x onerror=y>',
  '-->',
  '<!-- x -->',
  '~~~~',
  '~~NOTOC~~',
  '%%x%%',
  '100 %',
  '%',
  '<nowiki>x</nowiki>',
  '</nowiki>',
  '</NOWIKI> %%',
  '**x** //y// __z__',
  '__TOC__',
  '[[_TOC_]]',
  '[[_TOSP_]]',
  '::: mermaid',
  '* x',
  '# x',
  '; x : y',
  ': x',
  '= x =',
  '== x ==',
  '===',
  '---',
  '----',
  '- - -',
  '1. x',
  '+ x',
  '> x',
  '    x',
  '\tx',
  'x\ny\r\nz',
  'x\n\n== y ==\n\n* z',
  ' :: ',
  ':::',
  '@someone and me@example.org',
  '#123 !12 &4 %5 ~label $12',
  'costs $5 and $6',
  ':smile: :+1:',
  'http://example.org/?a=b&c=d',
  'www.example.org ftp.example.org mailto:x@y.org tel:123 urn:a:b',
  '![](x)',
  '[x](y) [x]: y',
  '`code` ```',
  '\\',
  '\\\\ \\\\server\\share',
  'C:\\dir\\* x',
  '😀 👩‍💻',
  'مرحبا بالعالم שלום',
  '‮reversed',
  '日本語 スキル',
  'ISBN 978-3-16-148410-0 RFC 2119 PMID 123',
  'a&amp;b &#42; &lt;',
  '-{zh:x}-',
  '(c) (tm) ... -> <= 640x480 8-) :-) ;-) FIXME LOL ((x))',
  '"quoted" and \'single\'',
  'a]]>b ]]] }}} }',
  ']',
  'x'.repeat(400),
  'CamelCase WikiWord',
  'wiki_name and snake__case',
  'x^2^ ^ y',
  '{| class="x"',
  '<code>x</code> <html>x</html> <file>',
];

/** A deck with the text everywhere. */
function deckWith(text: string): Deck {
  return fixtureDeck(
    [
      {
        id: 'P001',
        name: `Name ${text}`,
        team: `Team ${text}`,
        interaction: [text, text],
        components: [`Component ${text}`, `Second ${text}`],
        processes: [text, `b ${text}`],
        skills: [text],
        summary: text,
        goal: text,
        notes: text,
      },
    ],
    { title: `Title ${text}` },
  );
}

/** Without the heading that repeats a title which the name of the page cannot hold. */
const withoutTitle = (page: string): string => page.replace(/^(<!-- .* -->\n+)(?:# .*|= .* =|<h1>.*<\/h1>)\n/, '$1');

/** As it is shown: joiners have no width. */
const shown = (text: string): string => oneSpaced(text.replace(/[\p{Cc}\u2028]+/gu, ' ').replaceAll('\u2060', ''));

interface Faults {
  /** Shapes of the pages that differ from those with a plain word in place of the text. */
  readonly shapes: readonly (readonly string[])[];
  /** What should be shown and is not. */
  readonly missing: readonly string[];
}

const none: Faults = { shapes: [], missing: [] };

async function faults(flavour: WikiFlavour, text: string): Promise<Faults> {
  const [plain = [], odd = []] = await Promise.all(
    ['word', text].map(async (value) => {
      const files = await wikiOf(flavour, {
        deck: deckWith(value),
        pictures,
        sourceOf: () => `personas/${value}.yaml`,
      });
      // An index, a persona, two components; what comes after is no page.
      return [...files.values()].slice(0, 4).map((page) => readers[flavour](withoutTitle(page)));
    }),
  );
  const [index = '', persona = ''] = odd.map((page) => shown(page.text));
  const named = shown(`Component ${text}`);
  const listed = shown(`${text}, b ${text}`);
  return {
    shapes: odd.flatMap(({ shape }, at) => (shape.join() === plain[at]?.shape.join() ? [] : [shape])),
    missing: [
      ...(index.includes(named) && persona.includes(named) ? [] : [named]),
      ...(persona.includes(listed) ? [] : [listed]),
    ],
  };
}

describe.each(wikiFlavours)('texts on pages of %s', (flavour) => {
  it.each(hostile)('show %j as it is', async (text) => {
    expect(await faults(flavour, text)).toEqual(none);
  });

  it('show any text as it is', async () => {
    const signs = fc.constantFrom(...'ab *_`[]{}()<>#|~&!\\-+.:;/@1=%^$\'"xX\n');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: signs }), async (text) => {
        expect(await faults(flavour, `a${text}`)).toEqual(none);
      }),
      { numRuns: 60 },
    );
  });
});
