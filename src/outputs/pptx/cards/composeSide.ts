import { cardVersion } from '../../../deck/cardVersion.ts';
import type { BackSide, FittedCard, FrontSide, Side } from '../../../layout/cards/model.ts';
import { backParagraphs } from '../../../layout/cardSlides/backText.ts';
import { frontParagraphs, nameParagraph } from '../../../layout/cardSlides/frontText.ts';
import { backPlaces, frontPlaces, trimOf } from '../../../layout/cardSlides/places.ts';
import type { Placement } from '../../../layout/imposition/model.ts';
import { signs } from '../../../layout/slides/accessCells.ts';
import { oneLine } from '../../../layout/slides/oneLine.ts';
import type { GroupSpec } from '../slideSpec.ts';
import { bandInk, bandShapes, figureIn, kindIcon, patternDrawing, sideGround } from './cardBand.ts';
import type { Shift } from './backOffset.ts';
import { codeShapes } from './cardCode.ts';
import type { CardContext } from './cardContext.ts';
import { type CardPlace, cardPlace } from './cardPlace.ts';
import { cardText, lineText } from './cardText.ts';
import { plainMembers } from './composePlainSide.ts';

/** One side of a card at its place on the sheet: a group that moves as one, its texts to be edited. */
export function composeSide(
  fitted: FittedCard,
  { slot, face }: Placement,
  shift: Shift,
  context: CardContext,
): GroupSpec {
  const { design, deck } = context;
  const place = cardPlace(slot, design.card, deck.direction === 'rtl', shift);
  return {
    kind: 'group',
    name: `${nameOf(fitted)}, ${design.labels[face]}`,
    ...(place.turn === 0 ? {} : { turn: place.turn }),
    members: membersOf(fitted, face === 'front' ? fitted.front : fitted.back, place, context),
    description: { alt: description(fitted, face, context) },
  };
}

function nameOf({ card, number, count }: FittedCard): string {
  return [card.id, oneLine(card.name), ...(count > 1 ? [`${number}/${count}`] : [])].join(' ');
}

function description(fitted: FittedCard, face: Placement['face'], { design: { labels } }: CardContext): string {
  const { kind, team } = fitted.card;
  const who = face === 'back' ? [] : [kind.label, ...(team === undefined ? [] : [team.name])];
  return [nameOf(fitted), ...who, labels[face]].join(', ');
}

function membersOf(fitted: FittedCard, side: Side, place: CardPlace, context: CardContext): GroupSpec['members'] {
  if (side.kind === 'front') return frontMembers(fitted, side, place, context);
  if (side.kind === 'back') return backMembers(fitted, side, place, context);
  return plainMembers(fitted.card, side.code === true, place, context);
}

function frontMembers(
  fitted: FittedCard,
  side: FrontSide,
  place: CardPlace,
  context: CardContext,
): GroupSpec['members'] {
  const { card } = fitted;
  const { design, deck, metrics } = context;
  const places = frontPlaces(card, design.card, metrics, side.code);
  const color = bandInk(card, context);
  const paragraphs = [nameParagraph(card, side), ...frontParagraphs(side, deck.direction, design)];
  const foot = [metrics.footTitle, cardVersion(card, deck), ...pageNote(fitted, side, context)].filter(
    (part) => part !== '',
  );
  return [
    sideGround(place.bled(trimOf(design.card)), context),
    ...bandShapes(card, place.bled(places.band), context),
    figureIn(card, places.figure, place, context),
    ...patternDrawing(card, place.bled(places.pattern), context),
    kindIcon(card, place.on(places.icon), color),
    lineText(
      'Id',
      place.on(places.id),
      oneLine(card.id),
      { size: places.idSize, color, bold: true, font: 'heading', leading: 0.85 },
      context,
    ),
    lineText(
      'Kind',
      place.on(places.kind),
      card.kind.label,
      { size: places.kindSize, color, bold: true, anchor: 'middle' },
      context,
    ),
    cardText('Text', place.on(places.text), paragraphs, context),
    ...footText(place.on(places.foot), foot, places.footSize, context),
    ...(places.code === undefined ? [] : codeShapes(card, place.on(places.code), context)),
  ];
}

function backMembers(fitted: FittedCard, side: BackSide, place: CardPlace, context: CardContext): GroupSpec['members'] {
  const { card } = fitted;
  const { design, deck, metrics } = context;
  const { labels } = design;
  const places = backPlaces(card, design.card, metrics, side.code);
  const color = bandInk(card, context);
  const legend = `${signs.standing}\u00a0${labels.standing}\u2003${signs.eligible}\u00a0${labels.eligible}`;
  const strip = { color, bold: true, anchor: 'middle' } as const;
  return [
    sideGround(place.bled(trimOf(design.card)), context),
    ...bandShapes(card, place.bled(places.band), context),
    ...patternDrawing(card, place.bled(places.pattern), context),
    kindIcon(card, place.on(places.icon), color),
    lineText('Id', place.on(places.id), oneLine(card.id), { ...strip, size: places.idSize, font: 'heading' }, context),
    lineText('Name', place.on(places.name), oneLine(card.name), { ...strip, size: places.nameSize }, context),
    cardText('Text', place.on(places.text), backParagraphs(side, deck.environments, design, metrics), context),
    ...footText(
      place.on(places.foot),
      [legend, cardVersion(card, deck), ...pageNote(fitted, side, context)],
      places.footSize,
      context,
    ),
    ...(places.code === undefined ? [] : codeShapes(card, place.on(places.code), context)),
  ];
}

/** Which card of several it is, and whether it goes on. */
function pageNote(
  { number, count }: FittedCard,
  { part }: FrontSide | BackSide,
  { design: { labels } }: CardContext,
): string[] {
  if (count === 1) return [];
  const continued = part > 1 ? `${labels.continued} ` : '';
  return [`${continued}${number}/${count}`];
}

function footText(
  box: Parameters<typeof lineText>[1],
  parts: readonly string[],
  size: number,
  context: CardContext,
): GroupSpec['members'] {
  if (parts.length === 0) return [];
  return [
    lineText(
      'Foot',
      box,
      parts.join(' · '),
      { size, color: context.palette.token('quiet'), anchor: 'bottom' },
      context,
    ),
  ];
}
