import type { WorkbookSheet } from '../../tables/workbookModel.ts';
import type { TablesInput } from './input.ts';
import { nameList } from './nameList.ts';
import { webCell } from './workbookLinks.ts';

/** A row a process: who is responsible for it or contributes, and the skills that it needs. */
export function processesSheet({ workload, design }: TablesInput): WorkbookSheet {
  const { labels } = design;
  const personas = new Map<string, string[]>(workload.processes.map(({ id }) => [id, []]));
  for (const { id, name, processes } of workload.personas) {
    for (const process of processes) personas.get(process.id)?.push(`${id} ${name}`);
  }
  const headers = [labels.process, labels.personas, labels.skills, labels.aliases, labels.address];
  return {
    name: labels.processes,
    table: 'Processes',
    columns: headers.map((header) => ({ header })),
    rows: workload.processes.map(({ id, name, skills, aliases, url }) => [
      name,
      nameList(personas.get(id) ?? [], labels),
      nameList(skills, labels),
      nameList(aliases, labels),
      webCell(url),
    ]),
    frozenColumns: 1,
  };
}
