import type { LinkPolicy } from '../../deck/links.ts';
import type { Sources } from '../sources.ts';
import type { CardPicture } from '../cardPicture.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { linksFile } from './linksFile.ts';
import { thumbnailTask } from './thumbnail.ts';

export interface PngInput {
  readonly pictures: readonly CardPicture[];
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  /** Whether the build makes markdown pages of personas. */
  readonly withPages: boolean;
  /** Whether small pictures are made, too. */
  readonly withThumbnails: boolean;
}

/**
 * `png/<stem>.png` and `-back.png` for every persona; a continued card adds `-2`, `-3`, ... to the stem. With them
 * `png/<stem>.links.json`, which says what is where on all of them, and where asked for `-thumbnail.png`.
 */
export function planPng(input: PngInput): Task[] {
  return [
    ...input.pictures.map((picture) => picture.task(`png/${picture.name}.png`)),
    ...byCard(input.pictures).map((pictures) => linksTask(input, pictures)),
    ...(input.withThumbnails ? byCard(input.pictures).map(([front]) => thumbnailTask(front)) : []),
  ];
}

type Pictures = readonly [CardPicture, ...CardPicture[]];

/** Pictures of one persona stand together. */
function byCard(pictures: readonly CardPicture[]): Pictures[] {
  const runs: [CardPicture, ...CardPicture[]][] = [];
  for (const picture of pictures) {
    const run = runs.at(-1);
    if (run?.[0].card === picture.card) run.push(picture);
    else runs.push([picture]);
  }
  return runs;
}

function linksTask(input: PngInput, pictures: Pictures): Task {
  const { card } = pictures[0];
  const path = `png/${card.stem}.links.json`;
  const text = linksFile(card, pictures, path, input);
  return {
    path,
    mediaType: 'application/json',
    key: digestOf('png links', text),
    sources: input.sources.ofCard(card),
    persona: card.id,
    render: async () => Buffer.from(text),
  };
}
