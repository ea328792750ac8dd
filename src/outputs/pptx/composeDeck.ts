import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { LayoutName } from '../../layout/slides/format/model.ts';
import type { FittedSlide, FittedSlides } from '../../layout/slides/model.ts';
import { titleOf } from '../../layout/slides/slideTitle.ts';
import type { SlideSection } from '../../schema/settings.ts';
import { composeAccess } from './composeAccess.ts';
import { type ComposeContext, composeContext, specKey } from './composeContext.ts';
import { composeCover } from './composeCover.ts';
import { composeDiagram } from './diagram/composeDiagram.ts';
import { notesOf } from './composeNotes.ts';
import { composePersona } from './composePersona.ts';
import { composeBlank, composeGrid, composeText } from './composePlain.ts';
import { textBox } from './composeText.ts';
import type {
  DeckSpec,
  ElementSpec,
  RasterImage,
  Scheme,
  SectionSpec,
  SlideBody,
  SlideEntry,
  SlideSpec,
} from './slideSpec.ts';

/**
 * Paints fitted slides: shapes, colours, links. Pure; `images` holds the pictures of personas by id, `scheme` the colours
 * that the deck's theme will have.
 */
export function composeDeckSpec(
  deck: Deck,
  fitted: FittedSlides,
  design: Design,
  policy: LinkPolicy,
  images: ReadonlyMap<string, RasterImage>,
  scheme: Scheme,
): DeckSpec {
  const { format } = fitted;
  const context = composeContext(deck, fitted, design, policy, images, scheme);
  return {
    title: deck.title,
    subject: design.labels.workshopSubtitle,
    language: officeLanguage(deck.language),
    rtl: deck.direction === 'rtl',
    width: format.width,
    height: format.height,
    layouts: format.layouts,
    textSizes: {
      title: format.plain.title.size,
      text: format.plain.body.size,
      deeper: format.sizes.value,
      label: format.sizes.label,
    },
    slides: fitted.slides.map((slide) => entryOf(slide, context)),
    sections: sectionsOf(fitted.slides, context),
  };
}

/** Continuations have no notes: what there is to say was said at the first slide. */
function entryOf(slide: FittedSlide, context: ComposeContext): SlideEntry {
  return {
    key: specKey(slide.key, slide.page),
    title: titleOf(slide),
    noted: slide.page === 1,
    compose: () => composeSlide(slide, context),
  };
}

function composeSlide(slide: FittedSlide, context: ComposeContext): SlideSpec {
  const { layout, elements } = bodyOf(slide, context);
  return {
    layout,
    elements: [...panel(layout, context), ...elements, ...homeLink(slide, context)],
    notes: slide.page === 1 ? notesOf(slide, context) : [],
  };
}

function bodyOf(slide: FittedSlide, context: ComposeContext): SlideBody {
  switch (slide.kind) {
    case 'cover':
      return composeCover(slide, context);
    case 'persona':
      return composePersona(slide, context);
    case 'access':
      return composeAccess(slide, context);
    case 'text':
      return composeText(slide, context);
    case 'grid':
      return composeGrid(slide, context);
    case 'blank':
      return composeBlank(slide, context);
    case 'diagram':
      return composeDiagram(slide, context);
  }
}

/** In a template's slide, the ground of what stands on it. */
function panel(layout: LayoutName, context: ComposeContext): ElementSpec[] {
  const { panel: box } = context.layout(layout);
  if (box === undefined) return [];
  const fill = context.palette.token('surface');
  return [
    { kind: 'shape', name: 'Ground', box, geometry: { kind: 'rectangle' }, fill, description: { decorative: true } },
  ];
}

function homeLink({ home }: FittedSlide, context: ComposeContext): ElementSpec[] {
  if (home === undefined) return [];
  const { quiet } = context.onSlide;
  return [
    textBox(context.design.labels.overview, home, { size: home.size, color: quiet, quiet, align: 'end' }, context),
  ];
}

/** Runs of slides of one section, named as their first slide is where labels have no other name. */
function sectionsOf(slides: readonly FittedSlide[], { deck, design: { labels } }: ComposeContext): SectionSpec[] {
  const names: Readonly<Record<SlideSection, string>> = {
    cover: deck.title,
    about: labels.aboutDeck,
    overview: labels.overview,
    personas: labels.personas,
    flows: labels.flows,
    architectures: labels.architectures,
    highlights: labels.highlights,
    processes: labels.processesByPersona,
    skills: labels.skillsByPersona,
    teams: labels.teamsByTeam,
    components: labels.componentsByPersona,
    responsibilities: labels.responsibilities,
    access: labels.access,
    findings: labels.findings,
    blank: labels.newPersona,
    decisions: labels.decisions,
  };
  const sections = [...new Set(slides.map(({ section }) => section))];
  return sections.map((section) => ({
    name: names[section],
    count: slides.filter((slide) => slide.section === section).length,
  }));
}

/** Office checks spelling by language and region: `fi` becomes `fi-FI`. An unknown tag is passed on as it is. */
export function officeLanguage(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize();
    return region === undefined ? language : `${base}-${region}`;
  } catch {
    return language;
  }
}
