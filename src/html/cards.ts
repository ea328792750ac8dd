import type {
  AccessCell,
  Card,
  CardAccessRow,
  EnvironmentHeading,
  Field,
  FieldKey,
  Item,
  TeamMark,
} from '../deck/model.ts';
import { figureOf, figureSvg } from '../deck/figure.ts';
import { cardVersion } from '../deck/cardVersion.ts';
import type { LinkTarget } from '../deck/links.ts';
import type { Design } from '../design/design.ts';
import { directionOf } from '../design/locale.ts';
import { iconNameFor } from '../design/icons.ts';
import { mix } from '../design/contrast.ts';
import { pathData } from '../design/paths.ts';
import { stripPattern, stripViewBox } from '../design/patterns.ts';
import { teamStyle } from '../design/teams.ts';
import { type Mm, mmToPt, mm } from '../design/units.ts';
import { isLandscape } from '../design/sizes.ts';
import type {
  BackSide,
  BlankSide,
  FrontSide,
  IndexSide,
  PlainSide,
  PrintedSide,
  WideSide,
} from '../layout/cards/model.ts';
import { idSize, railIdSize, STRIP_HEIGHT, stripOf, tableWidth } from '../layout/cards/band.ts';
import { placeMark } from '../layout/cards/places.ts';
import { scaleOf } from '../layout/cards/sizes.ts';
import { blankBack, blankFront, indexParts, paperStyle } from './extraSides.ts';
import { codeColumn } from '../layout/cards/codes.ts';
import { type CodeView, codeView } from './codeView.ts';
import { iconSvg, interactionSvg } from './icons.ts';
import { areTooNarrow, roleColumns } from './tableColumns.ts';
import { escapeHtml, ownMarkup, type Templates } from './templates.ts';

/** What a card's HTML depends on besides the card. */
export interface CardPainting {
  readonly design: Design;
  readonly templates: Templates;
  readonly deckTitle: string;
  readonly environments: readonly EnvironmentHeading[];
  /** Address of a link in the document being made; undefined where nothing can be clicked. */
  readonly href: (target: LinkTarget) => string | undefined;
  /** Address of a link for those who hold the card in their hands: what QR codes say. */
  readonly address: (target: LinkTarget) => string;
  /** `data:` address of a persona's own picture. */
  readonly picture: (card: Card) => string | undefined;
  readonly bleed: Mm;
  /** Components carry their numbers in place of icons. */
  readonly numbered?: boolean;
  /** For measuring: drawings are left out, whose boxes have their size without them. */
  readonly draft?: boolean;
}

/** HTML of one side, as an `<article class="card">`. `number` of `count` says which card of the persona it is on. */
export function sideHtml(
  painting: CardPainting,
  card: Card,
  side: PrintedSide | WideSide,
  number: number,
  count: number,
): string {
  const common = commonOf(painting, card, count > 1 ? `${number}/${count}` : '');
  if (side.kind === 'front') return painting.templates.render('card-front', frontView(painting, card, side, common));
  if (side.kind === 'back') return painting.templates.render('card-back', backView(painting, card, side, common));
  if (side.kind === 'wide') return painting.templates.render('card-wide', wideView(painting, card, side, common));
  if (side.kind === 'index') return painting.templates.render('card-index', indexView(painting, card, side, common));
  if (side.kind === 'blank') return blankHtml(painting, card, side, common);
  return painting.templates.render('card-plain', plainView(painting, card, side, common));
}

type Common = ReturnType<typeof commonOf>;

function commonOf(painting: CardPainting, card: Card, page: string) {
  const { design } = painting;
  return {
    id: card.id,
    name: card.name,
    kind: { ...card.kind, icon: drawing(painting, () => iconSvg(card.kind.id)) },
    direction: directionOf(design.language),
    language: design.language,
    rail: design.theme.rail,
    deckTitle: painting.deckTitle,
    version: card.id === '' ? '' : versionOf(painting, card),
    page,
    pattern: drawing(painting, () => patternSvg(painting, card.team)),
  };
}

function frontView(painting: CardPainting, card: Card, side: FrontSide, common: Common) {
  return {
    ...common,
    code: cardCode(painting, card, side),
    continued: side.part > 1,
    page: side.part > 1 ? continuedPage(painting, common.page) : common.page,
    style: styleOf(painting, card, { text: side.size, name: side.nameSize }),
    figure: drawing(painting, () => pictureOf(painting, card)),
    summary: side.summary ?? '',
    fields: side.fields.map((field) => fieldView(painting, field)),
  };
}

