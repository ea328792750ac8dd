import type { CardSize } from '../design/design.ts';
import type { Shop } from '../design/shops.ts';

/** Something that a print service asks for, and what the files are. */
export interface Requirement {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  /** `unknown` where the files or this machine do not let it be measured. */
  readonly met: 'yes' | 'no' | 'unknown';
  /** The file or page that falls short the most. */
  readonly where?: string;
}

/** A file that is looked at; it is read when its turn comes. */
export interface PreflightFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What files are measured against. */
export interface PreflightOrder {
  readonly shop: Shop;
  /** The size that they have to be; any that the service sells when absent. */
  readonly card?: CardSize;
  /** Whether PDFs have to be PDF/X, also where the service does not ask for it. */
  readonly pdfx?: boolean;
}

/** The least size of type that is read well on a card, in points. */
export const SMALLEST_TYPE = 7;
/** Letters may stand so much nearer to the cut, in millimetres: about a dot. */
export const SAFE_TOLERANCE = 0.1;

/** A requirement that either is met or not. */
export function requirement(
  name: string,
  wanted: string,
  measured: string,
  met: boolean | undefined,
  where?: string,
): Requirement {
  return {
    name,
    wanted,
    measured,
    met: met === undefined ? 'unknown' : met ? 'yes' : 'no',
    ...(where === undefined ? {} : { where }),
  };
}

/** The item with the least value; undefined of none. */
export function least<T>(items: readonly T[], valueOf: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || valueOf(item) < valueOf(best) ? item : best),
    undefined,
  );
}

export const rounded = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));

/** How the safe area is written down. */
export const safeWanted = ({ safe }: Shop): string =>
  `at least ${rounded(safe, 3)} mm (± ${SAFE_TOLERANCE}) inside the cut`;
