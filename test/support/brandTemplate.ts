import { ZipWriter } from '../../src/ooxml/zip.ts';

/** What a written template is to have besides the usual. */
export interface TemplateWish {
  /** 16:9 unless given. */
  readonly ratio?: '16:9' | '4:3';
  /** Replaces entries of the first theme's colours: `{ accent1: '<a:srgbClr val="112233"/>' }`. */
  readonly colors?: Readonly<Record<string, string>>;
  readonly fonts?: { readonly heading: string; readonly body: string };
  /** Replaces parts, adds some, or leaves them out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const types = 'application/vnd.openxmlformats-officedocument.presentationml.';

export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A company's template as PowerPoint would save it: two masters, five layouts, a slide. */
export function brandTemplateFile(wish: TemplateWish = {}): Uint8Array {
  const zip = new ZipWriter();
  for (const [name, content] of Object.entries({ ...templateParts(wish), ...wish.parts })) {
    if (content !== undefined) zip.add(name, typeof content === 'string' ? Buffer.from(content) : content);
  }
  return zip.finish('[Content_Types].xml');
}

/** The parts that `brandTemplateFile` writes, to build broken ones from. */
export function templateParts({
  ratio = '16:9',
  colors,
  fonts,
}: TemplateWish = {}): Record<string, string | Uint8Array> {
  const width = ratio === '16:9' ? 12_192_000 : 9_144_000;
  shapes = 1;
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'ppt/presentation.xml']),
    'docProps/app.xml': `${declaration}<Properties/>`,
    'ppt/presentation.xml': presentation(width),
    'ppt/_rels/presentation.xml.rels': relations(
      ['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ['rId2', 'slideMaster', 'slideMasters/slideMaster2.xml'],
      ['rId3', 'slide', 'slides/slide1.xml'],
      ['rId4', 'theme', 'theme/theme1.xml'],
      ['rId5', 'viewProps', 'viewProps.xml'],
      ['rId6', 'tags', 'tags/tag1.xml'],
      ['rId7', 'commentAuthors', 'commentAuthors.xml'],
      ['rId8', 'customXml', '../customXml/item1.xml'],
    ),
    'ppt/slideMasters/slideMaster1.xml': firstMaster(width),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['rId2', 'slideLayout', '/ppt/slideLayouts/slideLayout2.xml'],
      ['rId3', 'slideLayout', '../slideLayouts/slideLayout3.xml'],
      ['rId4', 'slideLayout', '../slideLayouts/slideLayout4.xml'],
      ['rId5', 'theme', '../theme/theme1.xml'],
      ['rId6', 'image', '../media/logo.png'],
      ['rId7', 'image', 'https://example.com/tracker.png', 'External'],
      ['rId8', 'hyperlink', 'https://example.com/', 'External'],
      ['rId9', 'hyperlink', 'file:///C:/secret.txt', 'External'],
      ['rId10', 'slide', '../slides/slide1.xml'],
    ),
    'ppt/slideMasters/slideMaster2.xml': secondMaster,
    'ppt/slideMasters/_rels/slideMaster2.xml.rels': relations(
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout5.xml'],
      ['rId2', 'theme', '../theme/theme2.xml'],
    ),
    ...layouts(width),
    'ppt/theme/theme1.xml': theme(
      'Harbour',
      { ...harbour, ...colors },
      fonts ?? { heading: 'Georgia', body: 'Segoe UI' },
    ),
    'ppt/theme/theme2.xml': theme('Night', { ...harbour, dk1: rgb('202020') }, { heading: 'Verdana', body: 'Verdana' }),
    'ppt/media/logo.png': pixel,
    'ppt/slides/slide1.xml': `${declaration}<p:sld ${namespaces}><p:cSld><p:spTree/></p:cSld></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': relations(['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml']),
    'ppt/viewProps.xml': `${declaration}<p:viewPr ${namespaces}/>`,
    'ppt/tags/tag1.xml': `${declaration}<p:tagLst ${namespaces}/>`,
    'ppt/commentAuthors.xml': `${declaration}<p:cmAuthorLst ${namespaces}/>`,
    'customXml/item1.xml': `${declaration}<secret/>`,
  };
}

export const rgb = (hex: string): string => `<a:srgbClr val="${hex}"/>`;

const harbour: Readonly<Record<string, string>> = {
  dk1: '<a:sysClr val="windowText" lastClr="101820"/>',
  lt1: '<a:sysClr val="window" lastClr="FFFFFF"/>',
  dk2: rgb('003B49'),
  lt2: rgb('EEF2F4'),
  accent1: rgb('00677F'),
  accent2: rgb('E87722'),
  accent3: rgb('6CC24A'),
  accent4: rgb('A6192E'),
  accent5: rgb('5C068C'),
  accent6: rgb('F2A900'),
  hlink: rgb('005EB8'),
  folHlink: rgb('5C068C'),
};

function relations(...all: readonly (readonly [string, string, string, 'External'?])[]): string {
  const written = all.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${OFFICE}${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Default Extension="PNG" ContentType="image/png"/>',
  override('ppt/presentation.xml', `${types}template.main+xml`),
  ...[1, 2].map((number) => override(`ppt/slideMasters/slideMaster${number}.xml`, `${types}slideMaster+xml`)),
  ...[1, 2, 3, 4, 5].map((number) => override(`ppt/slideLayouts/slideLayout${number}.xml`, `${types}slideLayout+xml`)),
  ...[1, 2].map((number) =>
    override(`ppt/theme/theme${number}.xml`, 'application/vnd.openxmlformats-officedocument.theme+xml'),
  ),
  override('ppt/slides/slide1.xml', `${types}slide+xml`),
  override('ppt/viewProps.xml', `${types}viewProps+xml`),
  override('ppt/tags/tag1.xml', `${types}tags+xml`),
  override('ppt/commentAuthors.xml', `${types}commentAuthors+xml`),
].join('')}</Types>`;

