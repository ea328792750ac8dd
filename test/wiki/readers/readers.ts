import type { WikiFlavour } from '../../../src/schema/settings.ts';
import { readDokuwiki } from './dokuwiki.ts';
import { readMarkdown } from './markdown.ts';
import { readMediawiki } from './mediawiki.ts';
import type { Reading } from './reading.ts';
import { readHtml, readStorage } from './xml.ts';

/** Reads a page of each wiki. */
export const readers: Readonly<Record<WikiFlavour, (page: string) => Reading>> = {
  github: readMarkdown,
  gitlab: readMarkdown,
  'azure-devops': readMarkdown,
  confluence: readStorage,
  mediawiki: readMediawiki,
  dokuwiki: readDokuwiki,
  html: readHtml,
};
