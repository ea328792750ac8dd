import { child, descendants, type XmlElement } from '../../src/ooxml/xml.ts';

type Dot = readonly [x: number, y: number];

const EMU_PER_POINT = 12_700;
const WHOLE = 100_000;

/**
 * The path that Office draws for a `p:cxnSp`, in points of the slide: by the formulas of presetShapeDefinitions.xml (ECMA-376,
 * part 1), flipped in its box and then turned about its middle.
 */
export function drawnPath(connector: XmlElement): Dot[] {
  const properties = child(connector, 'p:spPr');
  const frame = child(properties, 'a:xfrm');
  const number = (node: XmlElement | undefined, name: string): number => Number(node?.attributes[name] ?? 0);
  const [off, ext] = [child(frame, 'a:off'), child(frame, 'a:ext')];
  const [x, y] = [number(off, 'x') / EMU_PER_POINT, number(off, 'y') / EMU_PER_POINT];
  const [w, h] = [number(ext, 'cx') / EMU_PER_POINT, number(ext, 'cy') / EMU_PER_POINT];
  const angle = ((number(frame, 'rot') / 60_000) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return localPath(properties as XmlElement, w, h).map(([u, v]) => {
    const across = frame?.attributes['flipH'] === '1' ? w / 2 - u : u - w / 2;
    const down = frame?.attributes['flipV'] === '1' ? h / 2 - v : v - h / 2;
    return [x + w / 2 + across * cos - down * sin, y + h / 2 + across * sin + down * cos];
  });
}

function localPath(properties: XmlElement, w: number, h: number): Dot[] {
  const preset = child(properties, 'a:prstGeom');
  if (preset === undefined) return freeform(properties, w, h);
  const adjust = descendants(preset, 'a:gd').map(({ attributes }) => Number(attributes['fmla']?.replace('val ', '')));
  const [first = 0, second = 0, third = 0] = adjust;
  const [x1, y2, x3] = [(w * first) / WHOLE, (h * second) / WHOLE, (w * third) / WHOLE];
  const name = preset.attributes['prst'] ?? '';
  const paths: Readonly<Record<string, readonly [number, Dot[]]>> = {
    straightConnector1: [
      0,
      [
        [0, 0],
        [w, h],
      ],
    ],
    bentConnector2: [
      0,
      [
        [0, 0],
        [w, 0],
        [w, h],
      ],
    ],
    bentConnector3: [
      1,
      [
        [0, 0],
        [x1, 0],
        [x1, h],
        [w, h],
      ],
    ],
    bentConnector4: [
      2,
      [
        [0, 0],
        [x1, 0],
        [x1, y2],
        [w, y2],
        [w, h],
      ],
    ],
    bentConnector5: [
      3,
      [
        [0, 0],
        [x1, 0],
        [x1, y2],
        [x3, y2],
        [x3, h],
        [w, h],
      ],
    ],
  };
  const [values, path] = paths[name] ?? [-1, []];
  if (values !== adjust.length) throw new Error(`${name} has ${adjust.length} adjust values`);
  if (adjust.some((value) => !Number.isSafeInteger(value) || Math.abs(value) >= 2 ** 31)) {
    throw new Error(`${name} has adjust values that no program reads: ${adjust.join(', ')}`);
  }
  return path;
}

function freeform(properties: XmlElement, w: number, h: number): Dot[] {
  const [path] = descendants(properties, 'a:path');
  const [pathW, pathH] = [Number(path?.attributes['w']), Number(path?.attributes['h'])];
  return descendants(properties, 'a:pt').map(({ attributes }) => [
    (Number(attributes['x']) / pathW) * w,
    (Number(attributes['y']) / pathH) * h,
  ]);
}
