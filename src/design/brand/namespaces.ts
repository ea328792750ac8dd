import type { XmlElement } from '../../ooxml/xml.ts';
import { TemplateRefused } from './templateParts.ts';

const usual: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'xmlns:a',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'xmlns:p',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'xmlns:r',
};

const save = 'open it in PowerPoint and save it as "PowerPoint Template (*.potx)"';

/** A part is read by the prefixes that every program writes; files of the strict standard have other namespaces. */
export function checkNamespaces(name: string, root: XmlElement): void {
  for (const [key, value] of Object.entries(root.attributes)) {
    if (!key.startsWith('xmlns')) continue;
    if (value.startsWith('http://purl.oclc.org/ooxml/')) {
      throw new TemplateRefused('unusual', 'it is saved as "Strict Open XML", which cannot be built upon', save);
    }
    const prefix = usual[value];
    if (prefix !== undefined && prefix !== key) {
      throw new TemplateRefused('unusual', `${name} uses unusual namespace prefixes`, save);
    }
  }
}
