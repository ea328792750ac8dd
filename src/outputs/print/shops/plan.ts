import { withExtraCards } from '../../../layout/cards/extraCards.ts';
import type { CardInput } from '../../cardInput.ts';
import type { Task } from '../../task.ts';
import { inkedInput } from '../ink.ts';
import type { PrintSetup } from '../setup.ts';
import type { ShopOrder } from './order.ts';
import { shopPdfTask } from './shopPdf.ts';
import { shopPngTasks } from './shopPng.ts';

/** Files below `print/<shop>/` as a print service asks for them. `input` has cards that were fitted for its safe area. */
export function planShop(input: CardInput, setup: PrintSetup, order: ShopOrder): Task[] {
  const cards = withExtraCards(input.cards, setup.extra, input.list ?? [], input.design);
  const inked = inkedInput({ ...input, cards }, setup);
  return order.shop.form === 'png' ? shopPngTasks(inked, order) : [shopPdfTask(inked, setup, order)];
}
