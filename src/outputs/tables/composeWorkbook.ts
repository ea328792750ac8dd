import { AA_TEXT, contrast, inkOn, mix } from '../../design/contrast.ts';
import type { Theme } from '../../design/design.ts';
import type { Workbook, WorkbookStyle } from '../../tables/workbookModel.ts';
import { accessSheet } from './accessSheet.ts';
import { componentsSheet } from './componentsSheet.ts';
import type { TablesInput } from './input.ts';
import { matrixSheets } from './matrixSheets.ts';
import { personasSheet } from './personasSheet.ts';
import { processesSheet } from './processesSheet.ts';
import { skillsSheet } from './skillsSheet.ts';
import { workbookLinks } from './workbookLinks.ts';
import type { AccessRow } from './accessRows.ts';

/** The workload as a workbook: a sheet each for personas, components, access, processes and skills, then one a matrix. */
export function composeWorkbook(input: TablesInput, rows: readonly AccessRow[]): Workbook {
  const links = workbookLinks(input, rows);
  const lists = [
    personasSheet(input, links),
    componentsSheet(input, rows, links),
    accessSheet(input, rows, links),
    processesSheet(input),
    skillsSheet(input),
  ];
  return {
    title: input.deck.title,
    rightToLeft: input.deck.direction === 'rtl',
    style: styleOf(input.design.theme),
    sheets: [
      ...lists,
      ...matrixSheets(
        input,
        lists.map(({ name }) => name),
      ),
    ],
  };
}

const PAPER = '#ffffff';

/** The theme's accent on white paper, since a dark sheet would be white wherever it has no cells. */
function styleOf({ colors, fonts, mode }: Theme): WorkbookStyle {
  const link = readable(colors.link);
  return {
    font: fonts.body.office,
    header: { fill: link, ink: inkOn(link) },
    ink: mode === 'light' ? colors.ink : inkOn(PAPER),
    link,
    rule: mix(PAPER, colors.quiet, 0.3),
  };
}

/** The colour, as much darker as it has to be for text on paper. */
function readable(color: string): string {
  for (let amount = 0; amount < 1; amount += 0.1) {
    const darker = mix(color, '#000000', amount);
    if (contrast(darker, PAPER) >= AA_TEXT) return darker;
  }
  return inkOn(PAPER);
}
