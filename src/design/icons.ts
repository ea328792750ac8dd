import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import svgpath from 'svgpath';
import type { PathCommand } from './paths.ts';

/** An icon on a 24 x 24 grid. `outline` icons are drawn with a stroke of 2 and round ends; `filled` ones without. */
export interface Icon {
  readonly name: IconName;
  readonly style: 'filled' | 'outline';
  readonly size: 24;
  readonly commands: readonly PathCommand[];
}

/** What the component icons stand for, and the Tabler icon that draws each. */
const categories = {
  storage: 'stack-2',
  database: 'database',
  analytics: 'chart-bar',
  pipeline: 'route-2',
  ml: 'brain',
  genai: 'sparkles',
  search: 'search',
  secrets: 'key',
  web: 'world',
  api: 'api',
  containers: 'packages',
  functions: 'bolt',
  devops: 'infinity',
  code: 'code',
  component: 'cube',
} as const;

export type CategoryName = keyof typeof categories;
type KindIconName = 'person' | 'process' | 'agent';
export type IconName = CategoryName | KindIconName;

export const categoryNames = Object.keys(categories) as readonly CategoryName[];

/**
 * A robot in the manner of Tabler's filled icons, which have none: antenna, ears, a head with two eyes left open and
 * shoulders. The eyes run against the head, so that both the non-zero and the even-odd rule leave them open.
 */
const filledRobot =
  'M12 .5a1.75 1.75 0 0 1 1 3.18v1.82h3.5a3.5 3.5 0 0 1 3.5 3.5v5a3.5 3.5 0 0 1 -3.5 3.5h-9a3.5 3.5 0 0 1 -3.5 -3.5' +
  'v-5a3.5 3.5 0 0 1 3.5 -3.5h3.5v-1.82a1.75 1.75 0 0 1 1 -3.18z' +
  'M9 9.5a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0 -3.5z' +
  'M15 9.5a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0 -3.5z' +
  'M1.75 9.5a1 1 0 0 1 1 1v2.5a1 1 0 0 1 -2 0v-2.5a1 1 0 0 1 1 -1z' +
  'M22.25 9.5a1 1 0 0 1 1 1v2.5a1 1 0 0 1 -2 0v-2.5a1 1 0 0 1 1 -1z' +
  'M8 19h8a4 4 0 0 1 4 4v.5h-16v-.5a4 4 0 0 1 4 -4z';

/** The icon of a component's category; `component` when it has none or an unknown one. */
export function iconNameFor(category: string | undefined): CategoryName {
  return categoryNames.find((name) => name === category) ?? 'component';
}

const drawn = new Map<IconName, Icon>();

/** Reads an icon from the `@tabler/icons` package (MIT) at its first use. */
export function icon(name: IconName): Icon {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const style = name in categories ? 'outline' : 'filled';
  const made: Icon = { name, style, size: 24, commands: absoluteCommands(drawingOf(name)) };
  drawn.set(name, made);
  return made;
}

function drawingOf(name: IconName): string {
  if (name === 'agent') return filledRobot;
  if (name === 'person') return readTabler('filled/user');
  if (name === 'process') return readTabler('filled/settings');
  return readTabler(`outline/${categories[name]}`);
}

/** Path data of a Tabler icon, without the empty square that each starts with. */
function readTabler(name: string): string {
  const file = createRequire(import.meta.url).resolve(`@tabler/icons/${name}.svg`);
  const paths = [...readFileSync(file, 'utf8').matchAll(/<path d="([^"]+)"/g)];
  return paths.map(([, data = '']) => data).join('');
}

/** Only M, L, C and Z remain: arcs become curves, shorthands are written out. */
export function absoluteCommands(data: string): PathCommand[] {
  const commands: PathCommand[] = [];
  svgpath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      commands.push(absoluteCommand(segment, x, y));
    });
  return commands;
}

function absoluteCommand([command, ...values]: readonly [string, ...number[]], x: number, y: number): PathCommand {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (command === 'H') return ['L', a, y];
  if (command === 'V') return ['L', x, a];
  if (command === 'Q')
    return ['C', x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d];
  if (command === 'Z' || command === 'z') return ['Z'];
  return [command, ...values] as unknown as PathCommand;
}
