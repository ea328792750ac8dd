/** Where the text of a page reaches, in CSS px from the page's top left corner. */
export interface TextExtent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The smallest type, in CSS px. */
  readonly smallest: number;
}

/**
 * Runs in the page: how far the letters reach that are painted, to their own edges rather than those of their lines.
 * What a box cuts off does not count. Undefined when nothing is written.
 */
export function textExtentInPage(): TextExtent | undefined {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return undefined;
  /** Quarter turns clockwise of what an element shows. */
  const turnsOf = (element: Element | null): number => {
    let matrix = new DOMMatrix();
    for (let at = element; at !== null; at = at.parentElement) {
      const { transform } = getComputedStyle(at);
      if (transform !== 'none') matrix = new DOMMatrix(transform).multiply(matrix);
    }
    return (Math.round((Math.atan2(matrix.b, matrix.a) * 2) / Math.PI) + 4) % 4;
  };
  const cut = (box: DOMRect, element: Element | null): [number, number, number, number] => {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (let at = element; at !== null && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const frame = at.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return [left, top, right, bottom];
  };
  const extents: TextExtent[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || element === null || element.closest('svg') !== null) continue;
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible') continue;
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const metrics = context.measureText(text);
    // From the letters' tops and feet to the edges of the line's box, which is as high as the font is.
    const over = Math.max(0, metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent);
    const under = Math.max(0, metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent);
    // Space at left, top, right and bottom, of a line that is turned.
    const space = [
      [0, over, 0, under],
      [under, 0, over, 0],
      [0, under, 0, over],
      [over, 0, under, 0],
    ][turnsOf(element)] as [number, number, number, number];
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const [left, top, right, bottom] = cut(box, element);
      if (right - left < 0.5 || bottom - top < 0.5) continue;
      extents.push({
        left: left + space[0],
        top: top + space[1],
        right: right - space[2],
        bottom: bottom - space[3],
        smallest: Number.parseFloat(style.fontSize),
      });
    }
  }
  if (extents.length === 0) return undefined;
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    top: Math.min(...extents.map(({ top }) => top)),
    right: Math.max(...extents.map(({ right }) => right)),
    bottom: Math.max(...extents.map(({ bottom }) => bottom)),
    smallest: Math.min(...extents.map(({ smallest }) => smallest)),
  };
}
