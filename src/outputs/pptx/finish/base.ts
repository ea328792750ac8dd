import type { Relation } from '../../../ooxml/relations.ts';
import type { XmlElement } from '../../../ooxml/xml.ts';
import type { PackageSource, PackageWriter } from './package.ts';

/** What the slides of a package stand on: masters, layouts and themes of ours, or a company's. */
export interface Base {
  /** Shown among the document's properties. */
  readonly themeName: string;
  /** The part that notes pages follow. */
  readonly notesMaster: string;
  /** The part of a layout: of those of the deck, by its place among them. */
  layoutPart(index: number): string;
  /** What a layout says of the theme's colours, where it says something else than its master: slides say it again. */
  colorMap(index: number): XmlElement | undefined;
  /**
   * Writes its parts. `emitted` holds those that the emitter writes for any deck. Returns what is still to be said in
   * the presentation part.
   */
  write(target: PackageWriter, emitted: PackageSource): BaseParts;
}

export interface BaseParts {
  /** The presentation part, before it names slides and notes master. */
  readonly presentation: XmlElement;
  /** Its relations, without those to slides and notes master. */
  readonly relations: readonly Relation[];
}
