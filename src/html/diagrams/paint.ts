import type { TeamMark } from '../../deck/model.ts';
import type { Theme, ThemeColors } from '../../design/design.ts';
import { teamStyle } from '../../design/teams.ts';

/** Colours of a part of a picture, as names of the theme's; `none` is no paint. */
interface PartColors {
  readonly fill: keyof ThemeColors | 'none';
  readonly stroke?: keyof ThemeColors;
}

const parts = {
  ground: { fill: 'surface' },
  group: { fill: 'tint', stroke: 'rule' },
  groupGround: { fill: 'tint' },
  emphasizedGround: { fill: 'production' },
  /** A group in another one; those in it look like the outer one again. */
  innerGroup: { fill: 'surface', stroke: 'rule' },
  emphasized: { fill: 'production', stroke: 'quiet' },
  node: { fill: 'surface', stroke: 'quiet' },
  text: { fill: 'ink' },
  quietText: { fill: 'quiet' },
  icon: { fill: 'none', stroke: 'quiet' },
  disc: { fill: 'ink' },
  discText: { fill: 'surface' },
  arrow: { fill: 'none', stroke: 'ink' },
  arrowHead: { fill: 'ink' },
  feedback: { fill: 'none', stroke: 'attention' },
  feedbackHead: { fill: 'attention' },
  feedbackText: { fill: 'attention' },
  sign: { fill: 'none', stroke: 'ink' },
  letters: { fill: 'surface' },
} as const satisfies Readonly<Record<string, PartColors>>;

export type DiagramPart = keyof typeof parts;

/** How the parts of a picture get their colours: painters write the attributes and know none. */
export interface DiagramPaint {
  /** Attributes of an element that is such a part. */
  part(name: DiagramPart): string;
  /** Attributes of the element around what is a team's. */
  team(team: TeamMark | undefined): string;
  /** Attributes of a persona's pill, of the part of it that holds the id, and of the id. */
  pill(part: 'edge' | 'body' | 'text', team: TeamMark | undefined): string;
}

/**
 * The theme's colours written into each element: understood by programs that read no style sheets. Themes that save ink
 * leave pills white, with an edge in the team's colour.
 */
export function fixedPaint(theme: Theme): DiagramPaint {
  const valueOf = (name: keyof ThemeColors | 'none'): string => (name === 'none' ? name : theme.colors[name]);
  return {
    part(name) {
      const { fill, stroke }: PartColors = parts[name];
      return attributes(valueOf(fill), stroke && valueOf(stroke));
    },
    team: () => '',
    pill(part, team) {
      const { color, ink } = teamStyle(theme, team);
      const [body, text] = theme.rail === 'ruled' ? [theme.colors.surface, theme.colors.ink] : [color, ink];
      return { edge: attributes('none', color), body: attributes(body), text: attributes(text) }[part];
    },
  };
}

function attributes(fill: string, stroke?: string): string {
  return stroke === undefined ? ` fill="${fill}"` : ` fill="${fill}" stroke="${stroke}"`;
}

/**
 * Classes in place of colours, for pages whose style sheet has those of several modes: `fill-surface`, `stroke-rule`;
 * `fill-band`, `fill-band-ink` and `stroke-team` are of the team that `teamClass` names around them.
 */
export function classPaint(teamClass: (team: TeamMark | undefined) => string): DiagramPaint {
  return {
    part(name) {
      const { fill, stroke }: PartColors = parts[name];
      return ` class="fill-${fill}${stroke === undefined ? '' : ` stroke-${stroke}`}"`;
    },
    team: (team) => ` class="${teamClass(team)}"`,
    pill: (part) => ` class="${{ edge: 'fill-none stroke-team', body: 'fill-band', text: 'fill-band-ink' }[part]}"`,
  };
}
