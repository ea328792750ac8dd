import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { Workload } from '../../workload/model.ts';
import type { Sources } from '../sources.ts';

export interface TablesInput {
  readonly workload: Workload;
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Pick<Sources, 'all'>;
  /** Whether the markdown cards are built too, so that personas can lead to them. */
  readonly withCards: boolean;
}
