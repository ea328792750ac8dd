import { internalRelation } from '../../../ooxml/relations.ts';
import { descendants } from '../../../ooxml/xml.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { type PackageSource, type PackageWriter, readTree } from './package.ts';

export const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';

/** The emitter's notes master, in the deck's language, on a theme part of its own. */
export function addNotesMaster(deck: DeckSpec, emitted: PackageSource, theme: string, target: PackageWriter): void {
  const root = readTree(emitted, NOTES_MASTER);
  for (const tag of ['a:rPr', 'a:endParaRPr']) {
    for (const properties of descendants(root, tag)) properties.attributes.lang = deck.language;
  }
  target.addXml(NOTES_MASTER, root);
  target.addRelations(NOTES_MASTER, [internalRelation(1, 'theme', theme.replace(/^ppt/, '..'))]);
}
