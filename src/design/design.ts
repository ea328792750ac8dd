import type { themePatterns } from '../schema/theme.ts';
import type { Mm } from './units.ts';

/** Everything that decides how a deck looks: chosen once a build, handed to every output. Colours are `#rrggbb`. */
export interface Design {
  readonly theme: Theme;
  readonly labels: Labels;
  /** BCP 47. */
  readonly language: string;
  readonly card: CardSize;
  readonly paper: PaperSize;
  /** Digest of all of it: part of the key of everything painted with it. */
  readonly digest: string;
}

/** Design tokens: one source for HTML and PowerPoint. */
export interface Theme {
  readonly name: string;
  readonly mode: 'light' | 'dark';
  readonly colors: ThemeColors;
  /** Eight pairs of colour and pattern; a ninth team starts over with the patterns moved on by one. */
  readonly teams: readonly TeamStyle[];
  readonly fonts: { readonly body: FontPair; readonly heading: FontPair };
  /** `filled`: the rail is painted in the team's colour. `ruled`: a thin rule only, to save ink. */
  readonly rail: 'filled' | 'ruled';
}

export interface ThemeColors {
  /** Behind cards: slides, pages. */
  readonly ground: string;
  /** The card itself. */
  readonly surface: string;
  /** A second, slightly set-off surface: table heads, notes. */
  readonly tint: string;
  /** Running text. */
  readonly ink: string;
  /** Labels and remarks; still at least 4.5 : 1 on `surface`, `tint` and `ground`. */
  readonly quiet: string;
  readonly rule: string;
  readonly link: string;
  /** Production's column, where the eye should land. */
  readonly production: string;
  /** What needs attention: a missing RBAC file, a cell not filled in. */
  readonly attention: string;
}

export interface TeamStyle {
  readonly color: string;
  /** Text on `color`: black or white, whichever reads. */
  readonly ink: string;
  readonly pattern: PatternName;
}

export type PatternName = (typeof themePatterns)[number];

/** Two families of the same metrics, or of nearly the same: what fits in one fits in the other. */
export interface FontPair {
  /** Family that the browser loads from a package. */
  readonly browser: string;
  /** Family that Office has. */
  readonly office: string;
  /** How much wider text may run in Office than in the browser; 1 unless given: the metrics are the same. */
  readonly widthFactor?: number;
  /** Height of a line of the Office family at single spacing, as a multiple of its size, where it is not of the four that ship. */
  readonly lineHeight?: number;
}

/** A card's trim size. `source` says who sells it. */
export interface CardSize {
  readonly name: string;
  readonly width: Mm;
  readonly height: Mm;
  /** How far from the trim everything stands that must be read, where more than usual is asked for. */
  readonly safe?: Mm;
}

export interface PaperSize {
  readonly name: string;
  readonly width: Mm;
  readonly height: Mm;
}

/** Every text that the tool itself puts on a card, slide or page: a locale file holds one of each. */
export type Labels = Readonly<Record<LabelKey, string>>;

export const labelKeys = [
  'id',
  'name',
  'kind',
  'persona',
  'person',
  'process',
  'agent',
  'team',
  'primaryInteraction',
  'components',
  'processes',
  'skills',
  'access',
  'accessOf',
  'environment',
  'role',
  'scope',
  'component',
  'identity',
  'identities',
  'standing',
  'eligible',
  'none',
  'open',
  'unlisted',
  'noRbacFile',
  'rbacFile',
  'continued',
  'legend',
  'summary',
  'goal',
  'notes',
  'image',
  'group',
  'sponsor',
  'duties',
  'tools',
  'skill',
  'status',
  'granted',
  'roleId',
  'system',
  'assignment',
  'limit',
  'approver',
  'review',
  'ticket',
  'power',
  'powerRead',
  'powerUse',
  'powerWrite',
  'powerGrant',
  'principal',
  'personaId',
  'otherColumns',
  'file',
  'line',
  'aliases',
  'address',
  'courses',
  'componentList',
  'componentNumber',
  'andMore',
  'why',
  'rbacDraft',
  'source',
  'personas',
  'noTeam',
  'noPersonas',
  'card',
  'workshopSubtitle',
  'aboutDeck',
  'aboutText',
  'overview',
  'processesByPersona',
  'skillsByPersona',
  'skillsByPeople',
  'teamsByTeam',
  'componentsByPersona',
  'accessIn',
  'raciOf',
  'matrices',
  'responsibilities',
  'processHeld',
  'skillHeld',
  'skillLacked',
  'skillNobody',
  'skillNeededBy',
  'personLacks',
  'personEmbodies',
  'teamNames',
  'teamNamed',
  'teamEmpty',
  'partnersBoth',
  'partnersOut',
  'partnersIn',
  'partnersAbsent',
  'onCardOnly',
  'accessRule',
  'raciResponsible',
  'raciAccountable',
  'raciConsulted',
  'raciInformed',
  'raciRule',
  'raciNobody',
  'raciSeveral',
  'altMatrix',
  'findings',
  'finding',
  'newPersona',
  'decisions',
  'decision',
  'owner',
  'due',
  'guideCover',
  'guideAbout',
  'guideOverview',
  'guidePersona',
  'guideFlows',
  'guideArchitectures',
  'guideHighlights',
  'guideProcesses',
  'guideSkills',
  'guideTeams',
  'guideComponents',
  'guideResponsibilities',
  'guideAccess',
  'guideFindings',
  'guideBlank',
  'guideDecisions',
  'guideCards',
  'sidesLongEdge',
  'sidesShortEdge',
  'sidesFolded',
  'cardsSubtitle',
  'sheetFronts',
  'sheetBacks',
  'sheetBoth',
  'front',
  'back',
  'codeTo',
  'generatedNote',
  'siteSkip',
  'siteContents',
  'siteSearch',
  'siteFilter',
  'siteAny',
  'siteShown',
  'siteNothing',
  'siteClear',
  'siteDark',
  'siteLeast',
  'siteMatrix',
  'siteMatrixHint',
  'siteCanWrite',
  'siteNobody',
  'siteUnknownPower',
  'siteOnCard',
  'siteOffCard',
  'siteNoTeam',
  'siteProduction',
  'siteMembers',
  'siteAccepted',
  'siteFindings',
  'siteForATime',
  'siteNoFindings',
  'siteError',
  'siteWarning',
  'siteInfo',
  'siteFileAsWritten',
  'rolesOnBack',
  'allOnCard',
  'flow',
  'flows',
  'architecture',
  'architectures',
  'lane',
  'steps',
  'step',
  'zone',
  'feedback',
  'deedRead',
  'deedApprove',
  'deedWrite',
  'deedOwn',
  'deedReadLetter',
  'deedApproveLetter',
  'deedWriteLetter',
  'deedOwnLetter',
  'powerReadLetter',
  'powerUseLetter',
  'powerWriteLetter',
  'powerGrantLetter',
  'eligibleLetters',
  'mayRead',
  'mayUse',
  'mayWrite',
  'mayGrant',
  'altFlow',
  'altArchitecture',
  'altStep',
  'altNext',
  'altNextLabel',
  'altFeedback',
  'altFeedbackLabel',
  'altZone',
  'altWorkers',
  'nobody',
  'rolesIn',
  'connections',
  'highlights',
  'personaIn',
] as const;
export type LabelKey = (typeof labelKeys)[number];
