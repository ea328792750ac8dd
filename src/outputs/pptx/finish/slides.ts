import type { SlideNumbers } from '../slideNumbers.ts';
import type { DeckSpec, SlideSpec } from '../slideSpec.ts';
import type { Base } from './base.ts';
import { connectors } from './connectors.ts';
import { drawings } from './drawings.ts';
import { layoutOf } from '../layoutOf.ts';
import { groups } from './groups.ts';
import { identities } from './identities.ts';
import { lineSpacing } from './lineSpacing.ts';
import { paragraphShapes } from './paragraphShapes.ts';
import { links } from './links.ts';
import type { MediaStore } from './media.ts';
import { splitNotes } from './notes.ts';
import { type PackageSource, type PackageWriter, readText, readTree } from './package.ts';
import { onePropertiesAParagraph } from './paragraphs.ts';
import { panels } from './panels.ts';
import { paths } from './paths.ts';
import { pictures } from './pictures.ts';
import { placeholders } from './placeholders.ts';
import { internalRelation, readRelations, type Relation, relationsPath } from '../../../ooxml/relations.ts';
import { runProperties } from './runs.ts';
import { shapes } from './shapes.ts';
import { signs } from './signs.ts';
import { slideNumber } from './slideNumber.ts';
import { type SlidePass, slidePart } from './slidePart.ts';
import { strokes } from './strokes.ts';
import { tables } from './tables.ts';
import type { XmlElement, XmlNode } from '../../../ooxml/xml.ts';

/** In this order: drawings and tables take the place of shapes that are mended already, groups take in what is done, ids come late, and connectors name them. */
const passes: readonly SlidePass[] = [
  onePropertiesAParagraph,
  runProperties,
  links,
  placeholders,
  signs,
  lineSpacing,
  paragraphShapes,
  paths,
  strokes,
  pictures,
  shapes,
  drawings,
  panels,
  tables,
  groups,
  slideNumber,
  identities,
  connectors,
];

/** A slide of the emitter's package on its way into ours. */
export interface SlideJob {
  /** In the deck, from 1. */
  readonly number: number;
  /** In the emitter's package, from 1. */
  readonly emittedAs: number;
  readonly spec: SlideSpec;
  readonly deck: DeckSpec;
  readonly base: Base;
  readonly numbers: SlideNumbers;
  readonly source: PackageSource;
  readonly target: PackageWriter;
  readonly media: MediaStore;
}

export function finishSlide(job: SlideJob): void {
  const { number, emittedAs, spec, deck, base, numbers, source, target, media } = job;
  const emitted = `ppt/slides/slide${emittedAs}.xml`;
  const root = readTree(source, emitted);
  delete (root.children[0] as XmlElement).attributes.name;
  const relations = readRelations(readText(source, relationsPath(emitted)));
  for (const relation of relations) media.share(relation, source);
  const slide = slidePart(root, relations, spec, deck, numbers, number);
  for (const pass of passes) pass(slide);
  const name = `ppt/slides/slide${number}.xml`;
  const layout = deck.layouts.indexOf(layoutOf(spec, deck));
  const colorMap = base.colorMap(layout);
  if (colorMap !== undefined) root.children = root.children.map((node) => (isColorMap(node) ? colorMap : node));
  target.addXml(name, root);
  target.addRelations(name, finished(relations, spec.notes.length > 0, number, base.layoutPart(layout)));
  if (spec.notes.length > 0) finishNotes(job);
}

/**
 * The emitter gives every slide a notes page, filled or not, numbered as in its own package, and a layout of its own.
 */
function finished(relations: readonly Relation[], hasNotes: boolean, number: number, layout: string): Relation[] {
  const targets: Readonly<Record<string, string>> = {
    notesSlide: `../notesSlides/notesSlide${number}.xml`,
    slideLayout: layout.replace(/^ppt/, '..'),
  };
  return relations
    .filter(({ type }) => type !== 'notesSlide' || hasNotes)
    .map((relation) => ({ ...relation, target: targets[relation.type] ?? relation.target }));
}

const isColorMap = (node: XmlNode): boolean => typeof node !== 'string' && node.name === 'p:clrMapOvr';

function finishNotes({ number, emittedAs, deck, base, source, target }: SlideJob): void {
  const root = readTree(source, `ppt/notesSlides/notesSlide${emittedAs}.xml`);
  splitNotes(root, deck);
  const name = `ppt/notesSlides/notesSlide${number}.xml`;
  target.addXml(name, root);
  target.addRelations(name, [
    internalRelation(1, 'notesMaster', base.notesMaster.replace(/^ppt/, '..')),
    internalRelation(2, 'slide', `../slides/slide${number}.xml`),
  ]);
}
