import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type FontFace, portableFaces } from '../../design/fonts.ts';
import type { ImageFile } from '../../workload/model.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { accessPage } from './accessPage.ts';
import { componentPage } from './componentPage.ts';
import { componentsPage } from './componentsPage.ts';
import { findingsPage } from './findingsPage.ts';
import { graphPage } from './graphPage.ts';
import { indexPage } from './indexPage.ts';
import type { SiteInput } from './input.ts';
import { personaPage } from './personaPage.ts';
import { matrixPage } from './matrixPage.ts';
import { matrixPlace, places } from './places.ts';
import { SiteContext } from './siteContext.ts';
import { siteStyles } from './styles.ts';

/** `site/`: pages of all personas, components, access and findings, with what they need to be read from a folder. */
export async function planSite(input: SiteInput): Promise<Task[]> {
  const pictures = await pictureTasks(input);
  const context = new SiteContext(input, new Map(pictures.map(({ sha256, task }) => [sha256, task.path])));
  const { deck, sources } = input;
  const page = pageTask(input);
  return [
    page('index', places.index, sources.all, () => indexPage(context)),
    ...deck.cards.map((card) => ({
      ...page('persona', places.persona(card), sources.ofCard(card), () => personaPage(context, card)),
      persona: card.id,
    })),
    page('components', places.components, sources.all, () => componentsPage(context)),
    ...deck.access.map((table) =>
      page('component', context.componentPlace(table.componentId), sources.all, () => componentPage(context, table)),
    ),
    ...deck.environments.map((environment) =>
      page('access', places.access(environment.id), sources.all, () => accessPage(context, environment)),
    ),
    ...input.diagrams.map((diagram) =>
      page('graph', places.graph(diagram), sources.all, () => graphPage(context, diagram)),
    ),
    ...deck.matrices
      .filter(({ kind }) => kind !== 'components')
      .map((matrix) => page('matrix', matrixPlace(matrix), sources.all, () => matrixPage(context, matrix))),
    page('findings', places.findings, sources.all, () => findingsPage(context)),
    textTask(input, places.styles, 'text/css; charset=utf-8', siteStyles(input, context.figures)),
    textTask(input, places.script, 'text/javascript; charset=utf-8', input.look.templates.script('site')),
    ...portableFaces(input.look.fonts.faces).map((face) => fontTask(input, face)),
    ...pictures.map(({ task }) => task),
  ];
}

/** What a page says is made twice, for its key and for its text, so that a thousand pages are not held at once. */
function pageTask({ look, design }: SiteInput) {
  const { templates } = look;
  const { labels } = design;
  const shared = digestOf(templates.digest, labels);
  return (template: string, path: string, sources: readonly string[], view: () => object): Task => ({
    path,
    mediaType: 'text/html; charset=utf-8',
    key: digestOf('site page', template, shared, view()),
    sources,
    render: async () => Buffer.from(templates.render(template, { ...view(), labels })),
  });
}

function textTask({ sources }: SiteInput, path: string, mediaType: string, text: string): Task {
  return {
    path,
    mediaType,
    key: digestOf('site text', text),
    sources: sources.all,
    render: async () => Buffer.from(text),
  };
}

/** Files of packages are named by their versions. */
function fontTask({ readBytes, sources }: SiteInput, { file, package: from }: FontFace): Task {
  return {
    path: places.font(basename(file)),
    mediaType: 'font/woff2',
    key: digestOf('site font', from, basename(file)),
    sources: sources.all,
    render: () => readBytes(file),
  };
}

interface PictureTask {
  readonly sha256: string;
  readonly task: Task;
}

/** A file for each distinct picture. */
async function pictureTasks({ deck, pictures, sources }: SiteInput): Promise<PictureTask[]> {
  const images = new Map<string, ImageFile>();
  for (const { image } of deck.cards) if (image !== undefined) images.set(image.sha256, image);
  const tasks: PictureTask[] = [];
  for (const [sha256, image] of images) {
    const { bytes, mediaType } = await pictures.load(image);
    const path = places.picture(`${sha256.slice(0, 16)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`);
    const key = createHash('sha256').update(bytes).digest('hex');
    tasks.push({ sha256, task: { path, mediaType, key, sources: sources.all, render: async () => bytes } });
  }
  return tasks;
}
