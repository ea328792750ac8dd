import type { Card } from '../../../deck/model.ts';
import { resolve } from '../../../deck/links.ts';
import type { PathCommand } from '../../../design/paths.ts';
import { fill } from '../../../design/locale.ts';
import { type QrCode, qrCode } from '../../../html/qrCode.ts';
import { type Box, box } from '../../../layout/box.ts';
import { modulePoints } from '../../../layout/cardSlides/places.ts';
import { oneLine } from '../../../layout/slides/oneLine.ts';
import type { ShapeSpec } from '../slideSpec.ts';
import type { CardContext } from './cardContext.ts';

/** The QR code that leads to a persona, on white. Both its ground and its modules can be clicked. */
export function codeShapes({ id, name }: Card, place: Box, context: CardContext): ShapeSpec[] {
  const target = { kind: 'persona', id } as const;
  const code = qrCode(resolve(target, '', context.policy));
  const { labels, card } = context.design;
  const edge = code.size * modulePoints(card);
  const around = (place.width - edge) / 2;
  const link = context.link(target);
  const linked = link === undefined ? {} : { link };
  return [
    {
      kind: 'shape',
      name: 'QR code',
      box: place,
      geometry: { kind: 'rectangle' },
      fill: { hex: '#ffffff' },
      ...linked,
      description: { alt: fill(labels.codeTo, { name: `${id} ${oneLine(name)}` }) },
    },
    {
      kind: 'shape',
      name: 'Modules',
      box: box(place.x + around, place.y + around, edge, edge),
      geometry: { kind: 'path', commands: commandsOf(code), viewBox: [code.size, code.size] },
      fill: { hex: '#000000' },
      ...linked,
      description: { decorative: true },
    },
  ];
}

/** Neighbours in a row are one rectangle. */
function commandsOf({ dark }: QrCode): PathCommand[] {
  return dark.flatMap((row, y) =>
    row.flatMap((isDark, x): PathCommand[] => {
      if (!isDark || row[x - 1] === true) return [];
      const length = row.slice(x).findIndex((other) => !other);
      const end = length < 0 ? row.length : x + length;
      return [['M', x, y], ['L', end, y], ['L', end, y + 1], ['L', x, y + 1], ['Z']];
    }),
  );
}
