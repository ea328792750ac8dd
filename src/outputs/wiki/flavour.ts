import type { PageRef } from '../../deck/pages/model.ts';
import type { Labels } from '../../design/design.ts';
import type { Syntax } from './syntax.ts';

/** A page as a wiki holds it. */
export interface WikiPage {
  readonly title: string;
  /** What the wiki calls it, unique in the wiki. */
  readonly name: string;
  /** Path of its file below the folder of the wiki. */
  readonly file: string;
}

/** A file that the wiki needs besides its pages, such as a list for its navigation. */
export interface WikiFile {
  readonly file: string;
  readonly mediaType: string;
  readonly text: () => string;
}

/** What stands around the blocks of a page. */
export interface Frame {
  readonly page: WikiPage;
  readonly body: string;
  /** Says what the page was made from, and that edits are overwritten. */
  readonly note: string;
  /** What people wrote between the marks, which a build keeps. */
  readonly kept: string;
  readonly labels: Labels;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What a page of the wiki is written with. */
export interface PageContext {
  readonly page: WikiPage;
  readonly labels: Labels;
  /** File of a page by its name. */
  readonly fileOf: (name: string) => string;
}

/** A wiki that takes files besides pages: RBAC markdown lies in a folder of it. */
export interface HeldFiles {
  /** Below the folder of the wiki. */
  readonly folder: string;
  /** Path in `folder` of an RBAC file, by its path below `rbac/`. */
  fileOf(path: string): string;
  /** How the file `from` leads to another file or page; both are paths below the folder of the wiki. */
  addressOf(path: string, from: string): string;
}

/** A wiki: how it names pages, and how it writes them. */
export interface Flavour {
  /** `areas`: parts of a picture are links; `numbers`: they carry the numbers of the list below. */
  readonly pictures: 'areas' | 'numbers';
  /** Where RBAC markdown lies beside the pages; without, it is linked only where its address is known. */
  readonly files?: HeldFiles;
  readonly mediaType: string;
  /** Name of the page with the list of all; by its title unless given. */
  readonly indexName?: string;
  /** A name that the wiki allows, as close to the title as may be; the same for the same title. */
  nameOf(title: string): string;
  /** Path of a page's file. */
  fileOf(name: string): string;
  /** Path of a picture's file. */
  pictureFile(name: string): string;
  syntax(context: PageContext): Syntax;
  /** The lines that enclose what a build keeps. Each stands on a line of its own. */
  readonly marks: { readonly open: string; readonly close: string };
  write(frame: Frame): string;
  /** Files besides pages. `index` comes first. */
  extras?(pages: readonly WrittenPage[], context: ExtrasContext): WikiFile[];
}

/** What files that hold the whole wiki are written with. */
export interface ExtrasContext {
  /** Of the deck. */
  readonly title: string;
  readonly labels: Labels;
  /** RBAC files that lie in the wiki: the component, and the path below the folder of the wiki. */
  readonly rbac: readonly { readonly component: string; readonly file: string }[];
}

/** A page with its text, for files that hold all pages. */
export interface WrittenPage extends WikiPage {
  readonly kind: PageRef['kind'];
  readonly pictures: readonly string[];
  readonly text: () => string;
}
