import { beforeAll, describe, expect, test } from 'vitest';
import { cardVersion } from '../../src/deck/cardVersion.ts';
import { mm } from '../../src/design/units.ts';
import { child, descendants, serializeXml, type XmlElement } from '../../src/ooxml/xml.ts';
import { baseline, darkTheme, fixtureDeck, fixtureDesign, lowInkTheme } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { linksOf, type PptxPackage, readPackage } from '../support/pptxPackage.ts';
import { buildCards, cardsTask } from './buildCards.ts';
import { type CardSheet, member, membersOf, type Placed, readSheets, textOf } from './readCards.ts';

let pptx: PptxPackage;
let sheets: CardSheet[];
beforeAll(async () => {
  pptx = readPackage(await buildCards(fixtureDeck()));
  sheets = readSheets(pptx);
});

const cardNamed = (name: string, from = sheets): Placed => {
  const found = from.flatMap(({ cards }) => cards).find((card) => card.name === name);
  if (found === undefined) throw new Error(`no card ${name}`);
  return found;
};

describe('the deck of cards', () => {
  test('has each persona once, a front and a back, named and described', () => {
    const names = sheets.flatMap(({ cards }) => cards.map(({ name }) => name));
    const wanted = baseline.flatMap(({ id, name }) => [`${id} ${name}, front`, `${id} ${name}, back`]);
    expect(names.toSorted()).toEqual(wanted.toSorted());
    const described = descendants(cardNamed('P009 BuildAgent MLOps, front').node, 'p:cNvPr')[0];
    expect(described?.attributes['descr']).toBe('P009 BuildAgent MLOps, Agent, Engineering Team, front');
  });

  test('has fronts and backs in turn, each slide with a title of its own', () => {
    expect(sheets.map(({ title }) => title)).toEqual([
      'Sheet 1, fronts',
      'Sheet 1, backs',
      'Sheet 2, fronts',
      'Sheet 2, backs',
    ]);
  });

  test('says how to print it, once', () => {
    const notes = pptx.names.filter((name) => name.startsWith('ppt/notesSlides/notes'));
    expect(notes).toEqual(['ppt/notesSlides/notesSlide1.xml']);
    expect(serializeXml(pptx.tree('ppt/notesSlides/notesSlide1.xml'))).toContain('100 %');
  });

  test.each([
    ['long-edge', 'flipped on the long edge'],
    ['short-edge', 'flipped on the short edge'],
    ['gutterfold', 'fold along the line'],
  ] as const)('says how backs get behind fronts: %s', async (duplex, words) => {
    const card = { name: 'poker', width: mm(63.5), height: mm(88.9) };
    const built = readPackage(
      await buildCards(fixtureDeck(), { design: { ...fixtureDesign(), card }, sheets: { duplex } }),
    );
    expect(serializeXml(built.tree('ppt/notesSlides/notesSlide1.xml'))).toContain(words);
  });

  test('has white paper in every theme, with a title that reads on it', async () => {
    const dark = readPackage(await buildCards(fixtureDeck(), { design: fixtureDesign(darkTheme) }));
    const master = dark.tree('ppt/slideMasters/slideMaster1.xml');
    expect(serializeXml(descendants(master, 'p:bg')[0] ?? master)).toContain('<a:srgbClr val="FFFFFF"/>');
    const title = descendants(dark.tree('ppt/slides/slide1.xml'), 'p:sp')[0];
    // In dark themes `bg1` is dark.
    expect(serializeXml(title ?? master)).toContain('<a:schemeClr val="bg1"/>');
  });
});

describe('a front', () => {
  test('holds everything of the card in one text box', () => {
    const front = cardNamed('P001 AI Data Engineer, front');
    expect(membersOf(front).map(({ name }) => name)).toEqual([
      'Ground',
      'Team colour',
      'Figure of P001',
      'Team pattern',
      'Kind',
      'Id',
      'Kind',
      'Text',
      'Foot',
    ]);
    expect(textOf(member(front, 'Text'))).toEqual([
      'AI Data Engineer',
      'Brings data in and keeps it clean, current and documented.',
      'Team',
      'Data Ingestion Team',
      'Primary interaction',
      '→\u00a0AI Development Team',
      'Components access',
      'Azure Data Factory',
      'Azure Databricks',
      'Azure SQL Database',
      'Azure Storage',
      'Processes',
      'DataOps\u00a0· ETL\u00a0· ELT',
      'Skills',
      'SQL\u00a0· Python\u00a0· PySpark',
    ]);
  });

  test('says that a component has no RBAC file', () => {
    expect(textOf(member(cardNamed('P009 BuildAgent MLOps, front'), 'Text'))).toContain('GitHub\u2002no RBAC file');
  });

  test('takes its colours from the deck where the deck has them', () => {
    const front = cardNamed('P001 AI Data Engineer, front');
    const fillOf = (name: string): string =>
      serializeXml(descendants(member(front, name).node, 'a:solidFill')[0] ?? front.node);
    expect(fillOf('Team colour')).toContain('<a:schemeClr val="accent1"/>');
    expect(fillOf('Ground')).toContain('<a:schemeClr val="bg1"/>');
    expect(fillOf('Text')).toContain('<a:schemeClr val="tx1"/>');
  });

  test('has no painted band in themes that save ink', async () => {
    const low = readSheets(readPackage(await buildCards(fixtureDeck(), { design: fixtureDesign(lowInkTheme) })));
    const front = cardNamed('P001 AI Data Engineer, front', low);
    expect(membersOf(front).map(({ name }) => name)).not.toContain('Team colour');
    expect(membersOf(front).map(({ name }) => name)).toContain('Team pattern');
  });
});

