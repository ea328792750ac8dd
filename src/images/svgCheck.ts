import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { PictureFault } from './pictureError.ts';

/** What is wrong with an SVG, if anything. */
export interface SvgFault {
  readonly fault: PictureFault;
  /** Completes "the SVG ...". */
  readonly what: string;
}

/**
 * Finds what keeps an SVG from looking the same everywhere. The renderer would leave such parts out, silently: it runs
 * no script and loads no file. Gives the first fault.
 */
export function checkSvg(text: string): SvgFault | undefined {
  let found: SvgFault | undefined;
  const report = (fault: PictureFault, what: string): void => {
    found ??= { fault, what };
  };
  const parser = new SaxesParser();
  let inStyle = false;
  parser.on('error', (error) => report('broken', `is not well-formed: ${error.message}`));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) report('reaches-out', 'declares entities');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') report('reaches-out', 'asks for a style sheet');
  });
  parser.on('opentag', (tag) => {
    inStyle = localName(tag.name) === 'style';
    const fault = faultOfElement(tag);
    if (fault !== undefined) report(fault.fault, fault.what);
  });
  parser.on('closetag', () => {
    inStyle = false;
  });
  const css = (style: string): void => {
    if (inStyle && loadsFromCss(style)) report('reaches-out', 'has a style that loads from elsewhere');
  };
  parser.on('text', css);
  parser.on('cdata', css);
  parser.write(text).close();
  return found;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const refusedElements: ReadonlyMap<string, SvgFault> = new Map([
  ['script', { fault: 'reaches-out', what: 'holds a script' }],
  ['foreignobject', { fault: 'reaches-out', what: 'holds a piece of another document (foreignObject)' }],
  ['include', { fault: 'reaches-out', what: 'includes another file' }],
  ['text', { fault: 'needs-fonts', what: 'holds text' }],
]);

function faultOfElement({ name, attributes }: SaxesTagPlain): SvgFault | undefined {
  const element = localName(name);
  const refused = refusedElements.get(element);
  if (refused !== undefined) return refused;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on/i.test(attribute)) return { fault: 'reaches-out', what: `holds a script (${attribute})` };
    // A link leads somewhere but loads nothing.
    if (localName(attribute) === 'href' && element !== 'a' && !isInside(value)) {
      return { fault: 'reaches-out', what: `takes ${value.slice(0, 80)} from elsewhere` };
    }
    if (loadsFromCss(value)) return { fault: 'reaches-out', what: `takes ${value.slice(0, 80)} from elsewhere` };
  }
  return undefined;
}

/** An address of a part of the file itself, or of an image that the file carries. */
const isInside = (address: string): boolean => /^\s*(?:#|data:image\/(?:png|jpeg);)/i.test(address);

function loadsFromCss(css: string): boolean {
  if (/@import/i.test(css)) return true;
  return [...css.matchAll(/url\(\s*['"]?([^'")]*)/gi)].some(([, address]) => !isInside(address ?? ''));
}
