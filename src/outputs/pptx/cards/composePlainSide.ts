import type { Card } from '../../../deck/model.ts';
import { box } from '../../../layout/box.ts';
import { scaleOf } from '../../../layout/cards/sizes.ts';
import { backPlaces, trimOf } from '../../../layout/cardSlides/places.ts';
import { oneLine } from '../../../layout/slides/oneLine.ts';
import type { GroupSpec } from '../slideSpec.ts';
import { bandInk, bandShapes, patternDrawing, sideGround } from './cardBand.ts';
import type { CardContext } from './cardContext.ts';
import type { CardPlace } from './cardPlace.ts';
import { lineText } from './cardText.ts';

/** Height of the pattern at the lower edge. */
const PATTERN = 40;

/** What is behind a last, continued card: whose it is. */
export function plainMembers(card: Card, place: CardPlace, context: CardContext): GroupSpec['members'] {
  const { design, metrics } = context;
  const trim = trimOf(design.card);
  const color = bandInk(card, context);
  const { id, idSize, text } = backPlaces(card, design.card, metrics);
  const height = idSize * 1.25;
  const name = box(id.x, id.y + height + 4, text.width, trim.height - id.y - height - 4 - PATTERN);
  return [
    sideGround(place.bled(trim), context),
    ...bandShapes(card, place.bled(trim), context),
    ...patternDrawing(card, place.bled(box(0, trim.height - PATTERN, trim.width, PATTERN)), context),
    lineText(
      'Id',
      place.on(box(id.x, id.y, text.width, height)),
      oneLine(card.id),
      { size: idSize, color, bold: true, font: 'heading' },
      context,
    ),
    lineText(
      'Name',
      place.on(name),
      oneLine(card.name),
      { size: 11 * scaleOf(design.card), color, bold: true },
      context,
    ),
  ];
}
