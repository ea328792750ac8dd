import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design, Theme } from '../../design/design.ts';
import type { FontSet } from '../../design/fonts.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Templates } from '../../html/templates.ts';
import type { Picture } from '../../images/picture.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import type { ImageFile, Workload } from '../../workload/model.ts';
import type { Sources } from '../sources.ts';

/** What the site looks like, besides the design of the deck. */
export interface SiteLook {
  /** Templates of the family `site`. */
  readonly templates: Templates;
  /** Colours for readers who want the other mode, dark or light, than the deck's theme has. */
  readonly otherTheme: Theme;
  /** Fonts for all that the site shows, which is more than cards do. */
  readonly fonts: FontSet;
}

export interface SiteInput {
  readonly workload: Workload;
  readonly deck: Deck;
  /** The deck's graphs with places, in its order. */
  readonly diagrams: readonly Diagram[];
  readonly design: Design;
  readonly look: SiteLook;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  /** All that the checks found; waived findings are marked. */
  readonly findings: readonly Diagnostic[];
  readonly pictures: { load: (image: ImageFile) => Promise<Picture> };
  /** Bytes of a file that ships with a package. */
  readonly readBytes: (absolutePath: string) => Promise<Uint8Array>;
}
