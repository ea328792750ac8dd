/**
 * How a team is told apart: by name, and by a colour and a pattern together, so that neither has to do it alone.
 * `index` counts teams from 0 in the deck's order; colour and pattern are the theme's to choose from it.
 */
export interface TeamMark {
  readonly id: string;
  readonly name: string;
  readonly index: number;
  /** `#rrggbb`, when the author chose one. */
  readonly color?: string;
}
