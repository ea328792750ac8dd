import { AA_TEXT, contrast } from '../../../design/contrast.ts';
import type { ThemeColors } from '../../../design/design.ts';
import type { PersonaBadge } from '../../../deck/graphs/model.ts';
import type { LitPart } from '../../../layout/diagrams/highlight.ts';
import type { SlidePicture } from '../../../layout/slides/model.ts';
import type { ComposeContext } from '../composeContext.ts';
import type { Color } from '../slideSpec.ts';

type Token = keyof ThemeColors;

/** How a part of a picture looks that is lit, or in a picture where nothing is; and how the rest does. */
interface Tones {
  readonly lit: Token;
  readonly quiet: Token;
}

/** What is quiet has lines of hairlines' colour and text of remarks' colour, which can be read on every ground. */
const tones = {
  node: { lit: 'quiet', quiet: 'rule' },
  text: { lit: 'ink', quiet: 'quiet' },
  remark: { lit: 'quiet', quiet: 'quiet' },
  icon: { lit: 'quiet', quiet: 'rule' },
  arrow: { lit: 'ink', quiet: 'rule' },
  feedback: { lit: 'attention', quiet: 'rule' },
  feedbackText: { lit: 'attention', quiet: 'quiet' },
  disc: { lit: 'ink', quiet: 'rule' },
} as const satisfies Readonly<Record<string, Tones>>;

export type TonedPart = keyof typeof tones;

/** The colours of a picture: all of it lit, or only what is a persona's. */
export interface DiagramLook {
  readonly lit: LitPart | undefined;
  readonly isRtl: boolean;
  color(part: TonedPart, isLit: boolean): Color;
  /** Text on a disc. */
  onDisc(isLit: boolean): Color;
  /** Fill and line of a lane or zone. */
  group(isEmphasized: boolean, depth: number): { readonly fill: Color; readonly line: Color };
  /** Remarks on the ground of a lane that is emphasized. */
  remark(isEmphasized: boolean): Color;
  readonly surface: Color;
  /** What the picture stands on. */
  readonly ground: Color;
  /** Around a node that is lit amid others: the colour of the persona's team. */
  readonly ring: Color | undefined;
  badge(badge: PersonaBadge, isLit: boolean): { readonly fill: Color; readonly line: Color; readonly text: Color };
}

export function diagramLook({ lit, diagram }: SlidePicture, context: ComposeContext): DiagramLook {
  const { palette, design } = context;
  const token = (name: Token): Color => palette.token(name);
  const { colors } = design.theme;
  const surface = token('surface');
  const readable = contrast(colors.quiet, colors.production) >= AA_TEXT;
  return {
    lit: lit?.part,
    isRtl: diagram.direction === 'rtl',
    surface,
    // On a company's template pictures stand on a panel.
    ground: context.layout('table').panel === undefined ? token('ground') : surface,
    color: (part, isLit) => token(tones[part][isLit ? 'lit' : 'quiet']),
    onDisc: (isLit) => (isLit ? surface : token('ink')),
    group: (isEmphasized, depth) => ({
      fill: token(isEmphasized ? 'production' : depth % 2 === 0 ? 'tint' : 'surface'),
      line: token(isEmphasized ? 'quiet' : 'rule'),
    }),
    remark: (isEmphasized) => token(isEmphasized && !readable ? 'ink' : 'quiet'),
    ring: lit === undefined ? undefined : palette.team(lit.card.team),
    badge: ({ team }, isLit) =>
      isLit
        ? { fill: palette.team(team), line: palette.team(team), text: palette.onTeam(team) }
        : { fill: surface, line: token('rule'), text: token('quiet') },
  };
}