const presentation = (width: number): string =>
  `${declaration}<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst>` +
  '<p:sldMasterId id="2147483648" r:id="rId1"/><p:sldMasterId id="2147483660" r:id="rId2"/></p:sldMasterIdLst>' +
  `<p:sldIdLst><p:sldId id="256" r:id="rId3"/></p:sldIdLst><p:sldSz cx="${width}" cy="6858000"/>` +
  '<p:notesSz cx="6858000" cy="9144000"/><p:custDataLst><p:tags r:id="rId6"/></p:custDataLst><p:defaultTextStyle>' +
  '<a:lvl1pPr algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>' +
  '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>' +
  '<p:modifyVerifier algorithmName="SHA-512" hashData="x" saltData="y" spinValue="1"/></p:presentation>';

interface Shape {
  readonly place: string;
  /** In inches: left, top, width, height. */
  readonly box?: readonly [number, number, number, number];
  readonly body?: string;
  readonly styles?: string;
  readonly text?: string;
  readonly rotated?: number;
}

let shapes = 1;
function shape({ place, box, body = '', styles = '', text = '', rotated }: Shape): string {
  shapes += 1;
  const [x, y, cx, cy] = (box ?? []).map((inches) => Math.round(inches * 914_400));
  const turn = rotated === undefined ? '' : ` rot="${rotated}"`;
  const frame =
    box === undefined ? '' : `<a:xfrm${turn}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${shapes}" name="Placeholder ${shapes}"/><p:cNvSpPr/><p:nvPr><p:ph ${place}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${frame}</p:spPr><p:txBody><a:bodyPr ${body}><a:normAutofit fontScale="60000"/></a:bodyPr>` +
    `<a:lstStyle>${styles}</a:lstStyle><a:p><a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

const tree = (...content: readonly string[]): string =>
  '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>' +
  `${content.join('')}</p:spTree>`;

const picture = (reference: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"><a:hlinkClick r:id="rId9"/></p:cNvPr><p:cNvPicPr/><p:nvPr/></p:nvPicPr>` +
  `<p:blipFill><a:blip ${reference}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
  '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>';

const button = (id: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="91" name="Button ${id}"><a:hlinkClick r:id="${id}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>`;

const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
  'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const levels = [0, 1, 2, 3, 4].map(
  (level) =>
    `<a:lvl${level + 1}pPr marL="${228_600 + level * 457_200}" indent="-228600" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>` +
    `<a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buChar char="•"/><a:defRPr sz="${2800 - level * 400}"><a:solidFill>` +
    '<a:schemeClr val="tx1"><a:lumMod val="75000"/><a:lumOff val="25000"/></a:schemeClr></a:solidFill>' +
    `<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${level + 1}pPr>`,
);

