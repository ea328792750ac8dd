import type { BrandPackage } from '../../src/design/brand/model.ts';
import { readRelations, relationsPath, targetPart } from '../../src/ooxml/relations.ts';
import { parseXml, type XmlElement } from '../../src/ooxml/xml.ts';

/** What is wrong with the parts kept of a template: relations that lead nowhere, ids without one, parts without a type. */
export function unsoundness({ parts, contentTypes }: BrandPackage): string[] {
  const text = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('utf8');
  const names = [...parts.keys()].filter((name) => !name.endsWith('.rels'));
  const reached = new Set(['ppt/presentation.xml']);
  const wrong: string[] = [];
  for (const name of names) {
    if (!contentTypes.has(name)) wrong.push(`${name} has no content type`);
    const path = relationsPath(name);
    const relations = parts.has(path) ? readRelations(text(path)) : [];
    for (const { external, target, type } of relations) {
      const part = targetPart(name, target);
      if (!external) reached.add(part);
      if (external && (type !== 'hyperlink' || !/^(https?|mailto):/.test(target))) wrong.push(`${name}: ${target}`);
      if (!external && !parts.has(part)) wrong.push(`${name} leads to ${part}, which is not there`);
    }
    const ids = new Set(relations.map(({ id }) => id));
    const named = name.endsWith('.xml') ? idsIn(parseXml(text(name))) : [];
    wrong.push(...named.filter((id) => !ids.has(id)).map((id) => `${name} names ${id}, which is not there`));
  }
  wrong.push(...names.filter((name) => !reached.has(name)).map((name) => `nothing leads to ${name}`));
  wrong.push(...[...contentTypes.keys()].filter((name) => !parts.has(name)).map((name) => `a type for ${name}`));
  return wrong;
}

function idsIn(node: XmlElement): string[] {
  const own = Object.entries(node.attributes)
    .filter(([key, value]) => /^r:(id|embed|link|pict|dm|lo|qs|cs)$/.test(key) && value !== '')
    .map(([, value]) => value);
  return [...own, ...node.children.flatMap((inner) => (typeof inner === 'string' ? [] : idsIn(inner)))];
}
