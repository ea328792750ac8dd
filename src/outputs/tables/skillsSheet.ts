import type { WorkbookSheet } from '../../tables/workbookModel.ts';
import type { Workload } from '../../workload/model.ts';
import type { TablesInput } from './input.ts';
import { nameList } from './nameList.ts';
import { webCell } from './workbookLinks.ts';

interface SkillRow {
  readonly name: string;
  readonly personas: string[];
  readonly components: string[];
  readonly processes: string[];
  /** Addresses. */
  readonly courses: Set<string>;
}

/** A row a skill: who has it, and what needs it. */
export function skillsSheet({ workload, design }: TablesInput): WorkbookSheet {
  const { labels } = design;
  const headers = [labels.skill, labels.personas, labels.componentList, labels.processes, labels.courses];
  return {
    name: labels.skills,
    table: 'Skills',
    columns: headers.map((header) => ({ header })),
    rows: skillRows(workload).map(({ name, personas, components, processes, courses }) => {
      const [course] = courses;
      return [
        name,
        nameList(personas, labels),
        nameList(components, labels),
        nameList(processes, labels),
        courses.size === 1 ? webCell(course) : nameList([...courses], labels),
      ];
    }),
    frozenColumns: 1,
  };
}

/** In alphabetical order; letter case makes no other skill. */
function skillRows(workload: Workload): SkillRow[] {
  const rows = new Map<string, SkillRow>();
  const rowOf = (name: string): SkillRow => {
    const row = rows.get(name.toLowerCase()) ?? {
      name,
      personas: [],
      components: [],
      processes: [],
      courses: new Set<string>(),
    };
    rows.set(name.toLowerCase(), row);
    return row;
  };
  for (const { id, name, skills } of workload.personas) {
    for (const skill of skills) {
      const row = rowOf(skill.name);
      row.personas.push(skill.level === undefined ? `${id} ${name}` : `${id} ${name} (${skill.level})`);
      if (skill.learn !== undefined) row.courses.add(skill.learn);
    }
  }
  for (const { name, skills } of workload.components) for (const skill of skills) rowOf(skill).components.push(name);
  for (const { name, skills } of workload.processes) for (const skill of skills) rowOf(skill).processes.push(name);
  return [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}
