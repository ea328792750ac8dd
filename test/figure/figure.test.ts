import { describe, expect, test } from 'vitest';
import { figureOf, figureSvg } from '../../src/deck/figure.ts';
import { patternOf } from '../../src/deck/figurePattern.ts';
import { toned } from '../../src/deck/figureTones.ts';
import type { Card } from '../../src/deck/model.ts';
import { contrast } from '../../src/design/contrast.ts';
import type { Theme } from '../../src/design/design.ts';
import type { PersonaKind } from '../../src/workload/model.ts';
import { baseline, darkTheme, lightTheme, lowInkTheme } from '../support/deckFixture.ts';

const card = (
  id: string,
  { kind = 'person', team = 0 }: { kind?: PersonaKind; team?: number } = {},
): Pick<Card, 'id' | 'kind' | 'team'> => ({
  id,
  kind: { id: kind, label: kind },
  team: { id: 't', name: 'T', index: team },
});

const themes: readonly Theme[] = [lightTheme, darkTheme, lowInkTheme];

describe('figures', () => {
  test('are the same for the same persona, in any deck', () => {
    expect(figureOf(card('P001'), lightTheme)).toEqual(figureOf(card('P001'), lightTheme));
  });

  test('differ between a thousand ids, though not each from each', () => {
    const patterns = new Set(
      Array.from({ length: 1000 }, (_, index) =>
        JSON.stringify(patternOf(`P${String(index).padStart(3, '0')}`).layers),
      ),
    );
    expect(patterns.size).toBeGreaterThan(990);
  });

  test('differ between the baseline personas even without colour', () => {
    const patterns = baseline.map(({ id }) => JSON.stringify(patternOf(id)));
    expect(new Set(patterns).size).toBe(baseline.length);
  });

  test('have a badge for each kind', () => {
    const kinds: PersonaKind[] = ['person', 'process', 'agent'];
    const badges = kinds.map((kind) => JSON.stringify(figureOf(card('P001', { kind }), lightTheme).shapes.slice(-3)));
    expect(new Set(badges).size).toBe(3);
  });

  test('stay on their square', () => {
    for (let index = 0; index < 200; index += 1) {
      const { shapes, viewBox } = figureOf(card(`P${index}`), lightTheme);
      for (const [, ...values] of shapes.flatMap(({ commands }) => commands)) {
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(-0.001);
          expect(value).toBeLessThanOrEqual(viewBox[0] + 0.001);
        }
      }
    }
  });

  test('are few shapes: some colours of the pattern, the badge, the icon', () => {
    for (let index = 0; index < 200; index += 1) {
      expect(figureOf(card(`P${index}`), lightTheme).shapes.length).toBeLessThanOrEqual(7);
    }
  });

  test.each(themes.flatMap((theme) => theme.teams.map((_style, team) => [theme.name, team, theme] as const)))(
    'show the icon clearly on the badge: %s, team %i',
    (_name, team, theme) => {
      const [, badge, icon] = figureOf(card('P001', { team }), theme).shapes.slice(-3);
      expect(contrast(badge?.fill ?? '', icon?.fill ?? '')).toBeGreaterThan(7);
    },
  );

  test.each(themes.flatMap((theme) => theme.teams.map((_style, team) => [theme.name, team, theme] as const)))(
    'have tones that stay apart in greyscale: %s, team %i',
    (_name, team, theme) => {
      const fills = [
        ...new Set(
          figureOf(card('P009', { team }), theme)
            .shapes.slice(0, -3)
            .map(({ fill }) => fill),
        ),
      ];
      for (const [index, fill] of fills.entries()) {
        for (const other of fills.slice(index + 1)) expect(contrast(fill, other)).toBeGreaterThan(1.15);
      }
    },
  );

  test('are decorative SVG that is safe in HTML', () => {
    const svg = figureSvg(figureOf(card('"><script>'), lightTheme));
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 240" aria-hidden="true">(<path fill="#[0-9a-f]{6}" d="[MLCZ0-9 .-]+"\/>)+<\/svg>$/,
    );
  });

  test('of a persona without a team are neutral', () => {
    const { shapes } = figureOf({ id: 'P1', kind: { id: 'person', label: 'Person' } }, lightTheme);
    expect(shapes[0]?.fill).toBe(lightTheme.colors.quiet);
  });
});

test.each([
  ['#0072b2', 0, '#0072b2'],
  ['#0072b2', -1, '#000000'],
  ['#0072b2', 1, '#ffffff'],
  ['#808080', 0.5, '#c0c0c0'],
  ['#ff0000', -0.5, '#800000'],
])('%s toned by %d is %s', (color, tone, expected) => {
  expect(tone === 0 ? color : toned(color, tone)).toBe(expected);
});
