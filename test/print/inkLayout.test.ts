import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { fit } from '../../src/build/fit.ts';
import { Measurements } from '../../src/build/measurements.ts';
import { type Prepared, prepare } from '../../src/build/prepare.ts';
import { readProject } from '../../src/build/project.ts';
import { slidePlanOf } from '../../src/build/slidePlan.ts';
import type { Design } from '../../src/design/design.ts';
import { savingInk } from '../../src/design/printTheme.ts';
import { cardSizes, type Orientation, orientations } from '../../src/design/sizes.ts';
import { mm } from '../../src/design/units.ts';
import { sideMeasurer } from '../../src/html/measureSides.ts';
import { cardShell } from '../../src/html/shell.ts';
import type { SideExtent, SideRequest } from '../../src/layout/cards/model.ts';
import { exampleProject, persona, projectWith } from '../support/project.ts';
import { sampled } from '../support/sampled.ts';

let pages: BrowserPool;
beforeAll(() => {
  pages = createBrowserPool({ limit: 1 });
});
afterAll(() => pages.close());

async function prepared(root: string, options: Parameters<typeof prepare>[2]): Promise<Prepared> {
  const project = await readProject(root);
  if (project.workload === undefined) throw new Error(JSON.stringify(project.diagnostics));
  const preparation = await prepare(root, project.workload, { linkBase: 'https://example.org/', ...options }, {});
  if (!preparation.ok) throw new Error(JSON.stringify(preparation));
  return preparation.prepared;
}

/** Sides as they are laid out in the theme of a design. */
async function extentsIn(design: Design, sides: readonly SideRequest[], { deck, fonts, templates }: Prepared) {
  const shell = cardShell(design, fonts, templates, { title: 'test', bleed: mm(0) });
  const painting = {
    design,
    templates,
    deckTitle: deck.title,
    environments: deck.environments,
    href: () => undefined,
    address: () => 'https://example.org/p/P001.html',
    picture: () => undefined,
    bleed: mm(0),
  };
  return sideMeasurer(pages, shell, painting)(sides);
}

/** Cards that were fitted in their own theme, laid out in it and in that which saves ink. */
async function laidOut(root: string, options: Parameters<typeof prepare>[2]) {
  const made = await prepared(root, options);
  const { cards } = await fit(made, ['print'], pages, new Measurements(), slidePlanOf({}, []));
  const sides = (cards?.cards ?? []).flatMap(({ card, front, back }) =>
    [front, back].flatMap((side) => (side.kind === 'plain' ? [] : [{ card, side }])),
  );
  expect(sides.length).toBeGreaterThan(1);
  const { design } = made;
  const saving = { ...design, theme: savingInk(design.theme) };
  return {
    own: await extentsIn(design, sides, made),
    saved: await extentsIn(saving, sides, made),
  };
}

const unchanged = ({ available, ...rest }: SideExtent, theme: string): unknown =>
  // Codes on dark ground bring white along, which white paper has.
  theme === 'dark' ? rest : { available, ...rest };

describe('cards that are printed with little ink', () => {
  // Each size in one orientation: what ink does to a layout is the same rule in both.
  const cases = cardSizes.map(
    ({ name }, index) =>
      [name, orientations[index % 2] as Orientation, name.startsWith('a') ? 'dark' : 'light'] as const,
  );
  it.each(sampled(cases, 2))(
    'have the layout that they were fitted with: %s, %s, %s',
    { timeout: 60_000 },
    async (...look) => {
      const [card, orientation, theme] = look;
      const { own, saved } = await laidOut(exampleProject(), { card, orientation, theme });
      expect(saved.map((extent) => unchanged(extent, theme))).toEqual(own.map((extent) => unchanged(extent, theme)));
      for (const { available, bottoms } of saved) expect(Math.max(...bottoms)).toBeLessThanOrEqual(available);
    },
  );

  it('have it where Production is the first environment, or in between', { timeout: 60_000 }, async () => {
    for (const environments of ['Production, Dev', 'Production', 'Dev, Production, Test']) {
      const names = environments.split(', ');
      const root = projectWith({
        'personas/P001.yaml': persona('P001', 'Engineer', 'components: [Storage]\n'),
        'personas/rbac/storage.md': `# Storage\n\n| Persona | ${names.join(' | ')} |\n|---${names.map(() => '|---').join('')}|\n| P001 |${names.map(() => ' Storage Blob Data Contributor, Reader |').join('')}\n`,
      });
      const { own, saved } = await laidOut(root, { card: 'a6' });
      expect([environments, saved]).toEqual([environments, own]);
    }
  });
});
