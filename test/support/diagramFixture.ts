import type {
  Graph,
  GraphEdge,
  GraphNode,
  LegendEntry,
  NodeComponent,
  PersonaBadge,
} from '../../src/deck/graphs/model.ts';
import { pt } from '../../src/design/units.ts';
import { type Box, box } from '../../src/layout/box.ts';
import type {
  Diagram,
  PlacedBadge,
  PlacedEdge,
  PlacedGroup,
  PlacedLegend,
  PlacedNode,
  PlacedText,
} from '../../src/layout/diagrams/model.ts';

/** Placed by simple rules, so that painters can be looked at and tested without layout and without a browser. */

const WIDTH = 156;
const HEIGHT = 96;
const GAP = 44;
const LANE = 150;
const TEAMS = ['Data Ingestion Team', 'Analytics Team', 'AI Team', 'Engineering Team'];
const people: Readonly<Record<string, readonly [string, PersonaBadge['kind'], number]>> = {
  P001: ['AI Data Engineer', 'person', 0],
  P003: ['BI Analyst', 'person', 1],
  P004: ['Discriminative AI Data Scientist', 'person', 2],
  P007: ['GenAI Chat Developer', 'person', 3],
  P009: ['BuildAgent MLOps', 'agent', 3],
};
const words: Readonly<Record<string, string>> = { R: 'reads', W: 'writes', A: 'approves', O: 'answers for it' };

/** `P004 W` as the badge of a step. */
export function fixtureBadge(said: string): PersonaBadge {
  const [id = '', letters = ''] = said.split(' ');
  const [name = id, kind = 'person', index = 0] = people[id] ?? [];
  return {
    id,
    name,
    kind,
    team: { id: `team-${index}`, name: TEAMS[index] ?? '', index },
    letters,
    words: [...letters].map((letter) => words[letter] ?? 'eligible').join(', '),
    deeds: [],
    link: { kind: 'card', id: `${id}-${name.toLowerCase().replaceAll(' ', '-')}` },
  };
}

const component = (name: string): NodeComponent => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  icon: 'ml',
  link: { kind: 'rbac', id: `${name.toLowerCase().replaceAll(' ', '-')}.md` },
});

export function placedText(place: Box, lines: readonly string[], size = 10, bold = false): PlacedText {
  return { box: place, lines, size: pt(size), lineHeight: pt(size * 1.2), bold };
}

const legendLetters: readonly LegendEntry[] = [
  { letters: 'O', words: 'answers for it' },
  { letters: 'W', words: 'writes' },
  { letters: 'R', words: 'reads' },
];

function badgesOf(said: readonly string[], x: number, y: number): PlacedBadge[] {
  return said.map((one, index) => ({
    badge: fixtureBadge(one),
    box: box(x + index * 58, y, 52, 15),
    idWidth: pt(33),
  }));
}

function legendOf(ids: readonly string[], y: number, width: number, letters = legendLetters): PlacedLegend {
  return {
    box: box(12, y, width - 24, 44),
    letters: letters.map((entry, index) => ({
      entry,
      sign: placedText(box(12 + index * 110, y + 4, 16, 12), [entry.letters], 9, true),
      text: placedText(box(30 + index * 110, y + 4, 88, 12), [entry.words], 9),
    })),
    personas: ids.map((id, index) => ({
      badge: fixtureBadge(id),
      box: box(12 + index * 170, y + 24, 34, 14),
      text: placedText(box(50 + index * 170, y + 25, 130, 12), [people[id]?.[0] ?? ''], 9),
    })),
  };
}

/** A step in its lane: title of one line or two, what it works on, who takes part. */
interface StepWords {
  readonly title: readonly string[];
  readonly lane: number;
  readonly column: number;
  readonly component: string;
  readonly badges: readonly string[];
  readonly skills?: string;
}

