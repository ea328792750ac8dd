import { headerCell, paragraph } from './accessCells.ts';
import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitGrid } from './gridSlides.ts';
import type { Cell, GridSlide, SlideFinding } from './model.ts';
import { oneLine } from './oneLine.ts';

/** What the checks have to say, for the group to decide on: errors first, and room for an owner. */
export function* fitFindings(findings: readonly SlideFinding[], context: DeckContext): Fitting<GridSlide[]> {
  const { labels } = context;
  const order = ['error', 'warning', 'info'];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return yield* fitGrid(
    {
      section: 'findings',
      key: 'findings',
      title: labels.findings,
      columns: [1.25, 6.75, 2],
      header: [headerCell(labels.id), headerCell(labels.finding), headerCell(labels.owner)],
      rows: sorted.map(rowOf),
    },
    context,
  );
}

function rowOf({ code, severity, message, hint, place }: SlideFinding): Cell[] {
  const remark = [hint, place].filter((part) => part !== undefined).map(oneLine);
  return [
    { paragraphs: [paragraph({ text: code, bold: true, ...(severity === 'error' ? { tone: 'attention' } : {}) })] },
    {
      paragraphs: [
        paragraph({ text: oneLine(message) }),
        ...remark.map((text) => paragraph({ text, tone: 'quiet' as const })),
      ],
    },
    { paragraphs: [] },
  ];
}
