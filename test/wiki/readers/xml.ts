import { SaxesParser } from 'saxes';
import { Collector, type Reading } from './reading.ts';

/** Elements within a line of text; all others are blocks. */
const inline = new Set(['a', 'em', 'ac:link', 'ac:plain-text-link-body']);

/** Storage format of Confluence, which has to be well-formed XML. Throws when it is not. */
export function readStorage(page: string): Reading {
  return read(`<root xmlns:ac="ac" xmlns:ri="ri">${page}</root>`);
}

/** Our HTML: XML but for its first line and the elements that have no end. */
export function readHtml(page: string): Reading {
  return read(page.replace('<!doctype html>\n', '').replace(/<(meta|img|br|area)((?:"[^"]*"|[^">])*)>/g, '<$1$2/>'));
}

function read(xml: string): Reading {
  const seen = new Collector();
  const parser = new SaxesParser({ xmlns: true });
  let ignored = 0;
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string): string => attributes[key]?.value ?? '';
    if (name === 'style' || name === 'title') ignored += 1;
    if (name === 'ri:page') seen.link(value('ri:content-title'));
    else if (name === 'ri:attachment') seen.picture(value('ri:filename'));
    else if (name === 'img') seen.picture(value('src'));
    else if (name === 'a' || name === 'area') seen.link(value('href'));
    else seen.mark(name);
    if (!inline.has(name)) seen.text(' ');
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'style' || name === 'title') ignored -= 1;
    if (!inline.has(name)) seen.text(' ');
  });
  const text = (shown: string): void => {
    if (ignored === 0) seen.text(shown);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return seen.reading;
}
