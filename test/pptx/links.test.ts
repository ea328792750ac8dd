import { beforeAll, describe, expect, test } from 'vitest';
import type { Deck, Item } from '../../src/deck/model.ts';
import { buildDeck } from '../support/buildDeck.ts';
import { baseline, fixtureDeck } from '../support/deckFixture.ts';
import { hostilePersonas } from '../support/hostileDeck.ts';
import { linksOf, type PptxPackage, type RunLink, readPackage, titleOf } from '../support/pptxPackage.ts';

/** Links of a persona's slides, continuations included. */
function linksOfPersona(pptx: PptxPackage, name: string): RunLink[] {
  return pptx.slides
    .filter((slide) => titleOf(pptx.tree(slide))?.startsWith(name))
    .flatMap((slide) => linksOf(pptx, slide));
}

describe('links of the workshop deck', () => {
  let pptx: PptxPackage;
  beforeAll(async () => {
    pptx = readPackage(await buildDeck(fixtureDeck()));
  });

  test.each(baseline)('every component of $id leads to its RBAC markdown', ({ name, components = [] }) => {
    const files = linksOfPersona(pptx, name).filter(({ relation }) => relation?.external);
    const linked = components.filter((component) => component !== 'GitHub');
    expect(files.map(({ text, action, relation }) => [text, action, relation?.target])).toEqual(
      linked.map((component) => [
        component,
        'ppaction://hlinkfile',
        `rbac/${component.toLowerCase().replaceAll(' ', '-')}.md`,
      ]),
    );
  });

  test.each(baseline)('every component of $id leads to the slide with its access', ({ name, components = [] }) => {
    const inside = linksOfPersona(pptx, name).filter(({ relation }) => relation?.external === false);
    expect(inside.map(({ action }) => action)).toEqual(components.map(() => 'ppaction://hlinksldjump'));
    expect(inside.map(({ relation }) => titleOf(pptx.tree(relation?.target ?? '')))).toEqual(
      components.map((component) => `Access to ${component}`),
    );
  });

  test('an access slide leads to its RBAC markdown and back to the personas', () => {
    const slide = pptx.slides.find((name) => titleOf(pptx.tree(name)) === 'Access to Azure Storage') ?? '';
    const links = linksOf(pptx, slide);
    expect(links.map(({ text }) => text)).toEqual(['rbac/azure-storage.md', 'P001', 'P003', 'P004', 'P006']);
    expect(links[0]?.relation?.target).toBe('rbac/azure-storage.md');
    expect(links.slice(1).map(({ relation }) => titleOf(pptx.tree(relation?.target ?? '')))).toEqual([
      'AI Data Engineer',
      'BI Analyst',
      'Discriminative AI Data Scientist',
      'GenAI Data Scientist',
    ]);
  });

  test('the cover leads to every persona', () => {
    const links = linksOf(pptx, 'ppt/slides/slide1.xml');
    expect(links.map(({ text }) => text)).toEqual(baseline.map(({ id }) => id));
    expect(links.map(({ relation }) => titleOf(pptx.tree(relation?.target ?? '')))).toEqual(
      baseline.map(({ name }) => name),
    );
  });

  test('thirty components on one persona are all linked, each once', async () => {
    const hostile = readPackage(await buildDeck(fixtureDeck(hostilePersonas)));
    const [persona] = hostilePersonas.filter(({ id }) => id === 'P010');
    const files = linksOfPersona(hostile, 'Everything &').filter(({ relation }) => relation?.external);
    expect(files.map(({ text }) => text)).toEqual(persona?.components);
  });
});

describe('addresses', () => {
  /** The deck of one persona with one component, whose link is `link`. */
  const withLink = (link: Item['link']): Deck => {
    const deck = fixtureDeck(baseline.slice(0, 1));
    const change = <T extends { readonly component: Item }>(row: T): T => ({
      ...row,
      component: { ...row.component, ...(link === undefined ? {} : { link }) },
    });
    return {
      ...deck,
      access: [],
      cards: deck.cards.map((card) => ({ ...card, access: card.access.slice(0, 1).map(change) })),
    };
  };
  const external = async (deck: Deck, policy = {}): Promise<RunLink[]> => {
    const pptx = readPackage(await buildDeck(deck, { policy }));
    return pptx.slides.flatMap((slide) => linksOf(pptx, slide)).filter(({ relation }) => relation?.external);
  };

  test('are absolute with a link base, and then no files', async () => {
    const [link] = await external(fixtureDeck(baseline.slice(0, 1)), { base: 'https://example.com/out' });
    expect(link?.relation?.target).toBe('https://example.com/out/rbac/azure-data-factory.md');
    expect(link?.action).toBeUndefined();
  });

  test('are percent-encoded', async () => {
    const [link] = await external(withLink({ kind: 'rbac', id: "R&D/a b(1)'s #2 å%.md" }));
    expect(link?.relation?.target).toBe('rbac/R%26D/a%20b%281%29%27s%20%232%20%C3%A5%25.md');
  });

  test('keep their fragment', async () => {
    const [link] = await external(withLink({ kind: 'rbac', id: 'a.md', anchor: 'access' }));
    expect(link?.relation?.target).toBe('rbac/a.md#access');
  });

  test('of the web are written as browsers would', async () => {
    const [link] = await external(withLink({ kind: 'web', id: 'https://example.com/a b?q=<x>&r="y"' }));
    expect(link?.relation?.target).toBe('https://example.com/a%20b?q=%3Cx%3E&r=%22y%22');
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address'])('%s is no link', async (id) => {
    expect(await external(withLink({ kind: 'web', id }))).toEqual([]);
  });

  test('a component without an RBAC file says so and leads to no file', async () => {
    const deck = fixtureDeck([{ id: 'P1', name: 'Maintainer', components: ['GitHub'] }]);
    const pptx = readPackage(await buildDeck(deck));
    const links = pptx.slides.flatMap((slide) => linksOf(pptx, slide));
    expect(links.filter(({ relation }) => relation?.external)).toEqual([]);
    const { paragraphsOf } = await import('../support/pptxPackage.ts');
    expect(paragraphsOf(pptx.tree('ppt/slides/slide2.xml'))).toContain('GitHub no RBAC file\u00a0· Access');
  });
});
