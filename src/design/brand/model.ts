import type { Pt } from '../units.ts';

/**
 * A company's PowerPoint template as it was read: what slides stand on and what they are coloured with. Everything is
 * resolved, so that whoever uses it need not know how layouts inherit from masters.
 */
export interface BrandTemplate {
  /** Path from the project root, with forward slashes. */
  readonly file: string;
  /** Name of the theme of the first master. */
  readonly name: string;
  /** Of a slide, in points. */
  readonly width: Pt;
  readonly height: Pt;
  /** By the names that slides use, so the first master's map is applied. `#rrggbb`. */
  readonly colors: Readonly<Record<BrandColor, string>>;
  /** Families for Latin text, as the theme names them. */
  readonly fonts: { readonly heading: string; readonly body: string };
  /** Of all masters, in the order in which PowerPoint lists them. */
  readonly layouts: readonly BrandLayout[];
  /** The package without its slides, and what to say of its parts. */
  readonly package: BrandPackage;
  /** Digest of the file. */
  readonly digest: string;
}

export type BrandColor = 'tx1' | 'bg1' | 'tx2' | 'bg2' | `accent${1 | 2 | 3 | 4 | 5 | 6}` | 'hlink' | 'folHlink';

/** What a deck on the template keeps of it: masters, layouts, themes, their pictures, fonts, table styles. */
export interface BrandPackage {
  /** Bytes of parts and of their `.rels`, by name: `ppt/slideMasters/slideMaster1.xml`. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Content type of each of these parts, relations left out. */
  readonly contentTypes: ReadonlyMap<string, string>;
}

export interface BrandLayout {
  /** `ppt/slideLayouts/slideLayout2.xml`. */
  readonly part: string;
  readonly name: string;
  /** PowerPoint's own type: `title`, `obj`, `titleOnly`. Programs besides PowerPoint leave it out or write `blank` or `tx`. */
  readonly type?: string;
  /** Index of its master, from 0. */
  readonly master: number;
  readonly placeholders: readonly BrandPlaceholder[];
  /** Where shapes and pictures of layout and master stand, which are drawn behind every slide. */
  readonly drawn: readonly BrandBox[];
  /** Colour behind the slide where it is one plain colour; absent for pictures and gradients. `#rrggbb`. */
  readonly background?: string;
}

/** A place of a layout that a slide can fill, with what it inherits from the master. */
export interface BrandPlaceholder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'obj' | 'sldNum' | 'ftr' | 'dt' | 'other';
  /** As written on layout and slide: together with the type it ties the two. */
  readonly index?: number;
  /** Shown in the selection pane. */
  readonly name: string;
  /** What the layout asks for in it. */
  readonly prompt: string;
  readonly box: BrandBox;
  /** Space kept free inside the box. */
  readonly insets: { readonly left: Pt; readonly top: Pt; readonly right: Pt; readonly bottom: Pt };
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** Outline levels from the first; five at least. */
  readonly levels: readonly BrandTextStyle[];
}

export interface BrandBox {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

export interface BrandTextStyle {
  readonly size: Pt;
  /** Whether the template says the size: where it does not, programs show sizes of their own. */
  readonly sized: boolean;
  readonly bold: boolean;
  /** Shown in capitals, whatever is written. */
  readonly capitals: boolean;
  /** The theme's font for titles, or the one for text; a family of its own by name. */
  readonly font: 'heading' | 'body' | { readonly family: string };
  readonly color: BrandPaint;
  readonly align: 'start' | 'center' | 'end';
  /** Of a line, as a multiple of the font's own height; 0.9 for what PowerPoint's own themes have. */
  readonly lineSpacing: number;
  readonly spaceBefore: Pt;
  /** Where text starts, from the box's inner edge. */
  readonly indent: Pt;
  readonly bullet: boolean;
}

/** A colour as a slide may say it again: by its name where it has one. */
export interface BrandPaint {
  /** `#rrggbb`, with everything applied that the file says of it. */
  readonly hex: string;
  /** Given when the colour is that of the theme, unchanged. */
  readonly scheme?: BrandColor;
}
