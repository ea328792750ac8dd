import type { SlidePass } from './slidePart.ts';
import { child, element, removeChildren } from '../../../ooxml/xml.ts';

/**
 * Links in the theme's colour for links, which the emitter overrides, and relative ones marked as files: without the
 * action PowerPoint takes `rbac/x.md` for a web address.
 */
export const links: SlidePass = ({ emitted, relations }) => {
  const files = new Set(
    relations.filter(({ external, target }) => external && !isAbsolute(target)).map(({ id }) => id),
  );
  for (const properties of emitted('a:rPr')) {
    const link = child(properties, 'a:hlinkClick');
    if (link === undefined) continue;
    const { 'r:id': id = '', action, tooltip } = link.attributes;
    const mended = element('a:hlinkClick', {
      'r:id': id,
      action: files.has(id) ? 'ppaction://hlinkfile' : action === '' ? undefined : action,
      tooltip: tooltip === '' ? undefined : tooltip,
    });
    removeChildren(properties, 'a:solidFill', 'a:hlinkClick');
    delete properties.attributes.u;
    properties.children.push(mended);
  }
};

/** Whether an address names its scheme. */
export function isAbsolute(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(target);
}
