import { composeDeck } from '../../src/deck/compose.ts';
import type { LinkPolicy } from '../../src/deck/links.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { planTables } from '../../src/outputs/tables/plan.ts';
import type { RenderContext, Task } from '../../src/outputs/task.ts';
import type { Workload } from '../../src/workload/model.ts';
import { fixtureDesign } from '../support/deckFixture.ts';
import { type Files, workloadOf } from '../workload/reading.ts';

export interface PlanOptions {
  readonly policy?: LinkPolicy;
  readonly withCards?: boolean;
}

/** The tables of a workload that was read, as the build plans them. */
export function tablesOf(workload: Workload, { policy = {}, withCards = false }: PlanOptions = {}): Task[] {
  const { language } = workload;
  return planTables({
    workload,
    deck: composeDeck(workload, loadLabels(language)),
    design: fixtureDesign(undefined, language),
    policy,
    sources: { all: [] },
    withCards,
  });
}

/** The bytes of one table of a project with these files, by the end of its name. */
export async function rendered(files: Files, name: string, options?: PlanOptions): Promise<Uint8Array> {
  return renderedOf(await workloadOf(files), name, options);
}

export async function renderedOf(workload: Workload, name: string, options?: PlanOptions): Promise<Uint8Array> {
  const task = tablesOf(workload, options).find(({ path }) => path.endsWith(name));
  if (task === undefined) throw new Error(`no ${name}`);
  // Tables need neither pages nor a signal.
  return task.render({} as RenderContext);
}
