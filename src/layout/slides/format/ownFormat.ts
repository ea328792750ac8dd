import { type Pt, pt } from '../../../design/units.ts';
import { box } from '../../box.ts';
import type { AccessFrame, CoverFrame, PersonaFrame, PlainFrame, SlideFormat, TextPlace, TypeScale } from './model.ts';
import { ownLayouts } from './ownLayouts.ts';

/** 13.333 x 7.5 in, the 16:9 slide of PowerPoint. */
const WIDTH = pt(960);
const HEIGHT = pt(540);

/** Nothing on a slide is smaller: readable from the back of a room, and on the printed handout. */
export const FLOOR = pt(12);

const sizes: TypeScale = {
  id: pt(54),
  identity: pt(18),
  value: pt(16),
  summary: pt(15),
  accessTable: pt(14),
  strip: pt(13),
  label: FLOOR,
  floor: FLOOR,
};

const heading = (size: Pt, ...place: Parameters<typeof box>): TextPlace => ({
  box: box(...place),
  style: { font: 'heading', bold: true },
  size,
});

const running = (size: Pt, ...place: Parameters<typeof box>): TextPlace => ({
  box: box(...place),
  style: { font: 'body', bold: false },
  size,
});

/** Everything on a 4 pt grid. The rail holds who it is; right of it stands what it does. */
const cover: CoverFrame = {
  title: heading(pt(44), 56, 72, 848, 108),
  subtitle: running(pt(18), 56, 188, 848, 72),
  figures: box(56, 288, 848, 204),
};

const persona: PersonaFrame = {
  rail: box(0, 0, 232, 540),
  figure: box(0, 0, 232, 232),
  pattern: box(0, 232, 232, 12),
  id: box(28, 256, 184, 72),
  identity: box(28, 332, 184, 180),
  title: heading(pt(34), 268, 28, 652, 48),
  summary: box(268, 76, 652, 36),
  columns: [box(268, 116, 314, 152), box(606, 116, 314, 152)],
  strip: box(268, 280, 652, 216),
  legend: box(268, 500, 420, 20),
  moreColumns: [box(268, 88, 314, 404), box(606, 88, 314, 404)],
  moreStrip: box(268, 92, 652, 400),
};

const access: AccessFrame = {
  icon: box(56, 36, 32, 32),
  title: heading(pt(34), 104, 28, 816, 48),
  source: box(104, 76, 816, 24),
  table: box(56, 116, 864, 376),
  legend: box(56, 500, 620, 20),
};

const plain: PlainFrame = {
  title: heading(pt(34), 56, 28, 848, 48),
  body: running(pt(20), 56, 100, 848, 392),
  table: box(56, 100, 848, 392),
  picture: box(56, 82, 848, 438),
};

/** The format of a deck that has no template. */
export const ownFormat: SlideFormat = {
  width: WIDTH,
  height: HEIGHT,
  sizes,
  layouts: ownLayouts({ sizes, cover, persona, access, plain, number: box(856, 500, 64, 20) }),
  cover,
  persona,
  access,
  plain,
  home: box(728, 500, 124, 20),
};
