import type { Workload } from '../../src/workload/model.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { repository } from './project.ts';

/** The example as it is read. */
export async function exampleWorkload(): Promise<Workload> {
  const { workload } = await readWorkload({ root: repository, folder: 'personas' });
  if (workload === undefined) throw new Error('the example has problems');
  return workload;
}