const steps: readonly StepWords[] = [
  {
    title: ['Data ingested,', 'change algorithm?'],
    lane: 0,
    column: 0,
    component: 'Azure Storage',
    badges: ['P004 W', 'P001 R'],
  },
  {
    title: ['Refine data and', 'train model'],
    lane: 0,
    column: 1,
    component: 'Azure Databricks',
    badges: ['P004 W'],
    skills: 'Python, Model training',
  },
  {
    title: ['Batch evaluate and', 'register model'],
    lane: 0,
    column: 2,
    component: 'Azure Machine Learning',
    badges: ['P004 W'],
  },
  { title: ['Deploy endpoint'], lane: 0, column: 3, component: 'Azure Machine Learning', badges: ['P004 W'] },
  {
    title: ['Get leading model', 'from Dev'],
    lane: 1,
    column: 0,
    component: 'Azure Machine Learning',
    badges: ['P009 R'],
  },
  {
    title: ['Deploy endpoint and', 'smoke test'],
    lane: 1,
    column: 1,
    component: 'Azure Machine Learning',
    badges: ['P009 W', 'P007 R'],
  },
  { title: ['Real-time monitor'], lane: 1, column: 2, component: 'Azure Machine Learning', badges: ['P004 R'] },
  {
    title: ['Get leading model', 'from Stage'],
    lane: 2,
    column: 0,
    component: 'Azure Machine Learning',
    badges: ['P009 R'],
  },
  {
    title: ['Deploy endpoint', 'blue/green'],
    lane: 2,
    column: 1,
    component: 'Azure Machine Learning',
    badges: ['P009 W', 'P007 R'],
  },
  { title: ['Real-time monitor'], lane: 2, column: 2, component: 'Azure Machine Learning', badges: ['P004 O'] },
];

const TOP = 34;
const LEFT = 24;
const laneTop = (lane: number): number => TOP + lane * (LANE + 10);
const stepBox = ({ lane, column }: Pick<StepWords, 'lane' | 'column'>): Box =>
  box(LEFT + column * (WIDTH + GAP), laneTop(lane) + 36, WIDTH, HEIGHT);
const stepId = (index: number): string => `step:${index + 1}`;

function stepNode(step: StepWords, index: number): PlacedNode {
  const place = stepBox(step);
  const [x, y] = [place.x + 8, place.y + 8];
  const node: GraphNode = {
    id: stepId(index),
    title: step.title.join(' '),
    number: index + 1,
    group: `lane:${step.lane}`,
    badges: step.badges.map(fixtureBadge),
    components: [component(step.component)],
    skills: step.skills === undefined ? [] : step.skills.split(', '),
  };
  return {
    node,
    box: place,
    number: placedText(box(x, y - 1, 16, 16), [String(index + 1)], 9, true),
    title: placedText(box(x + 22, y, WIDTH - 38, step.title.length * 12), step.title, 10, true),
    components: [
      {
        component: component(step.component),
        icon: box(x, y + 29, 11, 11),
        text: placedText(box(x + 15, y + 28, WIDTH - 31, 12), [step.component], 9),
      },
    ],
    ...(step.skills === undefined ? {} : { skills: placedText(box(x, y + 43, WIDTH - 16, 12), [step.skills], 9) }),
    badges: badgesOf(step.badges, x, y + 62),
  };
}

const laneNames = [
  ['Dev', 'Inner loop'],
  ['Stage', 'Outer loop'],
  ['Production', 'Outer loop'],
] as const;

function laneGroup([title, note]: readonly [string, string], index: number, width: number): PlacedGroup {
  return {
    group: { id: `lane:${index}`, title, note, emphasized: index === 2 },
    box: box(12, laneTop(index), width - 24, LANE),
    depth: 0,
    title: placedText(box(24, laneTop(index) + 10, 80, 14), [title], 12, true),
    note: placedText(box(110, laneTop(index) + 12, 80, 12), [note], 9),
  };
}

