import { iconNameFor } from '../../design/icons.ts';
import { frameOf } from './frame.ts';
import { sprite } from './items.ts';
import { places } from './places.ts';
import type { SiteContext } from './siteContext.ts';

/** All components, with how many personas have each. */
export function componentsPage(context: SiteContext) {
  const path = places.components;
  const { deck, design } = context.input;
  const components = deck.access.map(({ componentId, component, source, rows }) => ({
    name: component.text,
    icon: iconNameFor(context.components.get(componentId)?.category),
    href: context.link(path, context.componentPlace(componentId)),
    missing: source === undefined,
    file: context.components.get(componentId)?.rbac?.path ?? '',
    holders: context.holders.get(componentId)?.length ?? 0,
    principals: rows.length,
    findings: context.findingsAbout('component', componentId).filter(({ waived }) => waived === undefined).length,
  }));
  return {
    ...frameOf(context, path, design.labels.componentList),
    components,
    sprite: sprite(components.map(({ icon }) => icon)),
  };
}
