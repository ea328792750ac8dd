import type { BrandTemplate } from '../../../design/brand/model.ts';
import {
  freeNumber,
  internalRelation,
  readRelations,
  type Relation,
  relationsPath,
  targetPart,
} from '../../../ooxml/relations.ts';
import { child, type XmlElement } from '../../../ooxml/xml.ts';
import type { DeckSpec } from '../slideSpec.ts';
import type { Base } from './base.ts';
import { addNotesMaster, NOTES_MASTER } from './notesMaster.ts';
import { type PackageSource, type PackageWriter, readText, readTree } from './package.ts';

const PRESENTATION = 'ppt/presentation.xml';
const VIEW_PROPERTIES = 'ppt/viewProps.xml';

/** Masters, layouts and themes of a company's template, byte for byte. */
export function brandBase(template: BrandTemplate, deck: DeckSpec): Base {
  const { parts, contentTypes } = template.package;
  const relations = readRelations(readText(parts, relationsPath(PRESENTATION)));
  const notesMaster = usableNotesMaster(relations, parts);
  const colorMaps = deck.layouts.map(({ part }) =>
    part === undefined ? undefined : overrideOf(readTree(parts, part)),
  );
  return {
    themeName: template.name,
    notesMaster: notesMaster ?? NOTES_MASTER,
    layoutPart: (index) => deck.layouts[index]?.part ?? '',
    colorMap: (index) => colorMaps[index],
    write: (target, emitted) => {
      const isOurs = (name: string): boolean =>
        written.includes(name) || (notesMaster === undefined && name.startsWith('ppt/notesMasters/'));
      for (const [name, bytes] of parts) if (!isOurs(name)) target.addCopy(name, bytes, contentTypes.get(name));
      if (notesMaster === undefined) addOwnNotes(deck, emitted, parts, target);
      target.addXml(VIEW_PROPERTIES, readTree(emitted, VIEW_PROPERTIES));
      return { presentation: readTree(parts, PRESENTATION), relations: withView(relations) };
    },
  };
}

/** The element by which a layout overrides its master's colours. */
function overrideOf(layout: XmlElement): XmlElement | undefined {
  const map = child(layout, 'p:clrMapOvr');
  return child(map, 'a:overrideClrMapping') === undefined ? undefined : map;
}

/** Written for the deck, with its list of slides. */
const written: readonly string[] = [PRESENTATION, relationsPath(PRESENTATION)];

/**
 * The part of the template's notes master. One that shares its theme with a slide master, as some programs write it, is
 * not used: PowerPoint repairs such files.
 */
function usableNotesMaster(relations: readonly Relation[], parts: PackageSource): string | undefined {
  const found = relations.find(({ type }) => type === 'notesMaster');
  if (found === undefined) return undefined;
  const part = targetPart(PRESENTATION, found.target);
  const masters = relations.filter(({ type }) => type === 'slideMaster');
  const themes = masters.map(({ target }) => themeOf(targetPart(PRESENTATION, target), parts));
  return themes.includes(themeOf(part, parts)) ? undefined : part;
}

function themeOf(master: string, parts: PackageSource): string | undefined {
  const theme = readRelations(readText(parts, relationsPath(master))).find(({ type }) => type === 'theme');
  return theme === undefined ? undefined : targetPart(master, theme.target);
}

/** A template without a notes master gets the emitter's, on the emitter's theme. */
function addOwnNotes(deck: DeckSpec, emitted: PackageSource, parts: PackageSource, target: PackageWriter): void {
  const taken = (number: number): boolean => parts.has(`ppt/theme/theme${number}.xml`);
  let number = 1;
  while (taken(number)) number += 1;
  const theme = `ppt/theme/theme${number}.xml`;
  target.addXml(theme, readTree(emitted, 'ppt/theme/theme1.xml'));
  addNotesMaster(deck, emitted, theme, target);
}

function withView(relations: readonly Relation[]): Relation[] {
  const kept = relations.filter(({ type }) => type !== 'notesMaster');
  return [...kept, internalRelation(freeNumber(kept), 'viewProps', 'viewProps.xml')];
}
