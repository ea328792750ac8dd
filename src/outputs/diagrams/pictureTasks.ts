import type { DiagramPicture } from '../diagramPicture.ts';
import type { Task } from '../task.ts';

/** `diagrams/flow-mlops.svg` and `.png`: a pair for each flow and architecture. */
export function pictureTasks(pictures: readonly DiagramPicture[]): Task[] {
  return pictures.flatMap((picture) => [
    picture.svg(`diagrams/${picture.name}.svg`),
    picture.png(`diagrams/${picture.name}.png`),
  ]);
}
