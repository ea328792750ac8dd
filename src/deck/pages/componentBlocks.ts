import type { Labels } from '../../design/design.ts';
import type { AccessTable, AccessTableRow, EnvironmentHeading } from '../model.ts';
import { accessCell, accessLegend } from './accessCell.ts';
import type { Graph } from '../graphs/model.ts';
import { graphLinks, graphsByLabel } from './graphBlocks.ts';
import { type Block, type Cell, type Fact, plain } from './model.ts';
import { type PageSource, personaTitle } from './pageSource.ts';

/** Who may do what on a component, and where that is written down. */
export function componentBlocks(table: AccessTable, { deck, labels }: PageSource): Block[] {
  const { componentId, rows, identities, source } = table;
  return [
    rows.length === 0
      ? { kind: 'paragraph', content: plain(labels.noPersonas) }
      : roleTable(labels.persona, rows, deck.environments, labels),
    ...(identities.length === 0
      ? []
      : ([
          { kind: 'heading', text: labels.identities },
          roleTable(labels.identity, identities, deck.environments, labels),
        ] satisfies Block[])),
    { kind: 'paragraph', content: plain(accessLegend(labels)) },
    {
      kind: 'facts',
      facts: [
        {
          term: labels.rbacFile,
          content:
            source === undefined ? plain(labels.noRbacFile) : [{ kind: 'link', text: source.id, target: source }],
        },
        ...graphFacts(componentId, deck.graphs, labels),
        {
          term: labels.personas,
          content: [{ kind: 'page', text: deck.title, page: { kind: 'index' } }],
        },
      ],
    },
  ];
}

/** Flows and architectures that show the component. */
function graphFacts(id: string, graphs: readonly Graph[], labels: Labels): Fact[] {
  const showing = graphs.filter(({ nodes }) =>
    nodes.some(({ componentId, components }) => componentId === id || components.some((one) => one.id === id)),
  );
  return graphsByLabel(showing, labels).map(([term, some]) => ({ term, content: graphLinks(some) }));
}

function roleTable(
  first: string,
  rows: readonly AccessTableRow[],
  environments: readonly EnvironmentHeading[],
  labels: Labels,
): Block {
  return {
    kind: 'table',
    head: [first, ...environments.map(({ name }) => name)],
    rows: rows.map((row) => [nameCell(row), ...row.cells.map((cell) => accessCell(cell, labels))]),
  };
}

function nameCell({ id, name }: AccessTableRow): Cell {
  if (id === undefined) return [plain(name)];
  return [[{ kind: 'page', text: personaTitle({ id, name }), page: { kind: 'persona', id } }]];
}