function firstMaster(width: number): string {
  const inches = width / 914_400;
  return (
    `${declaration}<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${tree(
      shape({
        place: 'type="title"',
        box: [0.92, 0.4, inches - 1.84, 1.45],
        body: 'lIns="0" anchor="ctr"',
        text: 'Click to edit',
      }),
      shape({ place: 'type="body" idx="1"', box: [0.92, 2, inches - 1.84, 4.76] }),
      shape({
        place: 'type="dt" sz="half" idx="2"',
        box: [0.92, 6.95, 3, 0.4],
        styles: '<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>',
      }),
      shape({
        place: 'type="ftr" sz="quarter" idx="3"',
        box: [4.4, 6.95, 4.5, 0.4],
        styles: '<a:lvl1pPr algn="ctr"><a:defRPr sz="1200"/></a:lvl1pPr>',
      }),
      shape({
        place: 'type="sldNum" sz="quarter" idx="4"',
        box: [9.4, 6.95, 3, 0.4],
        styles: '<a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr>',
      }),
      picture('r:embed="rId6"'),
      picture('r:link="rId7"'),
      button('rId8'),
      button('rId10'),
    )}</p:cSld>${map}<p:sldLayoutIdLst>` +
    // Not in the order of the part names.
    '<p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId3"/>' +
    '<p:sldLayoutId id="2147483651" r:id="rId2"/><p:sldLayoutId id="2147483652" r:id="rId4"/></p:sldLayoutIdLst>' +
    '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/>' +
    '<a:defRPr sz="4400" b="1" cap="all"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>' +
    `<p:bodyStyle>${levels.join('')}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>`
  );
}

const secondMaster =
  `${declaration}<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(
    shape({ place: 'type="title"', box: [1, 1, 8, 1] }),
  )}</p:cSld>${map.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')}` +
  '<p:sldLayoutIdLst><p:sldLayoutId id="2147483661" r:id="rId1"/></p:sldLayoutIdLst>' +
  '<p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="3600"><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>';

function layouts(width: number): Record<string, string> {
  const inches = width / 914_400;
  const half = (inches - 2.2) / 2;
  const footers = [
    shape({ place: 'type="dt" sz="half" idx="10"' }),
    shape({ place: 'type="ftr" sz="quarter" idx="11"' }),
    shape({ place: 'type="sldNum" sz="quarter" idx="12"', text: '‹#›' }),
  ];
  const dark =
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" ' +
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>';
  const all: readonly string[] = [
    layout('Title Slide', 'title', dark, [
      shape({
        place: 'type="ctrTitle"',
        box: [1.67, 1.2, inches - 3.3, 2.6],
        body: 'anchor="b"',
        styles: '<a:lvl1pPr algn="ctr"><a:defRPr sz="6000" cap="none"/></a:lvl1pPr>',
      }),
      shape({
        place: 'type="subTitle" idx="1"',
        box: [1.67, 3.9, inches - 3.3, 1.8],
        styles:
          '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="2400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>',
      }),
    ]),
    layout('Title Only', 'titleOnly', '', [shape({ place: 'type="title"', text: 'Your headline' }), ...footers]),
    layout('Title and Content', 'obj', '', [
      shape({ place: 'type="title"' }),
      shape({ place: 'idx="1"', text: 'Text, please' }),
      ...footers,
    ]),
    layout('Two Content', 'twoObj', '', [
      shape({ place: 'type="title"' }),
      shape({ place: 'sz="half" idx="1"', box: [0.92, 2, half, 4.76] }),
      shape({ place: 'sz="half" idx="2"', box: [1.3 + half, 2, half, 4.76] }),
      shape({ place: 'type="pic" idx="13"', box: [0, 0, 1, 1] }),
      shape({ place: 'type="body" idx="14"', box: [0, 0, 1, 4], rotated: 16_200_000 }),
      ...footers,
    ]),
    layout('Night', 'titleOnly', '', [shape({ place: 'type="title"' })]),
  ];
  return Object.fromEntries(
    all.flatMap((content, index) => {
      const master = index === 4 ? 2 : 1;
      return [
        [`ppt/slideLayouts/slideLayout${index + 1}.xml`, content],
        [
          `ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`,
          relations(['rId1', 'slideMaster', `../slideMasters/slideMaster${master}.xml`]),
        ],
      ];
    }),
  );
}

const layout = (name: string, type: string, override: string, content: readonly string[]): string =>
  `${declaration}<p:sldLayout ${namespaces} type="${type}" preserve="1"><p:cSld name="${name}">${tree(...content)}</p:cSld>` +
  `${override === '' ? '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>' : override}</p:sldLayout>`;

function theme(
  name: string,
  colors: Readonly<Record<string, string>>,
  fonts: { heading: string; body: string },
): string {
  const slots = Object.entries(colors).map(([slot, color]) => `<a:${slot}>${color}</a:${slot}>`);
  const font = (family: string): string => `<a:latin typeface="${family}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return (
    `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="${name}">${slots.join('')}</a:clrScheme><a:fontScheme name="${name}"><a:majorFont>${font(fonts.heading)}</a:majorFont>` +
    `<a:minorFont>${font(fonts.body)}</a:minorFont></a:fontScheme><a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
