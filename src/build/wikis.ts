import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageRef } from '../deck/pages/model.ts';
import { planRbacFiles } from '../outputs/rbacFiles.ts';
import { cardPictures, type PictureInput } from '../outputs/cardPicture.ts';
import type { DiagramPicture } from '../outputs/diagramPicture.ts';
import type { Sources } from '../outputs/sources.ts';
import type { Task } from '../outputs/task.ts';
import { PicturesOfCards } from '../outputs/wiki/cardPictures.ts';
import { PicturesOfGraphs } from '../outputs/wiki/graphPictures.ts';
import { Wiki } from '../outputs/wiki/plan.ts';
import type { Workload } from '../workload/model.ts';
import type { Prepared } from './prepare.ts';

export interface WikisInput extends Pick<Prepared, 'deck' | 'design' | 'policy' | 'wikis' | 'slicedPictures'> {
  readonly workload: Workload;
  /** Folder that is built into, as it was left by the last build. */
  readonly out: string;
  /** What pictures of cards are made from. */
  readonly cards: PictureInput;
  /** Pictures of flows and architectures. */
  readonly graphs: readonly DiagramPicture[];
}

/** Pages, pictures and RBAC files of every wiki that was chosen. */
export async function planWikis(input: WikisInput, sources: Sources): Promise<Task[]> {
  const { deck, design, policy, workload, wikis, out } = input;
  const tasks: Task[] = [];
  const numbered = new PicturesOfCards(() => cardPictures(input.cards, { numbered: true }), {
    sliced: input.slicedPictures,
  });
  const plainly = new PicturesOfCards(() => cardPictures(input.cards, { numbered: false }));
  const graphs = new PicturesOfGraphs(input.graphs);
  for (const flavour of wikis) {
    const wiki = new Wiki({
      deck,
      design,
      policy,
      sources,
      flavour,
      pictures: { numbered, plain: plainly },
      graphs,
      earlier: (path) => textOf(join(out, path)),
      sourceOf: sourceIn(workload),
    });
    tasks.push(...wiki.tasks());
    if (wiki.rbac !== undefined) {
      tasks.push(
        ...(await planRbacFiles({
          workload,
          readBytes: (path) => readFile(path),
          ...wiki.rbac,
          placeOfPersonas: (stems) => wiki.placeOfPersonas(stems),
        })),
      );
    }
  }
  return tasks;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not built yet.
    return undefined;
  }
}

/** The file that people edit to change a page. */
function sourceIn({ personas, components, name }: Workload): (ref: PageRef) => string {
  const files = new Map(personas.map(({ id, location }) => [id, location.file]));
  const tables = new Map(components.flatMap(({ id, rbac }) => (rbac === undefined ? [] : [[id, rbac.path] as const])));
  return (ref) => {
    if (ref.kind === 'index' || ref.kind === 'matrices' || ref.kind === 'graph') return name;
    return (ref.kind === 'persona' ? files : tables).get(ref.id) ?? name;
  };
}