const along = (points: readonly (readonly [number, number])[]): PlacedEdge['points'] =>
  points.map(([x, y]) => ({ x: pt(x), y: pt(y) }));

function edgeOf(index: number, from: number, to: number, kind: GraphEdge['kind'], label?: string): GraphEdge {
  return {
    id: `arrow:${index}`,
    kind,
    from: stepId(from),
    to: stepId(to),
    ...(label === undefined ? {} : { label }),
  };
}

/** MLOps of the example: three lanes, ten steps, a way back of five pieces with its label. */
export function flowDiagram(): Diagram {
  const width = 2 * LEFT + 4 * WIDTH + 3 * GAP + 30;
  const middle = (index: number): number => {
    const place = stepBox(steps[index] ?? { lane: 0, column: 0 });
    return place.y + place.height / 2;
  };
  const next = steps.slice(1).map((step, index): PlacedEdge => {
    const [from, to] = [stepBox(steps[index] ?? step), stepBox(step)];
    const edge = edgeOf(index + 1, index, index + 1, 'next');
    if (steps[index]?.lane === step.lane) {
      const points = along([
        [from.x + from.width, middle(index)],
        [to.x, middle(index + 1)],
      ]);
      return { edge, start: 'right', end: 'left', points };
    }
    const [start, end, between] = [from.x + WIDTH / 2, to.x + WIDTH / 2, to.y - 50];
    const points = along([
      [start, from.y + HEIGHT],
      [start, between],
      [end, between],
      [end, to.y],
    ]);
    return { edge, start: 'bottom', end: 'top', points };
  });
  const [last, first] = [stepBox({ lane: 2, column: 2 }), stepBox({ lane: 0, column: 0 })];
  const [under, side, over] = [last.y + HEIGHT + 12, width - 22, 16];
  const feedback: PlacedEdge = {
    edge: edgeOf(10, 9, 0, 'feedback', 'drift'),
    start: 'bottom',
    end: 'top',
    points: along([
      [last.x + WIDTH / 2, last.y + HEIGHT],
      [last.x + WIDTH / 2, under],
      [side, under],
      [side, over],
      [first.x + WIDTH / 2, over],
      [first.x + WIDTH / 2, first.y],
    ]),
    label: placedText(box(width / 2 - 16, over - 7, 32, 14), ['drift'], 9),
  };
  const height = laneTop(3) + 56;
  return {
    kind: 'flow',
    id: 'mlops',
    title: 'MLOps',
    summary: 'From an experiment to a model in use, and back when it drifts.',
    alt: 'MLOps: 10 steps over Dev, Stage, Production.',
    width: pt(width),
    height: pt(height),
    direction: 'ltr',
    groups: laneNames.map((lane, index) => laneGroup(lane, index, width)),
    nodes: steps.map(stepNode),
    edges: [...next, feedback],
    legend: legendOf(['P001', 'P004', 'P007', 'P009'], laneTop(3), width),
  };
}

const parts = [
  ['Source systems', 'database', 0, 0, []],
  ['Azure Data Factory', 'pipeline', 1, 0, ['P001 W', 'P009 ◐W']],
  ['Azure Databricks', 'analytics', 1, 1, ['P001 W', 'P004 W']],
  ['Power BI', 'analytics', 2, 0, ['P003 W◐G']],
] as const;

const zonePlaces = [box(12, 12, 180, 134), box(240, 36, 376, 110), box(664, 12, 180, 134)];

function partNode([title, icon, zone, column, said]: (typeof parts)[number], index: number): PlacedNode {
  const zoneBox = zonePlaces[zone] ?? box(0, 0, 0, 0);
  const place = box(zoneBox.x + 12 + column * 200, 74, WIDTH, 60);
  const own = component(title);
  return {
    node: {
      id: `part:${index}`,
      title,
      icon,
      group: `zone:${zone}`,
      ...(said.length === 0 ? {} : { link: own.link, componentId: own.id }),
      badges: said.map(fixtureBadge),
      components: [],
      skills: [],
    },
    box: place,
    icon: box(place.x + 8, place.y + 8, 16, 16),
    title: placedText(box(place.x + 30, place.y + 10, WIDTH - 38, 12), [title], 10, true),
    components: [],
    badges: badgesOf(said, place.x + 8, place.y + 36),
  };
}

