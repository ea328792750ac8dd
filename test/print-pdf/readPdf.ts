import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a viewer makes of a PDF. */
export interface Reading {
  readonly texts: readonly string[];
  readonly links: readonly string[];
  /** `[left, bottom, right, top]` of the visible part of each page, in pt. */
  readonly views: readonly (readonly number[])[];
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: string | null;
  /** Roles of the tags on each page, outer before inner. */
  readonly tags: readonly (readonly string[])[];
  readonly fonts: readonly { readonly name: string; readonly isType3: boolean }[];
}

interface TagNode {
  readonly role?: string;
  readonly children?: readonly TagNode[];
}

const rolesIn = (node: TagNode): string[] =>
  [node.role, ...(node.children ?? []).flatMap(rolesIn)].filter((role) => role !== undefined);

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: true,
  }).promise;
  const { info } = await document.getMetadata();
  const texts: string[] = [];
  const links: string[] = [];
  const views: number[][] = [];
  const tags: string[][] = [];
  const fonts = new Map<string, { name: string; isType3: boolean }>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    views.push(page.view);
    const { items } = await page.getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    for (const { unsafeUrl } of await page.getAnnotations()) if (unsafeUrl !== undefined) links.push(unsafeUrl);
    tags.push(rolesIn(((await page.getStructTree()) ?? {}) as TagNode));
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      if (operation !== OPS.setFont) continue;
      const { name, isType3Font } = page.commonObjs.get(argsArray[index][0]) as { name: string; isType3Font: boolean };
      fonts.set(name, { name: name.replace(/^[A-Z]{6}\+/, ''), isType3: isType3Font });
    }
  }
  const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
  const language = ((await document.getMetadata()).info as { Language?: string }).Language ?? null;
  await document.cleanup();
  return {
    texts,
    links,
    views,
    outline,
    info: info as Record<string, unknown>,
    language,
    tags,
    fonts: [...fonts.values()],
  };
}
