import type { Rule } from '../checks/rule.ts';

/** Findings that a build itself makes: they are in no registry, since no check of a workload could make them. */
export const buildRules: readonly Rule[] = [
  {
    code: 'CRD801',
    title: 'Text set smaller, or continued on another card',
    severity: 'warning',
    area: 'cards',
    source: 'use of the deck in workshops',
    why: 'Below the size of the design a card is harder to read, and a second card is easily lost. An info where smaller type was enough, an error where not even one line has room.',
    fix: 'Shorten the texts, or choose a larger card.',
  },
  {
    code: 'FNT001',
    title: 'Character that no installed font has',
    severity: 'warning',
    area: 'cards',
    source: 'use of the deck in workshops',
    why: 'Cards, slides and pages would show an empty box in its place.',
    fix: 'Install the font package that the finding names, beside persona-deck; the fonts are listed under presets.',
  },
  {
    code: 'SLD801',
    title: 'Text on a slide set smaller than the design',
    severity: 'info',
    area: 'cards',
    source: 'use of the deck in workshops',
    why: 'On a projector smaller type is read from fewer seats. An error where a text has no room even at 12 pt.',
    fix: 'Shorten the text of the field that the finding points at.',
  },
  {
    code: 'TPL101',
    title: "Font of a company's template that another stands in for",
    severity: 'info',
    area: 'cards',
    source: 'widths of the fonts',
    why: 'Cards and pictures are drawn with the other font, and texts on slides are measured with it, with room to spare.',
    fix: 'Install the font package that the finding names, where there is one.',
  },
  {
    code: 'TPL102',
    title: "Colours of a company's template changed to be readable",
    severity: 'info',
    area: 'cards',
    source: 'WCAG 2.2, 1.4.3 contrast (minimum)',
    why: 'Text on cards and tables is small; in the colours of the template not everybody could read it.',
    fix: 'Nothing has to be done; a theme of the project can say other colours.',
  },
  {
    code: 'TPL103',
    title: "Slides without a layout of their own in a company's template",
    severity: 'info',
    area: 'cards',
    source: 'use of the deck in workshops',
    why: 'They stand on the nearest layout that has a title. A layout of their own lets the company say where their parts go.',
    fix: 'Nothing has to be done; a layout of the name in the hint is used when there is one.',
  },
];
