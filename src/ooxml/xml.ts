import { SaxesParser } from 'saxes';

/**
 * A part of a package as a tree. Reading what was written gives the same tree: text is kept as it is, whitespace and
 * line ends included. Comments and processing instructions are not kept; Office writes none.
 */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Builds an element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  const present: Record<string, string> = {};
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) present[key] = String(value);
  }
  return { name, attributes: present, children: [...children] };
}

/** Throws with line and column when the text is not well formed. */
export function parseXml(text: string): XmlElement {
  return parse(text, false);
}

/** Without the blank text between elements, which means nothing in a part; text of runs is kept, blank or not. */
export function parseMarkup(text: string): XmlElement {
  return parse(text, true);
}

function parse(text: string, dropBlanks: boolean): XmlElement {
  try {
    return build(text, dropBlanks, false);
  } catch {
    // Keeping count of lines costs a tenth of the time, so they are only counted to say what is wrong.
    return build(text, dropBlanks, true);
  }
}

function build(text: string, dropBlanks: boolean, position: boolean): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position });
  const open: { readonly element: XmlElement; readonly from: number }[] = [];
  // Children of all open elements, one list after another: lists of the right length are made when elements close.
  const pending: XmlNode[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    // The parser's own object is a slow one, made for any number of keys.
    const copied: Record<string, string> = {};
    for (const key in attributes) copied[key] = attributes[key] as string;
    open.push({ element: { name, attributes: copied, children: [] }, from: pending.length });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    closed.element.children = pending.slice(closed.from);
    pending.length = closed.from;
    pending.push(closed.element);
  });
  const addText = (data: string): void => {
    const parent = open.at(-1);
    if (parent === undefined || (dropBlanks && parent.element.name !== 'a:t' && data.trim() === '')) return;
    pending.push(data);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [root] = pending;
  if (root === undefined || typeof root === 'string') throw new Error('No root element');
  return root;
}

/** With the XML declaration, as a part of a package has it. */
export function serializeXml(root: XmlElement): string {
  return declaration + markup(root);
}

function markup(node: XmlElement): string {
  let out = `<${node.name}`;
  for (const key in node.attributes) out += ` ${key}="${escapeAttribute(node.attributes[key] ?? '')}"`;
  if (node.children.length === 0) return `${out}/>`;
  out += '>';
  for (const child of node.children) out += typeof child === 'string' ? escapeText(child) : markup(child);
  return `${out}</${node.name}>`;
}

const textEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const attributeEscapes: Readonly<Record<string, string>> = {
  ...textEscapes,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A carriage return must be written as a reference: a parser would turn it into a line feed. */
function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => textEscapes[character] ?? character) : text;
}

function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/.test(text)
    ? text.replace(/[&<>"\r\n\t]/g, (character) => attributeEscapes[character] ?? character)
    : text;
}

export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child element of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name);
}

/** The child at the end of a path of names; throws when it is missing, since we know what the emitter writes. */
export function descend(parent: XmlElement, ...path: readonly string[]): XmlElement {
  return path.reduce((node, name) => {
    const next = child(node, name);
    if (next === undefined) throw new Error(`<${node.name}> has no <${name}>`);
    return next;
  }, parent);
}

/** All descendants of a name, the element itself included, in document order. */
export function descendants(node: XmlElement, name: string): XmlElement[] {
  return elementIndex(node).get(name) ?? [];
}

/** Elements of a tree by their names, each list in document order. */
export function elementIndex(root: XmlElement): Map<string, XmlElement[]> {
  const index = new Map<string, XmlElement[]>();
  addToIndex(root, index);
  return index;
}

function addToIndex(node: XmlElement, index: Map<string, XmlElement[]>): void {
  const known = index.get(node.name);
  if (known === undefined) index.set(node.name, [node]);
  else known.push(node);
  for (const inner of node.children) if (typeof inner !== 'string') addToIndex(inner, index);
}

export function removeChildren(parent: XmlElement, ...names: readonly string[]): void {
  parent.children = parent.children.filter((node) => typeof node === 'string' || !names.includes(node.name));
}

export function textContent(node: XmlElement): string {
  return node.children.map((inner) => (typeof inner === 'string' ? inner : textContent(inner))).join('');
}
