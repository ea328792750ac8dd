import type { BrandTemplate } from '../../../design/brand/model.ts';
import { internalRelation, readRelations, type Relation, relationsPath } from '../../../ooxml/relations.ts';
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
  const notesMaster = relations.find(({ type }) => type === 'notesMaster')?.target;
  const colorMaps = deck.layouts.map(({ part }) =>
    part === undefined ? undefined : overrideOf(readTree(parts, part)),
  );
  return {
    themeName: template.name,
    notesMaster: notesMaster === undefined ? NOTES_MASTER : `ppt/${notesMaster}`,
    layoutPart: (index) => deck.layouts[index]?.part ?? '',
    colorMap: (index) => colorMaps[index],
    write: (target, emitted) => {
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

/** Written for the deck: the list of slides, and how the window looked when the template was saved. */
function isOurs(name: string): boolean {
  return name === PRESENTATION || name === relationsPath(PRESENTATION) || name === VIEW_PROPERTIES;
}

/** A template without a notes master gets ours, on a copy of its theme. */
function addOwnNotes(deck: DeckSpec, emitted: PackageSource, parts: PackageSource, target: PackageWriter): void {
  const taken = (number: number): boolean => parts.has(`ppt/theme/theme${number}.xml`);
  let number = 1;
  while (taken(number)) number += 1;
  const theme = `ppt/theme/theme${number}.xml`;
  target.addXml(theme, readTree(emitted, 'ppt/theme/theme1.xml'));
  addNotesMaster(deck, emitted, theme, target);
}

function withView(relations: readonly Relation[]): Relation[] {
  const kept = relations.filter(({ type }) => type !== 'notesMaster' && type !== 'slide' && type !== 'viewProps');
  const highest = Math.max(0, ...kept.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
  return [...kept, internalRelation(highest + 1, 'viewProps', 'viewProps.xml')];
}
