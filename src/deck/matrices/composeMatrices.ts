import type { Environment } from '../../workload/model.ts';
import type { AccessTable } from '../model.ts';
import { componentMatrix } from './componentMatrix.ts';
import type { MatrixContext } from './context.ts';
import type { Matrix } from './model.ts';
import { peopleMatrix } from './peopleMatrix.ts';
import { processMatrix } from './processMatrix.ts';
import { responsibilityMatrix } from './responsibilityMatrix.ts';
import { skillMatrix } from './skillMatrix.ts';
import { teamMatrix } from './teamMatrix.ts';

/**
 * The matrices of a workload: processes, skills, teams, access to components with Production first, responsibilities of
 * each flow. Those with nothing to show are left out. `tables` says which components there are, and in what order.
 */
export function composeMatrices(context: MatrixContext, tables: readonly AccessTable[]): Matrix[] {
  const { environments, flows } = context.workload;
  return [
    processMatrix(context),
    skillMatrix(context),
    peopleMatrix(context),
    teamMatrix(context),
    ...productionFirst(environments).map((environment) => componentMatrix(context, environment, tables)),
    ...flows.map((flow) => responsibilityMatrix(context, flow)),
  ].filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
}

function productionFirst(environments: readonly Environment[]): Environment[] {
  return [
    ...environments.filter(({ production }) => production),
    ...environments.filter(({ production }) => !production),
  ];
}
