import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Theme } from '../design.ts';
import { type ShownFont, shownFont } from '../officeFonts.ts';
import { brandColorTokens } from './brandColorTokens.ts';
import { brandTeams } from './brandTeams.ts';
import type { BrandTemplate } from './model.ts';

/** A theme made of a template, and what people should know of it. */
export interface BrandTheme {
  readonly theme: Theme;
  /** `TPL101` a font is shown by another, `TPL102` colours were changed so that they read. */
  readonly remarks: readonly Diagnostic[];
}

/**
 * Design tokens of a template's colours and fonts. Whatever the template says, text reads on all that it stands on.
 * Fonts are looked for beside the project at `projectRoot` too.
 */
export function brandTheme(template: BrandTemplate, projectRoot: string): BrandTheme {
  const { mode, colors, changed } = brandColorTokens(template.colors);
  const fonts = {
    body: shownFont(template.fonts.body, projectRoot),
    heading: shownFont(template.fonts.heading, projectRoot),
  };
  const theme: Theme = {
    name: template.name === '' ? 'template' : template.name,
    mode,
    colors,
    teams: brandTeams(template.colors, colors),
    fonts: { body: fonts.body.pair, heading: fonts.heading.pair },
    rail: 'filled',
  };
  const shown = new Map([fonts.heading, fonts.body].map((font) => [font.pair.office, font]));
  const approximated = [...shown.values()].filter((font) => font.approximated);
  return {
    theme,
    remarks: [
      ...approximated.map((font) => fontRemark(font, template.file)),
      ...(changed.length === 0 ? [] : [colorRemark(changed, template.file)]),
    ],
  };
}

function fontRemark({ pair, package: better }: ShownFont, file: string): Diagnostic {
  const wider = Math.round(((pair.widthFactor ?? 1) - 1) * 100);
  const room = wider > 0 ? `; texts on slides are given ${wider} % more room` : '';
  return {
    kind: 'finding',
    code: 'TPL101',
    severity: 'info',
    message: `${pair.browser} stands in for the font ${pair.office}${room}`,
    hint:
      better === undefined
        ? 'workshop.pptx names the font of the template; install it where the deck is shown'
        : `to show it as it is: npm install ${better}`,
    location: { file },
  };
}

function colorRemark(changed: readonly string[], file: string): Diagnostic {
  return {
    kind: 'finding',
    code: 'TPL102',
    severity: 'info',
    message: `Colours of the template were changed to be readable: ${changed.join(', ')}`,
    hint: 'text needs a contrast of 4.5 : 1 with what it stands on (WCAG AA); the colours of the template itself stay',
    location: { file },
  };
}
