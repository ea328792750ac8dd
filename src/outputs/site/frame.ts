import type { SiteContext } from './siteContext.ts';
import { matrixPlace, places } from './places.ts';

/** What every page has around its content: `page-start.hbs` and `page-end.hbs` show it. */
export function frameOf(context: SiteContext, path: string, title: string) {
  const { deck, design, diagrams, findings } = context.input;
  const { labels, language } = design;
  const link = (to: string): string => context.link(path, to);
  const production = deck.environments.findLast((one) => one.production) ?? deck.environments.at(-1);
  const sections = [
    { label: labels.personas, to: places.index },
    { label: labels.componentList, to: places.components },
    ...(production === undefined ? [] : [{ label: labels.access, to: places.access(production.id) }]),
    ...(['flow', 'architecture'] as const).flatMap((kind) => {
      const first = diagrams.find((diagram) => diagram.kind === kind);
      return first === undefined ? [] : [{ label: labels[graphsLabels[kind]], to: places.graph(first) }];
    }),
    ...deck.matrices
      .filter(({ kind }) => kind !== 'components')
      .slice(0, 1)
      .map((first) => ({ label: labels.matrices, to: matrixPlace(first) })),
    {
      label: labels.siteFindings,
      to: places.findings,
      count: findings.filter(({ waived }) => waived === undefined).length,
    },
  ];
  return {
    language,
    direction: deck.direction,
    deckTitle: deck.title,
    title: title === deck.title ? title : `${title} · ${deck.title}`,
    home: link(places.index),
    styles: link(places.styles),
    script: link(places.script),
    // Pages that draw icons say which.
    sprite: '' as object | '',
    sections: sections.map(({ label, to, count }) => ({
      label,
      href: link(to),
      current: sectionOf(to) === sectionOf(path),
      count: count ?? '',
    })),
  };
}

/** What graphs of a kind are called together. */
export const graphsLabels = { flow: 'flows', architecture: 'architectures' } as const;

/** Pages of a folder belong to the section of its name; personas to the index, and all environments to access. */
function sectionOf(path: string): string {
  const [, first = ''] = path.replace(/\.html$/, '').split('/');
  return first === 'personas' ? 'index' : first;
}
