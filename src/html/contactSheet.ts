import { directionOf } from '../design/locale.ts';
import { teamStyle } from '../design/teams.ts';
import { contactFrame, contactLengths, type ContactSheet } from '../layout/cards/contactSheet.ts';
import type { FittedCard } from '../layout/cards/model.ts';
import { type CardPainting, sideHtml } from './cards.ts';
import { ownMarkup } from './templates.ts';

const PX_PER_MM = 96 / 25.4;

/** HTML of a contact sheet: the fronts as they are painted anywhere, made small. */
export function contactSheetHtml(painting: CardPainting, sheet: ContactSheet<FittedCard>): string {
  const { design, templates, deckTitle } = painting;
  return templates.render('contact-sheet', {
    deckTitle,
    direction: directionOf(design.language),
    language: design.language,
    page: sheet.parts > 1 ? `${sheet.part}/${sheet.parts}` : '',
    style: styleOf(painting, sheet),
    rows: sheet.rows.map(({ runs, cards }) => ({
      runs: runs.map(({ first: { card }, span }) => ({
        text: card.team?.name ?? design.labels.noTeam,
        style: `--span:${span};--team:${teamStyle(design.theme, card.team).color}`,
      })),
      cards: cards.map(({ card, front, number, count }) => ({
        drawing: ownMarkup(sideHtml(painting, card, front, number, count)),
      })),
    })),
  });
}

function styleOf({ design: { card } }: CardPainting, sheet: ContactSheet<FittedCard>): string {
  const { margin, gap, head, run } = contactLengths;
  const frame = contactFrame(card);
  const lengths = { margin, gap, head, run, 'frame-width': frame.width, 'frame-height': frame.height };
  return [
    `width:${sheet.width}px;height:${sheet.height}px`,
    `--columns:${sheet.columns}`,
    `--shrink:${(frame.width / (card.width * PX_PER_MM)).toFixed(5)}`,
    ...Object.entries(lengths).map(([name, length]) => `--${name}:${length}px`),
  ].join(';');
}
