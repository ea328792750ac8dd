import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Team, Workload } from '../../workload/model.ts';
import { colorDistance, oklabOf, type Vision, visions } from './colorDistance.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const alikeColors: Rule = {
  code: 'PRS006',
  title: 'Colours of two teams that cannot be told apart',
  severity: 'warning',
  area: 'personas',
  source: 'WCAG 2.2, 1.4.1 use of colour',
  why: 'Cards on a wall are grouped by colour at a glance; those of two teams would look like one.',
  fix: 'Choose another colour for one of them.',
};

/** Whether the colours that the author chose tell teams apart. Those of a theme are the theme's business. */
export const teamColorCheck: Check = { rules: [alikeColors], run: findAlike };

/** Least distance in Oklab that is still seen when two cards lie apart, not side by side. */
const leastDistance = 0.05;
/** The same for who sees fewer colours: less, since patterns and names help. */
const leastDistanceForFew = 0.03;

interface Painted {
  readonly team: Team;
  readonly color: string;
}

/** One finding a team at most, naming the first team before it that looks the same. */
function findAlike({ teams }: Workload): Diagnostic[] {
  const painted = teams.flatMap((team) => (team.color === undefined ? [] : [{ team, color: team.color }]));
  const alike = new Map<Painted, { readonly other: Painted; readonly vision: Vision }>();
  for (const vision of visions) {
    const least = vision.deficiency === undefined ? leastDistance : leastDistanceForFew;
    for (const [one, other] of pairsWithin(painted, vision, least)) {
      if (!alike.has(one)) alike.set(one, { other, vision });
    }
  }
  return painted.flatMap((one) => {
    const found = alike.get(one);
    return found === undefined ? [] : findingOf(one, found.other, found.vision);
  });
}

/** Each team with the first one before it that is too close, found in cells of the colour space. */
function pairsWithin(painted: readonly Painted[], vision: Vision, least: number): [Painted, Painted][] {
  const cells = new Map<string, { readonly one: Painted; readonly place: ReturnType<typeof oklabOf> }[]>();
  return painted.flatMap((one) => {
    const place = oklabOf(one.color, vision);
    const [l, a, b] = place.map((part) => Math.floor(part / least)) as [number, number, number];
    const near = around.flatMap(([x, y, z]) => cells.get(`${l + x} ${a + y} ${b + z}`) ?? []);
    const key = `${l} ${a} ${b}`;
    const found = near.find((other) => colorDistance(place, other.place) < least);
    // A colour that has been found too close stands for nothing new.
    if (found !== undefined) return [[one, found.one] as [Painted, Painted]];
    cells.set(key, [...(cells.get(key) ?? []), { one, place }]);
    return [];
  });
}

const steps = [0, -1, 1];
/** A cell and its neighbours. */
const around = steps.flatMap((x) => steps.flatMap((y) => steps.map((z) => [x, y, z] as const)));

function findingOf({ team, color }: Painted, other: Painted, { deficiency }: Vision): Diagnostic {
  const both = `the colours of ${other.team.name} and ${team.name}`;
  const message =
    color === other.color
      ? `${both} are the same, ${color}`
      : deficiency === undefined
        ? `${both}, ${other.color} and ${color}, look alike`
        : `${both}, ${other.color} and ${color}, look alike to ${deficiency}`;
  const first = other.team.fieldLocations?.color;
  return finding(alikeColors, message, team.fieldLocations?.color ?? { file: '' }, {
    hint: `choose another colour for ${team.name}, lighter or darker too`,
    related: first === undefined ? [] : [{ message: `colour of ${other.team.name}`, location: first }],
  });
}
