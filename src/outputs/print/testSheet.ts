import type { Pages, Shell } from '../../browser/pool.ts';
import { fontFaceCss, fontPairs, fontsFor } from '../../design/fonts.ts';
import { type Mm, mm, mmToPt, pt } from '../../design/units.ts';
import type { Duplex } from '../../layout/imposition/model.ts';
import { PRINT_ONLY, strokeStyle } from './cardsDocument.ts';
import { finishPdf } from './pdf/finishPdf.ts';
import { type BackOffset, moving } from './setup.ts';

/** What the printer is tested with. */
export interface TestSheet {
  /** As it is printed: turned to landscape where the deck's sheets are. */
  readonly paper: { readonly width: Mm; readonly height: Mm };
  readonly duplex: Exclude<Duplex, 'gutterfold'>;
  /** What the settings say now: the back is moved by it, so that a second test shows what is left. */
  readonly backOffset: BackOffset;
  /** Where the project is, which may have fonts of its own. */
  readonly root: string;
}

/** How far the two targets stand from the paper's side edges, in millimetres. */
const TARGET_INSET = 45;
/** What the scales reach to either side. */
const SCALE = 6;
/** From the middle of a target to its scales. */
const FROM_TARGET = 10;
/** What a good printer leaves white, and what others do. */
const FRAMES = [3, 4, 5, 6, 8, 10];

/**
 * A sheet of two sides that tells how far a printer misses the back: crosses on the front shine through onto scales on
 * the back, which say the numbers to set.
 */
export async function printTestSheet(sheet: TestSheet, pages: Pages): Promise<Uint8Array> {
  const { width, height } = sheet.paper;
  const printed = await pages.withPage(shellOf(sheet), async (page) => {
    await page.setContent(`${frontHtml(sheet)}${backHtml(sheet)}`);
    return page.print();
  });
  const media = { left: pt(0), top: pt(0), width: mmToPt(width), height: mmToPt(height) };
  return finishPdf(printed, { title: 'Print test', boxes: { media } });
}