/** Zones, one of them in another, numbered connections, and roles as letters. */
export function architectureDiagram(): Diagram {
  const [width, height] = [856, 250];
  const zone = (index: number, title: string, depth: number, parent?: number): PlacedGroup => {
    const place = zonePlaces[index] ?? box(0, 0, 0, 0);
    return {
      group: {
        id: `zone:${index}`,
        title,
        emphasized: false,
        ...(parent === undefined ? {} : { parent: `zone:${parent}` }),
      },
      box: place,
      depth,
      title: placedText(box(place.x + 12, place.y + 8, place.width - 24, 14), [title], 11, true),
    };
  };
  const connection = (index: number, from: number, to: number, number?: number, label?: string): PlacedEdge => {
    const [a, b] = [partNode(parts[from] ?? parts[0], from).box, partNode(parts[to] ?? parts[0], to).box];
    const [x, y] = [(a.x + a.width + b.x) / 2, a.y + 30];
    return {
      edge: {
        id: `connection:${index}`,
        kind: 'connection',
        from: `part:${from}`,
        to: `part:${to}`,
        ...(number === undefined ? {} : { number }),
        ...(label === undefined ? {} : { label }),
      },
      start: 'right',
      end: 'left',
      points: along([
        [a.x + a.width, y],
        [b.x, y],
      ]),
      ...(number === undefined ? {} : { number: placedText(box(x - 10, y - 7, 14, 14), [String(number)], 8, true) }),
      ...(label === undefined ? {} : { label: placedText(box(x - 24, y - 24, 48, 12), [label], 9) }),
    };
  };
  return {
    kind: 'architecture',
    id: 'lambda-architecture',
    title: 'Lambda architecture',
    alt: 'Lambda architecture: 4 parts, 3 connections.',
    width: pt(width),
    height: pt(height),
    direction: 'ltr',
    groups: [
      {
        ...zone(0, 'Platform', 0),
        group: { id: 'zone:outer', title: 'Platform', emphasized: false },
        box: box(216, 4, 640, 154),
        title: placedText(box(228, 10, 200, 14), ['Platform'], 11, true),
      },
      zone(0, 'Sources', 0),
      {
        ...zone(1, 'Batch path', 1),
        group: { id: 'zone:1', title: 'Batch path', emphasized: false, parent: 'zone:outer' },
      },
      {
        ...zone(2, 'Serving layer', 1),
        group: { id: 'zone:2', title: 'Serving layer', emphasized: false, parent: 'zone:outer' },
      },
    ],
    nodes: parts.map(partNode),
    edges: [connection(1, 0, 1, 1, 'daily loads'), connection(2, 1, 2, 2), connection(3, 2, 3, 3, 'curated')],
    legend: {
      ...legendOf(['P001', 'P003', 'P004', 'P009'], 190, width, [
        { letters: 'G', words: 'may grant' },
        { letters: 'W', words: 'may write' },
        { letters: '◐', words: 'once activated' },
      ]),
      title: placedText(box(12, 174, 300, 12), ['Roles in Production'], 9, true),
    },
  };
}

/** The graph that a diagram shows. */
export function graphOf({ kind, id, title, alt, groups, nodes, edges, legend }: Diagram): Graph {
  return {
    kind,
    id,
    title,
    alt,
    groups: groups.map(({ group }) => group),
    nodes: nodes.map(({ node }) => node),
    edges: edges.map(({ edge }) => edge),
    legend: legend.letters.map(({ entry }) => entry),
  };
}
