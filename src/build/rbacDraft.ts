import type { LabelKey, Labels } from '../design/design.ts';
import { fill } from '../design/locale.ts';
import { displayWidth } from '../diagnostics/displayWidth.ts';
import { escapeText } from '../outputs/markdownSyntax.ts';
import type { Component, Workload } from '../workload/model.ts';

/** Columns of the table; headers are labels, which reading knows in every language that ships. */
const columns: readonly LabelKey[] = ['persona', 'environment', 'role', 'scope', 'assignment', 'why'];

/**
 * An RBAC file to fill in: a row for each persona that has the component on its card and each environment, without
 * roles. Components that share the file have a column to tell them apart.
 */
export function rbacDraft(
  components: readonly Component[],
  { personas, environments }: Workload,
  labels: Labels,
): string {
  const shared = components.length > 1;
  const head = [...columns.slice(0, 1), ...(shared ? (['component'] as const) : []), ...columns.slice(1)];
  const rows = components.flatMap((component) =>
    personas
      .filter((persona) => persona.components.includes(component))
      .flatMap((persona) =>
        environments.map((environment) => [
          escapeText(`${persona.id} ${persona.name}`),
          ...(shared ? [escapeText(component.name)] : []),
          escapeText(environment.name),
          ...columns.slice(2).map(() => ''),
        ]),
      ),
  );
  const system = [...new Set(components.map((component) => component.system))].join(', ');
  const parts = [
    `# ${escapeText(components.map(({ name }) => name).join(', '))}`,
    escapeText(fill(labels.rbacDraft, { system })),
    tableOf([head.map((key) => escapeText(labels[key])), ...rows]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A table whose source lines up, since people write in it. */
function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, nth) => Math.max(3, ...[head, ...rows].map((row) => displayWidth(row[nth] ?? ''))));
  const line = (cells: readonly string[], sign: string): string =>
    `| ${cells.map((cell, nth) => cell + sign.repeat((widths[nth] ?? 0) - displayWidth(cell))).join(' | ')} |`;
  return [
    line(head, ' '),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row, ' ')),
  ].join('\n');
}
