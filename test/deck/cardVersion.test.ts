import { describe, expect, it } from 'vitest';
import { cardVersion, type SharedByCards } from '../../src/deck/cardVersion.ts';
import { composeDeck } from '../../src/deck/compose.ts';
import type { Card, Field } from '../../src/deck/model.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { repository } from '../support/project.ts';

const shared: SharedByCards = {
  title: 'AI workload',
  language: 'en',
  environments: [
    { id: 'dev', name: 'Dev', production: false },
    { id: 'production', name: 'Production', production: true },
  ],
};

const card: Card = {
  id: 'P001',
  name: 'Data Engineer',
  stem: 'P001-data-engineer',
  kind: { id: 'person', label: 'Person' },
  team: { id: 'data', name: 'Data', index: 0, color: '#112233' },
  summary: 'Brings data in.',
  goal: 'Clean data',
  notes: 'Ask about costs',
  fields: [
    { key: 'team', label: 'Team', items: [{ text: 'Data' }] },
    { key: 'components', label: 'Components', items: [{ text: 'Storage', link: { kind: 'rbac', id: 'storage.md' } }] },
    {
      key: 'skills',
      label: 'Skills',
      items: [{ text: 'SQL', note: 'expert', link: { kind: 'web', id: 'https://a.example' } }],
    },
  ],
  access: [
    {
      component: { text: 'Storage', icon: 'stack', link: { kind: 'rbac', id: 'storage.md' } },
      cells: [
        {
          status: 'granted',
          grants: [{ role: 'Reader', assignment: 'eligible', limit: '4 h', scope: 'rg:x', why: 'read' }],
        },
        { status: 'none', grants: [] },
      ],
    },
  ],
};

const mark = cardVersion(card, shared);
const field = (key: Field['key'], items: Field['items']): Partial<Card> => ({
  fields: card.fields.map((one) => (one.key === key ? { ...one, items } : one)),
});
const [row] = card.access;
const withCell = (cell: object): Partial<Card> => ({
  access:
    row === undefined ? [] : [{ ...row, cells: row.cells.map((one, at) => (at === 0 ? { ...one, ...cell } : one)) }],
});
const grant = { role: 'Reader', assignment: 'eligible', limit: '4 h' };

describe('the mark of a card', () => {
  it('is six signs that are not taken for one another, the same on every machine and in every release', () => {
    expect(mark).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(mark).toBe('Z6820T');
  });

  it.each<[string, Partial<Card>]>([
    ['the id', { id: 'P002' }],
    ['the name', { name: 'Data engineer' }],
    ['the kind', { kind: { id: 'agent', label: 'Agent' } }],
    ['the summary', { summary: 'Brings data in' }],
    ['the summary, which is gone', { summary: '' }],
    ['the team', field('team', [{ text: 'Analytics' }])],
    ['an item more', field('skills', [{ text: 'SQL', note: 'expert' }, { text: 'Python' }])],
    [
      'the level of a skill',
      field('skills', [{ text: 'SQL', note: 'basic', link: { kind: 'web', id: 'https://a.example' } }]),
    ],
    [
      'the link of a skill',
      field('skills', [{ text: 'SQL', note: 'expert', link: { kind: 'web', id: 'https://b.example' } }]),
    ],
    ['the file of a component', field('components', [{ text: 'Storage', link: { kind: 'rbac', id: 'store.md' } }])],
    ['the link, which is gone', field('components', [{ text: 'Storage' }])],
    ['a role', withCell({ grants: [{ ...grant, role: 'Contributor' }] })],
    ['how a role is assigned', withCell({ grants: [{ ...grant, assignment: 'standing' }] })],
    ['a limit', withCell({ grants: [{ ...grant, limit: '2 h' }] })],
    ['a cell', withCell({ status: 'open', grants: [] })],
    ['the access', { access: [] }],
    ['the picture', { image: { path: 'a.png', absolutePath: '/a.png', sha256: 'abc' } }],
  ])('changes with %s', (_, change) => {
    expect(cardVersion({ ...card, ...change }, shared)).not.toBe(mark);
  });

  it.each<[string, Partial<SharedByCards>]>([
    ['the title of the deck', { title: 'AI' }],
    ['the language', { language: 'fi' }],
    [
      'the name of an environment',
      { environments: shared.environments.map((one) => ({ ...one, name: `${one.name}.` })) },
    ],
  ])('changes with %s', (_, change) => {
    expect(cardVersion(card, { ...shared, ...change })).not.toBe(mark);
  });

  it.each<[string, Partial<Card>]>([
    ["the team's colour and place in the deck", { team: { id: 'data', name: 'Data', index: 3 } }],
    ['what stands on slides only', { goal: 'Another', notes: '' }],
    ['the scope and the reason of a role', withCell({ grants: [grant] })],
    ['an icon', { access: card.access.map((one) => ({ ...one, component: { ...one.component, icon: 'cloud' } })) }],
    ['the name of its file', { stem: 'P001' }],
  ])('does not change with %s', (_, change) => {
    expect(cardVersion({ ...card, ...change }, shared)).toBe(mark);
  });

  it('is of its card alone: another mark for each persona, whichever others there are', async () => {
    const { workload } = await readWorkload({ root: repository, folder: 'personas' });
    if (workload === undefined) throw new Error('the example has problems');
    const deck = composeDeck(workload, loadLabels('en'));
    const marks = deck.cards.map((one) => cardVersion(one, deck));
    expect(new Set(marks).size).toBe(deck.cards.length);
    const fewer = composeDeck({ ...workload, personas: workload.personas.slice(1) }, loadLabels('en'));
    expect(fewer.cards.map((one) => cardVersion(one, fewer))).toEqual(marks.slice(1));
  });
});
