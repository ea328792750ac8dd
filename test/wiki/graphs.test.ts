import { describe, expect, it } from 'vitest';
import { fontsFor } from '../../src/design/fonts.ts';
import { diagramPictures } from '../../src/outputs/diagramPicture.ts';
import { wikiFlavours } from '../../src/schema/settings.ts';
import { fixtureDeck, fixtureDesign, lightTheme } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram, graphOf } from '../support/diagramFixture.ts';
import { repository } from '../support/project.ts';
import { wikiOf } from './wikiOf.ts';

const diagrams = [flowDiagram(), architectureDiagram()];
const deck = { ...fixtureDeck(), graphs: diagrams.map(graphOf) };
const graphs = diagramPictures({
  deck,
  diagrams,
  design: fixtureDesign(),
  fonts: fontsFor(lightTheme, ['a'], repository),
  policy: {},
  sources: { all: [] },
  look: { scale: 1, palette: false },
  readBytes: () => Promise.reject(new Error('no SVG is made')),
});
const wiki = (flavour: (typeof wikiFlavours)[number]) => wikiOf(flavour, { deck, graphs });
const fileLike = (files: ReadonlyMap<string, string>, name: RegExp): string =>
  [...files].find(([path, text]) => name.test(path) && text !== '')?.[1] ?? '';

describe.each(wikiFlavours)('%s', (flavour) => {
  it('has a page of each flow and architecture with its picture, what it says, and ways there', async () => {
    const files = await wiki(flavour);
    const paths = [...files.keys()];
    const page = fileLike(files, /(^|\/)mlops\.(md|xml|wiki|txt|html|wikitext|mediawiki)$/i);
    expect(page).not.toBe('');
    expect(paths.filter((path) => /flow.mlops\.png$/i.test(path))).toHaveLength(1);
    expect(paths.filter((path) => /architecture.lambda.architecture\.png$/i.test(path))).toHaveLength(1);
    expect(page).toMatch(/flow.mlops\.png/i);
    expect(page).toContain('10 steps over Dev, Stage, Production');
    expect(page).toMatch(/P009/);
    expect(page).toMatch(/Back from 10 to 1/);
    const others = [...files].filter(([path]) => /P004|p004/.test(path) && !path.endsWith('.png'));
    expect(others.map(([, text]) => /mlops/i.test(text))).toContain(true);
  });

  it('leads from the first page to it', async () => {
    const [index] = [...(await wiki(flavour)).values()];
    expect(index).toContain('Flows');
    expect(index).toMatch(/Lambda.architecture/i);
  });
});

describe('areas of the picture', () => {
  const [picture] = graphs;
  const badge = diagrams[0]?.nodes[0]?.badges[0]?.box;
  const origin = picture?.origin ?? { x: 0, y: 0 };

  it('lie where the badges are in the pixels of the file, in MediaWiki', async () => {
    const page = fileLike(await wiki('mediawiki'), /(^|\/)mlops\./i);
    const at = (length: number): number => Math.round(length * (picture?.scale ?? 0));
    const [x, y] = [at((badge?.x ?? 0) + origin.x), at((badge?.y ?? 0) + origin.y)];
    const [right, bottom] = [x + at(badge?.width ?? 0), y + at(badge?.height ?? 0)];
    expect(page).toContain(`rect ${x} ${y} ${right} ${bottom} [[P004`);
    expect(page).toContain('|960px|');
  });

  it('lie where they are shown, in HTML', async () => {
    const page = fileLike(await wiki('html'), /(^|\/)mlops\./i);
    // As wide as a page, rather than at its own size.
    const css = (length: number): number => (length * (picture?.scale ?? 0) * 960) / (picture?.width ?? 1);
    const area = /coords="(\d+),(\d+),[^"]*" href="P004[^"]*"/.exec(page);
    expect(Math.abs(Number(area?.[1]) - css((badge?.x ?? 0) + origin.x))).toBeLessThan(1);
    expect(Math.abs(Number(area?.[2]) - css((badge?.y ?? 0) + origin.y))).toBeLessThan(1);
    expect(page).toContain('width="960"');
  });
});
