import { fill } from '../../design/locale.ts';
import { personaCells, personaColumns } from '../../tables/personaColumns.ts';
import type { SheetCell, WorkbookSheet } from '../../tables/workbookModel.ts';
import type { Persona } from '../../workload/model.ts';
import type { TablesInput } from './input.ts';
import type { WorkbookLinks } from './workbookLinks.ts';

/** Most components of a persona with a column each; its list of components has all. */
const MOST_SLOTS = 100;

/**
 * A row a persona, with the columns that a table of personas is read by. A cell holds one link, so that beside the list
 * of components each has a cell of its own, which leads to its rows on the access sheet.
 */
export function personasSheet({ workload, design }: TablesInput, links: WorkbookLinks): WorkbookSheet {
  const { labels } = design;
  const { personas } = workload;
  const count = personas.reduce((most, { components }) => Math.min(Math.max(most, components.length), MOST_SLOTS), 0);
  const slots = Array.from({ length: count }, (_, nth) => fill(labels.componentNumber, { number: String(nth + 1) }));
  const split = personaColumns.findIndex(({ key }) => key === 'components') + 1;
  const around = <T>(own: readonly T[], added: readonly T[]): T[] => [
    ...own.slice(0, split),
    ...added,
    ...own.slice(split),
  ];
  return {
    name: labels.personas,
    table: 'Personas',
    columns: around(
      personaColumns.map(({ header }) => ({ header: labels[header] })),
      slots.map((header) => ({ header, widest: 28 })),
    ),
    rows: personas.map((persona) =>
      around(
        personaCells(persona.written, labels).map((text, nth) => ownCell(text, nth, persona, links)),
        slots.map((_, nth) => slotCell(nth, persona, links)),
      ),
    ),
    frozenColumns: 2,
  };
}

function ownCell(text: string, nth: number, persona: Persona, links: WorkbookLinks): SheetCell {
  return personaColumns[nth]?.key === 'name' ? links.card(text, persona.stem) : text;
}

function slotCell(nth: number, persona: Persona, links: WorkbookLinks): SheetCell {
  const component = persona.components[nth];
  return component === undefined ? '' : links.access(component.name, component.id, persona.id);
}
