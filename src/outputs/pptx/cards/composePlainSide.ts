import type { Card } from '../../../deck/model.ts';
import { isLandscape, safeMargin } from '../../../design/sizes.ts';
import { mmToPt } from '../../../design/units.ts';
import { type Box, box } from '../../../layout/box.ts';
import { scaleOf } from '../../../layout/cards/sizes.ts';
import { backPlaces, codeEdge, trimOf } from '../../../layout/cardSlides/places.ts';
import { oneLine } from '../../../layout/slides/oneLine.ts';
import type { GroupSpec } from '../slideSpec.ts';
import { bandInk, bandShapes, patternDrawing, sideGround } from './cardBand.ts';
import { codeShapes } from './cardCode.ts';
import type { CardContext } from './cardContext.ts';
import type { CardPlace } from './cardPlace.ts';
import { lineText } from './cardText.ts';

/** Height of the pattern at the lower edge. */
const PATTERN = 40;

/** What is behind a last, continued card: whose it is. */
export function plainMembers(card: Card, coded: boolean, place: CardPlace, context: CardContext): GroupSpec['members'] {
  const { design, metrics } = context;
  const trim = trimOf(design.card);
  const color = bandInk(card, context);
  const { id, idSize, text } = backPlaces(card, design.card, metrics);
  const height = idSize * 1.25;
  const code = coded ? codePlace(card, context) : undefined;
  // Landscape cards have the code beside the id and the name, others below.
  const width = code === undefined || !isLandscape(design.card) ? text.width : code.x - id.x - GAP;
  const bottom = code === undefined || isLandscape(design.card) ? trim.height - PATTERN : code.y - GAP;
  const name = box(id.x, id.y + height + 4, width, bottom - id.y - height - 4);
  return [
    sideGround(place.bled(trim), context),
    ...bandShapes(card, place.bled(trim), context),
    ...patternDrawing(card, place.bled(box(0, trim.height - PATTERN, trim.width, PATTERN)), context),
    lineText(
      'Id',
      place.on(box(id.x, id.y, width, height)),
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
    ...(code === undefined ? [] : codeShapes(card, place.on(code), context)),
  ];
}

/** Around the code. */
const GAP = 6;

/** At the top of landscape cards, above the pattern of others; on the team's colour it has a ground of its own. */
function codePlace(card: Card, { design, metrics }: CardContext): Box {
  const ground = design.theme.rail === 'filled' ? true : metrics.codes?.ground;
  const edge = codeEdge(card, design.card, metrics, ground);
  const { width, height } = trimOf(design.card);
  const safe = mmToPt(safeMargin);
  return box(width - safe - edge, isLandscape(design.card) ? safe : height - PATTERN - GAP - edge, edge, edge);
}
