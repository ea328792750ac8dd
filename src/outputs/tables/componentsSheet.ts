import type { WorkbookSheet } from '../../tables/workbookModel.ts';
import type { AccessRow } from './accessRows.ts';
import { byComponentOrder } from './componentOrder.ts';
import type { TablesInput } from './input.ts';
import { nameList } from './nameList.ts';
import { webCell, type WorkbookLinks } from './workbookLinks.ts';

/** A row a component: who has it on the card, its access rows and its RBAC markdown. */
export function componentsSheet(input: TablesInput, rows: readonly AccessRow[], links: WorkbookLinks): WorkbookSheet {
  const { workload, design } = input;
  const { labels } = design;
  const holders = new Map<string, string[]>();
  for (const { id, name, components } of workload.personas) {
    for (const component of components) push(holders, component.id, `${id} ${name}`);
  }
  const counts = new Map<string, number>();
  for (const { assignment } of rows) {
    counts.set(assignment.component.id, (counts.get(assignment.component.id) ?? 0) + 1);
  }
  const headers = [
    labels.component,
    labels.personas,
    labels.access,
    labels.rbacFile,
    labels.system,
    labels.skills,
    labels.aliases,
    labels.address,
  ];
  return {
    name: labels.componentList,
    table: 'Components',
    columns: headers.map((header) => ({ header, widest: header === labels.address ? 64 : 44 })),
    rows: byComponentOrder(input).map((component) => [
      links.access(component.name, component.id),
      nameList(holders.get(component.id) ?? [], labels),
      counts.get(component.id) ?? 0,
      component.rbac === undefined ? labels.noRbacFile : links.rbac(component.rbacPath, component.id),
      component.system,
      nameList(component.skills, labels),
      nameList(component.aliases, labels),
      webCell(component.url),
    ]),
    frozenColumns: 1,
  };
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
