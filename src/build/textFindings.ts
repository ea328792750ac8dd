import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { safeOf } from '../design/sizes.ts';
import type { FontSet } from '../design/fonts.ts';
import type { Shrunk } from '../layout/cards/model.ts';
import { type ShrunkSlideText, shrunkSlideTexts } from '../layout/slides/shrunk.ts';
import type { Persona, Workload } from '../workload/model.ts';
import type { FittedDeck } from './fit.ts';

/** Findings about how texts came out: only a build, which lays them out, can know. */
export function textFindings(
  workload: Workload,
  fonts: FontSet,
  { cards, others, slides, cardSlides }: FittedDeck,
): Diagnostic[] {
  const personas = new Map(workload.personas.map((persona) => [persona.id, persona]));
  const pictures = new Map([
    ...workload.flows.map(({ id, location }) => [`flow:${id}`, location] as const),
    ...workload.architectures.map(({ id, location }) => [`architecture:${id}`, location] as const),
  ]);
  return [
    ...(slides === undefined ? [] : shrunkSlideTexts(slides).map((text) => slideFinding(text, personas, pictures))),
    ...fonts.missing.map(({ characters, package: name }): Diagnostic => {
      const shown = [...characters].slice(0, 12).join('');
      const hint =
        name === undefined ? 'no font package that persona-deck knows has them' : `add the font: npm install ${name}`;
      return { kind: 'finding', code: 'FNT001', severity: 'warning', message: `No installed font has ${shown}`, hint };
    }),
    ...(cards?.shrunk ?? []).map((text) => cardFinding(text, 'The', personas)),
    ...worse(cardSlides?.shrunk ?? [], cards?.shrunk ?? []).map((text) =>
      cardFinding(text, 'In cards.pptx, the', personas),
    ),
    ...[...others].flatMap(([{ card }, fitted]) =>
      worse(fitted.shrunk, cards?.shrunk ?? []).map((text) =>
        cardFinding(text, `With ${safeOf(card)} mm of safe area for a print service, the`, personas),
      ),
    ),
  ];
}

/** Of texts that are laid out twice, those that came out worse than the first time; more than small type is worse. */
function worse(texts: readonly Shrunk[], known: readonly Shrunk[]): Shrunk[] {
  const rank = ({ parts, overflows }: Shrunk): number => (overflows ? Infinity : parts);
  const ranks = new Map(known.map((text) => [`${text.persona} ${text.side}`, rank(text)]));
  return texts.filter((text) => rank(text) > (ranks.get(`${text.persona} ${text.side}`) ?? 0));
}

function cardFinding(text: Shrunk, start: string, personas: ReadonlyMap<string, Persona>): Diagnostic {
  const persona = personas.get(text.persona);
  const field = text.side === 'front' ? 'skills' : 'components';
  const location = persona?.fieldLocations[field] ?? persona?.location;
  return {
    kind: 'finding',
    code: 'CRD801',
    severity: text.overflows ? 'error' : text.parts > 1 ? 'warning' : 'info',
    message: `${start} ${messageOf(text)}`,
    hint: text.forCodes
      ? 'its QR codes take the room: shorten the texts, choose a larger card, or print.qr: none'
      : 'shorten the texts, or choose a larger card',
    about: { persona: text.persona },
    ...(location === undefined ? {} : { location }),
  };
}

function messageOf({ persona, side, size, designSize, parts, overflows }: Shrunk): string {
  const part = `${side} of ${persona}`;
  if (overflows) return `${part} has no room for its text even at ${size} pt`;
  if (parts > 1) return `${part} goes on over ${parts} sides at ${size} pt`;
  return `${part} is set in ${size} pt instead of ${designSize} pt`;
}

/** The field that a part of a persona's slide is made of. */
const fieldOfPart: Readonly<Record<string, string>> = {
  title: 'name',
  summary: 'summary',
  fields: 'skills',
  access: 'components',
};

/** What a part is called in a sentence, in the singular. */
const partNames: Readonly<Record<string, string>> = {
  identity: 'kind and team',
  fields: 'text of the fields',
  access: 'access table',
  source: 'name of the RBAC file',
  picture: 'text of the picture',
};

/** `persona:P001` is the slide of P001, `access:storage` that of the access to storage, `flow:mlops` that of this flow. */
function slideName(slide: string): string {
  return slide
    .replace(/^persona:/, 'of ')
    .replace(/^access:/, 'of access to ')
    .replace(/^(flow|architecture):/, 'of the $1 ');
}

const hintForPictures = 'put the steps of a lane, or the parts of a zone, into two pictures';

function slideFinding(
  text: ShrunkSlideText,
  personas: ReadonlyMap<string, Persona>,
  pictures: ReadonlyMap<string, Location>,
): Diagnostic {
  const { slide, part, size, designSize, fits, pages } = text;
  const persona = personas.get(slide.slice('persona:'.length));
  const location = persona?.fieldLocations[fieldOfPart[part] ?? ''] ?? persona?.location ?? pictures.get(slide);
  const where = `On the slide ${slideName(slide)}, the ${partNames[part] ?? part}`;
  const over = pages > 1 ? `, on ${pages} slides` : '';
  return {
    kind: 'finding',
    code: 'SLD801',
    severity: fits ? 'info' : 'error',
    message: fits
      ? `${where} is set in ${size} pt instead of ${designSize} pt${over}`
      : `${where} has no room for its text even at ${size} pt`,
    hint: part === 'picture' ? hintForPictures : 'shorten the text',
    ...(persona === undefined ? {} : { about: { persona: persona.id } }),
    ...(location === undefined ? {} : { location }),
  };
}