describe('a back', () => {
  let text: Placed;
  beforeAll(() => {
    text = member(cardNamed('P001 AI Data Engineer, back'), 'Text');
  });

  test('has a line a role below each component, and says what is not there', () => {
    expect(textOf(text).slice(0, 5)).toEqual([
      'Azure Data Factory',
      'Dev\t●\u00a0Data Factory Data Contributor',
      'Stage\t●\u00a0Reader',
      'Production\t●\u00a0Reader',
      '\t◐\u00a0Data Factory Operator eligible\u00a04\u00a0h',
    ]);
    expect(textOf(text)).toContain('Production\t—\u00a0none');
    expect(textOf(text)).toContain('Stage\t○\u00a0not filled in');
  });

  test('has roles in a column of their own, and Production in bold', () => {
    const paragraphs = descendants(text.node, 'a:p');
    const properties = child(paragraphs[1], 'a:pPr');
    expect(Number(properties?.attributes['marL'])).toBeGreaterThan(30 * 12_700);
    expect(properties?.attributes['indent']).toBe(`-${properties?.attributes['marL']}`);
    const bold = (paragraph: XmlElement | undefined): unknown[] =>
      descendants(paragraph ?? text.node, 'a:rPr').map(({ attributes }) => attributes['b']);
    expect(bold(paragraphs[1])).not.toContain('1');
    expect(bold(paragraphs[3])).not.toContain(undefined);
  });

  test('explains the signs', () => {
    const [foot = ''] = textOf(member(cardNamed('P001 AI Data Engineer, back'), 'Foot'));
    expect(foot.startsWith('●\u00a0standing\u2003◐\u00a0eligible · ')).toBe(true);
  });
});

test('both sides say which version of the card it is', () => {
  const deck = fixtureDeck();
  for (const card of deck.cards) {
    for (const face of ['front', 'back']) {
      const [foot = ''] = textOf(member(cardNamed(`${card.id} ${card.name}, ${face}`), 'Foot'));
      expect(foot.split(' · ').at(-1)).toBe(cardVersion(card, deck));
    }
  }
});

describe('links', () => {
  test('lead from components to their RBAC files', () => {
    const links = pptx.slides.flatMap((slide) => linksOf(pptx, slide));
    // On the front and on the back.
    const storage = links.filter(({ text }) => text === 'Azure Storage');
    expect(storage).toHaveLength(2 * 4);
    for (const { relation, action } of storage) {
      expect(relation).toMatchObject({ target: 'rbac/azure-storage.md', external: true });
      expect(action).toBe('ppaction://hlinkfile');
    }
    expect(links.some(({ text }) => text.startsWith('GitHub'))).toBe(false);
  });

  test('are absolute with a base', async () => {
    const based = readPackage(await buildCards(fixtureDeck(), { policy: { base: 'https://example.org/out/' } }));
    const [first] = linksOf(based, based.slides[0] ?? '');
    expect(first?.relation?.target).toBe('https://example.org/out/rbac/azure-data-factory.md');
  });

  test('lead from a persona to the sheet with its front', async () => {
    const deck = fixtureDeck();
    const [first, ...others] = deck.cards;
    const stem = deck.cards[4]?.stem ?? '';
    const fields = (first?.fields ?? []).map((field) =>
      field.key === 'primaryInteraction'
        ? { ...field, items: [{ text: 'GenAI Chat Developer', link: { kind: 'card' as const, id: stem } }] }
        : field,
    );
    const linked = first === undefined ? deck : { ...deck, cards: [{ ...first, fields }, ...others] };
    const built = readPackage(await buildCards(linked));
    const link = linksOf(built, built.slides[0] ?? '').find(({ text }) => text === 'GenAI Chat Developer');
    expect(link?.relation?.target).toBe('ppt/slides/slide3.xml');
  });
});

describe('text that is too long', () => {
  test('goes on on another card, and none is lost', async () => {
    const built = readSheets(readPackage(await buildCards(fixtureDeck(hostilePersonas))));
    const cards = built.flatMap(({ cards: own }) => own);
    const texts = cards
      .filter(({ name }) => name.startsWith('P010'))
      .flatMap((card) => membersOf(card).filter(({ name }) => name === 'Text'))
      .flatMap(textOf)
      .join(' ');
    for (const kind of ['Azure Component Number', 'Some process', 'A rather long skill name']) {
      const count = kind === 'Azure Component Number' ? 30 : kind === 'Some process' ? 20 : 40;
      for (let number = 1; number <= count; number += 1) {
        expect(texts, `${kind} ${number}`).toMatch(new RegExp(`${kind} ${number}(?!\\d)`));
      }
    }
    expect(texts.match(/One long summary\./g)).toHaveLength(60);
    expect(cards.some(({ name }) => / 2\/\d+, front$/.test(name))).toBe(true);
    expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length);
  });
});

describe('the task', () => {
  test('has a key that changes with what is on the cards, and with the paper', async () => {
    const key = async (...input: Parameters<typeof cardsTask>): Promise<string | undefined> =>
      (await cardsTask(...input))?.key;
    const known = await key(fixtureDeck());
    expect(await key(fixtureDeck())).toBe(known);
    expect(await key(fixtureDeck(baseline.slice(1)))).not.toBe(known);
    expect(await key(fixtureDeck(), { sheets: { duplex: 'short-edge' } })).not.toBe(known);
    expect(await key(fixtureDeck(), { policy: { base: 'https://example.org/' } })).not.toBe(known);
  });

  test('is not there without personas', async () => {
    expect(await cardsTask(fixtureDeck([]))).toBeUndefined();
  });
});
