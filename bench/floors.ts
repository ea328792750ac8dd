import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkload } from './workload.ts';

const dist = join(import.meta.dirname, '../../../dist');

/** A module as it was built, typed by its source. */
const load = async <T>(path: string): Promise<T> => (await import(join(dist, path))) as T;

export interface Floor {
  readonly stage: string;
  readonly personas: number;
  readonly oursMs: number;
  readonly floorMs: number;
}

const PERSONAS = 100;

/**
 * Rendering against the least that it can cost: the same HTML captured or printed by the browser and nothing else, the
 * same slides emitted by pptxgenjs and neither finished nor deflated. Both in one run, so that the ratio holds on any
 * machine.
 */
export async function floors(say: (text: string) => void): Promise<Floor[]> {
  const root = mkdtempSync(join(tmpdir(), 'persona-deck-floors-'));
  writeWorkload(root, PERSONAS);
  const bench = await open(root);
  say(`\n${PERSONAS} personas, rendering only, against its floor in the same run`);
  const results: Floor[] = [];
  for (const [stage, ours, floor] of bench.stages) {
    await floor();
    const floorMs = await timed(floor);
    const oursMs = await timed(ours);
    results.push({ stage, personas: PERSONAS, oursMs, floorMs });
    say(
      `${stage.padEnd(22)} ours ${oursMs.toFixed(0).padStart(6)} ms   floor ${floorMs.toFixed(0).padStart(6)} ms   ratio ${(oursMs / floorMs).toFixed(2)}`,
    );
  }
  await bench.close();
  rmSync(root, { recursive: true, force: true });
  return results;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

type Stage = readonly [string, () => Promise<unknown>, () => Promise<unknown>];

async function open(root: string): Promise<{ stages: Stage[]; close: () => Promise<void> }> {
  const { readProject } = await load<typeof import('../src/build/project.ts')>('build/project.js');
  const { prepare } = await load<typeof import('../src/build/prepare.ts')>('build/prepare.js');
  const { fit } = await load<typeof import('../src/build/fit.ts')>('build/fit.js');
  const { slidePlanOf } = await load<typeof import('../src/build/slidePlan.ts')>('build/slidePlan.js');
  const { planAll } = await load<typeof import('../src/build/plan.ts')>('build/plan.js');
  const { Pictures } = await load<typeof import('../src/build/pictures.ts')>('build/pictures.js');
  const { Measurements } = await load<typeof import('../src/build/measurements.ts')>('build/measurements.js');
  const { createBrowserPool } =
    await load<typeof import('../src/browser/puppeteerPool.ts')>('browser/puppeteerPool.js');
  const project = await readProject(root);
  if (project.workload === undefined) throw new Error('The generated workload has problems');
  const preparation = await prepare(root, project.workload, {}, {});
  if (!preparation.ok) throw new Error('The theme has problems');
  const { prepared } = preparation;
  const pages = createBrowserPool({ limit: 4 });
  const outputs = ['pptx', 'print', 'png'] as const;
  const fitted = await fit(prepared, outputs, pages, new Measurements(), slidePlanOf({}, []));
  const tasks = await planAll({
    ...prepared,
    fitted,
    outputs,
    workload: project.workload,
    pictures: new Pictures(),
    findings: [],
    shared: [],
    out: '',
  });
  const context = { pages, signal: new AbortController().signal };
  const task = (path: string) => () =>
    tasks.find((one) => one.path === path)?.render(context) ?? Promise.reject(new Error(path));
  const pngs = tasks.filter(({ path }) => path.endsWith('.png'));
  const recorded = await recordPages(tasks.filter(({ path }) => /\.(png|pdf)$/.test(path)));
  return {
    stages: [
      [
        'PNG, level 6',
        () => Promise.all(pngs.map((one) => one.render(context))),
        () => recorded.replay(pages, /\.png$/),
      ],
      ['cards.pdf', task('cards.pdf'), () => recorded.replay(pages, /^cards\.pdf$/)],
      ['sheets.pdf', task('sheets.pdf'), () => recorded.replay(pages, /^sheets\.pdf$/)],
      ['workshop.pptx', task('workshop.pptx'), await slidesOnly(prepared, fitted)],
    ],
    close: () => pages.close(),
  };
}

type Task = import('../src/outputs/task.ts').Task;
type Pages = import('../src/browser/pool.ts').Pages;
type ShellPage = import('../src/browser/pool.ts').ShellPage;

/** Keeps what each task asks of the browser, to ask it again without the rest. */
async function recordPages(tasks: readonly Task[]) {
  const calls: {
    path: string;
    shell: Parameters<Pages['withPage']>[0];
    act: (page: ShellPage) => Promise<unknown>;
  }[] = [];
  for (const task of tasks) {
    const recorder: Pages = {
      withPage: async (shell, use) => {
        let html = '';
        const keep = (act: (page: ShellPage) => Promise<unknown>): Promise<never> => {
          const content = html;
          calls.push({ path: task.path, shell, act: async (page) => (await page.setContent(content), act(page)) });
          return Promise.reject(recorded);
        };
        return use({
          setContent: async (content) => {
            html = content;
          },
          evaluate: () => Promise.reject(new Error('not recorded')),
          capture: (size) => keep((page) => page.capture(size)),
          print: () => keep((page) => page.print()),
        });
      },
    };
    await task.render({ pages: recorder, signal: new AbortController().signal }).catch((error: unknown) => {
      if (error !== recorded) throw error;
    });
  }
  return {
    replay: (pages: Pages, path: RegExp) =>
      Promise.all(calls.filter((call) => path.test(call.path)).map((call) => pages.withPage(call.shell, call.act))),
  };
}

const recorded = new Error('recorded');

/** pptxgenjs alone: slides emitted, package stored. */
async function slidesOnly(
  prepared: import('../src/build/prepare.ts').Prepared,
  fitted: import('../src/build/fit.ts').FittedDeck,
): Promise<() => Promise<unknown>> {
  const { composeDeckSpec } =
    await load<typeof import('../src/outputs/pptx/composeDeck.ts')>('outputs/pptx/composeDeck.js');
  const { emit } = await load<typeof import('../src/outputs/pptx/emit.ts')>('outputs/pptx/emit.js');
  const { ownScheme } = await load<typeof import('../src/outputs/pptx/palette.ts')>('outputs/pptx/palette.js');
  const { slides } = fitted;
  if (slides === undefined) throw new Error('The slides were not fitted');
  return async () => {
    const { deck, design, policy } = prepared;
    const spec = composeDeckSpec(deck, slides, design, policy, new Map(), ownScheme(design.theme));
    const batches = emit(spec);
    while (!(await batches.next()).done);
  };
}
