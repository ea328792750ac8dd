import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Codes } from '../layout/cards/codes.ts';
import type { LeftOutCodes } from '../layout/cards/fitCodes.ts';
import type { Settings } from '../schema/settings.ts';
import { settingsFileName } from '../source/projectRoot.ts';
import type { Workload } from '../workload/model.ts';

/** The QR codes that cards get: by default that of the persona, where an address is known that it can say. */
export function chosenCodes(settings: Settings, base: string | undefined): Codes | undefined {
  const wanted = settings.print?.qr ?? 'persona';
  return base === undefined || wanted === 'none' ? undefined : wanted;
}

/** `PRT901`: codes were asked for, but nothing says what addresses they should hold. */
export function codesWithoutBase(settings: Settings, base: string | undefined): Diagnostic[] {
  const wanted = settings.print?.qr ?? 'none';
  if (base !== undefined || wanted === 'none') return [];
  return [
    {
      kind: 'finding',
      code: 'PRT901',
      severity: 'warning',
      message: 'Cards have no QR codes: a code needs the address at which out/ is published',
      hint: 'say it as links.base in the settings, or with --link-base',
      location: { file: settingsFileName },
    },
  ];
}

/** `PRT902` for every persona whose card has no room for its codes; one for all when no card has. */
export function leftOutCodes(
  leftOut: readonly LeftOutCodes[],
  wanted: Codes | undefined,
  { personas }: Pick<Workload, 'personas'>,
): Diagnostic[] {
  const found = (message: string, more: Partial<Diagnostic>): Diagnostic => ({
    kind: 'finding',
    code: 'PRT902',
    severity: 'warning',
    message,
    hint: 'choose a larger card, or a shorter address as links.base',
    ...more,
  });
  const bare = leftOut.filter(({ kept }) => kept === undefined);
  const what = wanted === 'components' && bare.length === 0 ? 'QR codes of components' : 'QR codes';
  if (
    leftOut.length > 1 &&
    leftOut.length === personas.length &&
    (bare.length === 0 || bare.length === leftOut.length)
  ) {
    return [found(`Cards of this size have no room for ${what}`, {})];
  }
  const byId = new Map(personas.map((persona) => [persona.id, persona]));
  return leftOut.map(({ persona: id, kept }) => {
    const persona = byId.get(id);
    const location = persona?.fieldLocations.components ?? persona?.location;
    const message = `The card of ${id} has no room for ${kept === undefined ? 'its QR code' : 'QR codes of its components'}`;
    return found(message, { about: { persona: id }, ...(location === undefined ? {} : { location }) });
  });
}
