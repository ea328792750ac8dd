import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../print-pdf/readPdf.ts';
import { cli, persona, projectWith } from '../support/project.ts';

/** A sign, one with a variation selector, a keycap, joined people, a flag, a tone of skin. */
const emoji = ['😀', '❤️', '1️⃣', '👩‍💻', '🇩🇪', '👍🏽'];

describe('emoji in PDFs', () => {
  it('are outlines of an embedded font, and can be searched for', { timeout: 60_000 }, async () => {
    const folder = projectWith({
      'personas/P1.yaml': persona('P1', 'Emoji', `skills:\n${emoji.map((sign) => `  - Sign ${sign}\n`).join('')}`),
    });
    expect(await cli(folder, 'build', 'personas', '--only', 'print')).toMatchObject({ code: 0 });
    for (const file of ['cards.pdf', 'sheets.pdf']) {
      const reading = await readPdf(new Uint8Array(readFileSync(join(folder, 'out', file))));
      expect(reading.fonts.filter(({ isType3 }) => isType3)).toEqual([]);
      for (const sign of emoji)
        expect(reading.texts[0]).toContain(`Sign ${String.fromCodePoint(sign.codePointAt(0) ?? 0)}`);
      expect(reading.fonts.map(({ name }) => name)).toContain('NotoEmoji-Regular');
    }
  });
});
