import { child, elements, type XmlElement } from '../../ooxml/xml.ts';
import { backgroundOf } from './background.ts';
import { type ColorScheme, colorSchemeOf, overriddenBy } from './colors.ts';
import { drawnBoxes } from './drawnBoxes.ts';
import { PRESENTATION } from './keptParts.ts';
import type { BrandLayout } from './model.ts';
import { checkNamespaces } from './namespaces.ts';
import { placeholdersOf } from './placeholders.ts';
import { type TemplateParts, TemplateRefused } from './templateParts.ts';

/** A master and what comes with it. */
export interface Master {
  readonly part: string;
  readonly root: XmlElement;
  readonly theme: XmlElement | undefined;
  readonly scheme: ColorScheme;
  readonly fonts: { readonly heading: string; readonly body: string };
}

/** In the order in which PowerPoint lists them. */
export function mastersOf(parts: TemplateParts): Master[] {
  return listed(PRESENTATION, 'p:sldMasterIdLst', parts).map((part) => {
    const root = checked(part, 'p:sldMaster', parts);
    const themePart = parts.related(part, 'theme');
    const theme = themePart === undefined ? undefined : checked(themePart, 'a:theme', parts);
    return { part, root, theme, scheme: colorSchemeOf(theme, root), fonts: fontsOf(theme) };
  });
}

/** Layouts of all masters, resolved. */
export function layoutsOf(
  masters: readonly Master[],
  size: { readonly width: number; readonly height: number },
  parts: TemplateParts,
): BrandLayout[] {
  const named = masters[0]?.fonts ?? fontsOf(undefined);
  const defaults = child(parts.tree(PRESENTATION), 'p:defaultTextStyle');
  return masters.flatMap((master, index) =>
    listed(master.part, 'p:sldLayoutIdLst', parts).map((part): BrandLayout => {
      const root = checked(part, 'p:sldLayout', parts);
      const scheme = overriddenBy(root, master.scheme);
      const background = backgroundOf({ layout: root, master: master.root, theme: master.theme, scheme, size });
      const { type } = root.attributes;
      return {
        part,
        name: child(root, 'p:cSld')?.attributes.name ?? '',
        ...(type === undefined ? {} : { type }),
        master: index,
        placeholders: placeholdersOf(root, {
          master: master.root,
          defaults,
          context: { scheme, fonts: master.fonts, named },
        }),
        drawn: drawnBoxes(root, master.root),
        ...(background === undefined ? {} : { background }),
      };
    }),
  );
}

/** Parts that a list of relation ids names; what is not there any more is passed over. */
function listed(part: string, list: string, parts: TemplateParts): string[] {
  const relations = parts.relations(part);
  const entries = child(parts.tree(part), list);
  return (entries === undefined ? [] : elements(entries)).flatMap(({ attributes }) => {
    const found = relations.find(({ id }) => id === attributes['r:id'])?.part;
    return found === undefined ? [] : [found];
  });
}

function checked(part: string, name: string, parts: TemplateParts): XmlElement {
  const root = parts.tree(part);
  checkNamespaces(part, root);
  if (root.name !== name) throw new TemplateRefused('damaged', `${part} is no <${name}>`);
  return root;
}

function fontsOf(theme: XmlElement | undefined): Master['fonts'] {
  const fonts = child(child(theme, 'a:themeElements'), 'a:fontScheme');
  const latin = (name: string): string | undefined =>
    child(child(fonts, name), 'a:latin')?.attributes.typeface?.trim() || undefined;
  const body = latin('a:minorFont') ?? 'Arial';
  return { heading: latin('a:majorFont') ?? body, body };
}
