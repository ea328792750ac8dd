declare const unit: unique symbol;
type Length<U extends string> = number & { readonly [unit]: U };

/** Millimetres, as paper and cards are sold. */
export type Mm = Length<'mm'>;
/** Points, 1/72 inch: PDF, type sizes. */
export type Pt = Length<'pt'>;
/** English Metric Units, 914,400 an inch: OOXML. */
export type Emu = Length<'emu'>;

export const mm = (value: number): Mm => value as Mm;
export const pt = (value: number): Pt => value as Pt;

const MM_PER_INCH = 25.4;

export const mmToPt = (value: Mm): Pt => ((value * 72) / MM_PER_INCH) as Pt;
export const ptToEmu = (value: Pt): Emu => Math.round(value * 12_700) as Emu;
/** Device pixels of a length at a resolution, rounded to whole pixels as print services count them. */
export const mmToDots = (value: Mm, dpi: number): number => Math.round((value / MM_PER_INCH) * dpi);
