import type { AccessCell, EnvironmentHeading, Grant } from '../../deck/model.ts';
import type { Labels } from '../../design/design.ts';

/** Cells of a table that has a column for each environment. */
export function cellViews(cells: readonly AccessCell[], environments: readonly EnvironmentHeading[], labels: Labels) {
  return cells.map((cell, at) => ({
    status: cell.status,
    production: environments[at]?.production ?? false,
    environment: environments[at]?.name ?? '',
    word: cell.status === 'granted' ? '' : labels[cell.status],
    grants: cell.grants.map((grant) => grantView(grant, labels)),
  }));
}

/** A role with the sign and the word of its assignment. */
function grantView({ role, assignment, limit, scope, why }: Grant, labels: Labels) {
  return {
    role,
    assignment,
    word: [labels[assignment], limit].filter(Boolean).join(' '),
    scope: scope ?? '',
    why: why ?? '',
  };
}
