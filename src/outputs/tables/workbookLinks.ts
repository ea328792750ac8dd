import { type LinkTarget, resolve } from '../../deck/links.ts';
import type { CellLink, SheetCell } from '../../tables/workbookModel.ts';
import type { AccessRow } from './accessRows.ts';
import type { TablesInput } from './input.ts';

export const WORKBOOK_PATH = 'tables/workload.xlsx';

/** Where cells of the workbook lead. */
export interface WorkbookLinks {
  /** To the RBAC markdown of a component; the text alone when there is none. */
  rbac(text: string, componentId: string): SheetCell;
  /** To the rows of a component on the access sheet: those of the persona, when it has any; else to its RBAC markdown. */
  access(text: string, componentId: string, personaId?: string): SheetCell;
  /** To a persona's markdown card, when cards are built. */
  card(text: string, stem: string): SheetCell;
}

export function workbookLinks(input: TablesInput, rows: readonly AccessRow[]): WorkbookLinks {
  const { deck, design, policy, withCards } = input;
  const address = (target: LinkTarget): CellLink => ({
    kind: 'address',
    address: resolve(target, WORKBOOK_PATH, policy),
  });
  const files = new Map(
    deck.access.flatMap(({ componentId, source }) => (source ? [[componentId, address(source)]] : [])),
  );
  const stretches = stretchesOf(rows, design.labels.access);
  const rbac = (text: string, componentId: string): SheetCell => linked(text, files.get(componentId));
  return {
    rbac,
    access: (text, componentId, personaId = '') =>
      linked(
        text,
        stretches.get(keyOf(componentId, personaId)) ?? stretches.get(keyOf(componentId)) ?? files.get(componentId),
      ),
    card: (text, stem) => linked(text, withCards ? address({ kind: 'card', id: stem }) : undefined),
  };
}

const linked = (text: string, link: CellLink | undefined): SheetCell => (link === undefined ? text : { text, link });

/** An address of the web, shown as it was written; what a relation of a package cannot hold is encoded. */
export function webCell(url: string | undefined): SheetCell {
  return url === undefined ? '' : { text: url, link: { kind: 'address', address: new URL(url).href } };
}

/** Neither id holds a line break. */
const keyOf = (componentId: string, personaId = ''): string => `${componentId}\n${personaId}`;

/** Which rows are those of a component, and of a persona on it: they stand together. */
function stretchesOf(rows: readonly AccessRow[], sheet: string): Map<string, CellLink> {
  const stretches = new Map<string, CellLink>();
  for (const [index, { assignment }] of rows.entries()) {
    const { component, principal } = assignment;
    const keys = [keyOf(component.id), ...(principal.kind === 'persona' ? [keyOf(component.id, principal.id)] : [])];
    for (const key of keys) {
      const begun = stretches.get(key);
      const first = begun?.kind === 'rows' ? begun.first : index;
      stretches.set(key, { kind: 'rows', sheet, first, last: index });
    }
  }
  return stretches;
}
