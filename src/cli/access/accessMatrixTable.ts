import type { AccessCell, AccessMatrix } from '../../access/matrix.ts';
import type { AccessQuestion } from '../../access/query.ts';
import { isAtLeast } from '../../roles/power.ts';
import type { Component, Persona } from '../../workload/model.ts';
import { textTable } from '../textTable.ts';

/** What the signs in a matrix mean. */
export const legend =
  'write: standing; (write): eligible; ?: a role that no list has; —: decided none; …: not filled in; empty: not in the tables';

/** A line a component, a column a persona: ids are shorter than the names of components. */
export function matrixTable(matrix: AccessMatrix, question: AccessQuestion): string {
  const { personas, components } = narrowed(matrix, question);
  const header = ['Component', ...personas.map(({ id }) => id)];
  const rows = components.map((component) => [
    component.name,
    ...personas.map((persona) => sign(matrix.cell(persona.id, component.id))),
  ]);
  return textTable(header, rows);
}

/** The same for programs: a list of cells, those that the tables say something of. */
export function matrixJson(matrix: AccessMatrix, question: AccessQuestion): string {
  const { personas, components } = narrowed(matrix, question);
  const cells = personas.flatMap((persona) =>
    components.flatMap((component) => {
      const cell = matrix.cell(persona.id, component.id);
      if (cell === undefined) return [];
      const unknown = cell.unknown.flatMap(({ role }) => role ?? []);
      const { status, standing = null, eligible = null } = cell;
      return [{ persona: persona.id, component: component.id, status, standing, eligible, unknown }];
    }),
  );
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  const shown = {
    environment: named(matrix.environment),
    personas: personas.map(named),
    components: components.map(named),
    cells,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function narrowed(
  { personas, components }: AccessMatrix,
  question: AccessQuestion,
): { readonly personas: readonly Persona[]; readonly components: readonly Component[] } {
  return {
    personas: personas.filter(({ id }) => question.persona === undefined || id === question.persona),
    components: components.filter(({ id }) => question.component === undefined || id === question.component),
  };
}

function sign(cell: AccessCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.status !== 'granted') return cell.status === 'none' ? '—' : '…';
  const { standing, eligible, unknown } = cell;
  // Eligible roles that allow no more than the standing ones add nothing.
  const more = eligible !== undefined && (standing === undefined || !isAtLeast(standing, eligible));
  return [standing, more ? `(${eligible})` : undefined, unknown.length > 0 ? '?' : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}
