import type { Card, Item } from '../../deck/model.ts';
import { fill } from '../../design/locale.ts';
import { accessCell, environmentHeaders, headerCell, paragraph, productionColumns } from './accessCells.ts';
import type { DeckContext } from './deckContext.ts';
import { itemRuns } from './fields.ts';
import type { AccessDetail, Cell, Run } from './model.ts';
import { oneLine } from './oneLine.ts';
import type { TableContent } from './tables.ts';

/** The persona's components with their roles, from the content that says most to the one that says least. */
export function accessContents(card: Card, context: DeckContext): TableContent[] {
  if (card.access.length === 0) return [];
  const { environments } = context.deck;
  const hasProduction = environments.some(({ production }) => production);
  const details: AccessDetail[] = hasProduction ? ['roles', 'production', 'marks'] : ['roles', 'marks'];
  return details.map((detail) => ({
    detail,
    columns: columnWidths(detail, context),
    emphasized: productionColumns(environments),
    header: [headerCell(context.labels.components), ...environmentHeaders(environments)],
    rows: card.access.map(({ component, cells }) => [
      componentCell(component, context),
      ...cells.map((cell, index): Cell => {
        const spelled = detail === 'roles' || (detail === 'production' && environments[index]?.production === true);
        return accessCell(cell, context.labels, spelled ? 'role' : 'sign');
      }),
    ]),
  }));
}

/** The component leads to its RBAC markdown, the word after it to the slide with everyone's access. */
function componentCell(component: Item, context: DeckContext): Cell {
  const { labels } = context;
  const { note, ...named } = component;
  const name = itemRuns(named, undefined);
  const remark: Run[] = note === undefined ? [] : [{ text: ` ${oneLine(note)}`, tone: 'attention' }];
  const slide = context.slideOfComponent(component);
  const tip = fill(labels.accessOf, { name: oneLine(component.text) });
  const more: Run[] = slide === undefined ? [] : [{ text: '\u00a0· ' }, { text: labels.access, slide, tip }];
  return { paragraphs: [paragraph(...name, ...remark, ...more)] };
}

/** Shares of the table's width. */
const COMPONENT_SHARE = 0.288;
/** Where signs leave room, names stay on one line. */
const NAME_AND_LINK_SHARE = { wide: 0.46, narrow: 0.38 } as const;
/** A narrower table has to leave the names of environments whole. */
const NARROW = 560;
const SIGN_WIDTH = 84;

function columnWidths(detail: AccessDetail, { deck: { environments }, format }: DeckContext): number[] {
  const { width } = format.persona.strip;
  if (detail === 'marks') {
    const name = width * NAME_AND_LINK_SHARE[width < NARROW ? 'narrow' : 'wide'];
    const sign = (width - name) / environments.length;
    return [name, ...environments.map(() => sign)];
  }
  const component = width * COMPONENT_SHARE;
  const room = width - component;
  if (detail === 'roles') return [component, ...environments.map(() => room / environments.length)];
  const production = environments.filter((environment) => environment.production).length;
  const others = environments.length - production;
  // Half of the room belongs to Production, however many stages come before it.
  const sign = others === 0 ? 0 : Math.min(SIGN_WIDTH, room / 2 / others);
  const wide = (room - sign * others) / production;
  return [component, ...environments.map((environment) => (environment.production ? wide : sign))];
}
