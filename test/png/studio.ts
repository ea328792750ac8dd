import { onTestFinished } from 'vitest';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { runChecks } from '../../src/checks/runChecks.ts';
import { fit } from '../../src/build/fit.ts';
import { Measurements } from '../../src/build/measurements.ts';
import { prepare } from '../../src/build/prepare.ts';
import { readProject } from '../../src/build/project.ts';
import { slidePlanOf } from '../../src/build/slidePlan.ts';
import { type CardPicture, cardPictures } from '../../src/outputs/cardPicture.ts';
import { sourcesOf } from '../../src/outputs/sources.ts';
import type { RenderContext } from '../../src/outputs/task.ts';

/** The pictures of a project, as any output may plan them, and what draws them. */
export async function studioOf(
  root: string,
): Promise<{ pictures: (numbered: boolean) => CardPicture[]; draw: (picture: CardPicture) => Promise<Uint8Array> }> {
  const { workload, settings } = await readProject(root);
  if (workload === undefined) throw new Error('the project cannot be read');
  const preparation = await prepare(root, workload, { outputs: ['png'] }, settings);
  if (!preparation.ok) throw new Error('the project cannot be prepared');
  const { prepared } = preparation;
  const { signal } = new AbortController();
  const pages = createBrowserPool({ limit: 2, signal });
  onTestFinished(() => pages.close());
  const plan = slidePlanOf(settings, runChecks(workload));
  const { cards, places } = await fit(prepared, ['png'], pages, new Measurements(), plan);
  const input = {
    ...prepared,
    cards: cards?.cards ?? [],
    places: places ?? new Map(),
    look: prepared.pictureLook,
    sources: sourcesOf(workload, []),
    picture: () => Promise.reject(new Error('this deck has no pictures')),
  };
  const context: RenderContext = { pages, signal };
  return {
    pictures: (numbered) => cardPictures(input, { numbered }),
    draw: (picture) => picture.task('x.png').render(context),
  };
}
