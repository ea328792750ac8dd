import { element, elements, parseXml, serializeXml } from './xml.ts';

/** Where a part leads: to another part of the package, or out of it. */
export interface Relation {
  readonly id: string;
  /** Last part of the type's address: `hyperlink`, `slide`, `image`. */
  readonly type: string;
  target: string;
  readonly external: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function readRelations(xml: string): Relation[] {
  return elements(parseXml(xml)).map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').at(-1) ?? '',
    target: attributes.Target ?? '',
    external: attributes.TargetMode === 'External',
  }));
}

export function writeRelations(relations: readonly Relation[]): string {
  return serializeXml(
    element(
      'Relationships',
      { xmlns: PACKAGE },
      ...relations.map(({ id, type, target, external }) =>
        element('Relationship', {
          Id: id,
          Type: type === 'core-properties' ? `${PACKAGE}/metadata/core-properties` : OFFICE + type,
          Target: target,
          TargetMode: external ? 'External' : undefined,
        }),
      ),
    ),
  );
}

/** The first number that no id of the relations ends in: ids are `rId1` and on, those of other programs end alike. */
export function freeNumber(relations: readonly Relation[]): number {
  return 1 + Math.max(0, ...relations.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
}

/** A relation to another part of the package. */
export function internalRelation(number: number, type: string, target: string): Relation {
  return { id: `rId${number}`, type, target, external: false };
}

/**
 * Where the relations of a part are: `ppt/slides/slide1.xml` has `ppt/slides/_rels/slide1.xml.rels`. The empty name
 * stands for the package itself.
 */
export function relationsPath(part: string): string {
  return part === '' ? '_rels/.rels' : part.replace(/([^/]+)$/, '_rels/$1.rels');
}

/** Name of the part that a target written in `part` leads to: relative to its folder, or from the package's root. */
export function targetPart(part: string, target: string): string {
  const [path = ''] = target.split('#');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
