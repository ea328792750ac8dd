import type { SvgPicture } from '../svgPicture.ts';
import type { Task } from '../task.ts';

/** `diagrams/flow-mlops.svg` and `.png`: a pair for each picture. */
export function pictureTasks(pictures: readonly (SvgPicture & { readonly name: string })[]): Task[] {
  return pictures.flatMap((picture) => [
    picture.svg(`diagrams/${picture.name}.svg`),
    picture.png(`diagrams/${picture.name}.png`),
  ]);
}
