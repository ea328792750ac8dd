import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.ts';
import type { Deck } from '../../src/deck/model.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { wikiFlavours } from '../../src/schema/settings.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { wikiOf } from './wikiOf.ts';

async function exampleDeck(): Promise<Deck> {
  const { workload } = await readWorkload({ root: '.', folder: 'personas' });
  if (workload === undefined) throw new Error('The example has problems');
  return composeDeck(workload, loadLabels('en'));
}

/** Texts of the rows of each table in a page of markdown. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  for (const token of new MarkdownIt().parse(markdown, {})) {
    if (token.type === 'table_open') tables.push([]);
    else if (token.type === 'tr_open') tables.at(-1)?.push([]);
    else if (token.type === 'inline' && token.level > 3) {
      const text = (token.children ?? []).map(({ content }) => content).join('');
      tables.at(-1)?.at(-1)?.push(text);
    }
  }
  return tables;
}

describe('the page of matrices', () => {
  it('has a table for each, with signs and what they mean', async () => {
    const deck = await exampleDeck();
    const page = (await wikiOf('azure-devops', { deck })).get('Matrices.md') ?? '';
    const tables = tablesOf(page);
    expect(tables).toHaveLength(deck.matrices.length);
    for (const [index, { title, rows }] of deck.matrices.entries()) {
      expect(page).toContain(`## ${title}`);
      expect(tables[index]).toHaveLength(rows.length + 1);
    }
    const raci = tables[deck.matrices.findIndex(({ id }) => id === 'responsibilities-mlops')] ?? [];
    expect(raci[1]?.slice(0, 3)).toEqual(['Dev', '1 Data ingested, change algorithm?', 'A R']);
    expect(page).toContain('does the work (responsible)');
  });

  it.each(wikiFlavours)('is in %s, and the index leads there', async (flavour) => {
    const deck = await exampleDeck();
    const files = await wikiOf(flavour, { deck });
    const [path, page] = [...files].find(([name]) => /matrices/i.test(name)) ?? ['', ''];
    expect(path).not.toBe('');
    for (const { title } of deck.matrices) expect(page).toContain(title.replaceAll('&', '&amp;'));
    const others = [...files].filter(([name]) => name !== path).map(([, text]) => text);
    expect(others.some((text) => text.includes('RACI: MLOps'))).toBe(true);
  });

  it('lists what a wide matrix has, and is left out where there is none', async () => {
    const deck = await exampleDeck();
    const [first] = deck.matrices;
    if (first === undefined) throw new Error('The example has no matrix');
    const columns = Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, text: `Column ${index}` }));
    const wide = { ...deck, matrices: [{ ...first, columns }] };
    const page = (await wikiOf('github', { deck: wide })).get('Matrices.md') ?? '';
    expect(tablesOf(page)[0]?.every((row) => row.length === 2)).toBe(true);
    expect([...(await wikiOf('github', { deck: { ...deck, matrices: [] } })).keys()]).not.toContain('Matrices.md');
  });
});
