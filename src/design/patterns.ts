import type { PatternName } from './design.ts';

/**
 * A team's pattern as one SVG path that fills (not strokes) within `width` x `height`, repeated every `pitch`; all in
 * the same unit. Slanted bars pass the sides, where whoever paints has to clip. Filled paths stay vectors in PDF, where CSS gradients and SVG patterns become pictures.
 */
export function patternPath(pattern: PatternName, width: number, height: number, pitch: number): string {
  const bar = pitch * 0.36;
  switch (pattern) {
    case 'plain':
      return '';
    case 'rows':
      return steps(height, pitch)
        .map((y) => rectangle(0, y + pitch * 0.3, width, Math.min(bar, height - y - pitch * 0.3)))
        .join('');
    case 'columns':
      return steps(width, pitch)
        .map((x) => rectangle(x, 0, Math.min(bar, width - x), height))
        .join('');
    case 'grid':
      return patternPath('rows', width, height, pitch) + patternPath('columns', width, height, pitch);
    case 'checks':
      return cells(width, height, pitch / 2)
        .filter(([x, y]) => (Math.round(x / (pitch / 2)) + Math.round(y / (pitch / 2))) % 2 === 0)
        .map(([x, y]) => rectangle(x, y, Math.min(pitch / 2, width - x), Math.min(pitch / 2, height - y)))
        .join('');
    case 'dots':
      return cells(width - pitch * 0.6, height - pitch * 0.4, pitch)
        .map(([x, y]) => circle(x + pitch / 2, y + pitch / 2, pitch * 0.26))
        .join('');
    case 'diagonal':
      return steps(width + height, pitch)
        .map((x) => slanted(x - height, bar, height))
        .join('');
    case 'waves':
      return steps(width, pitch)
        .map((x) => chevron(x, Math.min(pitch, width - x), height, bar))
        .join('');
  }
}

function steps(length: number, pitch: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(length / pitch - 1e-9)) }, (_, index) => index * pitch);
}

function cells(width: number, height: number, pitch: number): [number, number][] {
  return steps(height, pitch).flatMap((y) => steps(width, pitch).map((x): [number, number] => [x, y]));
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

function rectangle(x: number, y: number, width: number, height: number): string {
  return width <= 0 || height <= 0 ? '' : `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
}

/** A bar from (x, height) up to (x + height, 0). */
function slanted(x: number, bar: number, height: number): string {
  const thickness = bar * Math.SQRT2;
  return `M${n(x)} ${n(height)}L${n(x + height)} 0H${n(x + height + thickness)}L${n(x + thickness)} ${n(height)}z`;
}

/** One peak of a zigzag across the whole height. */
function chevron(x: number, pitch: number, height: number, bar: number): string {
  const middle = x + pitch / 2;
  const low = height - bar;
  return `M${n(x)} ${n(low)}L${n(middle)} 0L${n(x + pitch)} ${n(low)}V${n(height)}L${n(middle)} ${n(bar)}L${n(x)} ${n(height)}z`;
}
