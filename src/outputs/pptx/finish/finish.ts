import type { Theme } from '../../../design/design.ts';
import type { EmittedSlides } from '../emit.ts';
import { slideNumbers } from '../slideNumbers.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { readStored } from '../../../ooxml/zip.ts';
import { coreProperties, extendedProperties } from './documentProperties.ts';
import { masterParts } from './master.ts';
import { MediaStore } from './media.ts';
import { type PackageSource, PackageWriter, readTree } from './package.ts';
import { mendPresentation, presentationRelations } from './presentation.ts';
import { internalRelation } from '../../../ooxml/relations.ts';
import { finishSlide } from './slides.ts';
import { mendTheme } from './theme.ts';
import { descendants } from '../../../ooxml/xml.ts';

/**
 * Makes a clean, compressed package of what the emitter writes, as it writes it. The same deck gives the same bytes.
 * Throws when the emitter's slides are not those of the deck.
 */
export async function finish(emitted: AsyncIterable<EmittedSlides>, deck: DeckSpec, theme: Theme): Promise<Uint8Array> {
  const target = new PackageWriter();
  const media = new MediaStore();
  const numbers = slideNumbers(deck);
  let frame: PackageSource | undefined;
  for await (const { from, count, archive } of emitted) {
    const source = readStored(archive);
    for (let index = 0; index < count; index += 1) {
      finishSlide({ number: from + index + 1, emittedAs: index + 1, deck, numbers, source, target, media });
    }
    // All batches have the same master, theme and presentation part; the first one's are taken.
    frame ??= frameOf(source);
  }
  if (frame === undefined) throw new Error('A deck has at least one slide');
  for (const [name, bytes] of media.parts) target.add(name, bytes);
  addMaster(deck, theme, target);
  addThemes(theme, frame, target);
  addNotesMaster(deck, frame, target);
  addPresentation(deck, frame, target);
  addProperties(deck, theme, target);
  return target.finish();
}

/** The parts that are no slides, copied so that the slides of the batch can be let go. */
function frameOf(source: PackageSource): PackageSource {
  const parts = [...source].filter(([name]) => !/^ppt\/(slides|notesSlides|media)\//.test(name));
  return new Map(parts.map(([name, bytes]) => [name, bytes.slice()]));
}

function addMaster(deck: DeckSpec, theme: Theme, target: PackageWriter): void {
  const { layouts } = deck;
  const parts = masterParts(deck, theme);
  const name = 'ppt/slideMasters/slideMaster1.xml';
  const layoutRelations = layouts.map((_layout, index) =>
    internalRelation(index + 1, 'slideLayout', `../slideLayouts/slideLayout${index + 1}.xml`),
  );
  target.addXml(name, parts.master);
  target.addRelations(name, [...layoutRelations, internalRelation(layouts.length + 1, 'theme', '../theme/theme1.xml')]);
  for (const [index, layout] of parts.layouts.entries()) {
    const part = `ppt/slideLayouts/slideLayout${index + 1}.xml`;
    target.addXml(part, layout);
    target.addRelations(part, [internalRelation(1, 'slideMaster', '../slideMasters/slideMaster1.xml')]);
  }
}

/** The notes master needs a theme part of its own: PowerPoint repairs files in which two masters share one. */
function addThemes(theme: Theme, frame: PackageSource, target: PackageWriter): void {
  const root = readTree(frame, 'ppt/theme/theme1.xml');
  mendTheme(root, theme);
  for (const number of [1, 2]) target.addXml(`ppt/theme/theme${number}.xml`, root);
}

function addNotesMaster(deck: DeckSpec, frame: PackageSource, target: PackageWriter): void {
  const name = 'ppt/notesMasters/notesMaster1.xml';
  const root = readTree(frame, name);
  for (const tag of ['a:rPr', 'a:endParaRPr']) {
    for (const properties of descendants(root, tag)) properties.attributes.lang = deck.language;
  }
  target.addXml(name, root);
  target.addRelations(name, [internalRelation(1, 'theme', '../theme/theme2.xml')]);
}

function addPresentation(deck: DeckSpec, frame: PackageSource, target: PackageWriter): void {
  const name = 'ppt/presentation.xml';
  const root = readTree(frame, name);
  mendPresentation(root, deck);
  target.addXml(name, root);
  target.addRelations(name, presentationRelations(deck));
  for (const part of ['ppt/presProps.xml', 'ppt/viewProps.xml', 'ppt/tableStyles.xml']) {
    target.addXml(part, readTree(frame, part));
  }
}

function addProperties(deck: DeckSpec, theme: Theme, target: PackageWriter): void {
  target.addXml('docProps/core.xml', coreProperties(deck));
  target.addXml('docProps/app.xml', extendedProperties(deck, `persona-deck ${theme.name}`));
  target.addRelations('', [
    internalRelation(1, 'officeDocument', 'ppt/presentation.xml'),
    internalRelation(2, 'core-properties', 'docProps/core.xml'),
    internalRelation(3, 'extended-properties', 'docProps/app.xml'),
  ]);
}
