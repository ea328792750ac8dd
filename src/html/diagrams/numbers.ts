/** A length as attributes have it: hundredths of a point are finer than any screen. */
export const num = (value: number): string => String(Math.round(value * 100) / 100);
