import { cardsByTeam } from '../../deck/cardsByTeam.ts';
import { mm } from '../../design/units.ts';
import { contactSheetHtml } from '../../html/contactSheet.ts';
import { cardShell } from '../../html/shell.ts';
import { type ContactSheet, contactFrame, contactLengths, contactSheets } from '../../layout/cards/contactSheet.ts';
import type { FittedCard } from '../../layout/cards/model.ts';
import { paintingOf } from '../cardInput.ts';
import { type CardPicture, finished, type PictureInput, pictureTexts } from '../cardPicture.ts';
import { digestOf } from '../digest.ts';
import type { RenderContext, Task } from '../task.ts';

/** A sheet of six cards is as wide as A4 has room for. */
const DPI = 192;

/**
 * `png/contact-sheet.png`: the fronts of the whole deck by team, on as many pictures as they take, `-2`, `-3`, ... from
 * the second on. `pictures` are those of the cards: what they depend on, the sheets depend on.
 */
export function planContactSheets(input: PictureInput, pictures: readonly CardPicture[]): Task[] {
  const fronts = [...cardsByTeam(input.deck.cards).values()].flat().flatMap((card) => {
    return input.cards.filter((fitted) => fitted.card === card);
  });
  const keys = digestOf(pictures.map((picture) => picture.task('').key));
  const sheets = contactSheets(fronts, ({ card }) => card.team?.id, input.design.card);
  return sheets.map((sheet) => ({
    path: `png/contact-sheet${sheet.part === 1 ? '' : `-${sheet.part}`}.png`,
    mediaType: 'image/png',
    key: digestOf('contact sheet', sheet.part, teamsOf(sheet), contactLengths, contactFrame(input.design.card), keys),
    sources: input.sources.all,
    render: async (context) => draw(input, sheet, context),
  }));
}

const teamsOf = ({ rows }: ContactSheet<FittedCard>): unknown =>
  rows.map(({ cards }) => cards.map(({ card }) => [card.id, card.team]));

async function draw(
  input: PictureInput,
  sheet: ContactSheet<FittedCard>,
  { pages }: RenderContext,
): Promise<Uint8Array> {
  const { design, fonts, templates, deck, look } = input;
  const { width, height } = sheet;
  const cards = sheet.rows.flatMap((row) => row.cards);
  const html = contactSheetHtml(await paintingOf(input, cards, mm(0), () => undefined), sheet);
  const shell = cardShell(design, fonts, templates, { title: deck.title, bleed: mm(0) });
  const png = await pages.withPage(shell, async (page) => {
    await page.setContent(html);
    return page.capture({ width, height, scale: 1 });
  });
  const named = cards.filter(({ number }) => number === 1).map(({ card: { id, name } }) => `${id} ${name}`.trim());
  const title = sheet.parts === 1 ? deck.title : `${deck.title} ${sheet.part}/${sheet.parts}`;
  return finished(png, {
    width,
    height,
    dpi: DPI,
    palette: look.palette,
    text: pictureTexts(title, `${named.join(', ')}.`, deck.title),
  });
}