function shellOf({ paper: { width, height }, root }: TestSheet): Shell {
  const [body] = fontPairs;
  if (body === undefined) throw new Error('there is no font');
  const { faces } = fontsFor({ fonts: { body, heading: body } }, [], root);
  const css =
    `${PRINT_ONLY}@page{size:${width}mm ${height}mm;margin:0}*{box-sizing:border-box}` +
    `body{margin:0;font:10pt/1.35 "${body.browser}";color:#000}` +
    `.sheet{contain:strict;position:relative;width:${width}mm;height:${height}mm;overflow:hidden;break-after:page}` +
    `.sheet:last-child{break-after:auto}.side,svg{position:absolute;left:0;top:0;width:100%;height:100%}` +
    `.words{position:absolute;left:15mm;right:15mm;top:${height / 2 + 28}mm;columns:2;column-gap:8mm}` +
    `h1{position:absolute;left:15mm;top:15mm;margin:0;font-size:16pt;line-height:1}ol{margin:0;padding-left:5mm}li{break-inside:avoid;margin-bottom:1.5mm}` +
    `code{font-family:inherit;font-weight:700;white-space:nowrap}text{font-size:2.6px;text-anchor:middle}`;
  return {
    html:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Print test</title>` +
      `<style>${fontFaceCss(faces)}${css}</style></head><body></body></html>`,
  };
}

function frontHtml(sheet: TestSheet): string {
  const drawing = [frames(sheet), ruler(sheet), ...targetsOf(sheet).map(([x, y]) => cross(x, y))].join('');
  const edge = sheet.duplex === 'long-edge' ? 'long' : 'short';
  return side(sheet, 'Print test: front', drawing, [
    `Print both pages on one sheet, at 100 % (&ldquo;actual size&rdquo;), double-sided, flipped on the ${edge} edge.`,
    'Measure the line of 100 mm above. When it is longer or shorter, the printer scales: switch that off first.',
    'The frames say what the printer can reach: the outermost one that is whole, in mm from the edge.',
    'Hold the sheet against a lamp and look at the back: it says how to go on.',
  ]);
}

function backHtml(sheet: TestSheet): string {
  const { x, y, turn } = sheet.backOffset;
  const targets = targetsOf(sheet);
  const [left = [0], right = [0]] = targets;
  const factor = 180 / Math.PI / (right[0] - left[0]);
  const drawing = targets.map(([cx, cy]) => scales(cx, cy)).join('');
  const set = x === 0 && y === 0 && turn === 0 ? '' : ` Add them to what is set now: x ${x}, y ${y}, turn ${turn}.`;
  const style = moving(sheet.backOffset);
  return side(
    sheet,
    'Print test: back',
    drawing,
    [
      'The crosses of the front shine through. Read at both targets where their lines cross the scales, in mm.',
      '<code>x</code> is the mean of both readings on the level scales, <code>y</code> of both on the upright ones.',
      `<code>turn</code> is the upright reading at the right less that at the left, times ${factor.toFixed(2)}.`,
      `Write them into persona-deck.yaml: <code>print: { backOffset: { x: &hellip;, y: &hellip;, turn: &hellip; } }</code>.${set}`,
      'Make this sheet again and print it: the crosses now meet the zeros.',
    ],
    style,
  );
}

function side({ paper }: TestSheet, title: string, drawing: string, steps: readonly string[], style = ''): string {
  const list = steps.map((step) => `<li>${step}</li>`).join('');
  return (
    `<section class="sheet"><div class="side" style="${style}"><h1>${title}</h1>` +
    `<svg viewBox="0 0 ${paper.width} ${paper.height}" aria-hidden="true">${drawing}</svg>` +
    `<ol class="words">${list}</ol></div></section>`
  );
}

/** Left and right of the middle, on one level: the same places whichever edge the paper is flipped on. */
function targetsOf({ paper: { width, height } }: TestSheet): (readonly [number, number])[] {
  return [
    [TARGET_INSET, height / 2],
    [width - TARGET_INSET, height / 2],
  ];
}

const path = (data: string, width = '0.25pt'): string =>
  `<path d="${data}" fill="none" stroke="#000" style="${strokeStyle(width)}"/>`;

function cross(x: number, y: number): string {
  return path(`M${x - 16} ${y}h32M${x} ${y - 16}v32`);
}

/**
 * A level scale below the target and an upright one beside it, each crossed by a line of the cross; right and down are
 * positive, as the settings have it.
 */
function scales(x: number, y: number): string {
  const steps = Array.from({ length: 4 * SCALE + 1 }, (_, index) => index / 2 - SCALE);
  const length = (at: number): number => (Number.isInteger(at) ? 2.4 : 1.2);
  const level = `M${x - SCALE} ${y + FROM_TARGET}h${2 * SCALE}${steps.map((at) => `M${x + at} ${y + FROM_TARGET}v${-length(at)}`).join('')}`;
  const upright = `M${x + FROM_TARGET} ${y - SCALE}v${2 * SCALE}${steps.map((at) => `M${x + FROM_TARGET} ${y + at}h${-length(at)}`).join('')}`;
  const numbers = steps
    .filter((at) => at % 5 === 0)
    .map(
      (at) =>
        `<text x="${x + at}" y="${y + FROM_TARGET + 3}">${at}</text><text x="${x + FROM_TARGET + 2}" y="${y + at + 0.8}">${at}</text>`,
    );
  const names = `<text x="${x - SCALE - 3}" y="${y + FROM_TARGET}">x</text><text x="${x + FROM_TARGET}" y="${y - SCALE - 2}">y</text>`;
  return path(level) + path(upright) + numbers.join('') + names;
}

function ruler({ paper: { width } }: TestSheet): string {
  const left = width / 2 - 50;
  const ticks = Array.from({ length: 11 }, (_, index) => `M${left + 10 * index} 38v4`).join('');
  return `${path(`M${left} 40h100${ticks}`, '0.5pt')}<text x="${width / 2}" y="46">100 mm</text>`;
}

function frames({ paper: { width, height } }: TestSheet): string {
  return FRAMES.map(
    (inset, index) =>
      `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="#000" style="${strokeStyle('0.25pt')}"/>` +
      `<rect x="${width / 2 - 15 + 6 * index - 1.4}" y="${inset - 1.4}" width="2.8" height="2.8" fill="#fff"/>` +
      `<text x="${width / 2 - 15 + 6 * index}" y="${inset + 0.9}">${inset}</text>`,
  ).join('');
}

/** Paper too small for the targets and the words. */
export const smallestTestSheet = { width: mm(180), height: mm(180) };
