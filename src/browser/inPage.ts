/**
 * Functions that run inside a page. Each is sent there as its own source text, so it may use nothing from outside its
 * braces but what the page has. The declarations below are the part of the DOM that they touch: the compiler's whole
 * DOM library would make names like `window` and `event` look valid in all of our code.
 */
interface FontFaceSet extends Iterable<PageFont> {
  readonly status: 'loading' | 'loaded';
  readonly ready: Promise<unknown>;
}

interface PageFont {
  readonly family: string;
  readonly weight: string;
  readonly status: 'unloaded' | 'loading' | 'loaded' | 'error';
  load(): Promise<unknown>;
}

interface PageElement {
  readonly tagName: string;
  readonly outerHTML: string;
  getBoundingClientRect(): unknown;
  replaceChildren(content: unknown): void;
}

interface PageImage extends PageElement {
  loading: 'eager' | 'lazy';
  decode(): Promise<void>;
}

interface PageTemplate {
  innerHTML: string;
  readonly content: {
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: 'img'): Iterable<PageImage>;
  };
}

declare function requestAnimationFrame(callback: () => void): void;

declare const document: {
  readonly body: PageElement;
  readonly fonts: FontFaceSet;
  createElement(name: 'template'): PageTemplate;
};

/**
 * Replaces the body, lays it out, waits for fonts and images. Gives what is wrong with it, one line each.
 * Elements that would leave the page (`<meta http-equiv=refresh>` is one the policy does not cover) are refused as a whole.
 */
export async function swapBody(html: string): Promise<string[]> {
  const template = document.createElement('template');
  template.innerHTML = html;
  const refused = template.content.querySelector('script, meta, base, link, iframe, frame, object, embed');
  if (refused !== null) return [`<${refused.tagName.toLowerCase()}> is not allowed in a page`];
  const images = [...template.content.querySelectorAll('img')];
  // A lazy image outside the window would never load.
  for (const image of images) image.loading = 'eager';
  document.body.replaceChildren(template.content);
  document.body.getBoundingClientRect();
  do await document.fonts.ready;
  while (document.fonts.status === 'loading');
  const faults: string[] = [];
  for (const font of document.fonts) {
    if (font.status === 'error') faults.push(`the font file of ${font.family} ${font.weight} cannot be loaded`);
  }
  for (const image of images) {
    await image.decode().catch(() => faults.push(`an image cannot be shown: ${image.outerHTML.slice(0, 120)}`));
  }
  return faults;
}

/** Loads every font that the shell declares, for a body that is not laid out until it is printed. */
export async function loadFonts(): Promise<string[]> {
  const faults: string[] = [];
  for (const font of document.fonts) {
    await font.load().catch(() => faults.push(`the font file of ${font.family} ${font.weight} cannot be loaded`));
  }
  return faults;
}

/** Waits until the page draws a frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
