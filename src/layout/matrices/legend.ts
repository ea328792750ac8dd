import type { Matrix } from '../../deck/matrices/model.ts';
import { type Box, box } from '../box.ts';
import type { PlacedText } from '../diagrams/model.ts';
import type { SetText, TextSetter } from '../diagrams/setText.ts';
import { placedSigns, signFace } from './faces.ts';
import type { PlacedMatrix } from './model.ts';
import { looks } from './sizes.ts';

/** Between a sign and its words, between entries, and between lines. */
const [NEAR, APART, LINE] = [5, 18, 5];

/** Entries one after the other, in as many lines as they need; then the rule behind the signs. */
export function placedLegend(
  { legend, remark }: Pick<Matrix, 'legend' | 'remark'>,
  area: { readonly x: number; readonly y: number; readonly width: number },
  direction: 'ltr' | 'rtl',
  setter: TextSetter,
  place: (one: Box) => Box,
  put: (text: SetText, x: number, y: number, room: number) => PlacedText,
): {
  readonly entries: PlacedMatrix['legend'];
  readonly remark?: PlacedText;
  readonly bottom: number;
} {
  let [x, y] = [area.x, area.y];
  let line = 0;
  const entries = legend.map(({ sign, words }) => {
    const face = signFace(sign, true, setter);
    const text = setter.set(words, looks.note, area.width - face.width - NEAR);
    const width = face.width + NEAR + text.width;
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      y += line + LINE;
      line = 0;
    }
    const height = Math.max(face.height, text.height);
    const at = place(box(x, y, face.width, face.height));
    const placed = {
      sign: placedSigns(face, at.x, at.y, direction),
      text: put(text, x + face.width + NEAR, y + (face.height - text.height / text.lines.length) / 2, text.width),
    };
    x += width + APART;
    line = Math.max(line, height);
    return placed;
  });
  const bottom = y + line;
  if (remark === undefined) return { entries, bottom };
  const text = setter.set(remark, looks.note, area.width);
  const top = legend.length === 0 ? area.y : bottom + LINE;
  return { entries, remark: put(text, area.x, top, area.width), bottom: top + text.height };
}
