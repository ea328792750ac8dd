import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pt } from '../../src/design/units.ts';
import type { Point, Side } from '../../src/layout/diagrams/model.ts';
import { descendants, element, type XmlElement } from '../../src/ooxml/xml.ts';
import { connectors } from '../../src/outputs/pptx/finish/connectors.ts';
import type { SlidePart } from '../../src/outputs/pptx/finish/slidePart.ts';
import type { ConnectorSpec } from '../../src/outputs/pptx/slideSpec.ts';
import { drawnPath } from '../support/connectorPath.ts';

/** The connector as the finishing pass writes it, and the line for programs that would draw it otherwise. */
function written(points: readonly Point[]): { connector: XmlElement; line: XmlElement | undefined } {
  const spec: ConnectorSpec = {
    kind: 'connector',
    name: 'Arrow',
    points,
    color: { hex: '#000000' },
    width: 1,
    dashed: false,
    arrow: true,
    description: { decorative: true },
  };
  const node = element('p:sp', {}, element('p:nvSpPr', {}, element('p:cNvPr', { id: 2, name: 'Arrow' })));
  connectors({ made: [{ element: spec, node }] } as unknown as SlidePart);
  const [connector = node] = descendants(node, 'p:cxnSp');
  return { connector, line: descendants(node, 'p:sp')[0] };
}

type Written = ReturnType<typeof written>;

const preset = ({ connector }: Written): string | undefined =>
  descendants(connector, 'a:prstGeom')[0]?.attributes['prst'];
const points = (...dots: readonly (readonly [number, number])[]): Point[] =>
  dots.map(([x, y]) => ({ x: pt(x), y: pt(y) }));

/** Largest distance of a drawn corner from where it should be, in points. */
function offBy({ connector, line }: Written, wanted: readonly Point[]): number {
  const drawings = [drawnPath(connector), ...(line === undefined ? [] : [drawnPath(line)])];
  for (const drawn of drawings) expect(drawn).toHaveLength(wanted.length);
  const distances = drawings.flatMap((drawn) =>
    drawn.map(([x, y], index) => Math.hypot(x - (wanted[index]?.x ?? 0), y - (wanted[index]?.y ?? 0))),
  );
  return Math.max(...distances);
}

const sides: readonly Side[] = ['top', 'left', 'bottom', 'right'];
const out: Readonly<Record<Side, readonly [number, number]>> = {
  top: [0, -1],
  left: [-1, 0],
  bottom: [0, 1],
  right: [1, 0],
};

/** All ways of so many pieces from a side: each bend goes one way or the other, by lengths of its own. */
function* pathsFrom(start: Side, pieces: number): Generator<Point[]> {
  for (let bends = 0; bends < 2 ** (pieces - 1); bends += 1) {
    let [dx, dy] = out[start];
    let at: readonly [number, number] = [400, 300];
    const dots = [at];
    for (let piece = 0; piece < pieces; piece += 1) {
      const length = 17 + 23 * ((piece * 7 + bends) % 5);
      at = [at[0] + dx * length, at[1] + dy * length];
      dots.push(at);
      const turn = (bends >> piece) & 1 ? 1 : -1;
      [dx, dy] = [-dy * turn, dx * turn];
    }
    yield points(...dots);
  }
}

test('a line stands in for a connector where LibreOffice would take another way', () => {
  const facing = points([0, 0], [50, 0], [50, 80], [100, 80]);
  const back = points([0, 0], [-20, 0], [-20, 80], [0, 80]);
  expect(written(points([0, 0], [30, 0])).line).toBeUndefined();
  expect(written(facing).line).toBeUndefined();
  expect(written(back).line).toBeDefined();
});

describe('a connector draws the path of its arrow', () => {
  for (const start of sides) {
    test.each([1, 2, 3, 4, 5, 6, 7])(`from the ${start} in %i pieces`, (pieces) => {
      for (const path of pathsFrom(start, pieces)) {
        const node = written(path);
        expect(offBy(node, path)).toBeLessThan(0.5);
        const name = pieces === 1 ? 'straightConnector1' : pieces > 5 ? undefined : `bentConnector${pieces}`;
        expect(preset(node)).toBe(name);
      }
    });
  }

  test('whose ends are level with each other, so that its box has no width', () => {
    for (const path of [
      points([100, 100], [160, 100], [160, 300], [100, 300]),
      points([100, 100], [40, 100], [40, 300], [100, 300]),
      points([100, 100], [100, 160], [300, 160], [300, 100]),
      points([100, 100], [100, 40], [300, 40], [300, 100]),
      points([100, 100], [100.2, 100], [100.2, 400], [-900, 400], [-900, 100], [100.1, 100]),
      points([0, 0], [500, 0], [500, 40], [-20, 40], [-20, 0.1], [0, 0.1]),
    ]) {
      expect(offBy(written(path), path)).toBeLessThan(0.5);
    }
  });

  test('without points that it could do without', () => {
    const node = written(points([0, 0], [10, 0], [10, 0], [30, 0], [30, 5], [30, 20]));
    expect(preset(node)).toBe('bentConnector2');
    expect(offBy(node, points([0, 0], [30, 0], [30, 20]))).toBeLessThan(0.01);
  });

  test('wherever its corners are', () => {
    const length = fc.integer({ min: 10, max: 60_000 }).map((hundredths) => hundredths / 100);
    const step = fc.tuple(length, fc.boolean());
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 9 }), (level, steps) => {
        let [x, y] = [300, 200];
        const path = [{ x: pt(x), y: pt(y) }];
        for (const [index, [by, forward]] of steps.entries()) {
          const delta = forward ? by : -by;
          if ((index % 2 === 0) === level) x += delta;
          else y += delta;
          path.push({ x: pt(x), y: pt(y) });
        }
        expect(offBy(written(path), path)).toBeLessThan(0.5);
      }),
    );
  });
});