function wideView(painting: CardPainting, card: Card, side: WideSide, common: Common) {
  const { labels } = painting.design;
  const isWhole = Object.keys(side.leftOut).length === 0;
  const hidden = side.rows.length > 0 && !side.withRoles ? labels.rolesOnBack : '';
  const restOf = (key: FieldKey): string => (side.leftOut[key] === undefined ? '' : `+${side.leftOut[key]}`);
  return {
    ...common,
    style: styleOf(painting, card, { text: side.size, name: side.nameSize }),
    figure: drawing(painting, () => pictureOf(painting, card)),
    summary: side.summary ?? '',
    fields: side.fields.map((field) => ({ ...fieldView(painting, field), rest: restOf(field.key) })),
    environments: painting.environments,
    componentsLabel: labels.components,
    rows: side.rows.map((row, index) => rowView(painting, row, index, false)),
    withRoles: side.withRoles,
    rest: restOf('components'),
    legend: side.withRoles ? legendOf(painting) : [],
    remark: isWhole ? hidden : labels.allOnCard,
    empty: labels.none,
  };
}

function plainView(painting: CardPainting, card: Card, side: PlainSide, common: Common) {
  const code = cardCode(painting, card, side, painting.design.theme.rail === 'filled');
  const modules = code === '' ? 0 : code.modules;
  return { ...common, code, style: `${styleOf(painting, card, {})};--modules:${modules}` };
}

/** The code that leads to the persona; empty on sides that have none. */
function cardCode(
  painting: CardPainting,
  { id, name }: Card,
  { code }: { readonly code?: true },
  onColor = false,
): CodeView | '' {
  return code === undefined ? '' : codeView(painting, { kind: 'persona', id }, `${id} ${name}`, onColor);
}

function indexView(painting: CardPainting, card: Card, side: IndexSide, common: Common) {
  const { style, columns } = indexParts(painting.design, side);
  return { ...common, columns, style: `${styleOf(painting, card, { text: side.size })};${style}` };
}

function blankHtml(painting: CardPainting, card: Card, { face }: BlankSide, common: Common): string {
  const parts =
    face === 'front' ? blankFront(painting.design, card) : blankBack(painting.design, painting.environments);
  const style = `${styleOf(painting, card, {})};${paperStyle(painting.design)}`;
  return painting.templates.render(`card-blank-${face}`, { ...common, ...parts, style });
}

/** SVG of our own; in a draft an empty one, so that templates see that there is something. */
function drawing({ draft }: CardPainting, svg: () => string): object {
  return ownMarkup(draft ? '<svg></svg>' : svg());
}

function pictureOf(painting: CardPainting, card: Card): string {
  const picture = painting.picture(card);
  return picture === undefined ? figureSvg(figureOf(card, painting.design.theme)) : `<img alt="" src="${picture}">`;
}

function fieldView(painting: CardPainting, field: Field) {
  return {
    key: field.key,
    label: field.label,
    layout: field.key === 'processes' || field.key === 'skills' ? 'inline' : 'list',
    empty: field.items.length === 0 ? painting.design.labels.none : '',
    items: field.items.map((item, index) => itemView(painting, item, field.key, index)),
  };
}

function itemView(painting: CardPainting, item: Item, key: Field['key'] | 'access', index: number) {
  const href = item.link && painting.href(item.link);
  return {
    text: item.text,
    place: placeMark(key, index),
    number: (painting.numbered && item.component?.number) || '',
    icon: iconOf(painting, item, key),
    href: href ?? '',
    linked: item.link !== undefined,
    note: item.note ?? '',
    attention: item.icon !== undefined && item.note !== undefined,
  };
}

function iconOf(painting: CardPainting, item: Item, key: Field['key'] | 'access'): object | '' {
  if (key === 'primaryInteraction') return drawing(painting, () => interactionSvg);
  const name = item.icon;
  return name === undefined ? '' : drawing(painting, () => iconSvg(iconNameFor(name)));
}

function backView(painting: CardPainting, card: Card, side: BackSide, common: Common) {
  const { labels } = painting.design;
  const rows = side.rows.map((row, index) => rowView(painting, row, index, side.componentCodes === true));
  const modules = Math.max(0, ...rows.map(({ code }) => (code === '' ? 0 : code.modules)));
  const legend = legendOf(painting);
  const page = side.part > 1 ? `${labels.continued} ${common.page}` : common.page;
  const code = cardCode(painting, card, side);
  return {
    ...common,
    page,
    style: `${styleOf(painting, card, { text: side.size })};--modules:${modules}`,
    stacked: areTooNarrow(
      roleColumns,
      painting.environments.map(({ name }) => name),
      tableWidth(painting.design.card) - (modules === 0 ? 0 : codeColumn(painting.design.card, modules)),
      painting.design.card,
    ),
    environments: painting.environments,
    ...componentColumns(painting),
    legend,
    titled: code !== '' || isTitled(painting, [...legend.map(({ label }) => label), page]),
    code,
    coded: modules > 0,
    rows,
    accessLabel: labels.access,
    empty: labels.none,
  };
}

/** The kinds of assignment and what they are called. */
function legendOf({ design: { labels } }: CardPainting) {
  return (['standing', 'eligible'] as const).map((status) => ({ status, label: labels[status] }));
}

/** Points that a letter of the foot takes at most, on an average; and the marks and gaps between its parts. */
const FOOT_LETTER = 3.6;
const FOOT_GAPS = 36;

