import { safeLine } from '../guards.ts';
import { slideNumber } from '../slideNumbers.ts';
import type { LinkSpec } from '../slideSpec.ts';
import { isAbsolute } from './links.ts';
import { freeNumber, type Relation } from '../../../ooxml/relations.ts';
import type { SlidePart } from './slidePart.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Makes the links of text that is ours, and the slide's relations that they name; a target has one relation. */
export function slideLinks({ relations, numbers }: SlidePart): (link: LinkSpec) => XmlElement {
  return (link) => {
    const internal = 'slide' in link;
    const target = internal ? `slide${slideNumber(numbers, link.slide)}.xml` : link.url;
    const action = internal ? 'ppaction://hlinksldjump' : isAbsolute(target) ? undefined : 'ppaction://hlinkfile';
    return element('a:hlinkClick', {
      'r:id': relationTo(relations, internal ? 'slide' : 'hyperlink', target).id,
      action,
      tooltip: link.tip === undefined ? undefined : safeLine(link.tip),
    });
  };
}

function relationTo(relations: Relation[], type: string, target: string): Relation {
  const known = relations.find((relation) => relation.type === type && relation.target === target);
  if (known !== undefined) return known;
  const relation = { id: `rId${freeNumber(relations)}`, type, target, external: type === 'hyperlink' };
  relations.push(relation);
  return relation;
}
