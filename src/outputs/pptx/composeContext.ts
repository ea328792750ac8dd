import { type LinkPolicy, type LinkTarget, resolve } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { LayoutName, LayoutSpec, SlideFormat } from '../../layout/slides/format/model.ts';
import { lineHeightOf } from '../../layout/slides/lineHeight.ts';
import type { FittedSlides, SlideKey } from '../../layout/slides/model.ts';
import { webAddress } from './guards.ts';
import { layoutOf } from './layoutOf.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { Color, LinkSpec, RasterImage, Scheme, SchemeSlot } from './slideSpec.ts';

/** Name of the deck below `out/`; links are relative to it. */
export const DECK_PATH = 'workshop.pptx';

/** What slides are composed with. */
export interface ComposeContext {
  readonly deck: Deck;
  readonly design: Design;
  readonly palette: Palette;
  layout(name: LayoutName): LayoutSpec;
  /** Text that stands on the slide itself. */
  readonly onSlide: { readonly ink: Color; readonly quiet: Color };
  /** Of the text font, as a multiple of the size. */
  readonly lineHeight: number;
  /** Pictures of personas by id, ready to embed. */
  readonly images: ReadonlyMap<string, RasterImage>;
  /** Undefined for an address that a document should not open. */
  linkOut(target: LinkTarget, tip?: string): LinkSpec | undefined;
  /** Undefined when the deck has no such slide. */
  linkIn(slide: SlideKey, tip?: string): LinkSpec | undefined;
}

export function composeContext(
  deck: Deck,
  { format, slides }: FittedSlides,
  design: Design,
  policy: LinkPolicy,
  images: ReadonlyMap<string, RasterImage>,
  scheme: Scheme,
): ComposeContext {
  const keys = new Set(slides.map(({ key }) => key));
  const palette = paletteOf(design.theme, scheme);
  const withTip = (tip: string | undefined): { tip?: string } => (tip === undefined ? {} : { tip });
  return {
    deck,
    design,
    palette,
    onSlide: onSlide(format, palette),
    layout: (name) => layoutOf({ layout: name }, format),
    lineHeight: lineHeightOf(design.theme.fonts.body),
    images,
    linkOut: (target, tip) => {
      const url = addressOf(target, policy);
      return url === undefined ? undefined : { url, ...withTip(tip) };
    },
    linkIn: (slide, tip) => (keys.has(slide) ? { slide: specKey(slide, 1), ...withTip(tip) } : undefined),
  };
}

/** A template whose text is not of the theme's colour has a ground of its own: remarks then stand out by size alone. */
function onSlide({ text }: SlideFormat, palette: Palette): ComposeContext['onSlide'] {
  const ink = palette.token('ink');
  if (text === undefined || text.hex === ink.hex) return { ink, quiet: palette.token('quiet') };
  const own: Color =
    text.scheme === undefined ? { hex: text.hex } : { hex: text.hex, scheme: text.scheme as SchemeSlot };
  return { ink: own, quiet: own };
}

/** The address a target has in a deck at the top of `out/`, or undefined for one that a document should not open. */
export function addressOf(target: LinkTarget, policy: LinkPolicy): string | undefined {
  const address = resolve(target, DECK_PATH, policy);
  return target.kind === 'web' ? webAddress(address) : address;
}

/** Continuations have keys of their own: a link to a persona leads to its first slide. */
export function specKey(key: SlideKey, page: number): string {
  return page === 1 ? key : `${key}#${page}`;
}
