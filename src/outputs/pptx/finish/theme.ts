import type { Theme } from '../../../design/design.ts';
import { ownScheme } from '../palette.ts';
import { child, descend, element, elements, type XmlElement } from '../../../ooxml/xml.ts';

const ACCENTS = 6;

/** Gives the deck's theme our colours and fonts; colours without a slot of their own stand beside it in the palette. */
export function mendTheme(root: XmlElement, theme: Theme): void {
  const name = `persona-deck ${theme.name}`;
  root.attributes.name = name;
  const scheme = descend(root, 'a:themeElements', 'a:clrScheme');
  scheme.attributes.name = name;
  scheme.children = Object.entries(schemeColors(theme)).map(([slot, color]) => element(`a:${slot}`, {}, rgb(color)));
  const fonts = descend(root, 'a:themeElements', 'a:fontScheme');
  fonts.attributes.name = name;
  descend(fonts, 'a:majorFont', 'a:latin').attributes = { typeface: theme.fonts.heading.office };
  descend(fonts, 'a:minorFont', 'a:latin').attributes = { typeface: theme.fonts.body.office };
  const custom = element(
    'a:custClrLst',
    {},
    ...Object.entries(namedColors(theme)).map(([label, color]) => element('a:custClr', { name: label }, rgb(color))),
  );
  const after = elements(root).filter(({ name: tag }) => tag === 'a:extLst');
  root.children = [
    ...elements(root).filter(({ name: tag }) => tag !== 'a:extLst' && tag !== 'a:custClrLst'),
    custom,
    ...after,
  ];
  if (child(root, 'a:themeElements') === undefined) throw new Error('The theme has no elements');
}

/** In the order of the schema. Dark themes keep dark colours in the dark slots; the master's map swaps them. */
function schemeColors(theme: Theme): Record<string, string> {
  const { tx1, bg1, tx2, bg2, ...accents } = ownScheme(theme);
  const light = { dk1: tx1, lt1: bg1, dk2: tx2, lt2: bg2 };
  const dark = { dk1: bg1, lt1: tx1, dk2: bg2, lt2: tx2 };
  const { link } = theme.colors;
  return { ...(theme.mode === 'dark' ? dark : light), ...accents, hlink: link, folHlink: link };
}

function namedColors({ colors, teams }: Theme): Record<string, string> {
  const more = teams.slice(ACCENTS).map(({ color }, index) => [`Team ${ACCENTS + index + 1}`, color]);
  return {
    Production: colors.production,
    Attention: colors.attention,
    Tint: colors.tint,
    Rule: colors.rule,
    ...(Object.fromEntries(more) as Record<string, string>),
  };
}

function rgb(color: string): XmlElement {
  return element('a:srgbClr', { val: color.slice(1).toUpperCase() });
}
