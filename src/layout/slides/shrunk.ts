import type { Pt } from '../../design/units.ts';
import type { FittedSlide, FittedSlides, FittedText, PersonaSlide, SlideKey } from './model.ts';

/** A text of the deck that had to be set smaller than the design says, or did not fit: data for a finding. */
export interface ShrunkSlideText {
  /** `persona:P001`, `access:azure-storage`, `flow:mlops`, `cover`. */
  readonly slide: SlideKey;
  readonly part: SlidePart;
  /** Of the smallest text of this part. */
  readonly size: Pt;
  readonly designSize: Pt;
  readonly fits: boolean;
  /** Slides that this persona or component takes. */
  readonly pages: number;
}

/** `fields`: the columns of a persona. `access`: a table. `picture`: the text of a flow or an architecture. `caption`: below a figure of the cover. */
type SlidePart = 'title' | 'summary' | 'identity' | 'fields' | 'access' | 'caption' | 'source' | 'picture';

type Sized = Pick<FittedText, 'size' | 'designSize' | 'shrunk'> & { readonly fits?: boolean };

/** One entry a part and persona or component, in the order of the slides. */
export function shrunkSlideTexts({ slides }: FittedSlides): ShrunkSlideText[] {
  const pages = new Map<SlideKey, number>();
  for (const { key, page } of slides) pages.set(key, Math.max(page, pages.get(key) ?? 0));
  const found = new Map<string, ShrunkSlideText>();
  for (const slide of slides) {
    for (const [part, text] of textsOf(slide)) {
      const known = found.get(`${slide.key} ${part}`);
      if (!isNotable(text) || (known !== undefined && known.size <= text.size)) continue;
      const { size, designSize, fits = true } = text;
      found.set(`${slide.key} ${part}`, {
        slide: slide.key,
        part,
        size,
        designSize,
        fits,
        pages: pages.get(slide.key) ?? 1,
      });
    }
  }
  return [...found.values()];
}

const isNotable = ({ shrunk, fits = true }: Sized): boolean => shrunk || !fits;

function textsOf(slide: FittedSlide): [SlidePart, Sized][] {
  if (slide.kind === 'cover') {
    return [
      ['title', slide.title],
      ['summary', slide.subtitle],
      ...slide.figures.map(({ caption }): [SlidePart, Sized] => ['caption', caption]),
    ];
  }
  if (slide.kind === 'access')
    return [
      ['title', slide.title],
      ['source', slide.source],
      ['access', slide.table],
    ];
  if (slide.kind === 'persona') return personaTexts(slide);
  // A picture with a persona lit is as large as the one without, and that one has been told.
  if (slide.kind === 'diagram' && slide.section !== 'highlights')
    return [
      ['title', slide.title],
      ['picture', slide.picture],
    ];
  // The tool's own texts: there is nothing that an author could shorten.
  return [];
}

function personaTexts({ title, rail, summary, columns, access }: PersonaSlide): [SlidePart, Sized][] {
  return [
    ['title', title],
    ['identity', rail.id],
    ['identity', rail.identity],
    ...(summary === undefined ? [] : [['summary', summary] as [SlidePart, Sized]]),
    ...columns.map((column): [SlidePart, Sized] => ['fields', column]),
    ...(access === undefined ? [] : [['access', access] as [SlidePart, Sized]]),
  ];
}
