import * as z from 'zod';
import type { TextExtent } from '../../../html/textExtent.ts';

/** Keyword of the text in a PNG file that says how far from its edges everything is written. */
export const TEXT_INSETS = 'Text insets';

const schema = z.object({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  smallest: z.number(),
});

/** From each edge of a picture to the nearest letter, in pixels, and the smallest type in points. */
export type TextInsets = Readonly<z.infer<typeof schema>>;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Insets of what was measured in a page, of which the picture shows the top left corner. */
export function insetsOf(
  { left, top, right, bottom, smallest }: TextExtent,
  { width, height }: { readonly width: number; readonly height: number },
  pxPerDot: number,
): TextInsets {
  return {
    left: tenth(left / pxPerDot),
    top: tenth(top / pxPerDot),
    right: tenth(width - right / pxPerDot),
    bottom: tenth(height - bottom / pxPerDot),
    smallest: Math.round(smallest * 75) / 100,
  };
}

/** The insets after the picture was turned by quarters clockwise. */
export function turnedInsets(insets: TextInsets, turns: 1 | 3 | undefined): TextInsets {
  const { left, top, right, bottom, smallest } = insets;
  if (turns === undefined) return insets;
  return turns === 1
    ? { left: bottom, top: left, right: top, bottom: right, smallest }
    : { left: top, top: right, right: bottom, bottom: left, smallest };
}

/** What a file says; undefined when it says nothing that is understood. */
export function readTextInsets(text: string | undefined): TextInsets | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
