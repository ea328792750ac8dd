import type { EmittedSlides } from '../emit.ts';
import { slideNumbers } from '../slideNumbers.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { internalRelation } from '../../../ooxml/relations.ts';
import { readStored } from '../../../ooxml/zip.ts';
import type { Base } from './base.ts';
import { coreProperties, extendedProperties } from './documentProperties.ts';
import { MediaStore } from './media.ts';
import { type PackageSource, PackageWriter } from './package.ts';
import { addPresentation } from './presentation.ts';
import { finishSlide } from './slides.ts';

/**
 * Makes a clean, compressed package of what the emitter writes, as it writes it. The same deck gives the same bytes.
 * Throws when the emitter's slides are not those of the deck.
 */
export async function finish(emitted: AsyncIterable<EmittedSlides>, deck: DeckSpec, base: Base): Promise<Uint8Array> {
  const target = new PackageWriter();
  const media = new MediaStore();
  const numbers = slideNumbers(deck);
  let frame: PackageSource | undefined;
  for await (const { from, slides, archive } of emitted) {
    const source = readStored(archive);
    for (const [index, spec] of slides.entries()) {
      finishSlide({ number: from + index + 1, emittedAs: index + 1, spec, deck, base, numbers, source, target, media });
    }
    // All batches have the same notes master and presentation part; the first one's are taken.
    frame ??= frameOf(source);
  }
  if (frame === undefined) throw new Error('A deck has at least one slide');
  for (const [name, bytes] of media.parts) target.add(name, bytes);
  addPresentation(base.write(target, frame), base, deck, target);
  addProperties(deck, base, target);
  return target.finish();
}

/** The parts that are no slides, copied so that the slides of the batch can be let go. */
function frameOf(source: PackageSource): PackageSource {
  const parts = [...source].filter(([name]) => !/^ppt\/(slides|notesSlides|media)\//.test(name));
  return new Map(parts.map(([name, bytes]) => [name, bytes.slice()]));
}

function addProperties(deck: DeckSpec, { themeName }: Base, target: PackageWriter): void {
  target.addXml('docProps/core.xml', coreProperties(deck));
  target.addXml('docProps/app.xml', extendedProperties(deck, themeName));
  target.addRelations('', [
    internalRelation(1, 'officeDocument', 'ppt/presentation.xml'),
    internalRelation(2, 'core-properties', 'docProps/core.xml'),
    internalRelation(3, 'extended-properties', 'docProps/app.xml'),
  ]);
}
