import type { TeamMark } from '../../deck/model.ts';

/** A persona in the list of the deck. */
export interface IndexEntry {
  readonly id: string;
  readonly name: string;
  readonly team?: TeamMark;
}
