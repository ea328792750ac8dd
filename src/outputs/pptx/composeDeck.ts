import type { LinkPolicy } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { FittedSlide, FittedSlides } from '../../layout/slides/model.ts';
import { composeAccess } from './composeAccess.ts';
import { type ComposeContext, composeContext } from './composeContext.ts';
import { composeCover } from './composeCover.ts';
import { composePersona } from './composePersona.ts';
import type { DeckSpec, RasterImage, SectionSpec, SlideSpec } from './slideSpec.ts';

/** Paints fitted slides: shapes, colours, links. Pure; `images` holds the pictures of personas by id. */
export function composeDeckSpec(
  deck: Deck,
  fitted: FittedSlides,
  design: Design,
  policy: LinkPolicy,
  images: ReadonlyMap<string, RasterImage>,
): DeckSpec {
  const context = composeContext(deck, fitted.slides, design, policy, images);
  return {
    title: deck.title,
    subject: design.labels.workshopSubtitle,
    language: officeLanguage(deck.language),
    rtl: deck.direction === 'rtl',
    slides: fitted.slides.map((slide) => composeSlide(slide, context)),
    sections: sectionsOf(fitted.slides, context),
  };
}

function composeSlide(slide: FittedSlide, context: ComposeContext): SlideSpec {
  switch (slide.kind) {
    case 'cover':
      return composeCover(slide, context);
    case 'persona':
      return composePersona(slide, context);
    case 'access':
      return composeAccess(slide, context);
  }
}

function sectionsOf(slides: readonly FittedSlide[], { deck, design: { labels } }: ComposeContext): SectionSpec[] {
  const names = { cover: deck.title, persona: labels.personas, access: labels.access } as const;
  return (['cover', 'persona', 'access'] as const)
    .map((kind) => ({ name: names[kind], count: slides.filter((slide) => slide.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Office checks spelling by language and region: `fi` becomes `fi-FI`. An unknown tag is passed on as it is. */
function officeLanguage(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize();
    return region === undefined ? language : `${base}-${region}`;
  } catch {
    return language;
  }
}
