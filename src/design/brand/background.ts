import { child, elements, type XmlElement } from '../../ooxml/xml.ts';
import { type ColorScheme, paintOf, schemeHex } from './colors.ts';

interface Behind {
  readonly layout: XmlElement;
  readonly master: XmlElement;
  readonly theme: XmlElement | undefined;
  readonly scheme: ColorScheme;
  /** Of the slide, in English Metric Units. */
  readonly size: { readonly width: number; readonly height: number };
}

/** A shape that covers so much of the slide is its background, whatever the file calls it. */
const COVERS = 0.95;

/** The plain colour behind a layout's slides; undefined for pictures, patterns and gradients. */
export function backgroundOf({ layout, master, theme, scheme, size }: Behind): string | undefined {
  const own = child(child(layout, 'p:cSld'), 'p:bg');
  const written = own ?? child(child(master, 'p:cSld'), 'p:bg');
  let color = written === undefined ? schemeHex('bg1', scheme) : fillOfBackground(written, theme, scheme);
  const layers = layout.attributes.showMasterSp === '0' ? [layout] : [master, layout];
  for (const shape of layers.flatMap(shapesOf)) {
    if (!covers(shape, size)) continue;
    const properties = child(shape, 'p:spPr');
    if (shape.name === 'p:sp' && !isPainted(properties)) continue;
    color = shape.name === 'p:sp' ? paintOf(child(properties, 'a:solidFill'), scheme)?.hex : undefined;
  }
  return color;
}

function fillOfBackground(background: XmlElement, theme: XmlElement | undefined, scheme: ColorScheme) {
  const properties = child(background, 'p:bgPr');
  if (properties !== undefined) return paintOf(child(properties, 'a:solidFill'), scheme)?.hex;
  const reference = child(background, 'p:bgRef');
  const paint = paintOf(reference, scheme);
  const index = Number(reference?.attributes.idx ?? '0');
  const formats = child(child(theme, 'a:themeElements'), 'a:fmtScheme');
  // Counted from 1 in the list of fills, from 1001 in that of backgrounds.
  const list = child(formats, index > 1000 ? 'a:bgFillStyleLst' : 'a:fillStyleLst');
  const fill = list === undefined ? undefined : elements(list)[(index > 1000 ? index - 1000 : index) - 1];
  return fill?.name === 'a:solidFill' ? paintOf(fill, scheme, paint)?.hex : undefined;
}

/** Placeholders are left out: a slide fills them itself. */
function shapesOf(root: XmlElement): XmlElement[] {
  const tree = child(child(root, 'p:cSld'), 'p:spTree');
  return (tree === undefined ? [] : elements(tree)).filter(
    (shape) =>
      shape.name === 'p:pic' ||
      (shape.name === 'p:sp' && child(child(child(shape, 'p:nvSpPr'), 'p:nvPr'), 'p:ph') === undefined),
  );
}

function covers(shape: XmlElement, { width, height }: Behind['size']): boolean {
  const frame = child(child(shape, 'p:spPr'), 'a:xfrm');
  const number = (name: string, key: string): number => Number(child(frame, name)?.attributes[key] ?? 'none');
  const [x, y, across, down] = [
    number('a:off', 'x'),
    number('a:off', 'y'),
    number('a:ext', 'cx'),
    number('a:ext', 'cy'),
  ];
  const seen = (from: number, length: number, whole: number): number =>
    Math.min(whole, from + length) - Math.max(0, from);
  return seen(x, across, width) * seen(y, down, height) >= COVERS * width * height && seen(x, across, width) > 0;
}

const isPainted = (properties: XmlElement | undefined): boolean =>
  ['a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill'].some((fill) => child(properties, fill) !== undefined);