/** Whether the foot has room for the deck's title beside these words and the version. */
function isTitled({ design: { card }, deckTitle }: CardPainting, words: readonly string[]): boolean {
  const letters = [...words, deckTitle, 'version'].reduce((sum, word) => sum + [...word].length, 0);
  return letters * FOOT_LETTER * scaleOf(card) + FOOT_GAPS <= tableWidth(card);
}

/** On cards where the word would cut the title off, which small ones are, the numbers say it alone. */
function continuedPage(painting: CardPainting, page: string): string {
  const whole = `${painting.design.labels.continued} ${page}`;
  return isTitled(painting, [whole]) ? whole : page;
}

/** Production's column runs through unbroken when it is the last: the component's name then spans the others. */
function componentColumns({ environments }: CardPainting): { labelColumns: number; ownColumn: boolean } {
  const ownColumn = environments.length > 1 && environments.at(-1)?.production === true;
  return { labelColumns: environments.length - (ownColumn ? 1 : 0), ownColumn };
}

function rowView(painting: CardPainting, row: CardAccessRow, at: number, coded: boolean) {
  const { link, text } = row.component;
  return {
    ...itemView(painting, row.component, 'access', at),
    code: coded && link !== undefined ? codeView(painting, link, text) : ('' as const),
    cells: row.cells.map((cell, index) => cellView(painting, cell, index)),
  };
}

function cellView(painting: CardPainting, cell: AccessCell, index: number) {
  const { labels } = painting.design;
  const environment = painting.environments[index];
  const word = cell.status === 'granted' ? '' : labels[cell.status];
  return {
    status: cell.status,
    production: environment?.production ?? false,
    environment: environment?.name ?? '',
    word,
    grants: cell.grants.map((grant) => ({
      role: breakable(grant.role),
      assignment: grant.assignment,
      remark: grant.assignment === 'eligible' ? [labels.eligible, unbroken(grant.limit)].filter(Boolean).join(' ') : '',
    })),
  };
}

/** `4 h` stays on one line. */
const unbroken = (limit: string | undefined): string | undefined => limit?.replaceAll(' ', '\u00a0');

/** Roles of some systems are words run together: `deployments:write` may break behind its colon rather than anywhere. */
function breakable(text: string): object {
  return ownMarkup(escapeHtml(text).replace(/([:/_.])(?=\S)/g, '$1<wbr>'));
}

function styleOf(painting: CardPainting, card: Card, sizes: { text?: number; name?: number }): string {
  const { color, ink } = teamStyle(painting.design.theme, card.team);
  const entries: [string, string][] = [
    ['--team', color],
    ['--team-ink', ink],
    ['--id', `${idPoints(painting.design.card, card.id)}pt`],
    ...stripStyle(painting.design.card, card.id, card.name),
    ...(sizes.text === undefined ? [] : [['--text', `${sizes.text}pt`] as [string, string]]),
    ...(sizes.name === undefined ? [] : [['--name', `${sizes.name}pt`] as [string, string]]),
  ];
  return entries.map(([key, value]) => `${key}:${value}`).join(';');
}

/** How id and name stand in the strip of a back; `--spine` is its width where it stands at the side. */
function stripStyle(card: Design['card'], id: string, name: string): [string, string][] {
  const strip = stripOf(card, id, name);
  const width: [string, string][] = isLandscape(card) ? [['--spine', `${strip.depth}pt`]] : [];
  // Below the id and the icon, over the whole length.
  const below: [string, string][] = [
    ['--strip-name', '1 0 100%'],
    ['--strip-order', '1'],
    ['--strip-leading', '1'],
  ];
  return [...width, ['--strip-id', `${strip.id.toFixed(2)}pt`], ...(strip.stacked ? below : [])];
}

function idPoints(card: Design['card'], id: string): number {
  return isLandscape(card) ? railIdSize(card, id) : idSize(card, id);
}

/** The mark of what the card says, which both its sides carry. */
function versionOf({ deckTitle: title, design: { language }, environments }: CardPainting, card: Card): string {
  return cardVersion(card, { title, language, environments });
}

/** The team's pattern along the card's edge, in squares as high as the strip. */
function patternSvg(painting: CardPainting, team: TeamMark | undefined): string {
  const style = teamStyle(painting.design.theme, team);
  const { width, height } = painting.design.card;
  // The strip runs along either edge of a card; what is too long is cut off.
  const length = mmToPt(mm(Math.max(width, height) + 2 * painting.bleed));
  const tiles = Math.ceil(length / STRIP_HEIGHT);
  const ruled = painting.design.theme.rail === 'ruled';
  const paint = ruled ? style.color : mix(style.color, style.ink, 0.55);
  const path = pathData(stripPattern(style.pattern === 'plain' && ruled ? 'rows' : style.pattern, tiles));
  const viewBox = stripViewBox(tiles).join(' ');
  return `<svg viewBox="0 0 ${viewBox}" preserveAspectRatio="xMinYMid slice"><path d="${path}" fill="${paint}"/></svg>`;
}
